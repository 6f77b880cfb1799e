// What it is worth to know more before deciding, in one line.
import type { RangeWorth, Worth } from '../../engine/analyses';
import { analysesOf } from '../../plan/analyses';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import { capital, inputName, rough } from '../../view/words';
import { knowingWords } from './words';

/** Whether the plan is carried out, each of its channels, or it rather than another scenario. */
export const deciding = ownState<{ of: 'plan' | 'channels' | { against: string } }>({ of: 'plan' });

export function worthOf(view: View): Worth | undefined {
  const { of } = deciding.of(view);
  const { document } = view.store;
  if (of === 'plan') return analysesOf(view.store).worth({});
  if (of === 'channels') return analysesOf(view.store).worth({ channels: true });
  const isThere = document.scenarios.some(({ id }) => id === of.against);
  return analysesOf(view.store).worth(isThere ? of : {});
}

/** Less is not told from nothing: a unit of money, or what the trials are not sure of. */
const isSomething = ({ mean, error }: Worth['perfect']) => mean >= Math.max(1, 3 * error);

/** What is told from the strata's own coarseness. */
export const worthKnowing = ({ perfect, ranges }: Worth): RangeWorth[] =>
  isSomething(perfect) ? ranges.filter(({ worth, bias }) => worth >= Math.max(1, 4 * bias)) : [];

export const nameOfRange = (view: View, { pointers, metric, group }: RangeWorth): string =>
  group === undefined
    ? capital(inputName(view, pointers[0] ?? '', metric))
    : knowingWords(view).common(group);

export const money = (view: View, amount: number) => rough(view, 'profit', amount);

export function knowingAnswer(view: View): string {
  const found = worthOf(view);
  if (!found) return '';
  if (found.choices.length === 0) return view.text.results.undefinedMark;
  const [first] = worthKnowing(found);
  if (!first) return knowingWords(view).nothing;
  return knowingWords(view).atMost(nameOfRange(view, first), money(view, first.worth));
}
