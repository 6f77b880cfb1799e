// "What has happened since?" in real browsers: days and counts typed on a phone, the slider by keyboard, the saved page.
import assert from 'node:assert/strict';
import { Analysis } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { fileUrl, singleFile } from '../lib/built.mjs';
import { field } from '../lib/calculator.mjs';
import { dropFile } from '../lib/files.mjs';
import { hosted } from '../lib/hosted.mjs';
import { until } from '../lib/until.mjs';

const at = (place) => `/scenarios/0/observed/${place}`;

/** As a date picker does it, which looks different in every browser. */
const pick = (page, pointer, day) =>
  page.inside(
    (root, [name, value]) => {
      const input = root.querySelector(`[name="${name}"]`);
      input.value = value;
      for (const type of ['input', 'change'])
        input.dispatchEvent(new Event(type, { bubbles: true }));
    },
    [pointer, day],
  );

/** A plan that began on 1 April and had brought 1 700 subscribers by its first channel on the 15th. */
async function counted(page, begin) {
  await page.paste(field.closeRate, '5..20');
  await page.leave();
  const since = await new Analysis(page, 'since').open();
  await page.press(begin);
  await pick(page, at('start'), '2026-04-01');
  await pick(page, at('counts/0/date'), '2026-04-15');
  await page.type(at('counts/0/leads'), '1700');
  await page.leave();
  return since;
}

inBothBrowsers((test) => {
  test('what was counted is typed in French on a phone, and what if is asked by keyboard', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'), { viewport: { width: 360, height: 740 } });
    const since = await counted(page, 'Saisir ce qui a été compté');
    await until('what it comes to', async () => /contre .* au départ/.test(await since.answer()));
    await since.says(/Et si c’était autant/);
    await page.inside((root) => root.querySelector('.supposing .slider').focus());
    await page.page.keyboard.press('End');
    await until('what it would come to', async () =>
      /Le plan ne l’avait pas prévu/.test(
        await page.inside((root) => root.querySelector('.supposing [role="status"]').textContent),
      ),
    );
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing scrolls sideways: ${width}`);
  });

  test('a rate of the whole plan is asked for, and typed with its cases, by keyboard alone', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    const since = await counted(page, 'Saisir ce qui a été compté');
    const { keyboard } = page.page;
    await page.inside((root) => root.querySelector('[name="since-figure"]').focus());
    await keyboard.type('Taux de tr');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await until('the field that was asked for', async () =>
      /\/closeRate$/.test(await page.focused()),
    );
    const name = await page.focused();
    await keyboard.type('12');
    await keyboard.press('Tab');
    await until('the cases it was seen among', async () => (await page.focused()) === `${name}/n`);
    await keyboard.type('4000');
    await page.leave();
    await since.says(/Sur combien d’abonnés/);
    await until('what was counted', async () =>
      /Taux de transformation, tout le plan.*12\s*% sur 4\s*000 abonnés/s.test(await since.text()),
    );
  });

  test('an export that is dropped is counted since the plan began, and leads to what it comes to', async (visit) => {
    const page = await visit.open(hosted('?lang=en'));
    const since = await counted(page, 'Enter what has been counted');
    const csv =
      'Date;Channel;Spend (EUR);Leads\n2026-03-31;Facebook;50;1000\n2026-04-14;Facebook;300;750\n2026-04-20;Facebook;200;1050\n';
    await dropFile(page, 'daily.csv', Buffer.from(csv));
    await until('the choice', () =>
      page.inside((root) => root.querySelector('.bringing option[value="since"]') !== null),
    );
    await page.inside((root) => {
      const select = root.querySelector('.bringing option[value="since"]').parentElement;
      select.value = 'since';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until('what is not counted', () =>
      page.inside((root) => /1 row from before/.test(root.querySelector('.bringing').textContent)),
    );
    await page.inside((root) => root.querySelector('[data-applies]').click());
    await until('1,800 in the place of 1,700', async () =>
      /Subscribers, Facebook\s*1,800/.test(await since.text()),
    );
    await page.undo();
    await until('as before', async () => /Subscribers, Facebook\s*1,700/.test(await since.text()));
  });

  test('the saved page says what a plan comes to now, and undo takes back what was counted', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}?lang=en`);
    const since = await counted(page, 'Enter what has been counted');
    await until('what it comes to', async () => /against .* as planned/.test(await since.answer()));
    await page.undo();
    await until('as before', async () => /Say what has been counted/.test(await since.text()));
  });
});
