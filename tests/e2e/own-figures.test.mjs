// A document that defines figures of its own, opened before the later part of the module is there.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { Hosts } from './lib/host.mjs';
import { fragmentOf } from './lib/links.mjs';
import { planOf } from './lib/plans.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

const plan = {
  ...planOf([{ id: 'a', name: 'Lane', leads: 100, costs: [{ kind: 'adSpend', amount: 1000 }] }], {
    own: { savedHours: 12, wage: 40, licence: 250 },
  }),
  own: {
    inputs: [
      { id: 'savedHours', label: 'Saved hours', unit: 'hours' },
      { id: 'wage', label: 'Wage', unit: 'moneyPerHour' },
      { id: 'licence', label: 'Licence', unit: 'money' },
    ],
    figures: [
      { id: 'net', label: 'Net saving', unit: 'money', formula: 'savedHours * wage - licence' },
    ],
  },
};

const hours = '/scenarios/0/own/savedHours';

let server;
let hosts;
before(async () => {
  server = await serve(dist);
  hosts = await Hosts.start();
});
after(() => {
  server.close();
  hosts.close();
});

const net = (page) =>
  page.inside((root) => root.querySelector('[data-slot="own-net"]')?.getAttribute('data-value'));
const isNet = (page, value) => until(`${value}`, async () => (await net(page)) === value);

inBothBrowsers((test) => {
  test('by a link: its fields are asked, and what is typed is counted and explained', async (visit) => {
    const page = await visit.open(`${server.origin}/?lang=en${fragmentOf(plan)}`);
    await isNet(page, '230');
    await page.type(hours, '20');
    await isNet(page, '550');
    await page.click(await page.element('[data-slot="own-net"]'));
    const words = () => page.inside((root) => root.querySelector('#explanation')?.innerText ?? '');
    await until('an explanation', async () => /Saved hours.*× Wage/.test(await words()));
  });

  test('by the attribute of an embed, at once and in the place of another', async (visit) => {
    const scenario = `scenario='${JSON.stringify(plan)}'`;
    const also = { also: hosts.cdn.origin };
    const first = await visit.open(hosts.page('own', hosts.element(scenario)), also);
    await isNet(first, '230');
    const other = await visit.open(hosts.page('own-later', hosts.element('preset="email"')), also);
    await other.page.evaluate((text) => {
      document.querySelector('roi-calculator').setAttribute('scenario', text);
    }, JSON.stringify(plan));
    await isNet(other, '230');
    assert.equal((await other.values()).leads, '100');
  });
});
