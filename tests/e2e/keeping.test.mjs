// Taking a plan elsewhere and back: links, scenario files, what the device remembers, and leaving.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist, fileUrl, singleFile } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { dropFile, kBadFiles, kForeign } from './lib/files.mjs';
import { fragmentOf, kHostile } from './lib/links.mjs';
import { exampleOf } from './lib/plans.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const example = exampleOf('email');

const hosted = (rest = '') => `${server.origin}/${rest}`;

/** The return on investment of the example at another close rate. */
const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;

async function setCloseRate(page, percent) {
  await page.type(field.closeRate, String(percent));
  await page.leave();
}

/** Copies the link of the plan, and gives it. */
async function copyLink(page) {
  await page.openKeeping();
  await page.press('Copy the link');
  const link = await until('a link', () =>
    page.inside((root) => root.querySelector('[name="link"]')?.value),
  );
  await page.press('Close', '.keeping');
  return link;
}

async function openFile(page, path) {
  const input = await page.page.evaluateHandle(() =>
    document.querySelector('roi-calculator').shadowRoot.querySelector('[name="scenario-file"]'),
  );
  await input.uploadFile(path);
}

const notice = (page) => page.inside((root) => root.querySelector('.notice')?.textContent);
const told = (page, pattern) =>
  until(pattern, async () => pattern.test((await notice(page)) ?? ''));

/** Waits until a plan that came by a link is shown. */
const isShared = (page) =>
  until('a shared plan', () => page.inside((root) => root.querySelector('.shared') !== null));

const stored = (page) => page.page.evaluate(() => ({ ...localStorage }));

async function remember(page) {
  await page.openKeeping();
  await page.click(await page.input('remember'));
}

/** The example at a close rate of 20 %, remembered. */
async function openRemembering(visit) {
  const page = await visit.open(hosted());
  await setCloseRate(page, 20);
  await remember(page);
  await told(page, /remembered/);
  return page;
}

inBothBrowsers((test) => {
  test('a link holds the whole plan', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 12.5);
    await page.openDetails('Facebook');
    await page.type(field.name(0), 'Été & <b>');
    const link = await copyLink(page);
    const other = await visit.open(link);
    await isShared(other);
    assert.deepEqual(await other.values(), await page.values());
    await other.expect({ roi: roiAt(0.125) });
    assert.match(await other.text(), /Été & <b>/);
    await other.undo();
    await other.expect({ roi: roiAt(0.1) });
  });

  test('a link that is shown holds the plan that is shown', async (visit) => {
    const page = await visit.open(hosted());
    await page.takeAway('Copy the link');
    const isThere = () => page.inside((root) => root.querySelector('[name="link"]') !== null);
    await until('a link', isThere);
    await setCloseRate(page, 20);
    assert.equal(await isThere(), false);
    await page.undo();
    assert.equal(await isThere(), true);
  });

  test('what was said is not left in another language', async (visit) => {
    const page = await visit.open(hosted());
    await page.takeAway('Save the scenario');
    await told(page, /scenario/);
    await page.useLanguage('fr');
    assert.equal(await page.inside((root) => root.querySelector('.notice')), null);
  });

  test('a link that is opened in the same window can be undone', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 20);
    const link = await copyLink(page);
    await page.undo();
    await page.type(field.value, '300');
    await page.page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await isShared(page);
    await page.expect({ roi: roiAt(0.2) });
    await page.undo();
    assert.equal(await page.fieldText(field.value), '300');
  });

  // Every bad link is refused without a browser: tests/page/links.test.mjs. What inflates is the
  // browser's own.
  test('a bad link leaves everything as it was', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 20);
    for (const name of ['a bomb', 'not UTF-8', 'a newer document', 'not deflated']) {
      const [hash, why] = kHostile[name];
      await page.page.evaluate((bad) => {
        location.hash = bad;
      }, hash);
      await told(page, why);
      await told(page, /unchanged/);
      await page.expect({ roi: roiAt(0.2) });
      assert.equal(await page.fieldText(field.closeRate), '20');
    }
  });

  test('a scenario file goes out and comes in', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 20);
    await page.openKeeping();
    await page.press('Save the scenario');
    const file = await visit.saved('.json');
    const { schemaVersion, scenarios } = JSON.parse(await readFile(file, 'utf8'));
    assert.equal(schemaVersion, 2);
    assert.equal(scenarios[0].closeRate, 0.2);

    const single = await visit.open(fileUrl(singleFile), { offline: true });
    await single.openKeeping();
    await openFile(single, file);
    await told(single, /open/);
    assert.deepEqual(await single.values(), await page.values());
    await single.undo();
    await single.expect({ roi: roiAt(0.1) });
  });

  test('a scenario file may be dropped on the page', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    const [plan] = example.scenarios;
    const scenario = { ...example, scenarios: [{ ...plan, closeRate: 0.3 }] };
    await page.page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'plan.json', { type: 'application/json' }));
      const init = { bubbles: true, composed: true, cancelable: true, dataTransfer };
      const target = document.querySelector('roi-calculator').shadowRoot.querySelector('h1');
      const isTaken = !target.dispatchEvent(new DragEvent('dragover', init));
      if (!isTaken) throw new Error('the page does not take files');
      target.dispatchEvent(new DragEvent('drop', init));
    }, JSON.stringify(scenario));
    await told(page, /ouvert/);
    await page.expect({ roi: roiAt(0.3) });
  });

  test('a bad file leaves everything as it was', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 20);
    await page.openKeeping();
    const [text, why] = kBadFiles['limit.json'];
    await openFile(page, await visit.put('limit.json', text));
    await told(page, why);
    await told(page, /unchanged/);
    await page.expect({ roi: roiAt(0.2) });
  });

  test('what cannot be read says what it is, in the tone of an error', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 20);
    const refusal = () => page.inside((root) => root.querySelector('.notice.loss')?.textContent);
    // What every file is taken for is tested without a browser: tests/page/files.test.mjs.
    for (const name of ['report.pdf', 'shot.png', 'empty.csv']) {
      const [content, why, type] = kForeign[name];
      await dropFile(page, name, content, type);
      await until(name, async () => why.test((await refusal()) ?? ''));
      await told(page, /unchanged/);
    }
    await page.expect({ roi: roiAt(0.2) });
    const { red, green } = await page.inside((root) => {
      const [r, g] = getComputedStyle(root.querySelector('.notice')).color.match(/\d+/g);
      return { red: Number(r), green: Number(g) };
    });
    assert.ok(red > green, 'an error is never green');
  });

  test('the device remembers when it is asked, and until it is told to forget', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 20);
    assert.deepEqual(await stored(page), {});
    await remember(page);
    await told(page, /remembered/);
    await page.press('Close', '.keeping');
    await setCloseRate(page, 25);
    await page.reload();
    await page.expect({ roi: roiAt(0.25) });
    assert.deepEqual(Object.keys(await stored(page)), ['roi-calculator:/']);
    assert.deepEqual(visit.dialogs, [], 'nothing would be lost');

    await remember(page);
    await told(page, /no longer/);
    assert.deepEqual(await stored(page), {});
    await page.reload();
    await page.expect({ roi: roiAt(0.1) });
  });

  test('a link never takes the place of what the visitor had', async (visit) => {
    const page = await visit.open(hosted());
    await setCloseRate(page, 30);
    const link = await copyLink(page);
    await setCloseRate(page, 20);
    await remember(page);
    await told(page, /remembered/);

    const guest = await visit.open(link);
    await isShared(guest);
    await guest.expect({ roi: roiAt(0.3) });
    await setCloseRate(guest, 40);
    await guest.reload();
    await guest.expect({ roi: roiAt(0.2) });

    const again = await visit.open(link);
    await isShared(again);
    await again.openKeeping();
    await again.press('Go back to my plan');
    await again.expect({ roi: roiAt(0.2) });
    await again.click(await again.input('remember'));
    await told(again, /no longer/);
  });

  const key = 'roi-calculator:/';
  const keepInPlace = (page, text) =>
    page.page.evaluate((name, value) => localStorage.setItem(name, value), key, text);
  const clear = (page) => page.page.evaluate((name) => localStorage.removeItem(name), key);

  test('a remembered plan that cannot be read is said, and left as it is', async (visit) => {
    const page = await visit.open(hosted());
    const { scenarios } = example;
    for (const text of [
      JSON.stringify({ document: { schemaVersion: 99, scenarios } }),
      '{"document":null}',
      '5',
    ]) {
      await keepInPlace(page, text);
      await page.reload();
      await told(page, /cannot be read/);
      await setCloseRate(page, 20);
      await page.expect({ roi: roiAt(0.2) });
      await page.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
      assert.deepEqual(await stored(page), { [key]: text });
    }
    await clear(page);
  });

  test('two windows that remember do not overwrite each other unseen', async (visit) => {
    const page = await openRemembering(visit);
    const other = await visit.open(hosted());
    await setCloseRate(other, 30);
    const isThere = async () => (await stored(page))[key].includes('"closeRate":0.3');
    await until('the other plan', isThere);
    await page.page.bringToFront();
    await until('the panel', () => page.inside((root) => !root.querySelector('[name="remember"]')));
    await page.says(/Another plan is remembered/);
    await setCloseRate(page, 40);
    await page.press('Go back to my plan');
    await page.expect({ roi: roiAt(0.3) });
    await page.click(await page.input('remember'));
    await told(page, /no longer/);
    await other.page.bringToFront();
    await setCloseRate(other, 50);
    await other.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    assert.deepEqual(await stored(other), {});
  });

  test('what is cleared in another window is not written again', async (visit) => {
    const page = await openRemembering(visit);
    const other = await visit.open(hosted());
    await other.page.evaluate(() => localStorage.clear());
    await page.page.bringToFront();
    const forgets = async () => (await page.input('remember')).evaluate((one) => !one.checked);
    await until('nothing remembered', forgets);
    await setCloseRate(page, 30);
    await page.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    assert.deepEqual(await stored(page), {});
  });

  test('undoing a link goes on remembering', async (visit) => {
    const page = await openRemembering(visit);
    await page.press('Close', '.keeping');
    await page.page.evaluate((hash) => {
      location.hash = hash;
    }, fragmentOf(example));
    await isShared(page);
    await page.undo();
    await setCloseRate(page, 25);
    await until('the plan', async () => (await stored(page))[key].includes('"closeRate":0.25'));
    await remember(page);
    await told(page, /no longer/);
  });

  test('what the browser refuses to remember is said, and asked about on leaving', async (visit) => {
    const page = await openRemembering(visit);
    await page.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await setCloseRate(page, 30);
    await told(page, /does not let/);
    await page.reload();
    assert.deepEqual(visit.dialogs, ['beforeunload']);
    await clear(page);
  });

  test('a page saved as a file is its own memory', async (visit) => {
    const page = await visit.open(fileUrl(singleFile), { offline: true });
    await page.openKeeping();
    await page.doesNotSay(/Remember my plan/);
    await page.doesNotSay(/Copy the link/);
  });

  const leaves = async (visit, page) => {
    const before = visit.dialogs.length;
    await page.reload();
    return visit.dialogs.length - before;
  };

  test('leaving asks only where something would be lost', async (visit) => {
    const page = await visit.open(hosted());
    await page.choose('preset', 'saas');
    assert.equal(await leaves(visit, page), 0, 'an example');

    await setCloseRate(page, 20);
    await page.undo();
    assert.equal(await leaves(visit, page), 0, 'undone');

    await setCloseRate(page, 20);
    await page.openKeeping();
    await page.press('Save the scenario');
    await visit.saved('.json');
    assert.equal(await leaves(visit, page), 0, 'saved');

    await setCloseRate(page, 20);
    assert.equal(await leaves(visit, page), 1, 'changed');
    assert.deepEqual(visit.dialogs, ['beforeunload']);
  });
});
