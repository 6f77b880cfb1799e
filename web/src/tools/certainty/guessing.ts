// "My guesses may be off by 20 %": every assumption becomes a range at once.

import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Scenario } from '../../../generated/contract';
import type { TypedInfluence } from '../../engine/analyses';
import { keepUndo, signs } from '../../kit/fields';
import { analysesOf } from '../../plan/analyses';
import { getAt, setAt } from '../../plan/pointer';
import { aboutFigure, aboutRange, type Typed } from '../../plan/ranges';
import { act } from '../../view/act';
import { isClosed } from '../../view/locked';
import { ownState } from '../../view/own-state';
import { unitOf, type View } from '../../view/view';
import { certaintyWords } from './words';

export const guessingLayout = css`
  .guessing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s2);
    margin-top: var(--s3);
  }
  .guessing .box {
    width: calc(6 * var(--unit));
  }
`;

/** What a guess may be off by, unless the visitor says more or less; and what the core takes. */
const kOff = 0.2;
const kLeastOff = 0.01;
const kMostOff = 0.9;

const kErrorId = 'guess-error';

const kCounts = /\/channels\/(\d+)\/(impressions|clicks|leads|customers)$/;

/** Single figures that profit depends on, that were neither measured nor published, and may be changed. */
function guesses(view: View): TypedInfluence[] {
  const { store } = view;
  const found = analysesOf(store).quickSensitivity({ metric: 'profit' });
  const isGuess = ({ pointer, swing }: TypedInfluence) => {
    const { provenance } = aboutFigure(store.get(pointer) as Typed);
    const isKnown = provenance === 'measured' || provenance === 'benchmark';
    return !swing && !isKnown && !isClosed(view, pointer);
  };
  return onlyOneCount(found?.inputs.filter(isGuess) ?? []);
}

/** Of a channel's counts only one may be a range: the one that matters most, which comes first. */
function onlyOneCount(list: readonly TypedInfluence[]): TypedInfluence[] {
  const counted = new Set<string>();
  return list.filter(({ pointer }) => {
    const [, channel] = kCounts.exec(pointer) ?? [];
    if (channel === undefined) return true;
    const isFirst = !counted.has(channel);
    counted.add(channel);
    return isFirst;
  });
}

/** What is typed as what guesses may be off by, and what it was read as. */
const guess = ownState<{ text?: string | undefined; off?: number | undefined }>({ off: kOff });

export function guessing(view: View): TemplateResult | typeof nothing {
  const list = guesses(view);
  if (list.length === 0) return nothing;
  const { format } = view;
  const say = certaintyWords(view).guessing;
  const { text, off } = guess.of(view);
  const isWrong = off === undefined;
  const read = (event: InputEvent) => type(view, (event.target as HTMLInputElement).value);
  const [before, after] = signs(view, 'rate');
  return html`<div class="guessing">
    <label for="guess">${say.offBy}</label>
    <span class="box ${isWrong ? 'wrong' : ''}">${before}<input id="guess" name="guess" type="text" inputmode="decimal" autocomplete="off"
      aria-invalid=${isWrong ? 'true' : nothing} aria-describedby=${isWrong ? kErrorId : nothing}
      .value=${live(text ?? format.field(kOff, 'rate'))} @input=${read} @keydown=${keepUndo} />${after}</span>
    <button type="button" class="link" data-guesses aria-disabled=${isWrong ? 'true' : 'false'}
      @click=${() => isWrong || range(view, list, off)}>${say.range(list.length)}</button>
    ${isWrong ? html`<p class="wrongly" id=${kErrorId}>${say.wrong}</p>` : nothing}
  </div>`;
}

function type(view: View, text: string): void {
  const reply = view.store.engine.readNumber(text, 'rate', view.format.marks, 'share');
  const read = reply.ok && 'value' in reply.value ? reply.value.value : 0;
  const off = read >= kLeastOff && read <= kMostOff ? read : undefined;
  guess.update(view, { text, off });
}

/** One step, which undo takes back. */
function range(view: View, list: readonly TypedInfluence[], off: number): void {
  const { store } = view;
  let document = store.document;
  for (const { pointer, metric, value } of list) {
    const about = aboutRange(store.get(pointer) as Typed);
    const reply = store.ranges.widened(value, unitOf(metric), { off, n: about.n });
    if (reply.ok) document = setAt(document, pointer, { ...about, ...reply.value });
  }
  act(view, store.base, getAt(document, store.base) as Scenario);
  guess.update(view, { text: undefined, off: kOff });
}
