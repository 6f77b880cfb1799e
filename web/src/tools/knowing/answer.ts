// What it is worth to know more before deciding, in one line.
import type { RangeWorth, Worth, WorthRequest } from '../../engine/analyses';
import { analysesOf } from '../../plan/analyses';
import { nameOfTyped, ownFigures, ownName, ownTitle } from '../../view/own';
import { ownState } from '../../view/own-state';
import { nameOfScenario, type View } from '../../view/view';
import { capital, rough } from '../../view/words';
import { knowingWords } from './words';

/** What may be decided, as it is asked, and what is said of what is expected. */
export interface Decision {
  asked: Pick<WorthRequest, 'channels' | 'against' | 'split' | 'metric'>;
  name: string;
  /** Nothing where channels are decided, one by one. */
  expects?: { more: (amount: string) => string; less: (amount: string) => string };
}

const decided = ownState<{ key: string }>({ key: '' });

/** "channels", "against b". */
export const keyOf = ({ asked }: Decision) =>
  Object.entries(asked)
    .map(([of, what]) => (what === true ? of : `${of} ${what}`))
    .join();

/** The first unless another is chosen. */
export function decisions(view: View): [Decision, ...Decision[]] {
  const say = knowingWords(view);
  const { document, scenario, result } = view.store;
  const all: [Decision, ...Decision[]] = [
    {
      asked: {},
      name: say.plan,
      expects: { more: say.does[result.basis], less: say.leaves[result.basis] },
    },
  ];
  if (scenario.channels.length > 1) all.push({ asked: { channels: true }, name: say.channels });
  if (scenario.channels.some(({ response }) => response)) {
    all.push({ asked: { split: true }, name: say.split, expects: say.splits });
  }
  for (const other of document.scenarios) {
    if (other.id === scenario.id) continue;
    const name = nameOfScenario(view, other);
    const more = (amount: string) => say.better(amount, name);
    const less = (amount: string) => say.worse(amount, name);
    all.push({ asked: { against: other.id }, name: say.against(name), expects: { more, less } });
  }
  for (const own of ownFigures(view)) {
    if (own.unit !== 'money') continue;
    const name = ownTitle(view, own);
    const more = (amount: string) => say.comesTo(name, amount);
    const less = (amount: string) => say.fallsShort(name, amount);
    all.push({ asked: { metric: ownName(own.id) }, name: say.own(name), expects: { more, less } });
  }
  return all;
}

export function decisionOf(view: View): Decision {
  const { key } = decided.of(view);
  const all = decisions(view);
  return all.find((one) => keyOf(one) === key) ?? all[0];
}

export const decide = (view: View, key: string) => decided.update(view, { key });

export const worthOf = (view: View): Worth | undefined =>
  analysesOf(view.store).worth(decisionOf(view).asked);

/** Less is not told from nothing: a unit of money, or what the trials are not sure of. */
const isSomething = ({ mean, error }: Worth['perfect']) => mean >= Math.max(1, 3 * error);

/** What is told from the strata's own coarseness. */
export const worthKnowing = ({ perfect, ranges }: Worth): RangeWorth[] =>
  isSomething(perfect) ? ranges.filter(({ worth, bias }) => worth >= Math.max(1, 4 * bias)) : [];

export const nameOfRange = (view: View, { pointers, metric, group }: RangeWorth): string =>
  group === undefined
    ? capital(nameOfTyped(view, pointers[0] ?? '', metric))
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
