// What a lead costs and where it stops paying, of the plan and of channels, as they are drawn.
import { html, nothing, type TemplateResult } from 'lit';
import { type Bands, picture, type Shape, scaleEnd } from '../charts/picture';
import type { Figure, Results } from '../engine/engine';
import { later, takeChart } from '../view/deferred';
import { isNumber, moneyTold, type View } from '../view/view';
import { isKnown } from '../view/words';

const numberOr = (figure: Figure) => (isNumber(figure) ? figure : undefined);

export function shapeOf(results: Results, end: number): Shape {
  return { cost: numberOr(results.fullCostCpl), breakEven: numberOr(results.breakEvenCpl), end };
}

const ends = (results: Results) => [results.fullCostCpl, results.breakEvenCpl].filter(isNumber);

/** Where the cost and the break-even of the plan, or of a channel, lie 9 times in 10. */
export function bandsOf({ store }: View, channel?: string): Bands {
  const analyses = later()?.analysesOf(store);
  const scope = channel
    ? analyses?.channelEnds().find(({ id }) => id === channel)
    : analyses?.simulated()?.total;
  const results = scope?.results;
  const band = (metric: 'fullCostCpl' | 'breakEvenCpl') => {
    const found = results?.[metric];
    return isKnown(found) && found.p5 < found.p95 ? found : undefined;
  };
  return { cost: band('fullCostCpl'), breakEven: band('breakEvenCpl') };
}

const edges = (band: Bands['cost']) => (band ? [band.p5, band.p95] : []);

export function commonEnd(view: View): number {
  const { total, channels } = view.store.result;
  const { cost, breakEven } = bandsOf(view);
  return scaleEnd(
    [...ends(total), ...edges(cost), ...edges(breakEven), ...(later()?.beside(view)?.ends ?? [])],
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
  if (shape.cost === undefined && shape.breakEven === undefined) return nothing;
  const money = (value: number | undefined) => moneyTold(view, 'fullCostCpl', value ?? 0);
  const room = isNumber(headroom) ? headroom : 0;
  const beside = later()?.beside(view);
  return html`${picture(shape, bandsOf(view), {
    summary: `${summaryOf(view, shape)}${beside?.summary ?? ''}`,
    beside: beside?.draw(shape.end),
    pay: say.pay(action, money(shape.cost)),
    tick: say.tick[basis](money(shape.breakEven)),
    room: (room < 0 ? say.loss : say.gain)[basis](action, money(Math.abs(room))),
    isEarned: basis === 'margin',
    axis: (value) => format.figure(value, 'count'),
  })}
    ${takeChart(view, 'cost-and-break-even')}`;
}
