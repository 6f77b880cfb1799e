// "What would it take?", in one line: the next round ROI, by the figure that most people would move.
import type { Metric } from '../../../generated/metrics';
import type { Solved, TypedInfluence } from '../../engine/analyses';
import { analysesOf } from '../../plan/analyses';
import { isNumber, unitOf, type View } from '../../view/view';
import { inputName, lower } from '../../view/words';
import { seekWords } from './words';

/** An ROI to aim at: even, doubled, tripled and so on. */
const kAims = [0, 1, 2, 3, 5, 10, 20, 50, 100];

/** The next one above what the plan comes to, if there is one. */
export function nextAim({ store }: View): number | undefined {
  const { roi } = store.result.total;
  return isNumber(roi) ? kAims.find((aim) => aim > roi) : undefined;
}

export function seekAnswer(view: View): string {
  const target = nextAim(view);
  const none = view.text.results.undefinedMark;
  if (target === undefined) return none;
  const analyses = analysesOf(view.store);
  const asked = analyses.soon(`what ${target} takes`, () => ({ found: whatItTakes(view, target) }));
  if (!asked) return '';
  return asked.found ? inOneLine(view, asked.found) : none;
}

/** The same, worked out at once; nothing where there is nothing to say. */
export function seekAnswerNow(view: View): string {
  const target = nextAim(view);
  const found = target === undefined ? undefined : whatItTakes(view, target);
  return found ? inOneLine(view, found) : '';
}

function whatItTakes({ store }: View, target: number): Solved | undefined {
  const analyses = analysesOf(store);
  const inputs = analyses.quickSensitivity({ metric: 'roi' })?.inputs ?? [];
  const input = inputToMove(inputs)?.pointer;
  return input === undefined ? undefined : analyses.solve({ metric: 'roi', target, input });
}

/** How many buy is what a plan's owner works on; else what moves the ROI most. */
export const inputToMove = (inputs: readonly TypedInfluence[]): TypedInfluence | undefined =>
  inputs.find(({ metric }) => metric === 'closeRate') ?? inputs[0];

function inOneLine(view: View, found: Solved): string {
  const { store, text, format } = view;
  const { solutions, reachable, input, inputMetric, target } = found;
  const say = seekWords(view);
  const aim =
    target === 0 ? say.even[store.result.basis] : say.aim(format.percent(target, 0, true));
  const name = inputName(view, input, inputMetric);
  const [value] = solutions;
  const takes =
    reachable && value !== undefined ? takesWords(view, found, value) : say.notAlone(name);
  return `${aim}${text.colon}${takes}`;
}

function takesWords(view: View, found: Solved, value: number): string {
  const { format, store } = view;
  const { input, inputMetric, from } = found;
  const say = seekWords(view);
  const many = inSoMany(view, found);
  const isOfAll = store.scenario.channels.every(({ closeRate }) => closeRate === undefined);
  if (many && isOfAll && input === `${store.base}/closeRate`)
    return say.becomes(view.text.nouns[view.action].one, many.to, many.from);
  const told = (figure: number) => format.told(figure, unitOf(inputMetric));
  const [to, now] = many ? [say.oneIn(many.to), say.oneIn(many.from)] : [told(value), told(from)];
  return say.takes(lower(inputName(view, input, inputMetric)), to, now);
}

/** Rates of people, who are easier to see as one in so many. */
const kOfPeople: ReadonlySet<Metric> = new Set(['closeRate', 'conversionRate']);
/** From so many on, a whole number is as near as two digits are. */
const kLeast = 10;

/** Where both can be told apart so. */
function inSoMany({ format }: View, { oneIn, inputMetric }: Solved) {
  const [to] = oneIn?.solutions ?? [];
  if (!oneIn || to === undefined || !kOfPeople.has(inputMetric)) return undefined;
  if (Math.min(oneIn.from, to) < kLeast) return undefined;
  const words = { from: format.about(oneIn.from, 'count'), to: format.about(to, 'count') };
  return words.from === words.to ? undefined : words;
}
