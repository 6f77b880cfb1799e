// What a lead costs and where it stops paying, of the plan and of channels, as they are drawn.
import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../../generated/metrics';
import { picture, type Shape, scaleEnd } from '../charts/picture';
import type { Figure, Results } from '../engine/engine';
import { later, takeChart } from '../view/deferred';
import { isNumber, moneyTold, type View } from '../view/view';

const numberOr = (figure: Figure) => (isNumber(figure) ? figure : undefined);

export function shapeOf(results: Results, end: number): Shape {
  return { cost: numberOr(results.fullCostCpl), breakEven: numberOr(results.breakEvenCpl), end };
}

const ends = (results: Results) => [results.fullCostCpl, results.breakEvenCpl].filter(isNumber);

export function commonEnd(view: View): number {
  const { total, channels } = view.store.result;
  return scaleEnd(
    [
      ...ends(total),
      ...(later()?.softEnds(view)?.ends ?? []),
      ...(later()?.beside(view)?.ends ?? []),
    ],
    channels.flatMap(({ results }) => ends(results)),
  );
}

export function summaryOf(view: View, { cost, breakEven }: Shape): string {
  const { text, action, store } = view;
  const money = (value: number | undefined) =>
    value === undefined ? text.results.undefinedMark : moneyTold(view, 'fullCostCpl', value);
  return text.picture.summary[store.result.basis](action, money(cost), money(breakEven));
}

export function thePicture(view: View): TemplateResult | typeof nothing {
  const { text, format, store, action } = view;
  const shape = shapeOf(store.result.total, commonEnd(view));
  const { total, basis } = store.result;
  const { headroom } = total;
  const say = text.picture;
  const { cost, breakEven } = shape;
  if (cost === undefined && breakEven === undefined) return nothing;
  const money = (value = 0, of: Metric = 'fullCostCpl') => moneyTold(view, of, value);
  const room = isNumber(headroom) ? headroom : 0;
  const lines = (words: string, ...of: Shape['cost'][]) =>
    of.includes(undefined) ? [] : (later()?.chartLines(view, words) ?? [words]);
  return html`${picture(shape, {
    summary: `${summaryOf(view, shape)}${later()?.beside(view)?.summary ?? ''}`,
    below: later()?.belowPicture(view, shape.end),
    pay: lines(say.pay(action, money(cost)), cost),
    tick: lines(say.tick[basis](money(breakEven)), breakEven),
    room: lines(
      (room < 0 ? say.loss : say.gain)[basis](action, money(Math.abs(room), 'headroom')),
      cost,
      breakEven,
    ),
    isEarned: basis === 'margin',
    axis: (value) => format.figure(value, 'count'),
    width: view.ui.chartWidth,
    soft: later()?.softEnds(view)?.draw,
    // Each frame of it would keep the next key waiting.
    isAtOnce: view.tablesWait,
  })}
    ${takeChart(view, 'cost-and-break-even')}`;
}
