// Choosing the plan's period, as a part of what is said around it.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Scenario } from '../../generated/contract';
import { act } from '../view/act';
import type { PeriodPlace, View } from '../view/view';

type Kind = Scenario['period']['kind'];

/** Stands for the choice until the words around it are known. */
const kMark = '\ue000';

export function around(words: (per: string) => string, select: TemplateResult): TemplateResult {
  const [before, after] = words(kMark).split(kMark);
  return html`${before}${select}${after}`;
}

/** "per [month]", as a part of what is said around it. */
export function periodSelect(
  { store, text }: View,
  kind: Kind,
  choose: (kind: Kind) => void,
): TemplateResult {
  const kinds = new Set(['month', 'quarter', 'year', store.scenario.period.kind, kind] as const);
  const chosen = (event: Event) => choose((event.target as HTMLSelectElement).value as Kind);
  return html`<select class="inline" name="${store.base}/period/kind" aria-label=${text.inputs.period}
    .value=${live(kind)} @change=${chosen}>
    ${[...kinds].map((one) => html`<option value=${one} ?selected=${one === kind}>${text.inputs.per[one]}</option>`)}
  </select>`;
}

/** A campaign, or a number of months, starts with the months there were. */
export function choosePeriod(view: View, kind: Kind, place: PeriodPlace): void {
  const { store } = view;
  const { scenario } = store;
  const isStated = kind === 'campaign' || kind === 'months';
  const period = isStated ? { kind, months: store.result.periodMonths } : { kind };
  act(view, `${store.base}/period`, period);
  view.update({ periodBefore: { scenario: store.scenario, period: scenario.period, place } });
}
