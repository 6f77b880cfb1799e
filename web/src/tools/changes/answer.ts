// "What changed?", in one line: this scenario beside another.
import type { Scenario } from '../../../generated/contract';
import { restWords } from '../../locales/later/index';
import { ownState } from '../../view/own-state';
import { nameOfScenario, shown, type View } from '../../view/view';
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
  const { store, labels } = view;
  const say = changesWords(view);
  const other = otherScenario(view);
  const before = other && store.results[store.document.scenarios.indexOf(other)];
  if (!other || !before) return '';
  if (unlike(view, other)) return say.notComparable;
  const profits = [before.total.profit, store.result.total.profit] as const;
  const [from, to] = profits.map((profit) => shown(view, 'profit', profit));
  const change = restWords(view).span.fromTo(from ?? '', to ?? '');
  return say.answer(labels.profit, change, nameOfScenario(view, other));
}
