// Where a figure comes from, as the visitor states it: how it is known, a note, and of a rate the
// cases it was seen on. The figure itself stays.
import { html, nothing, type TemplateResult } from 'lit';
import type { AmountFigure } from '../../generated/contract';
import type { Unit } from '../../generated/metrics';
import { choiceField, numberField, textField } from '../kit/fields';
import { restWords } from '../locales/later/index';
import { act } from '../view/act';
import type { View } from '../view/view';

/** Weights, months, observations and limits are bare numbers. */
export const mayBeMarked = (pointer: string): boolean =>
  !/\/(weight|months|\w+Months|minAdSpend|maxAdSpend|carryOver|observed\/\d\/\w+)$|\/(goal|period)\b/.test(
    pointer,
  );

const kUnfolds = 'marking:';

/** The marks of one figure are open at a time; where the figure stands twice, in one place. */
export function markingButton(view: View, path: string, name: string): TemplateResult {
  const say = restWords(view).marking;
  const key = `${kUnfolds}${path}`;
  const isOpen = view.ui.unfolded.has(key);
  const toggle = () => {
    const others = [...view.ui.unfolded].filter((one) => !one.startsWith(kUnfolds));
    view.update({ unfolded: new Set(isOpen ? others : [...others, key]) });
  };
  return html`<button type="button" class="link note" data-marks aria-label=${say.of(name)}
    aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle}>${say.open}</button>`;
}

export function marking(
  view: View,
  path: string,
  pointer: string,
  unit: Unit,
): TemplateResult | typeof nothing {
  if (!view.ui.unfolded.has(`${kUnfolds}${path}`)) return nothing;
  const say = restWords(view).marking;
  return html`<div class="marking">
    ${provenance(view, pointer)}
    ${textField(view, { pointer: `${pointer}/note`, label: say.note })}
    ${unit === 'rate' ? numberField(view, { pointer: `${pointer}/n`, label: say.cases, note: say.casesNote, unit: 'count' }) : nothing}
  </div>`;
}

/** A benchmark is one by its source: there is no other way to choose it. */
function provenance(view: View, pointer: string): TemplateResult {
  const { store } = view;
  const say = restWords(view).marking;
  const isBenchmark = store.get(`${pointer}/source`) !== undefined;
  const kinds: NonNullable<AmountFigure['provenance']>[] = [
    'measured',
    'assumption',
    ...(isBenchmark ? (['benchmark'] as const) : []),
  ];
  return choiceField<NonNullable<AmountFigure['provenance']> | ''>(view, {
    pointer: `${pointer}/provenance`,
    label: say.kind,
    initial: '',
    options: [['', say.unstated], ...kinds.map((kind) => [kind, say.provenance[kind]] as const)],
    choose: (kind) => act(view, pointer, marked(store.get(pointer), kind || undefined)),
  });
}

/** A figure that is no benchmark any more names no source. */
function marked(figure: unknown, provenance: AmountFigure['provenance']): AmountFigure {
  const whole: AmountFigure =
    typeof figure === 'number' ? { value: figure } : { ...Object(figure) };
  const { provenance: _p, source, ...rest } = whole;
  const kept = provenance === 'benchmark' && source !== undefined ? { source } : {};
  return { ...rest, ...kept, ...(provenance ? { provenance } : {}) };
}
