// Figures of a test as they are read, each with its range.
import type { Estimate, Holdout } from '../../../generated/evidence';
import type { Unit } from '../../../generated/metrics';
import type { Fact } from '../../kit/tables';
import type { View } from '../../view/view';
import { holdoutWords } from './words';

/** Between both ends; at least or at most, where one has no limit. */
export function rangeNote(view: View, { low, high }: Estimate, unit: Unit): string | undefined {
  const say = holdoutWords(view);
  const end = (one: number) => view.format.rough(one, unit);
  if (low !== undefined && high !== undefined)
    return view.text.analyses.between(end(low), end(high));
  if (low !== undefined) return say.atLeast(end(low));
  return high === undefined ? undefined : say.atMost(end(high));
}

export function estimateFact(
  view: View,
  label: string,
  estimate: Estimate | undefined,
  unit: Unit,
): Fact[] {
  if (!estimate) return [];
  const value = view.format.told(estimate.value, unit);
  return [{ label, value, note: rangeNote(view, estimate, unit) }];
}

/** What each cost, and what each euro of it brought. */
export function moneyFacts(
  view: View,
  { costPerIncremental, incrementalRoas }: Pick<Holdout, 'costPerIncremental' | 'incrementalRoas'>,
  costLabel: string,
): Fact[] {
  return [
    ...estimateFact(view, costLabel, costPerIncremental, 'money'),
    ...estimateFact(view, holdoutWords(view).roas, incrementalRoas, 'ratio'),
  ];
}

/** In a sentence: 33% (9 times in 10, 20% to 43%). */
export function rangeWords(view: View, { low, high }: Estimate, unit: Unit): string {
  if (low === undefined || high === undefined) return '';
  return holdoutWords(view).range(view.format.rough(low, unit), view.format.rough(high, unit));
}

/** Of a p value; smaller ones say no more. */
export function luckWords(view: View, pValue: number): string {
  const kLeast = 0.001;
  const words = view.format.about(Math.max(pValue, kLeast), 'rate');
  return pValue < kLeast ? holdoutWords(view).under(words) : words;
}
