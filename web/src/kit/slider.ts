// A slider under an exact field. The field stays the figure's home; the slider is a quick way to it.
// Only rates have one: they end at 0 and 100 % whatever they are, so that the scale never moves.
// How far a cost, a count or a value may reach nobody knows.
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { restWords } from '../locales/later/index';
import { singleOf, type Typed } from '../plan/ranges';
import { lastStop, placeOf, stopBeside, stops } from '../plan/scale';
import type { NumberField, View } from '../view/view';
import { goBeside } from './fields';

export const sliderLayout = css`
  .sliding {
    --thumb: 16px;
    contain: inline-size;
    width: 100%;
    margin-top: var(--s1);
  }
  .slider {
    display: block;
    width: 100%;
    height: 24px;
    margin: 0;
    accent-color: var(--act);
    cursor: pointer;
  }
  /* Under the middle of the thumb. */
  .sliding svg {
    width: calc(100% - var(--thumb));
    height: 1.7em;
    margin-inline: calc(var(--thumb) / 2);
    font-size: calc(0.75 * var(--unit));
  }
  .sliding svg text {
    font-size: 1em;
    fill: var(--soft);
  }
  .sliding .stop {
    stroke: var(--edge);
  }
  .sliding .span {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .sliding small {
    display: block;
    font-size: var(--small);
    color: var(--soft);
  }
  @media print {
    .sliding {
      display: none;
    }
  }
`;

const kSlid = /\/(closeRate|conversionRate|ctr)$/;

/** By whether they lead to a higher rate. */
const kArrows: ReadonlyMap<string, boolean> = new Map([
  ['ArrowRight', true],
  ['ArrowUp', true],
  ['ArrowLeft', false],
  ['ArrowDown', false],
]);

/** Between which published figures a field usually lies. */
export type Usual = readonly [low: number, high: number] | undefined;

/** Only a single figure has one. */
export function slider(
  view: View,
  field: NumberField,
  usual: Usual,
): TemplateResult | typeof nothing {
  const { store, format } = view;
  const { pointer, unit, label } = field;
  const value = singleOf(store.get(pointer) as Typed);
  if (value === undefined || !kSlid.test(pointer)) return nothing;
  const say = restWords(view).channel;
  const slide = (event: Event) =>
    store.edit(pointer, stops[Math.round((event.target as HTMLInputElement).valueAsNumber)]);
  const startStep = () => store.leave(pointer);
  const step = (event: KeyboardEvent) => {
    if (event.altKey) return goBeside(event);
    if (!event.repeat) startStep();
    const isAbove = kArrows.get(event.key);
    if (isAbove === undefined) return;
    event.preventDefault();
    store.edit(pointer, stopBeside(value, isAbove));
  };
  const percent = (rate: number) => format.figure(rate, unit);
  return html`<div class="sliding">
    <input type="range" class="slider" data-slides=${pointer}
      aria-label=${say.slider(label)} aria-valuetext=${percent(value)}
      min="0" max=${lastStop} step="any" .value=${live(String(placeOf(value)))}
      @pointerdown=${startStep}
      tabindex="-1"
      @keydown=${step}
      @input=${slide}
      @blur=${startStep} />
    ${scaleBelow((rate) => (rate < 1 ? format.bare(rate, unit) : percent(rate)), usual)}
    ${usual ? html`<small>${say.usual(percent(usual[0]), percent(usual[1]))}</small>` : nothing}
  </div>`;
}

const kNamed = [0, 0.02, 0.1, 1];

const across = (rate: number) => `${(100 * placeOf(rate)) / lastStop}%`;

/** Some rates where they lie, and what is usual between two of them. */
function scaleBelow(write: (rate: number) => string, usual: Usual) {
  const anchor = (rate: number) => (rate === 0 ? 'start' : rate === 1 ? 'end' : 'middle');
  return svg`<svg aria-hidden="true">
    ${kNamed.map(
      (rate) => svg`<line class="stop" x1=${across(rate)} x2=${across(rate)} y1="0" y2="4"></line>
      <text x=${across(rate)} y="1.4em" text-anchor=${anchor(rate)}>${write(rate)}</text>`,
    )}
    ${usual ? svg`<line class="span" x1=${across(usual[0])} x2=${across(usual[1])} y1="1.5" y2="1.5"></line>` : nothing}
  </svg>`;
}
