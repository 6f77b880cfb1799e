// "How sure is it?", in one line.
import { analysesOf } from '../../plan/analyses';
import { ownFigures, ownTitle, readAs } from '../../view/own';
import type { View } from '../../view/view';
import { earningWords, isKnown, rough } from '../../view/words';
import { certaintyWords } from './words';

export function sureAnswer(view: View): string {
  const simulated = analysesOf(view.store).simulated();
  if (simulated) return earningWords(view, simulated);
  const { unmovedAnswer, singleAnswer } = certaintyWords(view);
  const own = ownAnswer(view);
  if (own) return own;
  return hasIdleRanges(view) ? unmovedAnswer : singleAnswer;
}

/** Where no range moves the plan, but one a figure of the document's own: between what that lies. */
function ownAnswer(view: View): string | undefined {
  const found = analysesOf(view.store)
    .ownChancesSoon()
    ?.find(({ value }) => isKnown(value) && value.p5 < value.p95);
  const defined = ownFigures(view).find(({ id }) => id === found?.id);
  if (!defined || !isKnown(found?.value)) return undefined;
  const [low, high] = [found.value.p5, found.value.p95].map((end) =>
    rough(view, readAs(defined), end),
  ) as [string, string];
  return `${ownTitle(view, defined)}${view.text.colon}${view.text.analyses.between(low, high)}`;
}

/** Why there are no chances, in a sentence. */
export function whySingle(view: View): string {
  const { unmoved, single } = certaintyWords(view);
  return hasIdleRanges(view) ? unmoved : single;
}

/** Of a plan without chances: whether it has ranges all the same. */
function hasIdleRanges({ store }: View): boolean {
  const analyses = analysesOf(store);
  return analyses.hasRanges && analyses.canAnswer;
}
