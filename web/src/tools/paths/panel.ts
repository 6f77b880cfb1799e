// Conversion paths become figures of the plan: what each rule credits, what it makes of the plan's ROI, and one of
// them put into the plan.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  kRules,
  type PathMeaning,
  type PathsRead,
  type PathsRefused,
} from '../../../generated/paths';
import type { AskOfEvidence } from '../../engine/reader';
import { keepUndo } from '../../kit/fields';
import { option, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { button, fileButton } from '../../sharing/keeping';
import { whyLocked } from '../../view/locked';
import type { EvidenceTool } from '../../view/tool';
import { nameOf, shown, told, type View } from '../../view/view';
import { capital, lower } from '../../view/words';
import { type Count, type Outcome, outcomeNow, type Rule, type Under } from './outcome';
import { answer, looked, readWith, type Source, take } from './reading';
import { pathsWords } from './words';

type Drawn = TemplateResult | typeof nothing;

const kFiles = {
  name: 'paths',
  accept: '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain',
};

export const pathsTool: EvidenceTool = {
  id: 'paths',
  name: (view) => pathsWords(view).heading,
  purpose: (view) => pathsWords(view).purpose,
  draw: { answered: panel },
};

function panel(view: View, ask: AskOfEvidence): TemplateResult {
  const say = pathsWords(view);
  const { source, pastes } = looked.of(view);
  const chosen = ([file]: readonly File[]) => file && take(view, file, file.name);
  const paste = () => {
    looked.update(view, { pastes: !pastes });
    view.focusLater('.evidence textarea');
  };
  return html`<div class="bringing">
    <p class="note">${say.how}</p>
    <p class="ways-in">${fileButton(say.choose, chosen, kFiles)} ${button(say.paste, paste)}</p>
    ${pastes ? cells(view) : nothing}
    ${source ? html`<section class="source" aria-label=${source.name}><h3>${source.name}</h3>${stateOf(view, ask, source)}</section>` : nothing}
  </div>`;
}

/** Taken as soon as they are pasted; what is typed, once the field is left. */
function cells(view: View): TemplateResult {
  const say = pathsWords(view);
  const read = ({ target }: Event) => {
    const { value } = target as HTMLTextAreaElement;
    if (!/[\r\n]/.test(value.trim())) return;
    looked.update(view, { pastes: false });
    take(view, new Blob([value]), say.pasted);
  };
  const pasted = (event: Event) => {
    if (/^insertFrom/.test((event as InputEvent).inputType)) read(event);
  };
  return html`<label>${say.pasteLabel}
    <textarea name="paths-cells" rows="5" spellcheck="false" @input=${pasted} @change=${read} @keydown=${keepUndo}></textarea></label>`;
}

function stateOf(view: View, ask: AskOfEvidence, source: Source): Drawn {
  const say = pathsWords(view);
  const { found, bytes, content } = source;
  if (bytes !== undefined) {
    const share = content.size > 0 ? bytes / content.size : 1;
    return html`<p class="note">${say.reading(view.format.percent(share, 0))}</p>`;
  }
  if (found === 'notFetched')
    return html`<p class="wrongly">${say.notFetched} ${button(say.again, () => readWith(view, source))}</p>`;
  if (!found) return nothing;
  return 'fault' in found ? refused(view, source, found) : whole(view, ask, source, found);
}

const count = ({ format }: View, n: number) => format.figure(n, 'count');

function refused(view: View, source: Source, found: PathsRefused): TemplateResult {
  const say = pathsWords(view);
  const line = found.line === undefined ? '' : say.line(count(view, found.line));
  return html`<p class="wrongly">${say.faults[found.fault]}${line}</p>
    ${leftOut(view, found)} ${found.columns.length > 0 ? columns(view, source, found) : nothing}`;
}

// What was read

function whole(view: View, ask: AskOfEvidence, source: Source, read: PathsRead): TemplateResult {
  const say = pathsWords(view);
  const { channels, count: counted } = looked.of(view);
  const noteOf = (rule: Rule) => say.source(ruleName(view, read, rule), source.name);
  const found = outcomeNow(view, ask, { read, chosen: channels, count: counted, noteOf });
  const isOpen = read.questions.length > 0;
  return html`<p>${say.read(...facts(view, read))}</p>
    ${read.eachConverted ? html`<p class="note">${say.eachConverted}</p>` : nothing}
    ${read.nulls === 0 ? html`<p class="note">${say.noNulls}</p>` : nothing}
    ${leftOut(view, read)} ${read.questions.map((one) => question(view, source, one))}
    <details class="inner">
      <summary><b>${say.details}</b></summary>
      <div class="content">${columns(view, source, read)}</div>
    </details>
    ${credits(view, read, found)}
    <p class="note">${say.whatItIs}</p>
    <details class="inner">
      <summary><b>${say.rulesAre}</b></summary>
      <div class="content">${say.explained(read.timeDecay).map((one) => html`<p class="note">${one}</p>`)}</div>
    </details>
    ${isOpen ? html`<p class="note">${say.first}</p>` : ofPlan(view, read, found)}`;
}

function facts(view: View, { rows, paths, journeys, conversions, nulls }: PathsRead) {
  const counted = (n: number) => [n, count(view, n)] as const;
  return [
    counted(rows),
    paths === undefined ? undefined : counted(paths),
    counted(journeys ?? 0),
    counted(conversions),
    counted(nulls),
  ] as const;
}

function leftOut(view: View, { leftOut: list }: PathsRead | PathsRefused): Drawn {
  const say = pathsWords(view);
  return html`${list.map(
    ({ why, rows, line }) =>
      html`<p class="note">${say.leftOut[why](count(view, rows))}${line === undefined ? '' : say.line(count(view, line))}</p>`,
  )}`;
}

function question(
  view: View,
  source: Source,
  { about, cell }: PathsRead['questions'][number],
): TemplateResult {
  const { asked } = pathsWords(view);
  const answers =
    about === 'decimal'
      ? ([
          [asked.point, '.'],
          [asked.comma, ','],
        ] as const)
      : ([
          [asked.dayFirst, 'DMY'],
          [asked.monthFirst, 'MDY'],
        ] as const);
  return html`<div class="asking open" role="group" aria-label=${asked[about](cell)} data-asked=${about}>
    <p>${asked[about](cell)}</p>
    ${answers.map(([words, said]) => button(words, () => answer(view, source, [about, said])))}
  </div>`;
}

function columns(
  view: View,
  source: Source,
  { columns: list }: PathsRead | PathsRefused,
): TemplateResult {
  const say = pathsWords(view);
  const rows = list.map(({ heading, meaning = '' }, at) => {
    const change = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      if (value) answer(view, source, ['column', `${at + 1}=${value}`]);
    };
    const meanings = Object.entries(say.meanings) as [PathMeaning | '', string][];
    const choice = html`<select aria-label=${say.is(heading)} name="path-column-${at}" @change=${change}>
      ${meanings.map(([one, words]) => html`<option value=${one} .selected=${live(one === meaning)}>${words}</option>`)}
    </select>`;
    return [heading, choice] as const;
  });
  return table({ caption: say.columns, columns: [say.column, say.takenAs], rows });
}

// Credits

const ruleName = (view: View, { timeDecay }: PathsRead, rule: Rule): string => {
  const { rules } = pathsWords(view);
  return rule === 'timeDecay' ? rules.timeDecay[timeDecay] : rules[rule];
};

/** Side by side; and which channel of the plan each name is. */
function credits(view: View, read: PathsRead, { names }: Outcome): TemplateResult {
  const say = pathsWords(view);
  const { of: chosen } = looked.of(view);
  const of = read.value === undefined ? 'conversions' : chosen;
  const cells = kRules.map((rule) =>
    view.format.column(
      read.channels.map((one) => one[of]?.[rule] ?? 0),
      of === 'value' ? 'money' : 'count',
    ),
  );
  const rows = read.channels.map(
    ({ name }, at) =>
      [
        name,
        targetChoice(view, name, names[at]?.channel ?? ''),
        ...cells.map((column) => column[at] ?? ''),
      ] as const,
  );
  return html`<h3>${say.credits}</h3>
    ${
      read.value === undefined
        ? nothing
        : option<'conversions' | 'value'>({
            label: say.creditsOf,
            chosen: of,
            options: [
              ['conversions', say.meanings.conversions],
              ['value', say.meanings.value],
            ],
            choose: (next) => looked.update(view, { of: next }),
          })
    }
    ${table({ caption: say.credits, columns: [say.name, say.channel, ...kRules.map((rule) => ruleName(view, read, rule))], rows })}`;
}

function targetChoice(view: View, name: string, target: string): TemplateResult {
  const say = pathsWords(view);
  const { channels } = looked.of(view);
  const change = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    looked.update(view, { channels: { ...channels, [name]: value } });
  };
  const options = view.store.scenario.channels.map(({ id }) => [id, nameOf(view, id)] as const);
  return html`<select aria-label=${say.isChannel(name)} @change=${change}>
    ${[...options, ['', say.none] as const].map(([id, words]) => html`<option value=${id} .selected=${live(id === target)}>${words}</option>`)}
  </select>`;
}

// The plan under each rule

function ofPlan(view: View, read: PathsRead, found: Outcome): TemplateResult {
  const say = pathsWords(view);
  const { store, labels, format } = view;
  const { count: counted } = looked.of(view);
  const others = found.names.filter(({ channel }) => channel === '').map(({ name }) => name);
  const isOrder = store.scenario.action === 'order';
  return html`<h3>${say.plan}</h3>
    ${
      isOrder
        ? nothing
        : option<Count>({
            label: say.isA,
            chosen: counted,
            options: [
              ['leads', capital(labels.leads)],
              ['customers', capital(labels.customers)],
            ],
            choose: (next) => looked.update(view, { count: next }),
          })
    }
    <p class="note">${say.split(lower(labels[counted]))}</p>
    ${others.length > 0 ? html`<p class="note">${say.others(format.list(others))}</p>` : nothing}
    ${found.unknown.length > 0 ? html`<p class="note">${say.unknown(format.list(found.unknown.map(({ id }) => nameOf(view, id))))}</p>` : nothing}
    ${found.error ? html`<p class="wrongly">${say.refused(errorWords(view, found.error))}</p>` : nothing}
    ${found.under.length > 0 ? html`${roiTable(view, read, found)} ${ranking(view, read, found)} ${taking(view, read, found)}` : found.error ? nothing : html`<p>${say.noChannel}</p>`}`;
}

function roiTable(view: View, read: PathsRead, { channels, under }: Outcome): TemplateResult {
  const say = pathsWords(view);
  const now = view.store.result.channels;
  const rows = channels.map(({ id }) => {
    const before = now.find((one) => one.id === id)?.results.roi;
    const all = [before, ...under.map(({ of }) => of.get(id)?.roi)];
    return [
      nameOf(view, id),
      ...all.map((roi) => (roi === undefined ? '' : told(view, 'roi', roi))),
    ] as const;
  });
  const heads = ['', say.now, ...under.map(({ rule }) => ruleName(view, read, rule))];
  return table({ caption: say.roi, columns: heads, rows });
}

/** Which channels stand elsewhere than by the last touch. */
function ranking(view: View, read: PathsRead, { under }: Outcome): TemplateResult {
  const say = pathsWords(view);
  const last = under.find(({ rule }) => rule === 'last');
  if (!last) return html`<p class="note">${say.noLast}</p>`;
  const place = ({ ranked }: Under, id: string) => ranked.indexOf(id) + 1;
  const all = under
    .filter((one) => one !== last)
    .map((one) => ({
      name: ruleName(view, read, one.rule),
      moves: one.ranked
        .filter((id) => place(last, id) > 0 && place(last, id) !== place(one, id))
        .map((id) =>
          say.moves(nameOf(view, id), count(view, place(last, id)), count(view, place(one, id))),
        ),
    }));
  const same = all.filter(({ moves }) => moves.length === 0).map(({ name }) => name);
  const others = all.filter(({ moves }) => moves.length > 0);
  return html`<p><b>${say.ranking}</b></p>
    ${others.map(({ name, moves }) => html`<p>${say.ranks(name, view.format.list(moves))}</p>`)}
    ${same.length > 0 ? html`<p>${say.same(view.format.list(same))}</p>` : nothing}`;
}

/** Before and after, and the press that puts it there. */
function taking(view: View, read: PathsRead, { channels, under }: Outcome): TemplateResult {
  const say = pathsWords(view);
  const { rule, count: counted } = looked.of(view);
  const chosen = under.find((one) => one.rule === rule) ?? under[0];
  if (!chosen) return html``;
  const now = view.store.result.channels;
  const rows = channels.map(({ id }) => {
    const before = now.find((one) => one.id === id)?.results;
    const after = chosen.of.get(id);
    const pair = (metric: Count | 'roi') => {
      const words = [before, after].map((one) => (one ? shown(view, metric, one[metric]) : ''));
      return words[0] === words[1] ? (words[0] ?? '') : say.change(words[0] ?? '', words[1] ?? '');
    };
    return [nameOf(view, id), pair(counted), pair('roi')] as const;
  });
  const locked = whyLocked(view, chosen.document);
  const apply = () => {
    const error = view.store.takeOver(chosen.document, view.store.at);
    if (error) return view.outside.say(say.refused(errorWords(view, error)), true);
    looked.update(view, { channels: {} });
    view.update({ panel: undefined });
    view.outside.say(say.applied);
    view.focusLater('#answer');
  };
  return html`<h3>${say.take}</h3>
    ${option<Rule>({
      label: say.rule,
      chosen: chosen.rule,
      options: under.map((one) => [one.rule, ruleName(view, read, one.rule)] as const),
      choose: (next) => looked.update(view, { rule: next }),
    })}
    ${table({ caption: say.take, columns: ['', capital(view.labels[counted]), capital(view.labels.roi)], rows })}
    ${locked === undefined ? html`<button type="button" class="link" data-applies @click=${apply}><b>${say.apply}</b></button>` : html`<p class="note">${locked}</p>`}`;
}
