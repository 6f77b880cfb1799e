// Reads core/docs/methodology.md, the one place where formulas and sources stand in words.

const kFunctions = new Set(['sum', 'total', 'scaling', 'others']);
const kWords = new Set(['if', 'then', 'else']);

/** Formulas in ids, by metric: { roi: ['profit/cost'] }. Every metric has one, or is typed. */
export function formulasOf(text, metrics) {
  const formulas = {};
  for (const [, metric, formula] of text.matchAll(/^ {4}(\w+) = (.+?)\s*$/gm)) {
    formulas[metric] ??= [];
    formulas[metric].push(formula.replaceAll(/ ([-+*/]) /g, '$1'));
  }
  check(formulas, metrics);
  return formulas;
}

function check(formulas, metrics) {
  const ids = new Set(metrics.map(({ id }) => id));
  const unstated = metrics.filter(({ id, category }) => category !== 'input' && !formulas[id]);
  if (unstated.length > 0) {
    throw new Error(`methodology.md has no formula for ${unstated.map(({ id }) => id)}`);
  }
  for (const [metric, stated] of Object.entries(formulas)) {
    const words = [metric, ...stated.flatMap((formula) => formula.match(/[a-z]\w*/gi) ?? [])];
    const stranger = words.find((w) => !ids.has(w) && !kFunctions.has(w) && !kWords.has(w));
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
