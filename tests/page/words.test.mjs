// The words of both languages: each says what the other says, in its own typography.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefWords } from '../../web/src/brief/words.ts';
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
import { importWords } from '../../web/src/tools/import/words.ts';
import { influenceWords } from '../../web/src/tools/influence/words.ts';
import { knowingWords } from '../../web/src/tools/knowing/words.ts';
import { pathsWords } from '../../web/src/tools/paths/words.ts';
import { timeWords } from '../../web/src/tools/payback/words.ts';
import { sinceWords } from '../../web/src/tools/reforecast/words.ts';
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
  brief: briefWords,
  bring: importWords,
  since: sinceWords,
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

test('French signs have the space of their own, in what is said of something too', () => {
  const said = (words) =>
    String(words).replace(/\\u(00a0|202f)/gi, (_, code) => String.fromCharCode(`0x${code}`));
  const wrong = french.filter(([, words]) =>
    /\u00a0[;?!]|\u202f[:%]|«[^\u00a0]|[^\u00a0]»/.test(said(words)),
  );
  assert.deepEqual(
    wrong.map(([path]) => path),
    [],
  );
});

const kOne = [1, '1'];
const kSaid = [
  [
    ({ page }) => page.report.moreChannels(...kOne),
    'The other channel is in the total.',
    'L’autre canal est compté dans le total.',
  ],
  [
    ({ bring }) => bring.recomputed('CTR', ...kOne, '30'),
    '“CTR”: 1 of 30 rows states something else than its counts give. The counts are used.',
    '« CTR » : 1 ligne sur 30 dit autre chose que ses nombres. Ce sont les nombres qui comptent.',
  ],
  [
    ({ bring }) => bring.stated(...kOne),
    'The file says it has 1 row.',
    'Le fichier annonce 1 ligne.',
  ],
  [({ cohort }) => cohort.periodsOf.month(...kOne), '1 discounted month', '1 mois actualisé'],
  [
    ({ cohort }) => cohort.periodsOf.year(1.6, '1.6'),
    '1.6 discounted years',
    '1.6 année actualisée',
  ],
  [({ cohort }) => cohort.periodsOf.year(2, '2'), '2 discounted years', '2 années actualisées'],
  [({ rest }) => rest.explain.seenOn(...kOne), 'seen on 1 case', 'observé sur 1 cas'],
  [({ brief }) => brief.cases(...kOne), '1 case', '1 cas'],
  [
    ({ links }) => links.more(...kOne),
    '1 more link is in the copy and the CSV.',
    '1 autre lien est dans la copie et le CSV.',
  ],
  [
    ({ links }) => links.leftOut(...kOne),
    '1 more line was not read.',
    '1 ligne de plus n’a pas été lue.',
  ],
  [
    ({ paths }) => paths.read(kOne, kOne, kOne, kOne, kOne),
    '1 row, 1 path: 1 conversion, 1 journey without conversion.',
    '1 ligne, 1 chemin : 1 conversion, 1 parcours sans conversion.',
  ],
  [
    ({ abTest }) => abTest.source('B', kOne, [2, '2']),
    'A/B test, B: 1 conversion of 2 visitors; one period only',
    'Test A/B, B : 1 conversion de 2 visiteurs ; une seule période',
  ],
  [
    ({ abTest }) => abTest.needed('B', kOne, kOne, ''),
    'If rates stay as they are, B needs 1 more conversion (1 visitor) for the difference to show.',
    'Si les taux restent ce qu’ils sont, il faut encore 1 conversion de B (1 visiteur) pour que la différence se voie.',
  ],
  [
    ({ first }) => first.results.goalMissed('1', true),
    'The plan misses it by 1.',
    'Il en manque 1.',
  ],
  [({ past }) => past.results.goalMissed('1', true), 'It was missed by 1.', 'Il en a manqué 1.'],
  [({ rest }) => rest.inputs.planPeriod(undefined), 'the plan’s period', 'la durée du plan'],
  [({ rest }) => rest.inputs.weightOf('Instagram'), 'Weight of Instagram', 'Poids d’Instagram'],
  [({ page }) => page.sheet.pace('E-mail'), 'at the pace of E-mail', 'au rythme d’E-mail'],
  [
    ({ first }) => first.metric({ action: 'lead', margin: true, currency: 'gourde' }).returnRatio,
    'Return per gourde spent',
    'Retour par gourde dépensée',
  ],
];

test('sentences agree with the number, and with the name, that they are made of', async () => {
  const words = [await wordsOf('en'), await wordsOf('fr')];
  const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
  for (const [say, ...expected] of kSaid) {
    assert.deepEqual(
      words.map((of) => plain(say(of))),
      expected,
    );
  }
});
