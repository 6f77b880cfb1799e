// An elasticity from two points that were observed, or from the imported series, put into a channel as a range.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel } from '../../../generated/contract';
import type { FitRequest } from '../../engine/analyses';
import type { EngineError } from '../../engine/engine';
import { keepUndo, signs, stay } from '../../kit/fields';
import { option } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { button } from '../../sharing/keeping';
import { act } from '../../view/act';
import { ownState } from '../../view/own-state';
import { nameOf, type View } from '../../view/view';
import { capital } from '../../view/words';
import { splitWords } from './words';

type Point = FitRequest['points'][number];
const kBoxes = ['adSpend', 'leads'] as const;
const kUnits = { adSpend: 'money', leads: 'count' } as const;

/** What is typed, and the number it was read as in the language of then; or why it is none. */
interface Typed {
  text: string;
  value?: number;
  error?: Pick<EngineError, 'code' | 'detail'>;
}

const observing = ownState<{
  channel: string;
  typed: readonly Partial<Record<keyof Point, Typed>>[];
}>({ channel: '', typed: [{}, {}] });

function read({ store, format }: View, text: string, box: keyof Point): Typed {
  if (text.trim() === '') return { text };
  const reply = store.engine.readNumber(text, kUnits[box], format.marks, box);
  if (reply.ok && 'value' in reply.value) return { text, value: reply.value.value };
  const [error = { code: 'number.malformed' }] = reply.ok ? [] : reply.errors;
  return { text, error };
}

/** Those of which both figures can be read. */
function typedPoints(view: View): Point[] {
  return observing.of(view).typed.flatMap((point) => {
    const [adSpend, leads] = kBoxes.map((box) => point[box]?.value);
    return adSpend === undefined || leads === undefined ? [] : [{ adSpend, leads }];
  });
}

/** The weeks or months of which the import knows both. */
function seriesPoints({ series }: Channel): Point[] {
  const { spend = [], leads = [] } = series ?? {};
  return spend.flatMap((adSpend, at) => {
    const came = leads[at];
    return adSpend === null || came === null || came === undefined || adSpend < 0 || came < 0
      ? []
      : [{ adSpend, leads: came }];
  });
}

export function observedForm(
  view: View,
  channels: readonly Channel[],
): TemplateResult | typeof nothing {
  const say = splitWords(view);
  const { channel: id, typed } = observing.of(view);
  const channel = channels.find((one) => one.id === id) ?? channels[0];
  if (!channel) return nothing;
  const type = (at: number, box: keyof Point) => (event: Event) => {
    const text = (event.target as HTMLInputElement).value;
    observing.update(view, {
      typed: typed.with(at, { ...typed[at], [box]: read(view, text, box) }),
    });
  };
  const field = (at: number, box: keyof Point) => {
    const [before, after] = signs(view, kUnits[box]);
    const { text = '', error } = typed[at]?.[box] ?? {};
    const name = `split-${box}-${at}`;
    return html`<label class="choose">${say.point(capital(view.labels[box]), at + 1)}
      <span class="box ${error ? 'wrong' : ''}">${before}<input name=${name} type="text" inputmode="decimal" autocomplete="off"
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${name}-error` : nothing}
        .value=${live(text)} @input=${type(at, box)} @keydown=${keepUndo} />${after}</span></label>
      ${error ? html`<p class="wrongly" id=${`${name}-error`}>${errorWords(view, error)}</p>` : nothing}`;
  };
  const observed = typedPoints(view);
  const series = seriesPoints(channel);
  return html`<details><summary>${say.observed}</summary>
    <form class="seek" aria-label=${say.observed} @submit=${stay}>
      <div class="ask">${option({
        label: view.text.inputs.channel,
        chosen: channel.id,
        options: channels.map((one) => [one.id, nameOf(view, one.id)] as const),
        choose: (one) => observing.update(view, { channel: one, typed: [{}, {}] }),
      })}</div>
      ${[0, 1].map((at) => html`<div class="ask">${kBoxes.map((box) => field(at, box))}</div>`)}
      ${observed.length === 2 ? supported(view, channel, observed, say.fromPoints) : nothing}
      ${series.length > 0 ? supported(view, channel, series, say.fromSeries(series.length)) : nothing}
      <p class="note">${say.observedNote}</p>
    </form></details>`;
}

function supported(
  view: View,
  channel: Channel,
  points: Point[],
  source: string,
): TemplateResult | typeof nothing {
  const say = splitWords(view);
  const { store, format } = view;
  const reply = store.engine.ask('fitResponse', { points });
  if (!reply.ok) return nothing;
  const fit = reply.value;
  if ('refused' in fit) return html`<p>${source} ${say.refused[fit.refused]}</p>`;
  const [low, likely, high] = [fit.low, fit.likely, fit.high].map((one) =>
    format.percent(one, 0),
  ) as [string, string, string];
  const at = store.scenario.channels.indexOf(channel);
  const figure = {
    low: fit.low,
    likely: fit.likely,
    high: fit.high,
    provenance: 'measured',
    note: source,
  };
  const put = () => act(view, `${store.base}/channels/${at}/response/elasticity`, figure);
  return html`<p>${source} ${say.supports(likely, low, high)} ${button(say.putElasticity(nameOf(view, channel.id)), put)}</p>`;
}
