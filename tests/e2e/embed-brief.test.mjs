// A calculator of a host's own: a brief in an attribute, in a script of the page, in the address of a frame.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { inBothBrowsers } from './lib/browsers.mjs';
import { Calculator } from './lib/calculator.mjs';
import { Hosts, listen, told } from './lib/host.mjs';
import { until } from './lib/until.mjs';

const example = readFileSync(new URL('../../web/docs/brief.json', import.meta.url), 'utf8');
const brief = JSON.parse(example);
const kClose = '/scenarios/0/closeRate';
const kLikely = `${kClose}/likely`;

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const script = (id, text) => `<script type="application/json" id="${id}">${text}</script>`;
/** As links hold it. */
const packed = (value) => `1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;

async function open(visit, url) {
  const { page, requests } = await visit.blank(url, { also: hosts.cdn.origin });
  await listen(page);
  const calculator = new Calculator(page, 0, requests);
  await calculator.goTo(url);
  return calculator;
}

const seen = async (calculator) => (await calculator.visibleText()).replaceAll(/\s+/g, ' ');

const namesOf = (calculator, css) =>
  calculator.inside(
    (root, selector) =>
      [...root.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility())
        .map((one) => one.name || one.dataset.metric),
    css,
  );

const colourOf = (calculator, css) =>
  calculator.inside((root, selector) => {
    const { backgroundColor } = getComputedStyle(root.querySelector(selector));
    return backgroundColor;
  }, css);

const kCall = '.verdict [data-roi-send]';

/** Follows the call to action, which opens no tab here. */
async function call(calculator) {
  const href = await calculator.inside((root, css) => {
    const way = root.querySelector(css);
    way.addEventListener('click', (event) => event.preventDefault());
    return way.href;
  }, kCall);
  await calculator.click(await calculator.element(kCall));
  await until('it is told', async () => (await told(calculator.page, 'roi-cta')).length > 0);
  return href;
}

inBothBrowsers((test) => {
  test('a brief in an attribute, in English', async (visit) => {
    const element = hosts.element(`brief="${quoted(example)}"`);
    const calculator = await open(visit, hosts.page('attribute', element));
    const words = await seen(calculator);
    assert.match(words, /Each quote request costs/);
    assert.match(words, /Signing rate/);
    assert.match(words, /Atelier Nord/);
    assert.match(words, /48 cases/);
    assert.doesNotMatch(words, /Shared costs/);
    assert.deepEqual(await namesOf(calculator, '.numbers button[data-metric]'), [
      'roi',
      'profit',
      'fullCostCac',
    ]);
    const [first] = await namesOf(calculator, '.inputs input[inputmode]');
    assert.equal(first, '/scenarios/0/margin');
    assert.equal(await colourOf(calculator, kCall), 'rgb(11, 93, 59)');

    await calculator.type(kLikely, '90');
    await calculator.leave();
    assert.match(await calculator.error(kLikely), /from 1% to 60%/);
    const { page } = calculator;
    assert.equal(await call(calculator), 'https://example.com/contact');
    const [{ detail }] = await told(page, 'roi-cta');
    assert.equal(typeof detail.figures.find(({ metric }) => metric === 'roi').value, 'number');
    assert.match(detail.verdict, /^Each quote request costs/);
    assert.equal(detail.scenario.scenarios[0].channels.length > 0, true);
    assert.deepEqual(await told(page, 'roi-error'), []);
  });

  test('a brief in a script of the page, in French', async (visit) => {
    const body = `${script('mine', example)}${hosts.element('lang="fr" brief="#mine"')}`;
    const calculator = await open(visit, hosts.page('script', body, { lang: 'fr' }));
    const words = await seen(calculator);
    assert.match(words, /Chaque demande de devis coûte/);
    assert.match(words, /Taux de signature/);
    assert.match(words, /Prendre rendez.vous/);
    await calculator.type(kLikely, '90');
    await calculator.leave();
    assert.match(await calculator.error(kLikely), /de 1\s%\sà\s60\s%/);
  });

  test('a brief in the address of a frame, in French', async (visit) => {
    const address = `${hosts.cdn.origin}/embed.html#lang=fr&brief=${packed(brief)}`;
    const url = hosts.page('frame', `<iframe src="${address}" title="ROI"></iframe>`, { tags: '' });
    const { page } = await visit.blank(url, { also: hosts.cdn.origin });
    await page.goto(url);
    const words = await until('the answer in the frame', async () => {
      const frame = page.frames().find((one) => one.url().includes('/embed.html'));
      const text = await frame?.evaluate(
        () =>
          document.querySelector('roi-calculator')?.shadowRoot?.querySelector('.live')?.innerText,
      );
      return text?.includes('Taux de signature') && text;
    });
    assert.match(words, /Chaque demande de devis coûte/);
    assert.doesNotMatch(words, /Coûts communs/);
  });

  test('a brief that is wrong is left out and told, and what was typed stays when it changes', async (visit) => {
    const wrong = { briefVersion: 1, fields: [{ pointer: '/scenarios/0/closeRat' }] };
    const element = hosts.element(`brief="${quoted(JSON.stringify(wrong))}"`);
    const calculator = await open(visit, hosts.page('wrong', element));
    const { page } = calculator;
    const [{ detail }] = await until('what is wrong', async () => {
      const errors = await told(page, 'roi-error');
      return errors.length > 0 && errors;
    });
    assert.equal(detail.code, 'brief');
    assert.deepEqual(
      detail.errors.map(({ code, path }) => [code, path]),
      [['brief.place', '/fields/0/pointer']],
    );
    assert.match(detail.message, /closeRat/);
    assert.match(await seen(calculator), /Close rate/);

    await calculator.type(kClose, '12');
    await calculator.leave();
    await page.evaluate((given) => {
      document.querySelector('roi-calculator').brief = given;
    }, brief);
    await until('the brief', async () => /Signing rate/.test(await seen(calculator)));
    assert.equal(await calculator.fieldText(kClose), '12');
    visit.overlookComplaints();
  });

  test('a brief is tried on the calculator’s own page', async (visit) => {
    const address = `${hosts.cdn.origin}/index.html?lang=en#brief=${packed(brief)}`;
    const calculator = await open(visit, address);
    assert.match(await seen(calculator), /Each quote request costs/);
  });
});
