// A KPI's figure: a button that opens how it is worked out.
import { html, nothing, type TemplateResult } from 'lit';
import type { Kpi } from '../../../generated/evidence';
import type { Metric } from '../../../generated/metrics';
import { nameOf, type Opened, type View } from '../../view/view';
import { fullName } from './names';

export const slotOf = ({ id }: Kpi) => `scorecard-${id}`;

/** Beside metrics, a KPI may be open. */
const openedOf = (kpi: Kpi, channel: string | undefined): Opened => ({
  metric: kpi.id as Metric,
  channel,
  slot: slotOf(kpi),
});

export function kpiButton(
  view: View,
  kpi: Kpi,
  channel: string | undefined,
  words: string,
): TemplateResult {
  const { opened } = view.ui;
  const own = openedOf(kpi, channel);
  const isOpen = opened?.slot === own.slot && opened.channel === channel;
  const toggle = () => view.update({ opened: isOpen ? undefined : own });
  const fold = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== 'Escape') return;
    // what is around it stays open
    event.stopPropagation();
    toggle();
  };
  const { explain } = view.text;
  return html`<button type="button" class="fig" translate="no" data-channel=${channel ?? nothing}
    aria-expanded=${isOpen ? 'true' : 'false'} aria-controls=${isOpen ? 'explanation' : nothing}
    title=${explain.open(explain.title(fullName(view, kpi), channel && nameOf(view, channel)))}
    @click=${toggle} @keydown=${fold}>${words}</button>`;
}
