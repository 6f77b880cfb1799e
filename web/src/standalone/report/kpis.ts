// The KPIs that are followed, on paper: those that lead to the goal first, each with its figure, that of the period
// before or of the plan where there is one, and what it does to the goal.
import { html, nothing, type TemplateResult } from 'lit';
import type { Scenario } from '../../../generated/contract';
import type { Kpi } from '../../../generated/evidence';
import type { AskOfEvidence } from '../../engine/reader';
import { type Cell, table } from '../../kit/tables';
import { unlike } from '../../tools/changes/answer';
import { boardBeside, boardOf, goalOf, isOfPlan } from '../../tools/scorecard/asking';
import { fullName } from '../../tools/scorecard/names';
import { atAPrice, figureText, link } from '../../tools/scorecard/panel';
import { scorecardWords } from '../../tools/scorecard/words';
import { answering } from '../../view/evidence';
import { hasHappened, resultOf, scenarioName, shown, unitOf, type View } from '../../view/view';
import { pageWords } from '../words/index';

const kPlanned = ['plan'] as const;
const kPast = ['lastCampaign', 'samePeriodLastYear'] as const;

export const kpisTitle = (view: View): string => scorecardWords(view).heading;

/** Whether some were chosen; what works them out is fetched then, for it is not there at once. */
export function followsKpis(view: View): boolean {
  const { kpis = [] } = view.store.scenario.scorecard ?? {};
  if (kpis.length === 0 || !view.outside.reader) return false;
  answering(view);
  return true;
}

export function kpiPart(view: View): TemplateResult {
  const { ask } = answering(view);
  const reply = ask && boardOf(view, ask);
  if (!ask || !reply?.ok) return html`<p class="note">${pageWords(view).report.notThere}</p>`;
  return kpiTable(view, reply.value.chosen, ask);
}

function kpiTable(view: View, chosen: readonly Kpi[], ask: AskOfEvidence): TemplateResult {
  const say = pageWords(view).report;
  const { labels } = view;
  const other = otherOf(view);
  const before = other === undefined ? [] : boardBeside(view, ask, other);
  const rows = table({
    caption: kpisTitle(view),
    columns: [
      say.figure,
      say.value,
      ...(other === undefined ? [] : [scenarioName(view, other)]),
      say.effect(labels[goalOf(view)]),
    ],
    rows: chosen.map((kpi) => [
      fullName(view, kpi),
      html`${valueNow(view, kpi)}${goalLine(view, kpi)}`,
      ...(other === undefined ? [] : [otherValue(view, kpi, before, other)]),
      html`${link(view, kpi)}${atAPrice(view, kpi)}`,
    ]),
  });
  return html`<div class="followed">${rows}</div>`;
}

/** Beside a plan the last campaign, or else the same period of last year; beside what is over, what was planned: where
 * it is as long and in the same money. */
function otherOf(view: View): number | undefined {
  const { scenario, document } = view.store;
  const { scenarios } = document;
  const { kind, months } = scenario.period;
  const compares = (role: Scenario['role']) => (one: Scenario) =>
    one !== scenario &&
    (one.role ?? 'plan') === role &&
    one.period.kind === kind &&
    one.period.months === months &&
    !unlike(view, one);
  const roles = hasHappened(scenario) ? kPlanned : kPast;
  return roles.map((role) => scenarios.findIndex(compares(role))).find((found) => found >= 0);
}

const valueNow = (view: View, kpi: Kpi): string =>
  isOfPlan(kpi.id)
    ? shown(view, kpi.id, resultOf(view, kpi.id, undefined))
    : figureText(view, kpi, kpi.total);

function goalLine(view: View, { id }: Kpi): Cell | typeof nothing {
  const { goal } = view.store.scenario;
  if (!goal || goal.metric !== id) return nothing;
  const target = view.format.figure(goal.target, unitOf(goal.metric));
  return html`<span class="why">${view.labels.goalTarget}${view.text.colon}${target}</span>`;
}

/** By the counts of that scenario, and its own plan. */
function otherValue(view: View, kpi: Kpi, before: readonly Kpi[], at: number): string {
  const { id } = kpi;
  if (isOfPlan(id)) {
    const figure = view.store.results[at]?.total[id];
    return figure === undefined ? '' : shown(view, id, figure);
  }
  const found = before.find((one) => one.id === id);
  return found ? figureText(view, found, found.total) : '';
}
