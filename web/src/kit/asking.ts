// A question beside a field: a sentence, and buttons that answer it. It never blocks: what has one
// reading counts until the visitor says otherwise.
import { css, html, type TemplateResult } from 'lit';
import type { Unit } from '../../generated/metrics';
import type { TypedFigure } from '../engine/engine';
import { restWords } from '../locales/later/index';
import type { Doubt } from '../plan/questions';
import { partOf } from '../plan/ranges';
import type { Asked } from '../plan/store';
import type { View } from '../view/view';

export const askingLayout = css`
  .asking {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s3);
    border-inline-start: 2px solid var(--act);
    padding-inline-start: var(--s2);
    margin-block: var(--s1);
    font-size: var(--note);
  }
  /* Below its row, and no wider. */
  .pair > .asking {
    order: 1;
    width: 0;
    min-width: 100%;
    flex-basis: auto;
  }
  .asking p {
    flex-basis: 100%;
    overflow-wrap: break-word;
  }
`;

interface Answer {
  words: string;
  act: () => void;
}

interface Question {
  sentence: string;
  answers: Answer[];
}

/** Every digit, with the sign of its unit where the page's language puts it. */
export function written({ format }: View, value: number, unit: Unit): string {
  const digits = format.field(value, unit);
  if (unit === 'rate') return format.percent(0, 0).replace('0', digits);
  return unit === 'money' ? format.wholeMoney(0).replace('0', digits) : digits;
}

function writtenFigure(view: View, figure: TypedFigure, unit: Unit): string {
  if ('value' in figure) return written(view, figure.value, unit);
  const [low, high] = [figure.low, figure.high].map((end) => view.format.figure(end, unit));
  return restWords(view).asking.range(low ?? '', high ?? '');
}

/** Of a text that could not be taken: what it may mean. */
function ofDraft(view: View, pointer: string): Question | undefined {
  const { store } = view;
  const draft = store.draft(pointer);
  if (!draft?.left || !draft.unit) return undefined;
  const { unit, error } = draft;
  const readings = store.readings(draft);
  const say = restWords(view).asking;
  const [one] = readings;
  if (one === undefined) return undefined;
  const isCredit = error.code === 'number.credit';
  const take = (figure: TypedFigure): Answer => {
    const words = writtenFigure(view, figure, unit);
    return { words: isCredit ? say.take(words) : words, act: () => store.read(pointer, figure) };
  };
  return {
    sentence:
      isCredit && 'value' in one
        ? say.credit(view.format.figure(-one.value, unit))
        : say.readings(draft.text ?? ''),
    answers: readings.map(take),
  };
}

function ofFigure(view: View, { pointer, doubts, unit }: Asked): Question | undefined {
  const { store, format, text } = view;
  const [doubt] = doubts;
  if (!doubt) return undefined;
  const say = restWords(view).asking;
  const confirm = (words: string): Answer => ({ words, act: () => store.confirm(pointer) });
  const undo: Answer = { words: text.actions.undo, act: () => store.decline(pointer) };
  const questions: { [About in Doubt['about']]: (doubt: Doubt & { about: About }) => Question } = {
    size: ({ value }) => ({
      sentence: say.size(written(view, value, unit)),
      answers: [confirm(say.yes), undo],
    }),
    roi: ({ roi }) => ({
      sentence: say.roi(format.rough(roi, 'rate', true)),
      answers: [confirm(say.yes), undo],
    }),
    vat: () => ({ sentence: say.vat, answers: [confirm(say.withoutVat), undo] }),
    currency: ({ named }) => ({
      sentence: say.currency(named, format.currencySign),
      answers: [confirm(say.keep), undo],
    }),
  };
  return (questions[doubt.about] as (doubt: Doubt) => Question)(doubt);
}

function questionOf(view: View, pointer: string): Question | undefined {
  const asked = view.store.questions(pointer);
  return ofDraft(view, pointer) ?? (asked && ofFigure(view, asked));
}

export const isAsked = (view: View, pointer: string): boolean =>
  questionOf(view, pointer) !== undefined;

/** The question about a field, or nothing. */
export function question(view: View, pointer: string, id: string): TemplateResult | undefined {
  const asked = questionOf(view, pointer);
  if (!asked) return undefined;
  const { sentence, answers } = asked;
  return html`<div class="asking wide" role="group" aria-labelledby=${id}>
    <p id=${id}>${sentence}</p>
    ${answers.map(({ words, act }) => {
      const answer = (event: MouseEvent) => {
        act();
        // A finger would be given its keypad again.
        const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
        view.focusLater(isTouch ? '#answer' : namesOf(pointer));
      };
      return html`<button type="button" class="link" @click=${answer}>${words}</button>`;
    })}
  </div>`;
}

/** A figure that is a range now, or no longer, has a box of another name. */
const namesOf = (pointer: string) => {
  const { figure } = partOf(pointer) ?? { figure: pointer };
  return [pointer, `${figure}/likely`, figure].map((name) => `[name="${name}"]`).join();
};

/** What was asked last, to be spoken. */
export function spokenQuestion(view: View): string {
  const { lastAsked } = view.store;
  return (lastAsked && questionOf(view, lastAsked.pointer)?.sentence) ?? '';
}
