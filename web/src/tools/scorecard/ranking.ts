// Posts, or people who share, from a table that is pasted: the core works a KPI out for each row as it would for a
// channel, and says which is best. Nothing of it is kept.
import { html, nothing, type TemplateResult } from 'lit';
import type { Kpi, KpiChannel, KpiInput } from '../../../generated/evidence';
import type { NumberMarks } from '../../engine/engine';
import { type AskOfEvidence, wellFormed } from '../../engine/reader';
import { keepUndo } from '../../kit/fields';
import { option, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { button } from '../../sharing/keeping';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import { capital } from '../../view/words';
import { goalOf, interactionsOf, isOfPlan } from './asking';
import { fullName, inputName, unitOfInput } from './names';
import { rankingWords } from './ranking-words';

interface Pasted {
  text: string;
  /** Of the language that it was pasted in. */
  marks: NumberMarks;
  /** What a column counts, where the visitor says so; '' for nothing. */
  meanings: Readonly<Record<number, KpiInput | ''>>;
  kpi?: Kpi['id'];
  showsAll?: boolean;
}

const pasted = ownState<Pasted>({ text: '', marks: {}, meanings: {} });

const kBest = 10;
/** Before its number, what a row is called as a channel. */
const kRow = 'row-';

export function rankingSection(
  view: View,
  ask: AskOfEvidence,
  kpis: readonly Kpi[],
): TemplateResult {
  const say = rankingWords(view);
  const { text } = pasted.of(view);
  const take = ({ target }: Event) =>
    pasted.update(view, {
      text: (target as HTMLTextAreaElement).value,
      marks: view.format.marks,
      meanings: {},
    });
  return html`<p class="note">${say.how}</p>
    <label>${say.paste}
      <textarea name="ranking" rows="5" spellcheck="false" .value=${text} @change=${take} @keydown=${keepUndo}></textarea></label>
    ${text.trim() ? ranking(view, ask, kpis) : nothing}`;
}

function ranking(view: View, ask: AskOfEvidence, kpis: readonly Kpi[]): TemplateResult {
  const say = rankingWords(view);
  const state = pasted.of(view);
  const [headings = [], ...rows] = rowsOf(view, ask, state);
  const isTable = rows.length > 0 && headings.length > 1;
  if (!isTable) return html`<p class="wrongly">${say.noTable}</p>`;
  const countable = inputsOf(kpis);
  const columns = headings.map((heading, at) =>
    at === 0 ? undefined : (state.meanings[at] ?? meaningOf(view, heading, countable)),
  );
  const known = columns.filter((one): one is KpiInput => Boolean(one));
  const offered = kpis.filter((kpi) => canRank(kpi, known));
  const chosen = offered.find(({ id }) => id === state.kpi) ?? offered[0];
  return html`<fieldset>
      <legend>${say.columns}</legend>
      <div class="picks">${headings.slice(1).map((heading, before) => columnChoice(view, heading, before + 1, columns[before + 1] ?? '', countable))}</div>
    </fieldset>
    ${chosen ? html`${kpiChoice(view, offered, chosen)} ${best(view, ask, chosen, columns, rows)}` : html`<p class="note">${say.noKpi}</p>`}`;
}

/** Headings, and rows that are no sums; nothing of what is no table. */
function rowsOf(
  { format }: View,
  ask: AskOfEvidence,
  { text, marks }: Pasted,
): readonly string[][] {
  const { currency } = format;
  const reply = ask('planTable', { text: wellFormed(text), marks, currency });
  if (!reply.ok || 'fault' in reply.value) return [];
  const { columns, rows } = reply.value;
  return [columns.map(({ heading }) => heading), ...rows.map(({ texts }) => texts)];
}

// What the columns count

/** All that some KPI counts, but those that the plan works out. */
const inputsOf = (kpis: readonly Kpi[]): KpiInput[] => [
  ...new Set(kpis.filter(({ id }) => !isOfPlan(id)).flatMap(({ inputs }) => inputs)),
];

const plain = (words: string) =>
  words
    .normalize('NFD')
    .replace(/[\p{M}’'\s_-]/gu, '')
    .toLowerCase();

/** By its name in the page's language, or by the name that the contract gives it. */
function meaningOf(view: View, heading: string, inputs: readonly KpiInput[]): KpiInput | '' {
  const found = plain(heading);
  return inputs.find((one) => found === plain(inputName(view, one)) || found === plain(one)) ?? '';
}

function columnChoice(
  view: View,
  heading: string,
  at: number,
  chosen: KpiInput | '',
  inputs: readonly KpiInput[],
): TemplateResult {
  const { meanings } = pasted.of(view);
  return option({
    label: heading,
    chosen,
    options: [
      ['', view.text.results.undefinedMark],
      ...inputs.map((one) => [one, capital(inputName(view, one))] as const),
    ],
    choose: (one) => pasted.update(view, { meanings: { ...meanings, [at]: one as KpiInput | '' } }),
  });
}

/** Whose every count is in the table; those of the plan are worked out by the plan. */
const canRank = ({ id, inputs }: Kpi, known: readonly KpiInput[]): boolean =>
  !isOfPlan(id) && inputs.every((one) => known.includes(one));

const kpiChoice = (view: View, offered: readonly Kpi[], { id }: Kpi): TemplateResult =>
  html`<p>${option({
    label: rankingWords(view).by,
    chosen: id,
    options: offered.map((kpi) => [kpi.id, fullName(view, kpi)] as const),
    choose: (kpi) => pasted.update(view, { kpi: kpi as Kpi['id'] }),
  })}</p>`;

// The best

interface Row {
  name: string;
  counts: KpiChannel['counts'];
}

/** A cell that is no number leaves its count unknown, and the row without a figure. */
function rowOf(
  view: View,
  [name = '', ...cells]: string[],
  columns: readonly (KpiInput | '' | undefined)[],
): Row {
  const { marks } = pasted.of(view);
  const counts: Partial<Record<KpiInput, number>> = {};
  for (const [before, cell] of cells.entries()) {
    const input = columns[before + 1];
    if (!input || !cell) continue;
    const reply = view.store.engine.readNumber(cell, unitOfInput(input), marks);
    if (reply.ok && 'value' in reply.value) counts[input] ??= reply.value.value;
  }
  return { name, counts };
}

function best(
  view: View,
  ask: AskOfEvidence,
  chosen: Kpi,
  columns: readonly (KpiInput | '' | undefined)[],
  cells: readonly string[][],
): TemplateResult {
  const say = rankingWords(view);
  const title = fullName(view, chosen);
  const rows = cells.map((row) => rowOf(view, row, columns));
  const reply = ask('scorecard', {
    goal: goalOf(view),
    kpis: [chosen.id],
    interactions: [...interactionsOf(view)],
    channels: rows.map(({ counts }, at) => ({ id: `${kRow}${at}`, counts })),
  });
  if (!reply.ok) {
    const [error] = reply.errors;
    return html`<p class="wrongly">${error ? errorWords(view, error) : nothing}</p>`;
  }
  const { ranked = [], channels = [] } = reply.value.kpis.find(({ id }) => id === chosen.id) ?? {};
  const { showsAll } = pasted.of(view);
  const count = (n: number) => view.format.figure(n, 'count');
  const without = rows.length - ranked.length;
  const value = (id: string) => channels.find((one) => one.id === id)?.figure?.value ?? 0;
  return html`${table({
    caption: title,
    columns: ['', title],
    rows: ranked
      .slice(0, showsAll ? undefined : kBest)
      .map((id, at) => [
        html`${count(at + 1)}. <bdi>${rows[Number(id.slice(kRow.length))]?.name}</bdi>`,
        view.format.figure(value(id), chosen.unit),
      ]),
  })}
    ${ranked.length > kBest && !showsAll ? button(say.all(count(ranked.length)), () => pasted.update(view, { showsAll: true })) : nothing}
    ${without > 0 ? html`<p class="note">${say.without(count(without))}</p>` : nothing}`;
}
