// All figures, in total and per channel; which nobody has is said below them, and why.
import { css, html, nothing, type TemplateResult } from 'lit';
import { type Category, type Metric, metrics, type ResultMetric } from '../../generated/metrics';
import { figureButton } from '../kit/figure';
import { restWords } from '../locales/later/index';
import { columnWriters } from '../view/columns';
import { explanationIn } from '../view/deferred';
import { isNumber, nameOf, ownLabel, reason, resultOf, unitOf, type View } from '../view/view';
import { capital } from '../view/words';
import { isHad, kCategories, metricsOf } from './results';

export const allFiguresLayout = css`
  .matrix th:first-child {
    position: sticky;
    left: 0;
    background: var(--paper);
    font-weight: 400;
    text-align: start;
    min-width: calc(8.5 * var(--unit));
    max-width: calc(16 * var(--unit));
    font-size: var(--note);
  }
  .matrix .group th {
    padding-top: var(--s4);
    font-weight: 600;
    font-size: var(--small);
    color: var(--soft);
  }
  .matrix .explanation {
    position: sticky;
    left: 0;
    width: min(calc(100cqi - 2 * var(--s4)), 42em);
  }
  .without {
    position: sticky;
    left: 0;
    margin-top: var(--s3);
  }
  .without .fig {
    white-space: normal;
    text-align: start;
  }
  .without dt {
    margin-top: var(--s3);
    font-size: var(--small);
    color: var(--soft);
  }
  .without dd ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s5);
    font-size: var(--note);
  }
`;

/** These stand below each other to the cent, and add up; others each have the digits that are read. */
const isOfSums = (metric: Metric) =>
  ['money', 'count'].includes(unitOf(metric)) || metrics[metric].category === 'share';

export function allFigures(view: View): TemplateResult {
  const { text, store } = view;
  const ids = store.result.channels.map(({ id }) => id);
  const shown = kCategories.map(
    (category) => [category, metricsOf(category).filter((metric) => isHad(view, metric))] as const,
  );
  const written = shown.flatMap(([, list]) => list.filter(isOfSums)) as ResultMetric[];
  const write = columnWriters(view, written, ['money', 'count', 'rate']);
  const cell = (metric: Metric, channel?: string) => {
    const words = write(metric as ResultMetric, channel);
    const say = words === undefined ? {} : { say: () => words };
    return html`<td>${figureButton(view, metric, { slot: slotOf(metric), channel, ...say })}</td>`;
  };
  const row = (metric: Metric) => html`<tr>
      <th scope="row">${ownLabel(view, store.scenario, metric)}</th>
      ${cell(metric)} ${ids.map((id) => cell(metric, id))}
    </tr>
    ${view.ui.opened?.slot === slotOf(metric) ? html`<tr class="opened"><td colspan=${ids.length + 2}>${explanationIn(view, slotOf(metric))}</td></tr>` : nothing}`;
  const group = (category: Category, list: Metric[]) => html`<tbody>
      <tr class="group"><th scope="rowgroup" colspan=${ids.length + 2}>${text.categories[category as (typeof kCategories)[number]]}</th></tr>
      ${list.map(row)}
    </tbody>`;
  return html`<table class="matrix">
      <caption class="unseen">${text.results.all}</caption>
      <thead>
        <tr><td></td><th scope="col">${text.results.total}</th>${ids.map((id) => html`<th scope="col">${nameOf(view, id)}</th>`)}</tr>
      </thead>
      ${shown.map(([category, list]) => (list.length > 0 ? group(category, list) : nothing))}
    </table>
    ${without(view)}`;
}

const slotOf = (metric: Metric) => `all-${metric}`;

/** By what is missing; each opens into its formula, which says how it would be known. */
function without(view: View): TemplateResult | typeof nothing {
  const list = kCategories.flatMap(metricsOf).filter((metric) => !isHad(view, metric));
  if (list.length === 0) return nothing;
  const byWhy = new Map<string, Metric[]>();
  for (const metric of list) {
    const figure = resultOf(view, metric, undefined);
    const why = isNumber(figure) ? '' : reason(view, figure.undefined);
    byWhy.set(why, [...(byWhy.get(why) ?? []), metric]);
  }
  const name = (metric: Metric) =>
    html`<li>${figureButton(view, metric, { slot: slotOf(metric), none: view.labels[metric] })}</li>`;
  return html`<details class="inner without">
    <summary><b>${restWords(view).without(list.length)}</b></summary>
    <dl>${[...byWhy].map(([why, names]) => html`<div><dt>${capital(why)}</dt><dd><ul>${names.map(name)}</ul></dd></div>`)}</dl>
    ${list.map((metric) => explanationIn(view, slotOf(metric)))}
  </details>`;
}
