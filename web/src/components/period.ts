// The plan's period. Another one changes no amount; whether costs stay those of the period before is
// the visitor's to say.
import { html, nothing, type TemplateResult } from 'lit';
import type { Scenario } from '../../generated/contract';
import { restWords } from '../locales/rest';
import { ofPeriod } from '../model/edits';
import { choiceField, numberField } from './fields';
import { act, type View } from './view';

type Kind = Scenario['period']['kind'];

/** A campaign, or a number of months, starts with the months there were. */
export function choosePeriod(view: View, kind: Kind): void {
  const { store } = view;
  const { scenario } = store;
  const isStated = kind === 'campaign' || kind === 'months';
  const period = isStated ? { kind, months: store.result.periodMonths } : { kind };
  act(view, `${store.base}/period`, period);
  view.update({ periodBefore: { scenario: store.scenario, period: scenario.period } });
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
    choose: (kind) => choosePeriod(view, kind),
  })}
    ${periodNote(view)}
    ${stated ? numberField(view, { pointer: `${store.base}/period/months`, label: text.inputs.months, unit: 'months' }) : nothing}`;
}

/** Until something else is changed: what another period means for what has been typed. */
export function periodNote(view: View): TemplateResult | typeof nothing {
  const { store, text, ui } = view;
  const before = ui.periodBefore;
  if (before?.scenario !== store.scenario) return nothing;
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
