// What KPIs and what they are made of are called.
import type { Kpi, KpiInput } from '../../../generated/evidence';
import type { Unit } from '../../../generated/metrics';
import type { View } from '../../view/view';
import { lower } from '../../view/words';
import { interactionsOf, isOfFunnel, isOfPlan } from './asking';
import { type OwnKpi, scorecardWords } from './words';

export function inputName(view: View, input: KpiInput): string {
  return isOfFunnel(input) ? lower(view.labels[input]) : scorecardWords(view).inputs[input];
}

/** What is counted is a part of a rate's name. */
export function nameOfKpi(view: View, kpi: Kpi): string {
  const say = scorecardWords(view);
  const { id } = kpi;
  return isOfPlan(id) ? view.labels[id] : say.kpis[id as OwnKpi];
}

export function fullName(view: View, kpi: Kpi): string {
  const name = nameOfKpi(view, kpi);
  if (!kpi.interactions) return name;
  return scorecardWords(view).withRecipe(name, recipeWords(view));
}

export const recipeWords = (view: View): string =>
  interactionsOf(view)
    .map((input) => inputName(view, input))
    .join(' + ');

const kUnits: Partial<Record<KpiInput, Unit>> = {
  marketCpc: 'money',
  marketCpm: 'money',
  adSpend: 'money',
  callCost: 'money',
  deflectedShare: 'rate',
  notNegativeShare: 'rate',
};

/** What is typed of it. */
export const unitOfInput = (input: KpiInput): Unit => kUnits[input] ?? 'count';
