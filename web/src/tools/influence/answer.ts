// "What matters most?", in one line, and what each range and lever does in words.

import type { Metric } from '../../../generated/metrics';
import type { Lever, Sensitivity, TypedInfluence } from '../../engine/analyses';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { ownState } from '../../view/own-state';
import { nameOf, unitOf, type View } from '../../view/view';
import { amountOf, capital, figureOr, inputName } from '../../view/words';

/** The results whose influences are shown. */
export const kWatched = ['profit', 'roi', 'fullCostCpl', 'breakEvenCpl'] as const;

export const looking = ownState<{ watched: (typeof kWatched)[number] }>({ watched: 'profit' });

export function influenceAnswer(view: View): string {
  const { watched } = looking.of(view);
  const analyses = analysesOf(view.store);
  const found = view.ui.open.has('influence')
    ? analyses.sensitivity({ metric: watched })
    : analyses.soon(`influence ${watched}`, () => analyses.quickSensitivity({ metric: watched }));
  if (!found) return '';
  const strongest = found.inputs.find(({ swing }) => swing);
  if (strongest?.swing) return swingWords(view, strongest);
  const lever = firstLever(found);
  return lever ? leverWords(view, lever) : view.text.results.undefinedMark;
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

const watchedSubject = (view: View): string => {
  const { influence } = restWords(view);
  return influence.subject[looking.of(view).watched](view.action, view.store.result.basis);
};

/** "The close rate: one point more adds €12,000 to profit" */
export function leverWords(view: View, lever: Lever): string {
  const { text } = view;
  const { channel } = lever;
  const { what, step, amount, isLess } = leverStep(view, looking.of(view).watched, lever);
  const name = text.explain.title(what, channel && nameOf(view, channel));
  const { takes, adds } = restWords(view).influence;
  return (isLess ? takes : adds)(capital(name), step, amount, watchedSubject(view));
}

/** "Close rate from 4 % to 8 % moves profit from −€1,000 to €60,000" */
export function swingWords(
  view: View,
  { pointer, metric, swing }: TypedInfluence,
  of: Metric = looking.of(view).watched,
  subject = watchedSubject(view),
): string {
  const { format } = view;
  if (!swing) return '';
  const { low, high, atLow, atHigh } = swing;
  const unit = (value: number) => format.figure(value, unitOf(metric));
  return restWords(view).influence.swing(
    inputName(view, pointer, metric),
    unit(low),
    unit(high),
    subject,
    figureOr(view, of, atLow),
    figureOr(view, of, atHigh),
  );
}
