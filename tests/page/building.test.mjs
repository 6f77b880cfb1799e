// The page that builds a brief: what becomes of a field, how well colours are told apart, the lines to paste.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../web/src/locales/en.ts';
import { fr } from '../../web/src/locales/fr.ts';
import {
  everyPlace,
  isEmpty,
  kEmpty,
  moved,
  withField,
  withWords,
} from '../../web/src/pages/snippet/brief.ts';
import { contrast } from '../../web/src/pages/snippet/contrast.ts';
import { nameOfField } from '../../web/src/pages/snippet/names.ts';
import { snippetOf } from '../../web/src/pages/snippet/text.ts';
import { snippetWords } from '../../web/src/pages/snippet/words/index.ts';
import { randomOf } from '../e2e/lib/hostile.mjs';

const kMargin = '/scenarios/*/margin';

test('a field is changed, and leaves the brief once nothing is said of it', () => {
  const hidden = withField(kEmpty, kMargin, { hidden: true });
  assert.deepEqual(hidden, { briefVersion: 1, fields: [{ pointer: kMargin, hidden: true }] });
  const both = withField(hidden, kMargin, { low: 0 });
  assert.deepEqual(both.fields, [{ pointer: kMargin, hidden: true, low: 0 }]);
  const shown = withField(both, kMargin, { hidden: false, low: undefined });
  assert.ok(isEmpty(shown));
});

test('what is hidden is no longer required', () => {
  const required = withField(kEmpty, kMargin, { required: true });
  const hidden = withField(required, kMargin, { hidden: true });
  assert.deepEqual(hidden.fields, [{ pointer: kMargin, hidden: true }]);
});

/** As the calculator draws them: by their order, and as it has them where that is the same. */
function drawnIn(brief, fields) {
  const orderOf = (pointer) => brief.fields?.find((field) => field.pointer === pointer)?.order ?? 0;
  return fields.toSorted((one, other) => orderOf(one) - orderOf(other));
}

test('a field moved up or down changes places with the one it stands beside, however often', () => {
  const seed = Number(process.env.ROI_SEED ?? Date.now() % 1e9);
  const random = randomOf(seed);
  const fields = ['a', 'b', 'c', 'd', 'e'].map((name) => `/scenarios/*/${name}`);
  let brief = kEmpty;
  for (let moves = 0; moves < 300; moves += 1) {
    const before = drawnIn(brief, fields);
    const at = random.below(fields.length);
    const by = random.below(2) === 0 ? -1 : 1;
    const wanted = [...before];
    if (wanted[at + by] !== undefined)
      [wanted[at], wanted[at + by]] = [wanted[at + by], wanted[at]];
    brief = moved(brief, before, before[at], by);
    assert.deepEqual(drawnIn(brief, fields), wanted, `seed ${seed}, move ${moves}`);
  }
});

test('a move says no more than it has to', () => {
  const group = ['/a', '/b', '/c', '/d'];
  assert.deepEqual(moved(kEmpty, group, '/b', -1).fields, [{ pointer: '/b', order: -1 }]);
  assert.equal(moved(kEmpty, group, '/a', -1), kEmpty);
  assert.equal(moved(kEmpty, group, '/d', 1), kEmpty);
});

test('a field is called by a name where the preview does not show it', () => {
  const texts = { fr, en };
  const name = (language, pointer, brief = kEmpty, known = new Map()) =>
    nameOfField(
      { say: snippetWords[language].brief, language, text: texts[language], brief, known },
      pointer,
    );
  assert.equal(name('en', '/scenarios/*/sharedCosts'), 'Costs several channels share');
  assert.equal(name('fr', '/scenarios/*/currency'), 'Devise');
  assert.equal(name('en', '/scenarios/*/channels/0/conversionRate'), 'Conversion rate, channel 1');
  const labelled = withField(kEmpty, kMargin, { label: { fr: 'Marge nette' } });
  assert.equal(name('en', kMargin, labelled), 'Marge nette');
  const kHorizon = '/scenarios/*/time/horizonMonths';
  assert.equal(name('en', kHorizon, kEmpty, new Map([[kHorizon, 'Horizon']])), 'Horizon');
  assert.equal(name('en', kHorizon), 'Field “horizonMonths”');
});

test('words are those of the languages they were written in', () => {
  const french = withWords(undefined, 'fr', 'Marge');
  assert.deepEqual(withWords(french, 'en', 'Margin'), { fr: 'Marge', en: 'Margin' });
  assert.equal(withWords(french, 'fr', ''), undefined);
});

test('what is done to a field is done to it in every scenario, channel and line', () => {
  assert.equal(
    everyPlace('/scenarios/0/channels/2/costs/0/amount/likely'),
    '/scenarios/*/channels/*/costs/*/amount',
  );
  assert.equal(everyPlace('/scenarios/1/value/mode'), '/scenarios/*/value/mode');
});

test('contrast is that of WCAG', () => {
  // w3.org/WAI/WCAG22/Techniques/general/G18: 21 is the most; #767676 is the lightest grey that passes on white.
  assert.equal(contrast('#000', '#ffffff'), 21);
  assert.equal(contrast('#0a5', '#0a5'), 1);
  assert.equal(contrast('#767676', '#fff').toFixed(2), '4.54');
  assert.equal(contrast('#fff', '#777777').toFixed(2), '4.48');
});

test('the lines hold the brief: in a script that nothing ends, or in the address of the frame', () => {
  const wishes = {
    lang: 'fr',
    currency: '',
    preset: 'email',
    mode: 'full',
    theme: '',
    look: {},
    dataLayer: '',
    brief: { text: '{"a":"</script>"}', packed: '1.abc' },
  };
  const source = { base: 'https://example.com/', file: 'x.js', integrity: 'sha384-y' };
  const words = { open: 'Open', title: 'ROI' };
  const script = snippetOf({ ...wishes, kind: 'script' }, source, words);
  assert.match(script, /brief="#roi-brief"/);
  const [, text] = /id="roi-brief">\n(.*?)\n<\/script>/s.exec(script);
  assert.deepEqual(JSON.parse(text), { a: '</script>' });
  const frame = snippetOf({ ...wishes, kind: 'frame' }, source, words);
  assert.match(frame, /#lang=fr&amp;.*brief=1\.abc/);
  const none = snippetOf({ ...wishes, brief: undefined, kind: 'script' }, source, words);
  assert.doesNotMatch(none, /brief/);
});
