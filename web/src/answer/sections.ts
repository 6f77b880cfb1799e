// The analyses as questions, each answered in one line; opened, it shows its working.
import { html, nothing, type TemplateResult } from 'lit';
import type { Scenario } from '../../generated/contract';
import type { Metric } from '../../generated/metrics';
import type { Lever, TypedInfluence } from '../engine/analyses';
import { statesTime } from '../tools/payback/timing';
import { later, loadRest, whileLoading } from '../view/later';
import {
  type Analysis,
  analysesUi,
  nameOf,
  type Section,
  scenarioName,
  shown,
  unitOf,
  updateAnalyses,
  type View,
} from '../view/view';
import {
  afterWords,
  amountOf,
  capital,
  earningWords,
  figureOr,
  inputName,
  rough,
} from '../view/words';

export function analysisSections(view: View): TemplateResult {
  const { text } = view;
  const { titles } = text.analyses;
  const hasOthers = view.store.document.scenarios.length > 1;
  return html`${section(view, 'sure', titles.sure, sureAnswer(view))}
    ${section(view, 'influence', titles.influence, influenceAnswer(view))}
    ${section(view, 'time', text.analyses.time.question[view.store.result.basis], timeAnswer(view))}
    ${hasOthers ? section(view, 'changed', titles.changed, changedAnswer(view)) : nothing}
    ${section(view, 'split', titles.split, splitAnswer(view))}`;
}

function section(view: View, id: Analysis, title: string, answer: string): TemplateResult {
  const working = () =>
    html`<div class="content block">${later()?.analysis(view, id) ?? whileLoading(view)}</div>`;
  return unfolding(view, id, { title, answer, working });
}

export interface Unfolding {
  title: string;
  answer: string;
  working: () => TemplateResult;
}

/** A question answered in one line; its working is drawn only while it is open. */
export function unfolding(
  view: View,
  id: Section,
  { title, answer, working }: Unfolding,
): TemplateResult {
  const isOpen = analysesUi(view).open.has(id);
  const toggled = (event: Event) => remember(view, id, (event.target as HTMLDetailsElement).open);
  return html`<details class="analysis" data-section=${id} ?open=${isOpen} @toggle=${toggled}>
    <summary><b role="heading" aria-level="2">${title}</b><span>${answer}</span></summary>
    ${isOpen ? working() : nothing}
  </details>`;
}

/** A toggle inside an analysis is none of the analysis. */
function remember(view: View, id: Section, isOpen: boolean): void {
  const open = new Set(analysesUi(view).open);
  if (open.has(id) === isOpen) return;
  if (isOpen) open.add(id);
  else open.delete(id);
  updateAnalyses(view, { open });
  if (isOpen) loadRest().then(() => view.update({}));
}

// The one-line answers

function sureAnswer(view: View): string {
  const say = view.text.analyses;
  const simulated = view.store.analyses.simulated();
  return simulated ? earningWords(view, simulated) : say.sure.singleAnswer;
}

function influenceAnswer(view: View): string {
  const { watched, open } = analysesUi(view);
  const { analyses } = view.store;
  const found = open.has('influence')
    ? analyses.sensitivity({ metric: watched })
    : analyses.soon(`influence ${watched}`, () => analyses.quickSensitivity({ metric: watched }));
  if (!found) return '';
  const strongest = found.inputs.find(({ swing }) => swing);
  if (strongest?.swing) return swingWords(view, strongest);
  const ofAll = found.levers.filter(({ channel }) => channel === undefined);
  const lever = ofAll.find(({ point }) => point !== undefined) ?? ofAll[0];
  return lever ? leverWords(view, lever) : view.text.results.undefinedMark;
}

function timeAnswer(view: View): string {
  const { analyses } = view.store;
  if (!statesTime(view)) return view.text.analyses.time.saySale;
  const flow = analysesUi(view).open.has('time')
    ? analyses.cashFlow()
    : analyses.soon('time', () => analyses.roughCashFlow());
  if (!flow) return '';
  return afterWords(view, flow.total.payback);
}

export function otherScenario(view: View): Scenario | undefined {
  const { document, scenario } = view.store;
  const others = document.scenarios.filter(({ id }) => id !== scenario.id);
  return others.find(({ id }) => id === analysesUi(view).other) ?? others[0];
}

export const nameOfScenario = (view: View, one: Scenario): string =>
  scenarioName(view, view.store.document.scenarios.indexOf(one));

/** Why two scenarios cannot be compared: other money, or a return that counts something else. */
export function unlike({ store, text }: View, other: Scenario): string | undefined {
  const say = text.analyses.changed;
  const { document, scenario, result, results } = store;
  if (other.currency !== scenario.currency)
    return say.currencies(other.currency, scenario.currency);
  const basis = results[document.scenarios.indexOf(other)]?.basis;
  return basis === result.basis ? undefined : say.bases;
}

function changedAnswer(view: View): string {
  const { store, text, labels } = view;
  const other = otherScenario(view);
  const before = other && store.results[store.document.scenarios.indexOf(other)];
  if (!other || !before) return '';
  if (unlike(view, other)) return text.analyses.changed.notComparable;
  const profits = [before.total.profit, store.result.total.profit] as const;
  const [from, to] = profits.map((profit) => shown(view, 'profit', profit));
  const change = text.analyses.fromTo(from ?? '', to ?? '');
  return text.analyses.changed.answer(labels.profit, change, nameOfScenario(view, other));
}

function splitAnswer(view: View): string {
  const say = view.text.analyses.split;
  const states = view.store.scenario.channels.some(({ response }) => response !== undefined);
  if (!states) return say.unstated;
  const { analyses } = view.store;
  const reply = analysesUi(view).open.has('split')
    ? analyses.split()
    : analyses.soon('split', () => analyses.split());
  if (!reply) return '';
  if (!reply.ok || 'undefined' in reply.value) return view.text.results.undefinedMark;
  const { from, to } = reply.value.profit;
  return say.answer(rough(view, 'profit', from), rough(view, 'profit', to));
}

// What matters most, in words

/** A lever moves nothing but itself: clicks that are bought at a price stay, and cost more. */
export function leverName({ text, store, action }: View, { kind, channel }: Lever): string {
  const isBought = store.scenario.channels.some(
    ({ id, adSpendCpc, adSpendCpm }) =>
      (channel === undefined || id === channel) && (adSpendCpc ?? adSpendCpm) !== undefined,
  );
  const say = text.analyses.influence;
  return kind === 'adSpend' && isBought ? say.dearerAds : say.lever(kind, action);
}

/** What a step of a lever does to a figure: the close rate, one point more, €12,000. */
export function leverStep(view: View, of: Metric, lever: Lever) {
  const { percent, point } = lever;
  const say = view.text.analyses.influence;
  const moved = point ?? percent;
  return {
    what: leverName(view, lever),
    step: point === undefined ? say.onePercent : say.onePoint,
    amount: amountOf(view, of, moved),
    isLess: moved < 0,
  };
}

const watchedSubject = (view: View): string => {
  const { influence } = view.text.analyses;
  return influence.subject[analysesUi(view).watched](view.action, view.store.result.basis);
};

/** "The close rate: one point more adds €12,000 to profit" */
export function leverWords(view: View, lever: Lever): string {
  const { text } = view;
  const { channel } = lever;
  const { what, step, amount, isLess } = leverStep(view, analysesUi(view).watched, lever);
  const name = text.explain.title(what, channel && nameOf(view, channel));
  const { takes, adds } = text.analyses.influence;
  return (isLess ? takes : adds)(capital(name), step, amount, watchedSubject(view));
}

/** "Close rate from 4 % to 8 % moves profit from −€1,000 to €60,000" */
export function swingWords(
  view: View,
  { pointer, metric, swing }: TypedInfluence,
  of: Metric = analysesUi(view).watched,
  subject = watchedSubject(view),
): string {
  const { text, format } = view;
  if (!swing) return '';
  const { low, high, atLow, atHigh } = swing;
  const unit = (value: number) => format.figure(value, unitOf(metric));
  return text.analyses.influence.swing(
    inputName(view, pointer, metric),
    unit(low),
    unit(high),
    subject,
    figureOr(view, of, atLow),
    figureOr(view, of, atHigh),
  );
}
