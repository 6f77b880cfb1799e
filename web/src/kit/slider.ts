// A slider under an exact field. The field stays the figure's home; the slider is a quick way to it.
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { restWords } from '../locales/later/index';
import { singleOf, type Typed } from '../plan/ranges';
import { scaleAround } from '../plan/scale';
import type { NumberField, View } from '../view/view';
import { goBeside } from './fields';

export const sliderLayout = css`
  .slider {
    display: block;
    width: 100%;
    height: 24px;
    margin: var(--s1) 0 0;
    accent-color: var(--act);
    cursor: pointer;
  }
  @media print {
    .slider {
      display: none;
    }
  }
`;

const kSlid = /\/(closeRate|leads|costs\/\d+\/amount|value\/\w+(\/\d+)?)$/;

/** Only a single figure has one. */
export function slider(view: View, field: NumberField): TemplateResult | typeof nothing {
  const { store, ui, format } = view;
  const { pointer, unit, label } = field;
  const value = singleOf(store.get(pointer) as Typed);
  if (value === undefined || !kSlid.test(pointer)) return nothing;
  const held = ui.sliding?.pointer === pointer ? ui.sliding.scale : undefined;
  const scale = held ?? scaleAround(value, unit);
  const slide = (event: Event) =>
    store.edit(pointer, (event.target as HTMLInputElement).valueAsNumber);
  const startStep = () => store.leave(pointer);
  const hold = () => {
    startStep();
    view.update({ sliding: { pointer, scale } });
  };
  const step = (event: KeyboardEvent) => {
    if (!event.repeat && !event.altKey) startStep();
    goBeside(event);
  };
  const release = () => view.update({ sliding: undefined });
  return html`<input type="range" class="slider" data-slides=${pointer}
    aria-label=${restWords(view).channel.slider(label)} aria-valuetext=${format.figure(value, unit)}
    min="0" max=${scale.end} step=${scale.step} .value=${live(String(value))}
    @pointerdown=${hold}
    tabindex="-1"
    @keydown=${step}
    @input=${slide}
    @change=${release}
    @blur=${() => {
      startStep();
      release();
    }} />`;
}
