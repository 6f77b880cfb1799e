// Why a KPI is what it is, down to what was counted. The structure comes from the core's tape, as that of
// the plan's figures does.
import { html, nothing, type TemplateResult } from 'lit';
import type { Kpi, KpiEntry, KpiInput } from '../../generated/evidence';
import type { Metric } from '../../generated/metrics';
import type { Explanation } from '../engine/engine';
import { aboutFigure, type Typed } from '../plan/ranges';
import { entriesOf, isOfFunnel } from '../tools/scorecard/asking';
import { slotOf } from '../tools/scorecard/figure';
import { fullName, inputName, unitOfInput } from '../tools/scorecard/names';
import { scorecardWords } from '../tools/scorecard/words';
import { unitOf, type View } from '../view/view';
import { capital } from '../view/words';
import { formulaOf, framed, nameOfEntry, type OwnEntry, parts, source } from './explanation';

export function explainedKpi(view: View, kpi: Kpi): TemplateResult | typeof nothing {
  const { opened } = view.ui;
  if (opened?.slot !== slotOf(kpi)) return nothing;
  const { channel: of } = opened;
  const entries = entriesOf(view, kpi).map((entry) => namedEntry(view, entry, [kpi]));
  const explanation: Explanation = { scenario: '', entries };
  const entry = entries.find(({ entry, channel }) => entry === 'figure' && channel === of);
  if (!entry) return nothing;
  const from = source(explanation, entry);
  const isMade = from.entry === 'figure';
  const close = () => {
    view.update({ opened: undefined });
    const its = of === undefined ? ':not([data-channel])' : `[data-channel="${of}"]`;
    view.focusLater(`[data-kpi="${kpi.id}"] .fig${its}`);
  };
  return framed(
    view,
    { id: 'explanation', name: nameOfEntry(view, entry), close },
    html`${isMade ? formulaOf(view, explanation, from) : nothing}
      ${parts(view, explanation, isMade ? from : entry, `${kpi.id} ${of}`)}`,
  );
}

/** As the plan's entries are, with its name, its unit, and where it comes from. */
export function namedEntry(view: View, entry: KpiEntry, kpis: readonly Kpi[]): OwnEntry {
  const kpi = kpis.find(({ id }) => id === entry.kpi);
  if (!kpi) return namedCount(view, entry, entry.input as KpiInput);
  return { ...entry, metric: kpi.id as Metric, label: fullName(view, kpi), unit: kpi.unit };
}

/** What is no KPI is a count. */
function namedCount(view: View, entry: KpiEntry, input: KpiInput): OwnEntry {
  const ofPlan = isOfFunnel(input);
  const named = {
    ...entry,
    metric: input as Metric,
    unit: ofPlan ? unitOf(input) : unitOfInput(input),
    label: capital(inputName(view, input)),
  };
  if (entry.entry === 'figure') return named;
  if (ofPlan) return { ...named, from: scorecardWords(view).ofPlan };
  const { store } = view;
  const at = store.scenario.channels.findIndex(({ id }) => id === entry.channel);
  const pointer = `${store.base}/channels/${at}/kpis/${input}`;
  return { ...aboutFigure(store.get(pointer) as Typed), ...named, pointer };
}
