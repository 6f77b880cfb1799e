// How long customers stay, from a cohort as it was counted: what one is worth by the curve fitted to it, beside
// what the first period alone would say.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Retained, RetentionRequest } from '../../../generated/evidence';
import type { AskOfEvidence } from '../../engine/reader';
import { choiceField, keepUndo, numberField, stay } from '../../kit/fields';
import { facts, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { singleOf } from '../../plan/ranges';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import { cohortWords } from './cohort-words';

/** What a year's delay takes off, unless it is said. */
const kUsualDiscount = 0.1;

const typed = ownState<{ text?: string | undefined; isWrong?: boolean }>({});

const pointerOf = ({ store }: View) => `${store.base}/scorecard/cohort`;

export function cohortSection(view: View, ask: AskOfEvidence): TemplateResult {
  const say = cohortWords(view);
  const base = pointerOf(view);
  const { cohort = {} } = view.store.scenario.scorecard ?? {};
  const by = cohort.by ?? 'month';
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
      ${countsField(view, cohort.counts ?? [])}
      ${numberField(view, { pointer: `${base}/margin`, label: say.margin[by], unit: 'money' })}
      ${numberField(view, {
        pointer: `${base}/discountRate`,
        label: say.discount,
        unit: 'rate',
        fallback: view.format.field(kUsualDiscount, 'rate'),
      })}
    </form>
    ${answer(view, ask)}`;
}

/** One number a line, as a column of a spreadsheet is pasted; taken once the field is left. */
function countsField(view: View, counts: readonly number[]): TemplateResult {
  const say = cohortWords(view);
  const { text, isWrong } = typed.of(view);
  const own = counts.map((count) => view.format.field(count, 'count')).join('\n');
  // What is typed stays as it is typed, whatever else is drawn anew meanwhile.
  const type = ({ target }: Event) =>
    typed.update(view, { text: (target as HTMLTextAreaElement).value });
  const take = ({ target }: Event) => {
    const { value } = target as HTMLTextAreaElement;
    const read = numbersIn(view, value);
    typed.update(view, read ? { text: undefined, isWrong: false } : { text: value, isWrong: true });
    if (!read) return;
    const pointer = `${pointerOf(view)}/counts`;
    view.store.edit(pointer, read.length > 0 ? read : undefined);
    view.store.leave(pointer);
  };
  return html`<label>${say.counts}
      <textarea name="cohort" rows="6" spellcheck="false" aria-invalid=${isWrong ? 'true' : nothing}
        .value=${live(text ?? own)} @input=${type} @change=${take} @keydown=${keepUndo}></textarea></label>
    ${isWrong ? html`<p class="wrongly">${say.notRead}</p>` : nothing}`;
}

/** Nothing where a part of it is no number. */
function numbersIn({ store, format }: View, text: string): number[] | undefined {
  const parts = text.split(/[\n\t;]+/).map((part) => part.trim());
  const read = parts.filter(Boolean).map((part) => {
    const reply = store.engine.readNumber(part, 'count', format.marks);
    return reply.ok && 'value' in reply.value ? reply.value.value : undefined;
  });
  return read.every((value) => value !== undefined) ? read : undefined;
}

function requestOf({ store }: View): RetentionRequest | undefined {
  const {
    counts = [],
    by = 'month',
    margin,
    discountRate,
  } = store.scenario.scorecard?.cohort ?? {};
  if (counts.length < 2) return undefined;
  const single = singleOf(margin);
  return {
    cohort: counts,
    by,
    discountRate: singleOf(discountRate) ?? kUsualDiscount,
    ...(single === undefined ? {} : { margin: single }),
  };
}

function answer(view: View, ask: AskOfEvidence): TemplateResult | typeof nothing {
  const request = requestOf(view);
  if (!request) return nothing;
  const reply = ask('retention', request);
  const say = cohortWords(view);
  if (!reply.ok) {
    const [error] = reply.errors;
    return html`<p class="wrongly">${say.refused(error ? errorWords(view, error) : '')}</p>`;
  }
  return html`${lifetimes(view, reply.value, request)} ${curve(view, reply.value, request)}`;
}

type Stay = Retained['counted'];

function lifetimes(view: View, found: Retained, { by }: RetentionRequest): TemplateResult {
  const say = cohortWords(view);
  const { format } = view;
  const value = ({ worth, lifetime }: Stay) =>
    worth === undefined
      ? say.periodsOf[by](format.figure(lifetime, 'count'))
      : format.figure(worth, 'money');
  const { counted, fitted, constant } = found;
  return html`${facts([
    ...(fitted ? [{ label: say.fitted, value: value(fitted), note: say.fittedNote }] : []),
    { label: say.constant, value: value(constant), note: say.constantNote },
    { label: say.counted, value: value(counted), note: say.countedNote },
  ])}
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
      ...(margins ? [say.marginColumn] : []),
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
