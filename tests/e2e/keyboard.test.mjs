// The whole page by keyboard alone, and always a visible focus.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const kMostStops = 600;

/** Numbers everything that should be reachable, and gives how it is called. */
const numberStops = (calculator) =>
  calculator.inside((root) => {
    const all = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';
    const stops = [...root.querySelectorAll(all)].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0,
    );
    return stops.map((one, index) => {
      one.dataset.stop = index;
      return `${one.localName} ${one.name || one.getAttribute('aria-label') || one.textContent.trim()}`;
    });
  });

/** How the focused element and what is around it look; and which it is. */
const lookOfFocus = (calculator) =>
  calculator.inside((root) => {
    const look = (one) => {
      const style = getComputedStyle(one);
      const outline = style.outlineStyle === 'none' ? 'none' : style.outline;
      return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
    };
    const around = (one) => [one, one.parentElement ?? one, one.closest('.box') ?? one];
    const looks = (one) => around(one).map(look).join(' | ');
    const { previous } = window;
    const was = previous && { stop: previous.dataset.stop, before: looks(previous) };
    const now = root.activeElement;
    window.previous = now;
    return { stop: now?.dataset.stop, look: now && looks(now), was };
  });

/** What has the focus, if one of what sticks lies over its middle. */
function hiddenFocus(root) {
  const one = root.activeElement;
  if (!one) return undefined;
  const { top, bottom } = one.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  const sticks = [...root.querySelectorAll('.slim.shown > div, .offer')];
  const over = sticks.find((edge) => {
    const box = edge.getBoundingClientRect();
    return !edge.contains(one) && box.top < middle && box.bottom > middle;
  });
  return over && `${one.name || one.textContent.trim()} behind .${over.className || 'slim'}`;
}

async function tabThrough(calculator) {
  const names = await numberStops(calculator);
  const reached = new Set();
  const unseen = [];
  let last = { look: '' };
  for (let presses = 0; presses < kMostStops; presses += 1) {
    await calculator.page.keyboard.press('Tab');
    const focus = await lookOfFocus(calculator);
    // What had the focus a moment ago must look otherwise without it.
    if (focus.was && focus.was.before === last.look) unseen.push(names[focus.was.stop]);
    last = focus;
    if (focus.stop === undefined) {
      if (reached.size) break;
      continue;
    }
    if (reached.has(focus.stop)) break;
    reached.add(focus.stop);
  }
  const missed = names.filter((_, index) => !reached.has(String(index)));
  return { names, missed, unseen };
}

inBothBrowsers((test) => {
  test('Tab reaches everything, and one sees where one is', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const { names, missed, unseen } = await tabThrough(page);
    assert.ok(names.length > 30, `${names.length} stops`);
    assert.deepEqual(missed, []);
    assert.deepEqual(unseen, [], 'focus that cannot be seen');
  });

  test('Tab reaches everything when everything is open', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    await page.openDetails('LinkedIn');
    await page.explain('roi');
    await page.pasteTable('Channel\tCost\tLeads\nFacebook\tabc\t300');
    await page.openKeeping();
    await page.openAll();
    await page.inside((root) => {
      root.querySelector('.live').tabIndex = -1;
      root.querySelector('.live').focus();
    });
    const { names, missed, unseen } = await tabThrough(page);
    assert.ok(names.length > 100, `${names.length} stops`);
    assert.deepEqual(missed, []);
    assert.deepEqual(unseen, [], 'focus that cannot be seen');
  });

  const focused = (page) =>
    page.inside((root) => {
      const one = root.activeElement;
      return one && { name: one.name, kind: one.className || one.type };
    });

  test('what has the focus is not behind what sticks to the edges of a phone', async (visit) => {
    const viewport = { width: 360, height: 640 };
    const page = await visit.open(`${server.origin}/?lang=fr`, { viewport });
    await page.settledAnswers();
    await page.type(field.closeRate, '20');
    const count = (await numberStops(page)).length;
    const hidden = new Set();
    for (const way of ['on', 'back']) {
      if (way === 'back') await page.page.keyboard.down('Shift');
      for (let presses = 0; presses < count; presses += 1) {
        await page.page.keyboard.press('Tab');
        const found = await page.inside(hiddenFocus);
        if (found) hidden.add(`${way}: ${found}`);
      }
      if (way === 'back') await page.page.keyboard.up('Shift');
    }
    assert.deepEqual([...hidden], []);
  });

  test('the first thing that Tab reaches leads to the first field', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    await page.page.keyboard.press('Tab');
    await page.page.keyboard.press('Enter');
    await until('the field', async () => (await focused(page))?.name === field.closeRate);
  });

  test('± and the slider are out of the way of Tab, and Alt with ↓ reaches them', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const press = (key) => page.page.keyboard.press(key);
    await (await page.input(field.closeRate)).focus();
    await press('Tab');
    assert.notEqual((await focused(page)).kind, 'spread');
    const beside = async () => {
      await page.page.keyboard.down('Alt');
      await press('ArrowDown');
      await page.page.keyboard.up('Alt');
      return focused(page);
    };
    await (await page.input(field.closeRate)).focus();
    assert.equal((await beside()).kind, 'spread');
    assert.equal((await beside()).kind, 'slider');
    await press('ArrowRight');
    assert.notEqual(await page.fieldText(field.closeRate), '10');
    assert.equal((await beside()).name, field.closeRate);
    await beside();
    await press('Enter');
    assert.notEqual(await page.fieldText(`${field.closeRate}/low`), undefined);
  });

  test('Escape closes what is open', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const isThere = (css) => page.inside((root, one) => root.querySelector(one) !== null, css);
    await page.openKeeping();
    await page.page.keyboard.press('Escape');
    await until('the panel', async () => !(await isThere('.keeping')));
    assert.ok(await page.inside((root) => root.activeElement?.matches('[data-opens="keeping"]')));
    await page.press('Paste a table');
    await until('the table', () => isThere('.pasting'));
    await page.page.keyboard.press('Escape');
    await until('no table', async () => !(await isThere('.pasting')));
    await page.press('Believe less of it');
    await until('the field', () => isThere('[name="believed"]'));
    await page.page.keyboard.press('Escape');
    await until('no field', async () => !(await isThere('[name="believed"]')));
  });

  test('a wrong field that is left is announced', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    await page.type(field.closeRate, 'twelve');
    await page.leave();
    const status = () => page.inside((root) => root.querySelector('[role="status"]').textContent);
    await until('the error', async () => /Type a number/.test(await status()));
  });

  test('a field is called by what it is, of what, and in which unit', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const named = async (name) => (await page.input(name)).evaluate((one) => one.ariaLabel);
    assert.equal(
      await named(field.closeRate),
      'Close rate, subscribers that become customers, in percent',
    );
    assert.equal(await named(field.cost(0)), 'Cost ex. VAT per quarter, Facebook, in euros');
    assert.equal(await named(field.leads(0)), 'Subscribers, Facebook');
    await page.useLanguage('fr');
    assert.equal(
      await named(field.closeRate),
      'Taux de transformation, part des abonnés qui deviennent clients, en pour cent',
    );
  });

  test('a plan is kept and shared without a mouse', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const keys = page.page.keyboard;
    const focusedText = () => page.inside((root) => root.activeElement?.textContent.trim());
    const tabTo = async (words) => {
      for (let presses = 0; presses < 20; presses += 1) {
        if ((await focusedText()) === words) return;
        await keys.press('Tab');
      }
      assert.fail(`Tab does not lead to ${words}`);
    };
    await (await page.button('Keep and share')).focus();
    await keys.press('Enter');
    await until('the panel', () => page.inside((root) => root.activeElement?.tagName === 'H2'));
    await tabTo('Copy the link');
    await keys.press('Enter');
    // Where the clipboard is closed to the page, the focus goes to the link.
    await until('word of the link', () =>
      page.inside((root) => root.querySelector('.notice') !== null),
    );
    await page.settled();
    for (const [words, ending] of [
      ['Save this page', '.html'],
      ['Save the scenario', '.json'],
      ['Excel workbook', '.xlsx'],
      ['CSV table', '.csv'],
    ]) {
      await tabTo(words);
      await keys.press('Enter');
      await visit.saved(ending);
    }
    await tabTo('Prepare the report');
    await keys.press('Enter');
    await page.input('/report/client');
    await (await page.button('Close', '.keeping')).focus();
    await keys.press('Enter');
    assert.equal(await focusedText(), 'Report');
  });

  test('a plan is entered without a mouse', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const keys = page.page.keyboard;
    const tabTo = async (name) => {
      for (let presses = 0; presses < 100; presses += 1) {
        if ((await page.focused()) === name) return;
        await keys.press('Tab');
      }
      assert.fail(`Tab does not lead to ${name}`);
    };
    await tabTo(field.closeRate);
    await page.selectAll();
    await keys.type('15');
    await tabTo(field.value);
    await page.selectAll();
    await keys.type('90');
    await tabTo(field.cost(1));
    await page.selectAll();
    await keys.type('6000');
    await page.expect({ roi: (12_000 * 0.15 * 90 - 59_000) / 59_000 });

    // A channel's details open with Enter, a disclosure with the space bar.
    await (await page.button('Details of Instagram')).focus();
    await keys.press('Enter');
    await tabTo('SUMMARY');
    await keys.press('Enter');
    await tabTo(field.name(1));
    await keys.type('Insta');
    await keys.press('Tab');
    await page.says(/Insta does best/);
    const summary = await page.element('.inputs summary');
    await summary.focus();
    await keys.press(' ');
    await tabTo('/scenarios/0/incrementalShare');
    await keys.type('50');
    await page.expect({ roi: (12_000 * 0.15 * 90 * 0.5 - 59_000) / 59_000 });
    await page.chord('z');
    await page.expect({ roi: (12_000 * 0.15 * 90 - 59_000) / 59_000 });
  });

  test('what is done by keyboard keeps the focus', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const keys = page.page.keyboard;
    const focusIsKept = async (what) => {
      const tag = await page.inside((root) => root.activeElement?.localName);
      assert.ok(tag, `${what} loses the focus`);
    };
    await (await page.button('Add a channel')).focus();
    await keys.press('Enter');
    await focusIsKept('adding a channel');
    await (await page.button('Details of LinkedIn')).focus();
    await keys.press('Enter');
    await focusIsKept('opening details');
    await (await page.element('button[data-metric="roi"]')).focus();
    await keys.press('Enter');
    await focusIsKept('opening an explanation');
    await (await page.element('button[lang="fr"]')).focus();
    await keys.press('Enter');
    await focusIsKept('changing the language');
    await keys.press('Enter');
    await (await page.element('.comparison thead button')).focus();
    await keys.press('Enter');
    await focusIsKept('sorting');
  });

  test('closing, removing and undoing by keyboard keep the focus in the page', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const keys = page.page.keyboard;
    const lost = [];
    const check = async (what) => {
      const tag = await page.inside((root) => root.activeElement?.localName);
      if (!tag) lost.push(what);
    };
    await page.explain('roi');
    await (await page.button('Close', '.explanation')).focus();
    await keys.press('Enter');
    await check('closing an explanation');
    await page.openDetails('LinkedIn');
    await (await page.button('Remove LinkedIn')).focus();
    await keys.press('Enter');
    await check('removing a channel');
    await (await page.button('Undo')).focus();
    await keys.press('Enter');
    await check('the last undo');
    assert.deepEqual(lost, [], 'these throw the focus back to the top of the page');
  });

  test('Enter and the arrows lead along a column of the channels', async (visit) => {
    const calculator = await visit.open(server.origin);
    await calculator.settledAnswers();
    const focused = () => calculator.inside((root) => root.activeElement?.name);
    const press = async (...keys) => {
      for (const key of keys) await calculator.page.keyboard.press(key);
      return focused();
    };
    await (await calculator.input(field.cost(0))).focus();
    assert.equal(await press('Enter'), field.cost(1));
    assert.equal(await press('ArrowDown', 'ArrowDown'), field.cost(2), 'there is none below');
    assert.equal(await press('Tab', 'ArrowUp'), field.leads(1));
    await calculator.page.keyboard.type('1000');
    assert.equal(await press('Enter'), field.leads(2));
    // 12 000 subscribers, of which the second channel had 4 000
    await calculator.says(/Total\s+€65,000\s+9,000/);
  });
});
