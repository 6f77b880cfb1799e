// The words of both languages: each says what the other says, in its own typography.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedWords } from '../../web/src/embed/words/index.ts';
import { gridWords } from '../../web/src/inputs/grid/words.ts';
import { loadLanguage } from '../../web/src/locales/index.ts';
import { restWords } from '../../web/src/locales/later/index.ts';
import { pastWords } from '../../web/src/locales/later/past.ts';
import { snippetWords } from '../../web/src/pages/snippet/words/index.ts';
import { pageWords } from '../../web/src/standalone/words/index.ts';
import { abTestWords } from '../../web/src/tools/ab-test/words.ts';
import { splitWords } from '../../web/src/tools/budget-split/words.ts';
import { certaintyWords } from '../../web/src/tools/certainty/words.ts';
import { changesWords } from '../../web/src/tools/changes/words.ts';
import { seekWords } from '../../web/src/tools/goal-seek/words.ts';
import { holdoutWords } from '../../web/src/tools/holdout/words.ts';
import { influenceWords } from '../../web/src/tools/influence/words.ts';
import { knowingWords } from '../../web/src/tools/knowing/words.ts';
import { pathsWords } from '../../web/src/tools/paths/words.ts';
import { timeWords } from '../../web/src/tools/payback/words.ts';
import { reportingWords } from '../../web/src/tools/reporting/words.ts';
import { cohortWords } from '../../web/src/tools/scorecard/cohort-words.ts';
import { publishedWords } from '../../web/src/tools/scorecard/published-words.ts';
import { rankingWords } from '../../web/src/tools/scorecard/ranking-words.ts';
import { scorecardWords } from '../../web/src/tools/scorecard/words.ts';
import { tableWords } from '../../web/src/tools/table/words.ts';
import { recordWords } from '../../web/src/tools/track-record/words.ts';
import { linkWords } from '../../web/src/tools/tracking-links/words.ts';

const kSpoken = {
  rest: restWords,
  page: pageWords,
  split: splitWords,
  certainty: certaintyWords,
  changes: changesWords,
  seek: seekWords,
  influence: influenceWords,
  knowing: knowingWords,
  time: timeWords,
  table: tableWords,
  published: publishedWords,
  ranking: rankingWords,
  scorecard: scorecardWords,
  cohort: cohortWords,
  reporting: reportingWords,
  abTest: abTestWords,
  holdout: holdoutWords,
  links: linkWords,
  paths: pathsWords,
  record: recordWords,
  grid: gridWords,
};

async function wordsOf(locale) {
  const said = Object.entries(kSpoken).map(([name, words]) => [
    name,
    words({ format: { locale } }),
  ]);
  const first = await loadLanguage(locale);
  return {
    ...Object.fromEntries(said),
    first,
    past: pastWords({ format: { locale } })(first),
    embed: embedWords(locale),
    snippet: snippetWords[locale],
  };
}

/** Every sentence by its path; what is said of something is its function. */
function sentences(words, path = '') {
  if (typeof words !== 'object') return [[path, words]];
  return Object.entries(words).flatMap(([key, inner]) => sentences(inner, `${path}/${key}`));
}

const english = sentences(await wordsOf('en'));
const french = sentences(await wordsOf('fr'));
const texts = (list) => list.filter(([, words]) => typeof words === 'string');

test('each language has a sentence for each of the other', () => {
  assert.ok(english.length > 700, `${english.length} sentences`);
  const shape = (list) => list.map(([path, words]) => `${path}: ${typeof words}`).sort();
  assert.deepEqual(shape(french), shape(english));
  const takes = (list) =>
    Object.fromEntries(
      list.filter(([, one]) => typeof one === 'function').map(([path, one]) => [path, one.length]),
    );
  for (const [path, count] of Object.entries(takes(english))) {
    assert.ok(Math.abs(takes(french)[path] - count) <= 2, path);
  }
});

/** Of a figure that is better neither high nor low nothing is said. */
const kUnsaid = '/page/method/better/neither';

test('no sentence is empty, hesitates or is typed on a typewriter', () => {
  const wrong = [...texts(english), ...texts(french)].filter(
    ([path, text]) =>
      (text === '' && path !== kUnsaid) || / {2}|\.\.\.|\w'\w|"|\bundefined\b|TODO/.test(text),
  );
  assert.deepEqual(wrong, []);
});

test('French signs of two parts stand behind a space that does not break', () => {
  const wrong = texts(french).filter(([, text]) =>
    /[^\u00a0\u202f\s][;!?»%€](?!\w)| [:;!?»%€]|«[^\u00a0\u202f]/.test(text),
  );
  assert.deepEqual(wrong, []);
});
