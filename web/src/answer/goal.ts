// The goal: what is to be reached, and how it stands on the way.
import { html, nothing, type TemplateResult } from 'lit';
import type { Goal } from '../../generated/contract';
import type { Metric } from '../../generated/metrics';
import type { Figure, GoalResult, Pace } from '../engine/engine';
import { inputWords } from '../inputs/tense';
import { choiceField, numberField, textField } from '../kit/fields';
import { restWords } from '../locales/later/index';
import { todayHere } from '../plan/days';
import { act } from '../view/act';
import { beyondKnown } from '../view/beyond';
import { explanationIn, later } from '../view/deferred';
import { isClosed } from '../view/locked';
import {
  hasHappened,
  isNumber,
  nameOf,
  shown,
  told,
  unitIn,
  unitOf,
  type View,
} from '../view/view';
import { amountOf, change } from '../view/words';
import { oneNumber } from './results';

const kGoals: Goal['metric'][] = [
  'leads',
  'customers',
  'revenue',
  'profit',
  'roi',
  'roas',
  'incrementalRoas',
  'fullCostCpl',
  'fullCostCac',
];

/** A goal whose target may be still to be typed. */
type Begun = Omit<Goal, 'target'> & Partial<Pick<Goal, 'target'>>;

/** A goal starts from what the plan gives; where it gives none, its target is to be typed. */
function aim(view: View, { target, ...goal }: Begun): void {
  const { store } = view;
  const base = `${store.base}/goal`;
  const figure = store.result.total[goal.metric];
  const isKnown = isNumber(figure);
  if (isKnown) act(view, base, { ...goal, target: Number(figure.toPrecision(3)) });
  else if (target !== undefined) act(view, base, undefined);
  store.begin(base, isKnown ? undefined : goal);
}

/** Goals of what adds up over time, so that one is part-way to them. */
const kAddUp: ReadonlySet<Goal['metric']> = new Set(['leads', 'customers', 'revenue', 'profit']);

/** Goals that go with an average order value. */
const kPerConversion: ReadonlySet<Goal['metric']> = new Set([
  'adSpendCpl',
  'fullCostCpl',
  'fullCostCac',
]);

export function goalFields(view: View, stated: Goal | undefined): TemplateResult {
  const { store, text, labels } = view;
  const say = restWords(view).goal;
  const base = `${store.base}/goal`;
  const goal = stated ?? (store.begunAt(base) as Begun | undefined);
  if (!goal) {
    if (isClosed(view, base)) return html``;
    const start = () => aim(view, { metric: 'leads' });
    return html`<button type="button" class="link" @click=${start}>${inputWords(view).goalBegin}</button>`;
  }
  const remove = () => {
    store.begin(base, undefined);
    act(view, base, undefined);
  };
  const counted = goal.metric === 'leads' || goal.metric === 'customers';
  return html`${choiceField(view, {
    pointer: `${base}/metric`,
    label: restWords(view).inputs.goalMetric,
    initial: goal.metric,
    options: kGoals.map((metric) => [metric, labels[metric]] as const),
    choose: (metric) => aim(view, { ...goal, metric }),
  })}
    ${numberField(view, { pointer: `${base}/target`, label: text.inputs.goalTarget, unit: unitOf(goal.metric) })}
    ${
      stated
        ? html`${counted ? numberField(view, { pointer: `${base}/pricePerUnit`, label: restWords(view).inputs.goalPrice, unit: 'money', note: restWords(view).inputs.goalPriceNote }) : nothing}
    ${isPerConversion(goal) ? numberField(view, { pointer: `${base}/basket`, label: say.basket, unit: 'money', note: say.basketNote }) : nothing}
    ${textField(view, { pointer: `${base}/start`, label: restWords(view).inputs.goalStart, type: 'date' })}
    ${textField(view, { pointer: `${base}/deadline`, label: restWords(view).inputs.goalDeadline, type: 'date' })}
    ${progressFields(view, base, stated)}`
        : nothing
    }
    <div class="acts">
      ${stated ? progressAct(view, base, stated) : nothing}
      ${isClosed(view, base) ? nothing : html`<button type="button" class="link" @click=${remove}>${restWords(view).inputs.goalRemove}</button>`}
    </div>`;
}

/** What had been reached on a day: the day once that is typed, and the pace once it has an end. */
function progressFields(view: View, base: string, goal: Goal): TemplateResult | typeof nothing {
  const { start, deadline, progress } = goal;
  const pointer = `${base}/progress`;
  if (!kAddUp.has(goal.metric) || !saysProgress(view, pointer, goal)) return nothing;
  const say = restWords(view).goal;
  return html`${progress ? textField(view, { pointer: `${pointer}/date`, label: say.progressDate, type: 'date' }) : nothing}
    ${numberField(view, { pointer: `${pointer}/reached`, label: say.reached, unit: unitOf(goal.metric) })}
    ${start && deadline ? nothing : html`<p class="note">${say.paceNeeds}</p>`}`;
}

const saysProgress = ({ store }: View, pointer: string, { progress }: Goal): boolean =>
  progress !== undefined || store.begunAt(pointer) !== undefined;

/** Begins to say what has been reached, or takes it out. */
function progressAct(view: View, base: string, goal: Goal): TemplateResult | typeof nothing {
  const { store } = view;
  const pointer = `${base}/progress`;
  if (!kAddUp.has(goal.metric) || isClosed(view, pointer)) return nothing;
  const say = restWords(view).goal;
  const { start, deadline } = goal;
  const begin = () => store.begin(pointer, { date: dayWithin(start, deadline) });
  const forget = () => {
    store.begin(pointer, undefined);
    act(view, pointer, undefined);
  };
  return saysProgress(view, pointer, goal)
    ? html`<button type="button" class="link" @click=${forget}>${say.forgetProgress}</button>`
    : html`<button type="button" class="link" @click=${begin}>${say.sayProgress}</button>`;
}

/** Today, or the end of the goal's time that is nearer to it. */
function dayWithin(start: string | undefined, deadline: string | undefined): string {
  const today = todayHere();
  if (start !== undefined && today < start) return start;
  return deadline !== undefined && deadline < today ? deadline : today;
}

const isPerConversion = ({ metric }: Begun) => kPerConversion.has(metric);

/** How the goal stands on the way, and its basket. */
function goalMore(view: View): TemplateResult | typeof nothing {
  const { goal } = view.store.result;
  if (!goal) return nothing;
  return html`${goal.pace ? html`<p>${paceWords(view, goal.pace)}</p>` : nothing}
    ${goal.basket ? html`<p>${basketWords(view, goal.basket)}</p>` : nothing}
    ${goal.beyond === undefined ? nothing : html`<p>${beyondKnown(view, goal.beyond)}</p>`}
    ${goal.held ? html`<p>${responseWords(view, goal, goal.held)}</p>` : nothing}`;
}

/** What the goal takes, or how near ad spend leads to it, where channels respond. */
function responseWords(view: View, goal: GoalResult, held: string[]): string {
  const { format } = view;
  const say = restWords(view).goal;
  const keep =
    held.length > 0
      ? restWords(view).goal.held(format.list(held.map((id) => nameOf(view, id))))
      : '';
  if (goal.reachable) return `${keep} ${hasHappened(view.store.scenario) ? say.took : say.takes}`;
  const { goalReached, goalAdSpend } = goal.results;
  if (!isNumber(goalReached) || !isNumber(goalAdSpend)) return keep;
  const most = goalReached < goal.target;
  const reached = format.figure(goalReached, unitOf(goal.metric));
  return `${keep} ${say.best(most, reached, format.rough(goalAdSpend, 'money'))}`;
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

// How the goal stands

/** What its section opens to. */
export function goalContent(view: View): TemplateResult {
  const number = (metric: Metric) =>
    oneNumber(view, { metric, label: view.labels[metric], note: '', slot: 'goal' }, toldResult);
  return html`<div class="content block">
    ${goalAnswer(view, number)} ${explanationIn(view, 'goal')} ${later()?.seekForGoal(view) ?? nothing}
  </div>`;
}

/** How far a rate is from its goal is said in points; a share just short of it, or past it, is no 100 %. */
export function toldResult(view: View, metric: Metric, figure: Figure): string {
  if (metric === 'goalAttainment') return shown(view, metric, figure);
  const isOfPeople = metric === 'goalGap' && unitIn(view, metric) === 'count';
  if (isOfPeople && isNumber(figure)) return shown(view, metric, whole(figure));
  const isApart = metric === 'goalGap' && unitIn(view, metric) === 'rate';
  return isApart && isNumber(figure) ? change(view, metric, figure) : told(view, metric, figure);
}

function goalSentence(view: View): string {
  const { store, text, labels, format } = view;
  const { goal } = store.scenario;
  if (!goal) return '';
  const target = format.figure(goal.target, unitOf(goal.metric));
  return text.results.goalSentence(
    labels[goal.metric],
    target,
    goal.deadline ? format.date(goal.deadline) : '',
  );
}

export function goalVerdict(view: View): string {
  const { text, store } = view;
  const { goal } = store.result;
  const gap = goal?.results.goalGap;
  if (!goal || goal.attained === undefined || gap === undefined || !isNumber(gap)) {
    return text.results.goalUnknown;
  }
  if (goal.attained) return text.results.goalReached;
  const by = goalGap(view, goal.metric, Math.abs(gap));
  const isCount = unitOf(goal.metric) === 'count';
  return gap > 0 ? text.results.goalExceeded(by) : text.results.goalMissed(by, isCount);
}

/** A part of somebody is somebody. */
const whole = (people: number) => Math.sign(people) * Math.ceil(Math.abs(people));

/** Whole people, whom the goal has just named; points of a rate; anything else as a figure. */
function goalGap(view: View, metric: Metric, gap: number): string {
  const { format } = view;
  const unit = unitOf(metric);
  if (unit === 'rate') return amountOf(view, metric, gap);
  return format.figure(unit === 'count' ? whole(gap) : gap, unit);
}

/** The goal, and whether it is reached. */
export const goalWords = (view: View): string =>
  view.store.result.goal ? `${goalSentence(view)} ${goalVerdict(view)}` : '';

/** The same, and what it would take, each number as it is told to show it. */
export function goalAnswer(view: View, number: (metric: Metric) => unknown) {
  const { text, store } = view;
  const { goal } = store.result;
  if (!goal) return nothing;
  const { goalLimit, goalPriceBudget } = goal.results;
  const responds = goal.held !== undefined;
  const isMissed = goal.attained === false;
  const takes: Metric[] =
    isMissed && goal.reachable ? ['goalAdSpend', 'goalBudget', 'goalLeads'] : [];
  if (isNumber(goalPriceBudget)) takes.push('goalPriceBudget');
  const unreachable = isMissed && !goal.reachable;
  const stands: Metric[] = ['goalGap', 'goalAttainment'];
  if (unreachable && isNumber(goalLimit)) stands.push('goalLimit');
  if (unreachable && responds) stands.push('goalReached');
  const numbersOf = (list: Metric[]) => html`<dl class="numbers">${list.map(number)}</dl>`;
  const limit = isNumber(goalLimit)
    ? text.results.goalLimit(shown(view, 'goalLimit', goalLimit))
    : '';
  return html`<p>${goalWords(view)}</p>
    ${numbersOf(stands)} ${goalMore(view)} ${unreachable && !responds ? html`<p>${text.results.goalUnreachable} ${limit}</p>` : nothing}
    ${takes.includes('goalAdSpend') && !responds ? html`<p>${text.results.goalTakes}</p>` : nothing}
    ${takes.length > 0 ? numbersOf(takes) : nothing}`;
}
