// Reads core/docs/methodology.md, the one place where formulas and sources stand in words.

/** Each a sign of its own where formulas are packed. */
const kFunctions = {
  sum: 's',
  total: 't',
  scaling: 'g',
  others: 'o',
  counted: 'c',
  countedScaling: 'd',
  countedOthers: 'e',
};
const kKnown = new Set(['if', 'then', 'else', ...Object.keys(kFunctions)]);
const kFirstLetter = 0x100;

/**
 * Formulas in ids with their conditions, by metric: { leads: [{ formula: 'sum(leads)', when: ['total'] }] }.
 * Every metric has one, or is typed, or of cash month by month, which is stated in words; own figures have
 * the document's.
 */
function formulasOf(text, metrics) {
  const formulas = {};
  for (const [, metric, formula, when] of text.matchAll(
    /^ {4}(\w+) = (.+?)(?: {2}\[(.+)\])?\s*$/gm,
  )) {
    formulas[metric] ??= [];
    formulas[metric].push({ formula, when: when?.split(', ') ?? [] });
  }
  check(formulas, metrics);
  return formulas;
}

/** What formulas may hold under: the list of "Conditions". */
export function conditionsOf(text) {
  const [, after = ''] = text.split(/^## Conditions$/m);
  const [list] = after.split(/^## /m);
  return [...list.matchAll(/^- (\w+): /gm)].map(([, id]) => id);
}

/**
 * The formulas of all metrics, as short as the page's file has to be: those of a metric in its place,
 * with | between, and behind # the places of its conditions in their list, in base 36, and the metrics
 * of the goal it holds for. Metrics are letters, by their place from U+0100; `s(x)` is a sum, `t(x)` the total,
 * `g(x)` and `o(x)` its parts that scale and do not, `c(x)` the one that counts, `d(x)` and `e(x)` of it
 * what scales and does not; `a?b:c` is b where a is above zero, else c.
 */
export function packedFormulas(text, metrics) {
  const formulas = formulasOf(text, metrics);
  const letters = new Map(
    metrics.map(({ id }, place) => [id, String.fromCharCode(kFirstLetter + place)]),
  );
  const conditions = conditionsOf(text);
  const marks = (condition) => {
    const [how, ...goals] = condition.split(' ');
    if (how === 'goal') return goals.map((metric) => letters.get(metric)).join('');
    const place = conditions.indexOf(how);
    if (place < 0) throw new Error(`methodology.md: ${how} is no condition`);
    return place.toString(36);
  };
  const packed = ({ formula, when }) =>
    packedFormula(formula) + (when.length > 0 ? `#${when.map(marks).join('')}` : '');
  const packedFormula = (formula) =>
    formula
      .replace(/^if (.+) > 0 then (.+) else (.+)$/, '$1?$2:$3')
      .replaceAll(/[a-z]\w*/gi, (word) => letters.get(word) ?? kFunctions[word])
      .replaceAll(' ', '');
  return metrics.map(({ id }) => (formulas[id] ?? []).map(packed).join('|'));
}

function check(formulas, metrics) {
  const ids = new Set(metrics.map(({ id }) => id));
  const inWords = ['input', 'cash'];
  const unstated = metrics.filter(
    ({ id, category }) => !inWords.includes(category) && id !== 'ownFigure' && !formulas[id],
  );
  if (unstated.length > 0) {
    throw new Error(`methodology.md has no formula for ${unstated.map(({ id }) => id)}`);
  }
  for (const [metric, stated] of Object.entries(formulas)) {
    const words = [metric, ...stated.flatMap(({ formula }) => formula.match(/[a-z]\w*/gi) ?? [])];
    const stranger = words.find((word) => !ids.has(word) && !kKnown.has(word));
    if (stranger)
      throw new Error(`methodology.md: ${metric} is made of ${stranger}, which is none`);
  }
}

/** Sources by their letter: { M: 'P. W. Farris, …' }; titles stand between asterisks. */
export function sourcesOf(text) {
  const [, list] = text.split(/^# Sources$/m);
  const items = (list ?? '').split(/^- /m).slice(1);
  return Object.fromEntries(
    items.map((item) => {
      const [, letter, reference] = item.match(/^\[(\w)\] ([\s\S]+)$/);
      return [letter, reference.trim().replaceAll(/\s+/g, ' ').replaceAll('`', '')];
    }),
  );
}
