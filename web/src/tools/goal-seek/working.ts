// "What would it take?": one typed figure moves, all others held, until a result meets its target.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Metric, metrics } from '../../../generated/metrics';
import type { Sensitivity, Solved, TypedInfluence } from '../../engine/analyses';
import type { EngineError } from '../../engine/engine';
import { keepUndo, signs, stay } from '../../kit/fields';
import { option } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { isRange } from '../../plan/ranges';
import { act } from '../../view/act';
import { isClosed } from '../../view/locked';
import { ownState } from '../../view/own-state';
import type { Working } from '../../view/tool';
import { hasHappened, isNumber, resultOf, unitOf, type View } from '../../view/view';
import { inputName } from '../../view/words';
import { inputToMove, nextAim, seekAnswer } from './answer';
import { goalSeek as line } from './line';
import { seekWords } from './words';

/** So many ways to a goal are worth reading. */
const kMostWays = 4;
const kChances = ['', '0.5', '0.8', '0.9', '0.95'] as const;
type ChanceOption = (typeof kChances)[number];

/** What is asked of which figure. */
interface Seek extends Asked {
  /** The target as it is typed, and what it was read as; or why it could not be. */
  text?: string;
  target?: number;
  error?: Pick<EngineError, 'code' | 'detail'>;
  /** Pointer of the figure that moves; and whose it was, for another channel may come to its place. */
  input?: string;
  owner?: string;
  probability?: number;
}

const seeking = ownState<{ seek?: Seek }>({});

export interface Asked {
  metric: Metric;
  channel: string | undefined;
  place?: Place;
}

const about = ({ metric, channel }: Asked) =>
  channel === undefined ? { metric } : { metric, channel };

/** What moves a result; while a number is typed, what did before, until the page is idle. */
export function influencesOn({ store }: View, asked: Asked): Sensitivity | undefined {
  const { isTyping } = store;
  const analyses = analysesOf(store);
  const ask = () => analyses.quickSensitivity(about(asked));
  if (!isTyping) return ask();
  return analyses.soon(`influence on ${asked.metric} ${asked.channel}`, ask) ?? ask();
}

/** The typed figures a result depends on, the ones that move it most first. */
const inputsOf = (view: View, asked: Asked): TypedInfluence[] =>
  influencesOn(view, asked)?.inputs ?? [];

// Within an explanation

/** Within the explanation of a figure, and by itself below the answer. */
type Place = 'explanation' | 'section';

export function seekForm(
  view: View,
  metric: Metric,
  channel: string | undefined,
  place: Place = 'explanation',
) {
  const asked = { metric, channel, place };
  const now = resultOf(view, metric, channel);
  const inputs = inputsOf(view, asked);
  const isOfGoal = metrics[metric].category === 'goal';
  const isOver = hasHappened(view.store.scenario);
  if (isOfGoal || isOver || !isNumber(now) || inputs.length === 0) return nothing;
  const seek = seekOf(view, asked, now, inputs);
  const say = seekWords(view);
  const heading = place === 'section' ? nothing : html`<h4>${say.title}</h4>`;
  return html`<form class="seek" aria-label=${say.title} @submit=${stay}>
    ${heading}
    <div class="ask">${targetField(view, seek)} ${inputChoice(view, seek, inputs)} ${chanceChoice(view, seek)}</div>
    ${targetError(view, seek)}
    <p aria-live="polite">${isAsked(view, seek, now) ? solution(view, seek) : say.prompt}</p>
  </form>`;
}

/** What is asked; at first, where the figure stands. */
function seekOf(
  view: View,
  asked: Asked,
  now: number,
  inputs: TypedInfluence[],
): Required<Pick<Seek, 'metric' | 'target' | 'input'>> & Seek {
  const { seek } = seeking.of(view);
  const isSame =
    seek?.metric === asked.metric && seek.channel === asked.channel && seek.place === asked.place;
  const kept = isSame ? seek : asked;
  const chosen = isSame && inputs.find(({ pointer }) => pointer === seek.input)?.pointer;
  const first = asked.place === 'section' ? inputToMove(inputs) : inputs[0];
  const isStill = chosen && ownerOf(view, chosen) === seek?.owner;
  const input = isStill ? chosen : (first?.pointer ?? '');
  const target = asked.place === 'section' ? (nextAim(view) ?? now) : now;
  return { target, ...kept, input };
}

function isAsked({ format }: View, { metric, target, probability }: Wanted, now: number): boolean {
  const unit = unitOf(metric);
  return probability !== undefined || format.figure(target, unit) !== format.figure(now, unit);
}

/** Ids of the scenario and of the channel that a pointer leads into. */
function ownerOf({ store }: View, pointer: string): string {
  const [, at, channel] = /^\/scenarios\/(\d+)(?:\/channels\/(\d+))?/.exec(pointer) ?? [];
  const scenario = store.document.scenarios[Number(at)];
  return `${scenario?.id} ${scenario?.channels[Number(channel)]?.id}`;
}

const edit = (view: View, seek: Seek & { input: string }) =>
  seeking.update(view, { seek: { ...seek, owner: ownerOf(view, seek.input) } });

/** A target is a single number. */
function readTarget({ store, format }: View, text: string, metric: Metric): Partial<Seek> {
  const reply = store.engine.readNumber(text, unitOf(metric), format.marks, metric);
  if (!reply.ok) return reply.errors[0] ? { error: reply.errors[0] } : {};
  if ('value' in reply.value) return { target: reply.value.value };
  return { error: { code: 'number.malformed' } };
}

function targetField(view: View, seek: Seek & { target: number; input: string }): TemplateResult {
  const { format, labels } = view;
  const unit = unitOf(seek.metric);
  const read = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    const { error: _, ...kept } = seek;
    edit(view, { ...kept, ...readTarget(view, typed, seek.metric), text: typed });
  };
  const wrong = seek.error !== undefined;
  const [before, after] = signs(view, unit);
  return html`<label class="choose">${seekWords(view).target(labels[seek.metric])}
    <span class="box ${wrong ? 'wrong' : ''}">${before}<input name="seek-target" type="text" inputmode="decimal" autocomplete="off"
      aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? errorId(seek) : nothing}
      .value=${live(seek.text ?? format.bare(seek.target, unit))} @input=${read} @keydown=${keepUndo} />${after}</span>
  </label>`;
}

const errorId = ({ place }: Seek) => `seek-target-error-${place}`;

function targetError(view: View, seek: Seek): TemplateResult | typeof nothing {
  if (!seek.error) return nothing;
  return html`<p class="wrongly" id=${errorId(seek)}>${errorWords(view, seek.error)}</p>`;
}

function inputChoice(view: View, seek: Seek & { input: string }, inputs: TypedInfluence[]) {
  return option({
    label: seekWords(view).by,
    chosen: seek.input,
    options: inputs.map(
      ({ pointer, metric }) => [pointer, inputName(view, pointer, metric)] as const,
    ),
    choose: (input) => edit(view, { ...seek, input }),
  });
}

function chanceChoice(view: View, seek: Seek & { input: string }): TemplateResult | typeof nothing {
  if (!analysesOf(view.store).hasRanges) return nothing;
  const { format } = view;
  return option<ChanceOption>({
    label: seekWords(view).chance,
    chosen: seek.probability === undefined ? '' : (String(seek.probability) as ChanceOption),
    options: kChances.map((chance) => [
      chance,
      chance ? format.percent(Number(chance), 0) : seekWords(view).likely,
    ]),
    choose: (chance) => edit(view, withChance(seek, chance)),
  });
}

function withChance(
  { probability: _, ...seek }: Seek & { input: string },
  chance: ChanceOption,
): Seek & { input: string } {
  return chance ? { ...seek, probability: Number(chance) } : seek;
}

type Wanted = Asked & { target: number; input: string; probability?: number };

function solution(view: View, seek: Wanted): TemplateResult | string {
  const found = solve(view, seek);
  const { cannot, supposes } = seekWords(view);
  if (!found) return cannot;
  const chance = found.probability === undefined ? nothing : supposes;
  return html`${answerOf(view, found)} ${chance}`;
}

function solve({ store }: View, seek: Wanted): Solved | undefined {
  const { target, input, probability } = seek;
  return analysesOf(store).solve({
    ...about(seek),
    target,
    input,
    ...(probability === undefined ? {} : { probability }),
  });
}

/** The answer in one sentence, with a link that takes it over. */
function answerOf(view: View, found: Solved): TemplateResult | string {
  const { format } = view;
  const { solutions, input, inputMetric, from } = found;
  const unit = unitOf(inputMetric);
  const name = inputName(view, input, inputMetric);
  if (found.always) return always(view, found, name);
  if (!found.reachable) return unreachable(view, found, name);
  const say = seekWords(view);
  const shown = solutions.map((value) => format.figure(value, unit));
  const values = found.holds ? say.holds[found.holds](shown[0] ?? '') : format.either(shown);
  return html`${say.answer(name, values, format.figure(from, unit))} ${beyondTyped(view, found)}
    ${solutions.map((value) => applyLink(view, input, value, solutions.length > 1 ? format.figure(value, unit) : ''))}`;
}

/** How far the solutions are beyond what was typed, where nobody has seen what happens. */
function beyondTyped(view: View, { beyond }: Solved): string {
  const { format } = view;
  const say = seekWords(view);
  const times = beyond.filter((one) => one !== null);
  return times.map((one) => say.beyond(format.figure(one, 'ratio'), one > 1)).join(' ');
}

/** A target that is met whatever the figure is: there is nothing to apply. */
function always(view: View, { metric, target, probability, best }: Solved, name: string): string {
  const { format } = view;
  const say = seekWords(view);
  const shown = format.figure(target, unitOf(metric));
  const chance = probability === undefined ? '' : format.percent(probability, 0);
  const isAbove = metrics[metric].better !== 'lower';
  return say.always(
    isAbove,
    chance ? say.likelyEnough(shown, chance) : shown,
    best?.value ? name : '',
  );
}

function unreachable(view: View, found: Solved, name: string): string {
  const { best, metric, inputMetric, probability, target } = found;
  const { format } = view;
  const say = seekWords(view);
  if (!best) return say.unreachable(name);
  const byChance = probability !== undefined;
  const gives = byChance
    ? say.aChanceOf(format.percent(best.gives, 0))
    : format.figure(best.gives, unitOf(metric));
  const isMost = byChance || best.gives < target;
  return say.best(name, isMost, gives, format.figure(best.value, unitOf(inputMetric)));
}

function applyLink(view: View, pointer: string, value: number, which: string): TemplateResult {
  const { store } = view;
  const say = seekWords(view);
  if (isClosed(view, pointer)) return html` <span class="note">${say.locked}</span>`;
  return html` <button type="button" class="link" @click=${() => act(view, pointer, value)}>${say.apply(which)}</button>
    ${isRange(store.get(pointer)) ? html`<span class="note">${say.replacesRange}</span>` : nothing}`;
}

// For the goal

/** The strongest few figures, each of which alone would reach the goal. */
export function seekForGoal(view: View): TemplateResult | typeof nothing {
  const { result, scenario } = view.store;
  const { goal } = result;
  if (goal?.attained !== false || !isNumber(goal.value) || hasHappened(scenario)) return nothing;
  const asked = { metric: goal.metric, channel: undefined };
  const ways = inputsOf(view, asked)
    .slice(0, kMostWays)
    .map(({ pointer }) => solve(view, { ...asked, target: goal.target, input: pointer }))
    .filter((found) => found?.reachable === true);
  if (ways.length === 0) return nothing;
  return html`<h3>${seekWords(view).ways}</h3>
    <ul class="ways">${ways.map((found) => html`<li>${found && answerOf(view, found)}</li>`)}</ul>`;
}

/** Of the whole plan. */
export const goalSeek: Working = {
  line,
  answer: seekAnswer,
  draw: (view) => html`${seekForm(view, 'roi', undefined, 'section')}`,
};
