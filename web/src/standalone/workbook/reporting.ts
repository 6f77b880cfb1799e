// Reporting time as a sheet: what was typed, the example's in the place of what was not, and the core's formulas.
import type { ReportingEntry } from '../../../generated/evidence';
import type { AskOfEvidence } from '../../engine/reader';
import { restWords } from '../../locales/later/index';
import { exampleIn, type ReportingInput, reportingOf } from '../../tools/reporting/asking';
import { reportingWords } from '../../tools/reporting/words';
import type { View } from '../../view/view';
import { pageWords } from '../words/index';
import { formatOf, operation, orUndefined, typedFormat } from './formulas';
import { address, type Cell, type Sheet } from './ooxml';

const kWidths = [40, 16, 12, 12, 12, 40];
const kValue = 1;

type Terms = NonNullable<ReportingEntry['terms']>;

/** Nothing where the scenario says nothing of it. */
export function reportingSheet(view: View, ask: AskOfEvidence, name: string): Sheet | undefined {
  const { scenario } = view.store;
  const reply = scenario.reporting && reportingOf(scenario, ask);
  if (!reply?.ok) return undefined;
  const say = pageWords(view).sheet;
  const { entries } = reply.value;
  const heads: Cell[] = [
    { value: reportingWords(view).title, look: 'bold' },
    { value: say.value, look: 'head' },
    { value: say.unit, look: 'bold', isAside: true },
    { value: say.low, look: 'head' },
    { value: say.high, look: 'head' },
    { value: say.source, look: 'bold', isAside: true },
  ];
  const rows = entries.map((entry) => row(view, entry));
  return { name, rows: [heads, ...rows], widths: kWidths, hasHeads: true };
}

function row(view: View, entry: ReportingEntry): Cell[] {
  const { id, unit, terms, value: figure, low, high } = entry;
  const units = { ...pageWords(view).sheet.units, money: view.store.scenario.currency };
  const value = typeof figure === 'number' ? figure : view.text.results.undefinedMark;
  const label: Cell = { value: reportingWords(view).names[id] };
  const aside: Cell = { value: units[unit], isAside: true };
  if (terms) {
    const formula = orUndefined(view, formulaOf(terms));
    return [label, { formula, value, format: formatOf(view, unit) }, aside];
  }
  const format = typedFormat(view, unit);
  const end = (of: number | undefined): Cell => (of === undefined ? {} : { value: of, format });
  const isExample = exampleIn(view.store.scenario).includes(id as ReportingInput);
  const { origin } = restWords(view).explain;
  const source = { value: origin[isExample ? 'example' : 'visitor'], isAside: true };
  return [label, { value, format, look: 'input' }, aside, end(low), end(high), source];
}

function formulaOf(terms: Terms, at = terms.length - 1): string {
  const term = terms[at];
  if (!term) return '';
  if ('entry' in term) return address(term.entry + 1, kValue);
  if ('constant' in term) return String(term.constant);
  return operation(
    term.op,
    term.of.map((of) => ({ text: formulaOf(terms, of), term: terms[of] })),
  );
}
