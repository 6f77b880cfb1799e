// The briefs that agencies begin with, one a trade: the core takes each, in both languages, and what is published in
// them is what was published.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadModule } from '../../web/scripts/module.mjs';

const folder = new URL('../../web/docs/briefs/', import.meta.url);
const read = (url) => JSON.parse(readFileSync(url, 'utf8'));
const preset = read(new URL('../../web/src/plan/presets/email.json', import.meta.url));
const { sources, figures } = read(new URL('../../web/src/plan/benchmarks.json', import.meta.url));
const module = await loadModule();
const ask = (call, request) => JSON.parse(module[call](JSON.stringify(request)));
const names = readdirSync(folder);

/** Every text that is said in languages, wherever it stands. */
function saidIn(part) {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'fr' in part && typeof part.fr === 'string' ? [part] : [];
  return [...own, ...Object.values(part).flatMap(saidIn)];
}

/** Rates of a publisher, year and address. */
const published = ({ year, address }) =>
  figures
    .filter(({ source, metric }) => {
      const from = sources[source];
      return from.year === year && from.address.includes(address) && /^(ctr|cvr)$/.test(metric);
    })
    .flatMap(({ value, low, high }) =>
      value === undefined ? [`${low}..${high}`] : [String(value)],
    );

const percent = (rate) => String(Number((100 * rate).toFixed(2)));
const asPublished = (value) =>
  typeof value === 'number' ? percent(value) : `${percent(value.low)}..${percent(value.high)}`;

test('there is one for each of twelve trades', () => {
  assert.equal(names.length, 12);
});

for (const name of names) {
  test(`${name}: the core takes it, and its answer is one`, () => {
    const brief = read(new URL(name, folder));
    const opened = ask('openBrief', { brief, document: preset });
    assert.deepEqual(opened.errors ?? [], []);
    const { document } = opened.value;
    const [{ total }] = ask('evaluate', document).value.scenarios;
    for (const { metric } of brief.figures) assert.equal(typeof total[metric], 'number', metric);
    assert.ok(ask('followBrief', { brief, document }).ok);
  });

  test(`${name}: everything is said in both languages`, () => {
    const said = saidIn(read(new URL(name, folder)));
    assert.ok(said.length >= 5);
    for (const { fr, en } of said) assert.ok(fr && en && fr !== en, `${fr} | ${en}`);
  });

  test(`${name}: what it takes over from others is what they published`, () => {
    const { start, fields } = read(new URL(name, folder));
    const stated = fields.flatMap(({ benchmarks = [] }) => benchmarks);
    const used = start.scenarios[0].channels
      .flatMap((channel) => Object.values(channel))
      .filter(({ source }) => source);
    for (const one of stated) {
      assert.ok(
        published(one).includes(asPublished(one.value)),
        `${one.id}: ${asPublished(one.value)}`,
      );
    }
    for (const { source, value, low, high } of used) {
      const known = stated.find(({ id }) => id === source);
      assert.deepEqual(known?.value, value ?? { low, high }, source);
    }
  });
}
