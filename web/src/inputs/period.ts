// The plan's period. Another one changes no amount; whether costs stay those of the period before is
// the visitor's to say.
import { html, nothing, type TemplateResult } from 'lit';
import type { Scenario } from '../../generated/contract';
import { choiceField, numberField } from '../kit/fields';
import { restWords } from '../locales/later/index';
import { ofPeriod } from '../plan/edits';
import { act } from '../view/act';
import type { PeriodPlace, View } from '../view/view';
import { around, choosePeriod, periodSelect } from './period-choice';

type Kind = Scenario['period']['kind'];

/** "Cost [per month]": the head of what channels cost. */
export function costHead(view: View): TemplateResult {
  const { store, text } = view;
  const { kind } = store.scenario.period;
  const choose = (chosen: Kind) => choosePeriod(view, chosen, 'costs');
  return around(text.inputs.costPer, periodSelect(view, kind, choose));
}

export function periodFields(view: View, { period }: Scenario): TemplateResult {
  const { store, text } = view;
  const stated = period.kind === 'campaign' || period.kind === 'months';
  const kinds = ['month', 'quarter', 'year', 'campaign', 'months'] as const;
  return html`${choiceField(view, {
    pointer: `${store.base}/period/kind`,
    label: text.inputs.period,
    initial: period.kind,
    options: kinds.map((kind) => [kind, text.inputs.periods[kind]] as const),
    choose: (kind) => choosePeriod(view, kind, 'setup'),
  })}
    ${periodNote(view, 'setup')}
    ${stated ? numberField(view, { pointer: `${store.base}/period/months`, label: text.inputs.months, unit: 'months' }) : nothing}`;
}

/** Until something else is changed: what another period means for what has been typed. */
export function periodNote(view: View, place: PeriodPlace): TemplateResult | typeof nothing {
  const { store, text, ui } = view;
  const before = ui.periodBefore;
  if (before?.scenario !== store.scenario || before.place !== place) return nothing;
  const kept = ofPeriod(store.scenario, before.period);
  const say = restWords(view).period;
  const { per } = text.inputs;
  const keep = () => {
    act(view, store.base, kept);
    view.focusLater(`[name="${store.base}/period/kind"]`);
  };
  const offer = html`<button type="button" class="link note" data-keeps-period @click=${keep}>${say.keep(per[before.period.kind])}</button>`;
  return html`<p class="note wide">${say.changed(per[store.scenario.period.kind])}
    ${kept === store.scenario ? nothing : offer}</p>`;
}
