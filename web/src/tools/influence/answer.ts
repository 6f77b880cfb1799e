// "What matters most?", in one line, and what each range and lever does in words.

import type { Metric } from '../../../generated/metrics';
import type { Lever, Sensitivity, TypedInfluence } from '../../engine/analyses';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { nameOfTyped, ownFigures, ownName, ownTitle, readAs, unitOfTyped } from '../../view/own';
import { ownState } from '../../view/own-state';
import { isNumber, nameOf, type View } from '../../view/view';
import { amountOf, capital, figureOr } from '../../view/words';

/** The results whose influences are shown. */
export const kWatched = ['profit', 'roi', 'fullCostCpl', 'breakEvenCpl'] as const;

export type Watched = (typeof kWatched)[number] | `own:${string}`;

export const looking = ownState<{ watched: Watched }>({ watched: 'profit' });

/** What is looked at: a result of the plan, or a figure of the document's own. */
export interface Subject {
  /** As calls name it. */
  watched: Watched;
  title: string;
  /** In the middle of a sentence. */
  name: string;
  /** It has the unit and the digits of this one. */
  readAs: Metric;
}

/** Of another document there may be no such figure. */
export function subjectOf(view: View): Subject {
  const { watched } = looking.of(view);
  const say = restWords(view).influence;
  const own = ownFigures(view).find(({ id }) => ownName(id) === watched);
  if (own) {
    const title = ownTitle(view, own);
    return { watched, title, name: say.ofOwn(title), readAs: readAs(own) };
  }
  const metric = kWatched.find((one) => one === watched) ?? 'profit';
  const name = say.subject[metric](view.action, view.store.result.basis);
  return { watched: metric, title: view.labels[metric], name, readAs: metric };
}

export function influenceAnswer(view: View): string {
  const { watched } = subjectOf(view);
  const analyses = analysesOf(view.store);
  const found = view.ui.open.has('influence')
    ? analyses.sensitivity({ metric: watched })
    : analyses.soon(`influence ${watched}`, () => analyses.quickSensitivity({ metric: watched }));
  if (!found) return '';
  const strongest = found.inputs.find(({ swing }) => swing);
  if (strongest?.swing) return swingWords(view, strongest);
  const lever = firstLever(found);
  if (lever) return leverWords(view, lever);
  return typedWords(view, found) ?? view.text.results.undefinedMark;
}

/** Levers of all channels at once that move something. */
export const leversOfAll = ({ levers }: Sensitivity): Lever[] =>
  levers.filter(({ channel, percent }) => channel === undefined && percent !== 0);

/** A rate, if there is one, since points say it best. */
export function firstLever(found: Sensitivity): Lever | undefined {
  const ofAll = leversOfAll(found);
  return ofAll.find(({ point }) => point !== undefined) ?? ofAll[0];
}

/** A lever moves nothing but itself: clicks that are bought at a price stay, and cost more. */
export function leverName(view: View, { kind, channel }: Lever): string {
  const { store, action } = view;
  const isBought = store.scenario.channels.some(
    ({ id, adSpendCpc, adSpendCpm }) =>
      (channel === undefined || id === channel) && (adSpendCpc ?? adSpendCpm) !== undefined,
  );
  const say = restWords(view).influence;
  return kind === 'adSpend' && isBought ? say.dearerAds : say.lever(kind, action);
}

/** What a step of a lever does to a figure: the close rate, one point more, €12,000. */
export function leverStep(view: View, of: Metric, lever: Lever) {
  const { percent, point } = lever;
  const say = restWords(view).influence;
  const moved = point ?? percent;
  return {
    what: leverName(view, lever),
    step: point === undefined ? say.onePercent : say.onePoint,
    amount: amountOf(view, of, moved),
    isLess: moved < 0,
  };
}

/** "The close rate: one point more adds €12,000 to profit" */
export function leverWords(view: View, lever: Lever): string {
  const { text } = view;
  const { channel } = lever;
  const subject = subjectOf(view);
  const { what, step, amount, isLess } = leverStep(view, subject.readAs, lever);
  const name = text.explain.title(what, channel && nameOf(view, channel));
  const { takes, adds } = restWords(view).influence;
  return (isLess ? takes : adds)(capital(name), step, amount, subject.name);
}

/** What one percent more of a typed figure does. */
export const byOnePercent = ({ format, text }: View, { elasticity }: TypedInfluence): string =>
  isNumber(elasticity) ? format.percent(elasticity / 100, 2, true) : text.results.undefinedMark;

/** The typed figure that one percent more of moves it most: figures of the document's own have no levers. */
export function typedWords(view: View, { inputs }: Sensitivity): string | undefined {
  const first = inputs.find(({ elasticity }) => isNumber(elasticity));
  if (!first) return undefined;
  const name = nameOfTyped(view, first.pointer, first.metric);
  const { name: subject } = subjectOf(view);
  return restWords(view).influence.onePercentOf(capital(name), subject, byOnePercent(view, first));
}

/** "Close rate from 4 % to 8 % moves profit from −€1,000 to €60,000" */
export function swingWords(
  view: View,
  { pointer, metric, swing }: TypedInfluence,
  of: Metric = subjectOf(view).readAs,
  subject = subjectOf(view).name,
): string {
  const { format } = view;
  if (!swing) return '';
  const { low, high, atLow, atHigh } = swing;
  const typed = unitOfTyped(view, pointer, metric);
  const unit = (value: number) => format.figure(value, typed);
  return restWords(view).influence.swing(
    nameOfTyped(view, pointer, metric),
    unit(low),
    unit(high),
    subject,
    figureOr(view, of, atLow),
    figureOr(view, of, atHigh),
  );
}
