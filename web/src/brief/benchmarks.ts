// Figures that the brief's author publishes beside a field, each with its source, to be taken over.
import { html, nothing, type TemplateResult } from 'lit';
import type { Brief } from '../../generated/brief';
import { type AmountFigure, kNoteLimit } from '../../generated/contract';
import type { Unit } from '../../generated/metrics';
import { restWords } from '../locales/later/index';
import { act } from '../view/act';
import type { View } from '../view/view';
import { briefWords } from './words';

type Field = NonNullable<Brief['fields']>[number];
export type Benchmark = NonNullable<Field['benchmarks']>[number];

interface Place {
  pointer: string;
  label: string;
  unit: Unit;
}

export const benchmarksOf = ({ fields = [] }: Brief): Benchmark[] =>
  fields.flatMap(({ benchmarks = [] }) => benchmarks);

export function ownBenchmarks(
  view: View,
  place: Place,
  list: readonly Benchmark[] = [],
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul class="own-benchmarks">${list.map((one) => html`<li data-benchmark=${one.id}>${row(view, place, one)}</li>`)}</ul>`;
}

function row(view: View, place: Place, one: Benchmark): TemplateResult {
  const say = briefWords(view);
  const { publisher, year, n, address } = one;
  const cases = n === undefined ? '' : `, ${say.cases(n, view.format.figure(n, 'count'))}`;
  const [low, high] = endsOf(one).map((end) => view.format.figure(end, place.unit)) as [
    string,
    string,
  ];
  const shown = low === high ? low : say.range(low, high);
  const use = () => {
    if (!act(view, place.pointer, taken(view, place.pointer, one, cases))) return;
    view.outside.say(restWords(view).benchmarks.taken(place.label, low, high));
  };
  return html`<span><b>${shown}</b> <a target="_blank" rel="noopener noreferrer" href=${address}>${publisher}, ${year}</a>${cases}</span>
    <button type="button" class="link" aria-label="${say.use} ${place.label}${view.text.colon}${shown}" @click=${use}>${say.use}</button>`;
}

const endsOf = ({ value }: Benchmark): [number, number] =>
  typeof value === 'number' ? [value, value] : [value.low, value.high];

/** What the figure moves with stays; all else that was said of it was said of another figure. */
function taken({ store }: View, pointer: string, one: Benchmark, cases: string): AmountFigure {
  const before = store.get(pointer) as AmountFigure | number | undefined;
  const movesWith = typeof before === 'object' ? before.movesWith : undefined;
  const { value, id, publisher, year, address } = one;
  return {
    ...(typeof value === 'number' ? { value } : value),
    provenance: 'benchmark',
    source: id,
    note: `${publisher}, ${year}${cases}, ${address}`.slice(0, kNoteLimit),
    ...(movesWith ? { movesWith } : {}),
  };
}
