// The goal: what is to be reached, and how it stands on the way.
import { html, nothing, type TemplateResult } from 'lit';
import type { Goal } from '../../generated/contract';
import type { GoalResult, Pace } from '../engine/engine';
import { restWords } from '../locales/rest';
import { choiceField, numberField, textField } from './fields';
import { act, isNumber, unitOf, type View } from './view';

const kGoals: Goal['metric'][] = [
  'leads',
  'customers',
  'revenue',
  'profit',
  'roi',
  'roas',
  'fullCostCpl',
  'fullCostCac',
];

/** A new goal starts from what the plan gives. */
function today({ store }: View, metric: Goal['metric']): number {
  const figure = store.result.total[metric];
  return isNumber(figure) ? Number(figure.toPrecision(3)) : 0;
}

/** Goals of what adds up over time, so that one is part-way to them. */
const kAddUp: ReadonlySet<Goal['metric']> = new Set(['leads', 'customers', 'revenue', 'profit']);

/** Goals that go with an average order value. */
const kPerConversion: ReadonlySet<Goal['metric']> = new Set([
  'adSpendCpl',
  'fullCostCpl',
  'fullCostCac',
]);

export function goalFields(view: View, goal: Goal | undefined): TemplateResult {
  const { store, text, labels } = view;
  const say = restWords(view).goal;
  const base = `${store.base}/goal`;
  if (!goal) {
    const start = () => act(view, base, { metric: 'leads', target: today(view, 'leads') });
    return html`<button type="button" class="link" @click=${start}>${text.inputs.goalBegin}</button>`;
  }
  const counted = goal.metric === 'leads' || goal.metric === 'customers';
  return html`${choiceField(view, {
    pointer: `${base}/metric`,
    label: text.inputs.goalMetric,
    initial: goal.metric,
    options: kGoals.map((metric) => [metric, labels[metric]] as const),
    choose: (metric) => store.edit(base, { ...goal, metric, target: today(view, metric) }),
  })}
    ${numberField(view, { pointer: `${base}/target`, label: text.inputs.goalTarget, unit: unitOf(goal.metric) })}
    ${counted ? numberField(view, { pointer: `${base}/pricePerUnit`, label: text.inputs.goalPrice, unit: 'money', note: text.inputs.goalPriceNote }) : nothing}
    ${isPerConversion(goal) ? numberField(view, { pointer: `${base}/basket`, label: say.basket, unit: 'money', note: say.basketNote }) : nothing}
    ${textField(view, { pointer: `${base}/start`, label: text.inputs.goalStart, type: 'date' })}
    ${textField(view, { pointer: `${base}/deadline`, label: text.inputs.goalDeadline, type: 'date' })}
    ${progressFields(view, base, goal)}
    <button type="button" class="link" @click=${() => act(view, base, undefined)}>${text.inputs.goalRemove}</button>`;
}

/** What had been reached on a day, once the goal has a start and an end. */
function progressFields(view: View, base: string, goal: Goal): TemplateResult | typeof nothing {
  const { start, deadline, progress } = goal;
  if (!kAddUp.has(goal.metric)) return nothing;
  const pointer = `${base}/progress`;
  const say = restWords(view).goal;
  if (!progress) {
    const begin = () => act(view, pointer, { date: dayWithin(start, deadline), reached: 0 });
    return start && deadline
      ? html`<button type="button" class="link" @click=${begin}>${say.sayProgress}</button>`
      : nothing;
  }
  return html`${textField(view, { pointer: `${pointer}/date`, label: say.progressDate, type: 'date' })}
    ${numberField(view, { pointer: `${pointer}/reached`, label: say.reached, unit: unitOf(goal.metric) })}
    <button type="button" class="link" @click=${() => act(view, pointer, undefined)}>${say.forgetProgress}</button>`;
}

/** Today, or the end of the goal's time that is nearer to it. */
function dayWithin(start: string | undefined, deadline: string | undefined): string {
  const today = new Date().toISOString().slice(0, 10);
  if (start !== undefined && today < start) return start;
  return deadline !== undefined && deadline < today ? deadline : today;
}

const isPerConversion = ({ metric }: Goal) => kPerConversion.has(metric);

/** How the goal stands on the way, and its basket. */
export function goalMore(view: View): TemplateResult | typeof nothing {
  const { goal } = view.store.result;
  if (!goal) return nothing;
  return html`${goal.pace ? html`<p>${paceWords(view, goal.pace)}</p>` : nothing}
    ${goal.basket ? html`<p>${basketWords(view, goal.basket)}</p>` : nothing}`;
}

function paceWords(view: View, { elapsed, expected, reached }: Pace): string {
  const { store, format, text, labels } = view;
  const { goal } = store.scenario;
  if (!goal?.progress) return '';
  const unit = unitOf(goal.metric);
  const [is, should] = [reached, expected].map((value) => format.figure(value, unit));
  const say = restWords(view).goal;
  const date = format.date(goal.progress.date);
  return `${labels[goal.metric]}${text.colon}${say.pace(date, is ?? '', should ?? '', format.rough(elapsed, 'rate'))}`;
}

function basketWords(
  view: View,
  { target, value, attained }: NonNullable<GoalResult['basket']>,
): string {
  const say = restWords(view).goal;
  const money = (amount: number) => view.format.figure(amount, 'money');
  if (!isNumber(value)) return say.basketUnknown(money(target));
  return (attained ? say.basketReached : say.basketMissed)(money(value), money(target));
}
