// "What changed?", in one line: this scenario beside another.
import type { Scenario } from '../../../generated/contract';
import type { Bridge, BridgeKind, Comparison, Difference } from '../../engine/analyses';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { ownState } from '../../view/own-state';
import { isNumber, nameOfScenario, shown, type View } from '../../view/view';
import { amountOf, change } from '../../view/words';
import { changesWords } from './words';

export const comparing = ownState<{
  /** The scenario compared with. */
  other?: string;
  bridge: 'profit' | 'roi';
  perMonth: boolean;
}>({ bridge: 'profit', perMonth: false });

export function otherScenario(view: View): Scenario | undefined {
  const { document, scenario } = view.store;
  const others = document.scenarios.filter(({ id }) => id !== scenario.id);
  return others.find(({ id }) => id === comparing.of(view).other) ?? others[0];
}

/** Why two scenarios cannot be compared: other money, or a return that counts something else. */
export function unlike(view: View, other: Scenario): string | undefined {
  const say = changesWords(view);
  const { document, scenario, result, results } = view.store;
  if (other.currency !== scenario.currency)
    return say.currencies(other.currency, scenario.currency);
  const basis = results[document.scenarios.indexOf(other)]?.basis;
  return basis === result.basis ? undefined : say.bases;
}

export function changedAnswer(view: View): string {
  const { store, labels, ui } = view;
  const say = changesWords(view);
  const other = otherScenario(view);
  if (!other) return '';
  if (unlike(view, other)) return say.notComparable;
  const analyses = analysesOf(store);
  const found = ui.open.has('changed')
    ? analyses.compare(other.id)
    : analyses.compareSoon(other.id);
  if (!found) return '';
  const { from, to, difference, relative } = found.total.profit;
  const name = nameOfScenario(view, other);
  if (found.perMonth || !isNumber(difference)) {
    const [before, after] = [from, to].map((profit) => shown(view, 'profit', profit));
    return say.answer(labels.profit, restWords(view).span.fromTo(before ?? '', after ?? ''), name);
  }
  if (difference === 0 || isNoise(relative)) return say.same(labels.profit, name);
  const amount = amountOf(view, 'profit', difference);
  const apart = difference > 0 ? say.more(amount, name) : say.less(amount, name);
  return `${labels.profit}${view.text.colon}${apart}${cause(view, found, difference)}`;
}

type Part = Exclude<Bridge, { undefined: string }>['parts'][number];

/** What made the difference: what made most of it, or what pulled either way. */
function cause(view: View, found: Comparison, difference: number): string {
  const { profit } = found.bridge;
  if ('undefined' in profit) return '';
  const say = changesWords(view).cause;
  const parts = profit.parts
    .filter(({ amount }) => Math.abs(amount) >= kLeast)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const [greatest] = parts.filter(({ amount }) => amount > 0 === difference > 0);
  const [against] = parts.filter(({ amount }) => amount > 0 !== difference > 0);
  if (!greatest) return '';
  const named = (part: Part) => partName(view, found, part);
  const sized = (part: Part) => `${named(part)} (${change(view, 'profit', part.amount)})`;
  if (against) return say.both(sized(greatest), sized(against));
  if (parts.length === 1) return say.all(named(greatest));
  const isMost = Math.abs(greatest.amount) > Math.abs(difference) / 2;
  return isMost ? say.most(named(greatest)) : say.greatest(sized(greatest));
}

/** Of a whole unit of money; less is not shown as a part either. */
const kLeast = 0.5;

const kRatesToLeads: readonly BridgeKind[] = ['ctr', 'conversionRate'];

function partName(view: View, { total, bridge }: Comparison, { kind }: Part): string {
  const say = changesWords(view).cause;
  if (kind === 'channels') return say.channels;
  if (kind !== 'volume') return restWords(view).influence.lever(kind, view.action);
  const { difference } = total.leads;
  const parts = 'undefined' in bridge.profit ? [] : bridge.profit.parts;
  const isByRates = parts.some((part) => kRatesToLeads.includes(part.kind));
  if (isByRates || !isNumber(difference) || difference === 0) return say.volume;
  const leads = difference > 0 ? say.moreLeads(view.action) : say.fewerLeads(view.action);
  return total.cost.difference === 0 ? say.atSameCost(leads) : leads;
}

/** Less than that is the computer's own rounding. */
export const isNoise = (relative: Difference['relative'] | undefined) =>
  relative !== undefined && isNumber(relative) && Math.abs(relative) < 1e-12;
