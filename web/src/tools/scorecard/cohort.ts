// How long customers stay, from a cohort as it was counted: what one is worth by the curve fitted to it, beside
// what the first period alone would say.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Retained, RetentionRequest } from '../../../generated/evidence';
import type { Unit } from '../../../generated/metrics';
import type { EngineError, Reply } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { choiceField, keepUndo, numberField, stay } from '../../kit/fields';
import { facts, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import type { NotTaken } from '../../plan/not-taken';
import { isRange, singleOf, type Typed } from '../../plan/ranges';
import type { Store } from '../../plan/store';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import { cohortWords } from './cohort-words';

/** What a year's delay takes off, unless it is said. */
const kUsualDiscount = 0.1;

/** What the document has room for. */
const kMostRows = 120;
/** Below so many customers at the start, chance makes the curve. */
const kFewCustomers = 100;

const kErrorId = 'cohort-error';

/** Said in the language of then. */
type Wrong = (view: View) => string;

interface Typing {
  /** The field's place: what is typed for one scenario is not another's. */
  at?: string;
  /** The counts that it is typed over: once there are others, it is of nothing. */
  over?: readonly number[] | undefined;
  text?: string | undefined;
  /** Why it was not taken. */
  wrong?: Wrong | undefined;
}

const typing = ownState<Typing>({});

const pointerOf = ({ store }: View) => `${store.base}/scorecard/cohort`;

function typedIn(view: View): Typing {
  const state = typing.of(view);
  return state.at === pointerOf(view) && state.over === countsOf(view) ? state : {};
}

const countsOf = ({ store }: View): readonly number[] | undefined =>
  store.scenario.scorecard?.cohort?.counts;

export function cohortSection(view: View, ask: AskOfEvidence): TemplateResult {
  const say = cohortWords(view);
  const base = pointerOf(view);
  const { cohort = {} } = view.store.scenario.scorecard ?? {};
  const by = cohort.by ?? 'month';
  const found = answerOf(view, ask);
  return html`<p class="note">${say.how}</p>
    <form @submit=${stay} aria-label=${say.title}>
      ${choiceField(view, {
        pointer: `${base}/by`,
        label: say.by,
        options: [
          ['month', say.periods.month],
          ['year', say.periods.year],
        ],
        initial: 'month',
      })}
      ${countsField(view, cohort.counts ?? [], wrongIn(view, found), ask)}
      ${numberField(view, { pointer: `${base}/margin`, label: say.margin[by], unit: 'money' })}
      ${numberField(view, {
        pointer: `${base}/discountRate`,
        label: say.discount,
        unit: 'rate',
        fallback: view.format.field(kUsualDiscount, 'rate'),
      })}
    </form>
    ${answer(view, found)}`;
}

/** One number a line, as a column of a spreadsheet is pasted; taken once the field is left. */
function countsField(
  view: View,
  counts: readonly number[],
  wrong: string | undefined,
  ask: AskOfEvidence,
): TemplateResult {
  const say = cohortWords(view);
  const at = pointerOf(view);
  const own = counts.map((count) => view.format.field(count, 'count')).join('\n');
  // What is typed stays as it is typed, whatever else is drawn anew meanwhile.
  const type = ({ target }: Event) =>
    typing.update(view, {
      ...typedIn(view),
      at,
      over: countsOf(view),
      text: (target as HTMLTextAreaElement).value,
    });
  const leave = ({ target }: Event) => {
    const { value: text } = target as HTMLTextAreaElement;
    const wrong = take(view, text);
    const over = countsOf(view);
    typing.update(view, { at, over, text: wrong && text, wrong });
    const said = wrongIn(view, answerOf(view, ask));
    if (said !== undefined) view.speak(said);
  };
  return html`<label>${say.counts}
      <textarea name="cohort" rows="6" spellcheck="false" aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? kErrorId : nothing}
        .value=${live(typedIn(view).text ?? own)} @input=${type} @change=${leave} @keydown=${keepUndo}></textarea></label>
    ${wrong ? html`<p class="wrongly" id=${kErrorId}>${wrong}</p>` : nothing}`;
}

/** Takes what is typed; or says why not. */
function take(view: View, text: string): Wrong | undefined {
  const { store } = view;
  const parts = text
    .split(/[\n\t;]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > kMostRows)
    return unchanged((now) => cohortWords(now).tooMany(now.format.figure(kMostRows, 'count')));
  const counts: number[] = [];
  for (const [row, part] of parts.entries()) {
    const count = countIn(view, part, row);
    if (typeof count === 'function') return unchanged(count);
    counts.push(count);
  }
  const error = store.set(`${pointerOf(view)}/counts`, counts.length > 0 ? counts : undefined);
  return error && unchanged((now) => rowError(now, error) ?? errorWords(now, error));
}

const unchanged =
  (wrong: Wrong): Wrong =>
  (view) =>
    `${wrong(view)} ${cohortWords(view).unchanged}`;

/** A count; or why there is none in this row. */
function countIn({ store, format }: View, part: string, row: number): number | Wrong {
  const reply = store.engine.readNumber(part, 'count', format.marks);
  if (reply.ok && 'value' in reply.value) return reply.value.value;
  const [error] = reply.ok ? [] : reply.errors;
  return (now) => {
    const say = cohortWords(now);
    const shownRow = now.format.figure(row + 1, 'count');
    return !error || error.code === 'number.malformed'
      ? say.notRead(shownRow, part)
      : say.wrongRow(shownRow, errorWords(now, error));
  };
}

/** Of an error in one of the counts, its row and what is wrong with it. */
function rowError(view: View, error: NotTaken): string | undefined {
  const { format } = view;
  const { code, path, detail = '' } = error;
  const [, row] = /\/(?:counts|cohort)\/(\d+)$/.exec(path) ?? [];
  if (row === undefined) return undefined;
  const isLimit = code === 'field.minimum' || code === 'field.maximum';
  const limit = isLimit ? format.figure(Number(detail), 'count') : detail;
  const what = errorWords(view, { code, detail: limit });
  return cohortWords(view).wrongRow(format.figure(Number(row) + 1, 'count'), what);
}

/** What is wrong with the counts: as they were typed, or as they stand. */
function wrongIn(view: View, found: Answer | undefined): string | undefined {
  const { wrong } = typedIn(view);
  if (wrong) return wrong(view);
  const { counts = [] } = view.store.scenario.scorecard?.cohort ?? {};
  if (counts.length === 1) return cohortWords(view).alone;
  if (!found || found.reply.ok) return undefined;
  const [refused] = found.reply.errors;
  return refused && rowError(view, refused);
}

function requestOf({ store }: View): RetentionRequest | undefined {
  const {
    counts = [],
    by = 'month',
    margin,
    discountRate,
  } = store.scenario.scorecard?.cohort ?? {};
  if (counts.length < 2) return undefined;
  const single = countedAs(store, margin, 'money');
  return {
    cohort: counts,
    by,
    discountRate: countedAs(store, discountRate, 'rate') ?? kUsualDiscount,
    ...(single === undefined ? {} : { margin: single }),
  };
}

/** A range counts as its likely value. */
const countedAs = ({ ranges }: Store, typed: Typed, unit: Unit): number | undefined =>
  isRange(typed) ? ranges.likely(typed, unit) : singleOf(typed);

interface Answer {
  request: RetentionRequest;
  reply: Reply<Retained>;
}

function answerOf(view: View, ask: AskOfEvidence): Answer | undefined {
  const request = requestOf(view);
  return request && { request, reply: ask('retention', request) };
}

function answer(view: View, found: Answer | undefined): TemplateResult | typeof nothing {
  if (!found) return nothing;
  const { request, reply } = found;
  if (!reply.ok) {
    const [error] = reply.errors;
    if (!error || rowError(view, error)) return nothing;
    return html`<p class="wrongly">${refusal(view, error)}</p>`;
  }
  return html`${lifetimes(view, reply.value, request)} ${curve(view, reply.value, request)}`;
}

/** The discount is the one figure with limits of its own. */
function refusal(view: View, error: EngineError): string {
  const say = cohortWords(view);
  const { code, path, detail = '' } = error;
  if (path !== '/discountRate') return say.refused(errorWords(view, error));
  const limit = view.format.figure(Number(detail), 'rate');
  return `${say.discount}${view.text.colon}${errorWords(view, { code, detail: limit })}`;
}

type Stay = Retained['counted'];

function lifetimes(view: View, found: Retained, { by, cohort }: RetentionRequest): TemplateResult {
  const say = cohortWords(view);
  const { format } = view;
  const value = ({ worth, lifetime }: Stay) =>
    worth === undefined
      ? say.periodsOf[by](Number(lifetime.toFixed(2)), format.figure(lifetime, 'count'))
      : format.figure(worth, 'money');
  const { counted, fitted, constant, shape } = found;
  const isFew = fitted && (cohort[0] ?? 0) < kFewCustomers;
  return html`${facts([
    ...(fitted
      ? [
          {
            label: say.fitted,
            value: value(fitted),
            note: `${say.fittedNote}${shape ? say.shapes[shape] : ''}`,
          },
        ]
      : []),
    { label: say.constant, value: value(constant), note: say.constantNote },
    { label: say.counted, value: value(counted), note: say.countedNote },
  ])}
    ${isFew ? html`<p class="note">${say.fewCustomers}</p>` : nothing}
    ${fitted ? html`<p class="note">${say.difference}</p>` : html`<p class="note">${say.tooFew}</p>`}`;
}

/** Period by period: who is left by each, and what a customer has brought until then. */
function curve(
  view: View,
  { counted, fitted, constant }: Retained,
  { by }: RetentionRequest,
): TemplateResult {
  const say = cohortWords(view);
  const { format, text } = view;
  const longest = fitted ?? constant;
  const share = (of: Stay | undefined, at: number) => {
    const one = of?.shares[at];
    return one === undefined ? text.results.undefinedMark : format.percent(one, 1);
  };
  const margins = longest.margins;
  return table({
    caption: say.table,
    columns: [
      say.periods[by],
      say.countedColumn,
      ...(fitted ? [say.fittedColumn] : []),
      say.constantColumn,
      ...(margins ? [say.marginColumn[fitted ? 'fitted' : 'constant']] : []),
    ],
    rows: longest.shares.map((_, at) => [
      format.figure(at, 'count'),
      share(counted, at),
      ...(fitted ? [share(fitted, at)] : []),
      share(constant, at),
      ...(margins ? [format.figure(margins[at] ?? 0, 'money')] : []),
    ]),
  });
}
