// KPIs in the workbook: beside the plan's entries stand those of the KPIs that it follows.
import type { KpiEntry } from '../../../generated/evidence';
import type { Explanation } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import type { OwnEntry } from '../../explanation/explanation';
import { namedEntry } from '../../explanation/kpi';
import { explained } from '../../tools/scorecard/asking';
import type { View } from '../../view/view';

/** What KPIs take from the plan is the plan's own figure; a sum is told from others of its count by its parts. */
export function withKpis(view: View, explanation: Explanation, ask: AskOfEvidence): Explanation {
  const found = explained(view, ask);
  if (!found?.entries) return explanation;
  const { entries, figures = [] } = explanation;
  const all: OwnEntry[] = [...entries];
  const ofPlan = ({ entry, input, channel }: KpiEntry) =>
    figures.find((one) => entry === 'input' && one.metric === input && one.channel === channel);
  const add = (one: KpiEntry) => all.push(namedEntry(view, one, found.kpis)) - 1;
  const places = found.entries.map((one) => ofPlan(one)?.entry ?? add(one));
  const placed = ({ terms, kpi, ...one }: OwnEntry & Pick<KpiEntry, 'kpi'>): OwnEntry => {
    if (!terms) return one;
    const moved = terms.map((term) =>
      'entry' in term ? { entry: places[term.entry] ?? 0 } : term,
    );
    return { ...one, terms: moved, ...(kpi ? {} : { pointer: JSON.stringify(moved) }) };
  };
  return { ...explanation, entries: [...entries, ...all.slice(entries.length).map(placed)] };
}
