// The page that builds a brief: what becomes of a field, how well colours are told apart, the lines to paste.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  everyPlace,
  isEmpty,
  kEmpty,
  withField,
  withWords,
} from '../../web/src/pages/snippet/brief.ts';
import { contrast } from '../../web/src/pages/snippet/contrast.ts';
import { snippetOf } from '../../web/src/pages/snippet/text.ts';

const kMargin = '/scenarios/*/margin';

test('a field is changed, and leaves the brief once nothing is said of it', () => {
  const hidden = withField(kEmpty, kMargin, { hidden: true });
  assert.deepEqual(hidden, { briefVersion: 1, fields: [{ pointer: kMargin, hidden: true }] });
  const both = withField(hidden, kMargin, { low: 0 });
  assert.deepEqual(both.fields, [{ pointer: kMargin, hidden: true, low: 0 }]);
  const shown = withField(both, kMargin, { hidden: false, low: undefined });
  assert.ok(isEmpty(shown));
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
