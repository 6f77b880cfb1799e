// "These guesses rise and fall together": one switch per kind of figure, and what it changes.

import { html, nothing, type TemplateResult } from 'lit';
import type { Document, Scenario } from '../../../generated/contract';
import type { Metric } from '../../../generated/metrics';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { getAt, setAt } from '../../plan/pointer';
import { isRange, type RangeFigure } from '../../plan/ranges';
import { act } from '../../view/act';
import { isClosed } from '../../view/locked';
import type { View } from '../../view/view';
import { isKnown, rough } from '../../view/words';
import { certaintyWords } from './words';

const kStrength = 0.7;

interface Kind {
  metric: Metric;
  pointers: string[];
}

/** Ranges of one kind that profit depends on and that may be changed, where there are several. */
function kinds(view: View): Kind[] {
  const { store } = view;
  const found = analysesOf(store).quickSensitivity({ metric: 'profit' });
  const all = new Map<Metric, string[]>();
  for (const { pointer, metric } of found?.inputs ?? []) {
    if (isRange(store.get(pointer)) && !isClosed(view, pointer))
      all.set(metric, [...(all.get(metric) ?? []), pointer]);
  }
  return [...all]
    .filter(([, pointers]) => pointers.length > 1)
    .map(([metric, pointers]) => ({ metric, pointers }));
}

export function together(view: View): TemplateResult | typeof nothing {
  const list = kinds(view);
  if (list.length === 0) return nothing;
  return html`<h3>${certaintyWords(view).together.heading}</h3>
    ${list.map((kind) => choice(view, kind))}`;
}

function choice(view: View, kind: Kind): TemplateResult {
  const { store, labels } = view;
  const isTogether = kind.pointers.every(
    (pointer) => (store.get(pointer) as RangeFigure).movesWith?.group === kind.metric,
  );
  const toggle = () => {
    const document = moved(store.document, kind, !isTogether);
    act(view, store.base, getAt(document, store.base) as Scenario);
  };
  return html`<label class="check"><input type="checkbox" name="together-${kind.metric}" .checked=${isTogether} @change=${toggle} />
      ${labels[kind.metric]}</label>
    <p class="note">${effect(view, kind)}</p>`;
}

function moved(document: Document, { metric, pointers }: Kind, isTogether: boolean): Document {
  return pointers.reduce((now, pointer) => {
    const { movesWith: _, ...alone } = getAt(now, pointer) as RangeFigure;
    const movesWith = { group: metric, strength: kStrength };
    return setAt(now, pointer, isTogether ? { ...alone, movesWith } : alone);
  }, document);
}

/** How far apart the ends of the profit are, with and without. */
function effect(view: View, kind: Kind): string {
  const { store, text, labels } = view;
  const ends = (isTogether: boolean) => {
    const name = `${kind.metric} ${isTogether}`;
    const profit = analysesOf(store).profitOf(name, moved(store.document, kind, isTogether));
    if (!isKnown(profit)) return text.results.undefinedMark;
    return restWords(view).span.fromTo(
      rough(view, 'profit', profit.p5),
      rough(view, 'profit', profit.p95),
    );
  };
  return certaintyWords(view).together.effect(labels.profit, ends(true), ends(false));
}
