// Plans in links: whole, altered on their way, cut, and hostile.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { documentOf, fragmentOf, kLongestLink } from '../../web/src/persistence/link.ts';
import { isLink } from '../../web/src/persistence/link-address.ts';
import { presetIds, presets } from '../../web/src/plan/presets.ts';
import { linkTo } from '../../web/src/sharing/keeping.ts';
import { field } from '../e2e/lib/calculator.mjs';
import { kHostile, kMangled, fragmentOf as packedByNode } from '../e2e/lib/links.mjs';
import { open } from './lib/calculator.mjs';

const kAddress = 'https://roi-calculator.example/';
const example = presets.email;
const [plan] = example.scenarios;
const link = packedByNode({ ...example, scenarios: [{ ...plan, closeRate: 0.3 }] });
const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;

const golden = new URL('../golden/', import.meta.url);
const kPlans = readdirSync(golden, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => [name, JSON.parse(readFileSync(new URL(`${name}/scenario.json`, golden)))]);

const named = (name) => ({
  ...example,
  scenarios: [{ ...plan, channels: [{ ...plan.channels[0], name }] }],
});

test('a link holds the whole plan, whatever is in it', async () => {
  assert.ok(kPlans.length > 30);
  for (const [name, document] of [
    ...kPlans,
    ['letters', named('Été & <b>')],
    ['signs', named('日本語 🙂 \u202e"\\')],
  ]) {
    const fragment = await fragmentOf(document);
    assert.match(fragment, /^#s=1\.[\w-]+$/, name);
    assert.deepEqual(await documentOf(fragment), document, name);
    assert.deepEqual(await documentOf(packedByNode(document)), document, name);
  }
});

test('every example fits into a link of 2 000 characters, in both languages', async () => {
  for (const locale of ['en-GB', 'fr-CA']) {
    for (const id of presetIds) {
      const to = await linkTo(open(locale, id).view(), kAddress);
      assert.ok(to.length < 2000 && to.length < kLongestLink, `${id}: ${to.length}`);
      assert.ok(to.startsWith(`${kAddress}?lang=${locale}#s=1.`));
    }
  }
});

test('a link that was altered on its way opens the plan', async () => {
  for (const [name, alter] of Object.entries(kMangled)) {
    const altered = alter(link);
    assert.ok(isLink(altered), name);
    const { scenarios } = await documentOf(altered);
    assert.equal(scenarios[0].closeRate, 0.3, name);
  }
});

test('what is opened by a link is shown, and undo leads back', async () => {
  const page = open();
  await page.open(await documentOf(link), 'link');
  page.expect({ roi: roiAt(0.3) });
  page.says(/someone shared/);
  page.undo();
  page.expect({ roi: roiAt(0.1) });
  page.doesNotSay(/someone shared/);
});

test('a link that was cut is said to be, wherever it was', async () => {
  const kShortest = ['#s='.length, '#s=1'.length, '#s=1.'.length];
  // Eight bytes may be the beginning of anything.
  const kTelling = '#s=1.'.length + 12;
  const all = Array.from({ length: link.length - kTelling }, (_, at) => kTelling + at);
  for (const length of [...kShortest, ...all]) {
    const found = await documentOf(link.slice(0, length));
    assert.equal(found, 'cut', `${length} of ${link.length}`);
  }
});

test('a bad link leaves everything as it was, and says why in both languages', async () => {
  for (const [language, unchanged] of [
    ['en', /Your plan is unchanged\.$/],
    ['fr', /Votre plan n’a pas changé\.$/],
  ]) {
    const page = open(language);
    page.type(field.closeRate, '20');
    page.leave();
    const { document } = page.store;
    for (const [name, [hash, why]] of Object.entries(kHostile)) {
      await page.open(await documentOf(hash), 'link');
      const { text, isRefusal } = page.notice;
      assert.ok(isRefusal, name);
      assert.match(text, unchanged, name);
      if (language === 'en') assert.match(text, why, name);
      assert.equal(page.store.document, document, name);
      assert.equal(page.fieldText(field.closeRate), '20');
    }
    page.expect({ roi: roiAt(0.2) });
  }
});

test('what is refused while a shared plan is open leaves it, and what is remembered', async () => {
  for (const from of ['link', 'file']) {
    const page = open();
    const { keeper } = page.view().outside;
    keeper.memory = 'on';
    await page.open(await documentOf(link), 'link');
    const { document } = page.store;
    for (const scenarios of [[], [{ ...plan, closeRate: 2 }]]) {
      await page.open({ ...example, scenarios }, from);
      assert.ok(page.notice.isRefusal);
      assert.equal(page.store.document, document);
      assert.equal(keeper.memory, 'visiting', from);
      page.says(/someone shared/);
    }
    page.undo();
    page.expect({ roi: roiAt(0.1) });
    assert.equal(keeper.memory, 'on');
  }
});

test('a shared plan is left whatever has been typed into it in vain', async () => {
  const leaving = {
    button: (page) => page.press('Back to the example'),
    browser: (page) => page.leaveShared(),
    link: async (page) => {
      await page.open(example, 'link');
      page.undo();
    },
  };
  for (const [way, leave] of Object.entries(leaving)) {
    const page = open();
    const { document } = page.store;
    await page.open(await documentOf(link), 'link');
    page.type(field.closeRate, 'abc');
    page.leave();
    await leave(page);
    assert.equal(page.store.document, document, way);
    assert.equal(page.fieldText(field.closeRate), '10', way);
  }
});

test('fragments of pages are no links', () => {
  for (const hash of ['', '#', '#s', '#S=1.AAAA', '#method-roi', '#x', '#answer']) {
    assert.equal(isLink(hash), false, hash);
  }
});
