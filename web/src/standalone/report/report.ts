// The printed report: verdict, numbers, why, and what it all rests on. It is in the page only while
// the page is printed.

import { css, html, nothing, render, type TemplateResult } from 'lit';
import type { Cost, Saving, SharedCost, Value, Weight } from '../../../generated/contract';
import type { Metric, Unit } from '../../../generated/metrics';
import { bestAndWorst } from '../../answer/channels';
import { goalAnswer } from '../../answer/goal';
import { lifetimeNote } from '../../answer/lifetime';
import { headline, keyNumbers, luck, payback, type Shown } from '../../answer/results';
import type { Results } from '../../engine/engine';
import { formula, ownFormula, whereFrom } from '../../explanation/explanation';
import { mayBeMarked } from '../../explanation/marking';
import { kValueFields } from '../../inputs/inputs';
import { savingsCounted } from '../../inputs/savings';
import { textField } from '../../kit/fields';
import { type Cell, fact, table } from '../../kit/tables';
import { languageOf } from '../../locales/index';
import { restWords } from '../../locales/later/index';
import type { Saved } from '../../persistence/saved';
import { analysesOf } from '../../plan/analyses';
import { kBesidePlan } from '../../plan/apart';
import { originAt } from '../../plan/origins';
import { aboutFigure, isRange, singleOf, type Typed } from '../../plan/ranges';
import { below, button } from '../../sharing/keeping';
import { plainCopy } from '../../sharing/plain';
import { light } from '../../styles/styles';
import { splitWords } from '../../tools/budget-split/words';
import { timeWords } from '../../tools/payback/words';
import { later } from '../../view/deferred';
import { ownInputAt, ownRows, ownTitle, ownUnit } from '../../view/own';
import { ownState } from '../../view/own-state';
import {
  channelResults,
  hasHappened,
  isNumber,
  nameOf,
  nameOfScenario,
  reason,
  resultOf,
  shown,
  unitOf,
  type View,
} from '../../view/view';
import { capital, fieldName, lower, statesTime } from '../../view/words';
import { kOfChannels } from '../channel-columns';
import { evidenceParts } from '../evidence';
import { periodOf } from '../period';
import { keepInPage } from '../saved-page';
import { pageWords } from '../words/index';
import { branded, brandFields, colourOf } from './brand';
import { channelHeads, firstPage, keyNumber, otherChannels } from './first-page';
import { followsKpis, kpiPart, kpisTitle } from './kpis';

export const reportLayout = css`
  .report {
    display: none;
  }
  .report-names {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(14 * var(--unit))), 1fr));
    gap: 0 var(--s5);
    margin: var(--s3) 0;
  }
  .report-names .field {
    grid-template-columns: minmax(0, 1fr);
  }
  .keeping .report-names ~ .link {
    margin-top: var(--s3);
  }
  .report.seen,
  .report.measured {
    display: block;
    width: 180mm;
  }
  .report.measured {
    position: absolute;
    visibility: hidden;
  }
  .report.alone > section,
  .report.alone > section ~ .end {
    display: none;
  }
  .preview .sheet {
    overflow: auto;
    margin-top: var(--s3);
  }
  .report.seen {
    box-sizing: content-box;
    min-height: 264mm;
    padding: 15mm 15mm 18mm;
    border: 1px solid var(--line);
    background: #fff;
  }
  .keeping .seen .sentence {
    font: 400 calc(1.6 * var(--unit)) / 1.25 var(--serif);
  }
  @container (max-width: 56em) {
    .report.seen {
      zoom: 0.4;
    }
  }
  .one-page {
    margin-top: var(--s2);
  }
  .brand label,
  .one-page label {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
    min-height: 24px;
  }
  .one-page input {
    margin: 0;
    width: 18px;
    height: 18px;
    accent-color: var(--act);
  }
  /* Black on white, whatever the screen and the page around it look like. */
  .report {
    --roi-paper: #fff;
    --roi-ink: initial;
    --roi-soft: initial;
    --roi-line: initial;
    --roi-edge: initial;
    --roi-gain: initial;
    --roi-gain-soft: initial;
    --roi-loss: initial;
    --roi-bar: initial;
    --roi-unit: 10pt;
    ${light}
    color: var(--ink);
    font: 400 var(--note) / 1.45 var(--sans);
    print-color-adjust: exact;
    orphans: 3;
    widows: 3;
    overflow-wrap: anywhere;
  }
  .report h1 {
    font: 400 calc(2.2 * var(--unit)) / 1.15 var(--serif);
    letter-spacing: -0.01em;
  }
  .report .about {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s5);
    margin: var(--s2) 0 var(--s5);
    padding-bottom: var(--s3);
    border-bottom: 2px solid var(--roi-accent, var(--ink));
  }
  .report .about dt,
  .report .about dd {
    display: inline;
  }
  .report .about dt {
    color: var(--soft);
  }
  .report .sentence {
    font-size: calc(1.6 * var(--unit));
  }
  .report .sentence ~ :not(section),
  .report .numbers {
    margin-top: var(--s3);
  }
  .report section {
    margin-top: var(--s5);
  }
  .report .first {
    zoom: var(--fit);
  }
  .report .first section {
    margin-top: var(--s4);
  }
  .report .first + section {
    break-before: page;
  }
  .report .first li {
    margin-inline-start: 1.2em;
    list-style: disc;
    font-size: var(--note);
  }
  .report .take {
    display: none;
  }
  .report .fig {
    border: 0;
  }
  .report h2:not(.sentence) {
    font: 600 calc(1.3 * var(--unit)) / 1.3 var(--serif);
  }
  .report .block > * + * {
    margin-top: var(--s2);
  }
  .report .block > * + h3 {
    margin-top: var(--s4);
  }
  .report .block > p {
    max-width: none;
  }
  /* A heading takes the room of what follows along, so that it never ends a page. */
  .report h2:not(.sentence),
  .report h3 {
    break-after: avoid;
    break-inside: avoid;
  }
  .report section h2:not(.sentence)::after,
  .report section h3::after {
    content: '';
    display: block;
    height: var(--along, 0);
    margin-bottom: calc(-1 * var(--along, 0px));
  }
  .report tr,
  .report svg,
  .report dl:not(.sums),
  .report .sums > *,
  .report .how,
  .report .block > p,
  .report .scroll > table:not(:has(tr:nth-child(8))) {
    break-inside: avoid;
  }
  /* Neither the head of a longer table is ever alone on a page nor its end, which may be its total. */
  .report tbody:first-of-type > tr:first-child,
  .report tbody:last-child > tr:nth-last-child(-n + 2),
  .report .sums > :is(:nth-child(2), :nth-last-child(-n + 2)) {
    break-before: avoid;
  }
  .report th {
    text-wrap: balance;
  }
  .report .scroll + .note,
  .report svg + .note {
    break-before: avoid;
  }
  .report .hows {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--s3) var(--s5);
  }
  .report .numbers > :first-child {
    flex-grow: 1.5;
  }
  .report .scroll {
    overflow: visible;
  }
  /* Outlined, a text would be in the file twice, or not at all. */
  .report svg text {
    stroke: none;
  }
  .report table,
  .report tbody th,
  .report .note {
    font-size: var(--small);
  }
  .report th {
    padding: var(--s1);
  }
  .report td {
    padding: var(--s1);
  }
  .report td:first-child,
  .report th:first-child {
    padding-inline-start: 0;
  }
  .report td:last-child,
  .report th:last-child {
    padding-inline-end: 0;
  }
  .report tbody th {
    min-width: 0;
  }
  .report td.mini {
    width: 12%;
  }
  /* No head is broken within a word: names have the room that is left. */
  .report .channels :is(thead th, td) {
    overflow-wrap: normal;
    hyphens: manual;
  }
  .report .channels thead th {
    font-size: calc(0.72 * var(--unit));
  }
  .report tr.total > * {
    border-top: 1.5px solid var(--ink);
    font-weight: 600;
  }
  .report :is(.typed, .followed) :is(td, th) {
    text-align: start;
    white-space: normal;
    vertical-align: baseline;
  }
  .report .typed tbody th {
    font-weight: 600;
  }
  .report .typed .source {
    break-after: avoid;
  }
  .report .typed .source th {
    padding-top: var(--s3);
    color: var(--soft);
    font-weight: 600;
  }
  .report .again {
    font-weight: 400;
    color: var(--soft);
  }
  .report .formula {
    font-size: var(--text);
    margin: 0;
  }
  .report .notes {
    white-space: pre-line;
  }
  .report .end {
    margin-top: var(--s5);
    padding-top: var(--s2);
    border-top: 1px solid var(--line);
  }
  /* A4, which is longer and narrower than Letter. */
  @media print and (min-height: 1100px) and (max-width: 800px) {
    .report .first {
      zoom: var(--fit-a4, var(--fit));
    }
  }
  @media print {
    :host {
      background: none !important;
      container-type: normal !important;
    }
    .report {
      display: block;
    }
    .report ~ * {
      display: none !important;
    }
  }
`;

// Preparing it

const kNames = ['title', 'client', 'author'] as const;

export function reportPanel(view: View): TemplateResult {
  const say = pageWords(view).report;
  const titles = [
    ...[say.keyNumbers, say.channels, say.changes, say.deciding],
    ...(printing.of(view).onePage ? [] : sectionsOf(view).map(({ title }) => title)),
  ];
  return below(
    view,
    say.heading,
    html`<div class="report-names">
        ${kNames.map((name) => nameField(view, name))}
      </div>
      <p class="note">${say.note}</p>
      ${brandFields(view)}
      <p class="note">${say.holds}${view.text.colon}${titles.join(' · ')}</p>
      ${onePageField(view)} ${button(say.print, () => window.print())} ${preview(view)}`,
  );
}

/** How it is printed in this visit. */
const printing = ownState({ onePage: false, isSeen: false });

function onePageField(view: View): TemplateResult {
  const { onePage } = printing.of(view);
  const choose = ({ target }: Event) =>
    printing.update(view, { onePage: (target as HTMLInputElement).checked });
  return html`<p class="one-page"><label><input type="checkbox" name="one-page" .checked=${onePage} @change=${choose} /> ${pageWords(view).report.onePage}</label></p>`;
}

/** What the first page looks like; what is read of it stands in the page already. */
function preview(view: View): TemplateResult {
  const { isSeen } = printing.of(view);
  const toggle = ({ target }: Event) =>
    printing.update(view, { isSeen: (target as HTMLDetailsElement).open });
  return html`<details class="inner preview" .open=${isSeen} @toggle=${toggle}>
    <summary><b>${pageWords(view).report.preview}</b></summary>
    ${isSeen ? html`<div class="sheet"><div class="report seen" .style=${lookOf(view)} inert aria-hidden="true"><div class="first">${head(view, false)} ${firstPage(onPaper(view))}</div></div></div>` : nothing}
  </details>`;
}

function nameField(view: View, name: (typeof kNames)[number]): TemplateResult {
  const label = pageWords(view).report[name];
  const fallback = name === 'title' ? { fallback: titleOf(view) } : {};
  return textField(view, { pointer: `/report/${name}`, label, ...fallback });
}

// Printing

const nameOfReport = ({ store }: View, name: (typeof kNames)[number]) =>
  store.document.report?.[name]?.trim() ?? '';

const titleOf = (view: View): string =>
  nameOfReport(view, 'title') || view.store.scenario.name || untitled(view);

const untitled = (view: View): string => {
  const { untitled: report, wrapUp } = pageWords(view).report;
  return hasHappened(view.store.scenario) ? wrapUp : report;
};

/** Charts are as wide as A4 between its margins, where the text of the report is of the usual size. */
const kPaperWidth = 790;

const onPaper = (view: View): View => ({ ...view, ui: { ...view.ui, chartWidth: kPaperWidth } });

/** Puts the report into the page, in the place of all else; gives what takes it out again. */
export function printed(view: View, root: DocumentFragment | HTMLElement): () => void {
  analysesOf(view.store).complete();
  const place = document.createElement('div');
  place.className = 'report';
  place.style.cssText = lookOf(view);
  render(report(onPaper(view)), place);
  root.prepend(place);
  place.classList.add('measured');
  keepAlong(place);
  fitFirstPage(place);
  place.classList.remove('measured');
  const restorePage = view.outside.ownsPage ? namePage(titleOf(view)) : undefined;
  return () => {
    place.remove();
    restorePage?.();
  };
}

/** A longer table may be parted, after so many rows. */
const kWhole = 8;
const kFirstRows = 4;

/** Letter is a little wider than A4, and its charts as much higher. */
const kSpare = 1.04;

/** Says of each heading how much of what follows must stand on its page. */
function keepAlong(place: HTMLElement): void {
  for (const heading of place.querySelectorAll<HTMLElement>(':scope > section :is(h2, h3)')) {
    const { bottom } = heading.getBoundingClientRect();
    const along = Math.max(0, endOf(heading) - bottom) * kSpare;
    heading.style.setProperty('--along', `${Math.ceil(along)}px`);
  }
}

/** Sentences and headings lead to what they are about: a chart or a table, with the note below it. */
function endOf(heading: Element): number {
  let end = bottomOf(heading);
  for (const one of seenAfter(heading)) {
    if (!one.matches('p, h3') || one.matches('.note')) return Math.max(end, keptOf(one));
    end = bottomOf(one);
  }
  return end;
}

const bottomOf = (one: Element): number => one.getBoundingClientRect().bottom;

function seenAfter(from: Element): Element[] {
  const all = [...(from.parentElement?.children ?? [])];
  return all.slice(all.indexOf(from) + 1).filter((one) => one.getClientRects().length > 0);
}

function keptOf(one: Element): number {
  const rows = [...one.querySelectorAll('tr')];
  const row = rows.length >= kWhole ? rows[kFirstRows - 1] : undefined;
  const part = row ?? one.querySelector('.how');
  if (part) return bottomOf(part);
  const [next] = seenAfter(one);
  return bottomOf(next?.matches('.note') ? next : one);
}

/** How large and how small the first page may be set. */
const kLargest = 1.1;
const kSmallest = 0.6;
const kStep = 0.02;
/** What A4 and Letter have room for between their margins, in pixels. */
const kPageHeights = { '--fit-a4': 990, '--fit': 925 };

/** Sets the first page as large as it is one, with what stands at the end of a report of one page. */
function fitFirstPage(place: HTMLElement): void {
  const first = place.querySelector<HTMLElement>('.first');
  place.classList.add('alone');
  let size = kLargest;
  for (const [name, height] of Object.entries(kPageHeights)) {
    for (; size > kSmallest; size -= kStep) {
      first?.style.setProperty('--fit', size.toFixed(2));
      if (place.scrollHeight <= height) break;
    }
    first?.style.setProperty(name, size.toFixed(2));
  }
  place.classList.remove('alone');
}

/** The page's title names the file that is printed into. */
function namePage(title: string): () => void {
  const before = document.title;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageStyle(title));
  document.title = title;
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.title = before;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/** Every character that could end the text of the style is written by its number. */
const cssText = (text: string) =>
  text.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);

const pageStyle = (title: string) => `@page {
  margin: 15mm 15mm 18mm;
  @bottom-left { content: "${cssText(title)}"; ${kFoot} }
  @bottom-right { content: counter(page) " / " counter(pages); ${kFoot} }
}`;

const kFoot = 'font: 8pt system-ui, sans-serif; color: #5f5d56';

export function report(view: View): TemplateResult {
  const sections = printing.of(view).onePage ? [] : sectionsOf(view);
  return html`<div class="first">${head(view, true)} ${firstPage(view)}</div>
    ${sections.map(({ title, body }) => html`<section class="block"><h2>${title}</h2>${body()}</section>`)}
    <p class="note end">${pageWords(view).report.private}</p>`;
}

const head = (view: View, isPrinted: boolean) =>
  html`${branded(view, html`<h1 dir="auto">${titleOf(view)}</h1>`, isPrinted)} ${about(view)}`;

/** The colour that is chosen counts for more than that of the page around. */
function lookOf(view: View): string {
  const colour = colourOf(view);
  return colour ? `--roi-accent: ${colour}` : '';
}

function about(view: View): TemplateResult {
  const { store, text, format } = view;
  const say = pageWords(view).report;
  const { scenarios } = store.document;
  const list = [
    [say.client, nameOfReport(view, 'client')],
    [say.author, nameOfReport(view, 'author')],
    [say.scenario, scenarios.length > 1 ? nameOfScenario(view, store.scenario) : ''],
    [say.date, format.today()],
    [text.inputs.period, periodOf(view)],
    [text.inputs.currency, store.scenario.currency],
  ];
  return html`<dl class="about">${list.map(([label, value]) => (value ? html`<div><dt>${label}${text.colon}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing))}</dl>`;
}

interface Section {
  title: string;
  body: () => unknown;
}

/** What follows the first page: only what the plan has something to say about. */
function sectionsOf(view: View): Section[] {
  const { store } = view;
  const say = pageWords(view).report;
  const notes = notesOf(view);
  const others = otherChannels(view);
  return [
    ...(others ? [{ title: say.otherChannels, body: others }] : []),
    ...(store.result.goal ? [{ title: say.goal, body: () => goal(view) }] : []),
    ...(ownRows(view).length > 0
      ? [{ title: restWords(view).own.figures, body: () => ownPart(view) }]
      : []),
    ...toolParts(view),
    ...(followsKpis(view) ? [{ title: kpisTitle(view), body: () => kpiPart(view) }] : []),
    ...evidenceParts(view),
    { title: say.assumptions, body: () => assumptions(view) },
    ...(notes.length > 0 ? [{ title: say.notes, body: () => notes }] : []),
    { title: say.method, body: () => method(view) },
  ];
}

/** What each tool has to say. */
const toolParts = (view: View): Section[] =>
  (later()?.workings ?? []).flatMap(({ line, report: part }) => {
    const concerns = part?.concerns ?? line.concerns ?? (() => true);
    return part && concerns(view)
      ? [{ title: line.question(view), body: () => part.draw(view) }]
      : [];
  });

// The sections

const goal = (view: View) =>
  goalAnswer(view, (metric) => keyNumber(view, { metric, label: view.labels[metric], note: '' }));

/** What the document defines of its own, each with its formula. */
const ownPart = (view: View) =>
  ownRows(view).map(
    ({ defined, title, shown: value, why }) => html`<div class="how">
      <dl>${fact({ label: title, value, note: why })}</dl>
      ${ownFormula(view, defined.id)}
    </div>`,
  );

// Without script

/** The report as elements without a look; what is said of it at its end. */
export function plainReport(view: View, end: string): Element {
  const report = document.createElement('article');
  report.lang = view.format.locale;
  render(plain(view, end), report);
  return plainCopy(report);
}

/** A page that the browser saves keeps no style and maybe no script: then this is seen. */
export function keepPlain(view: View, place: Element): void {
  const { address, ownsPage } = view.outside;
  const say = pageWords(view).report;
  const end = address === undefined ? say.asSaved : `${say.asSaved} ${say.editable(address)}`;
  place.replaceChildren(plainReport(view, ownsPage && !address ? say.needsScript : end));
  if (ownsPage) keepInPage(stateOf(view));
}

/** What a page that is saved opens with. */
export const stateOf = ({ store, format, brief }: View): Saved => ({
  document: store.document,
  ...(brief ? { brief: brief.stated } : {}),
  language: languageOf(format.locale),
});

function plain(view: View, end: string): TemplateResult {
  return html`<h1 dir="auto">${titleOf(view)}</h1>
    ${about(view)} ${headline(view)} ${view.store.result.goal ? goal(view) : nothing}
    ${plainNumbers(view)} ${plainOwn(view)} ${lifetimeNote(view)} ${plainChannels(view)} ${assumptions(view)} ${notesOf(view)}
    <p>${end}</p>`;
}

function plainNumbers(view: View): TemplateResult {
  const say = pageWords(view).report;
  const row = ({ metric, own, label, note }: Shown): [Cell, ...Cell[]] => {
    const ofOwn = ownRows(view).find(({ defined }) => defined.id === own);
    if (ofOwn) return [label, ofOwn.shown, ofOwn.why];
    const figure = resultOf(view, metric, undefined);
    const why = isNumber(figure) ? note : reason(view, figure.undefined);
    return [label, shown(view, metric, figure), why];
  };
  const columns = [say.figure, say.value, ''];
  return html`${table({ caption: say.keyNumbers, columns, rows: keyNumbers(view).map(row) })}
    ${savingsCounted(view)}
    ${statesTime(view) ? html`<dl>${payback(view)}</dl>` : nothing} ${luck(view)}`;
}

function plainOwn(view: View): TemplateResult | typeof nothing {
  const rows = ownRows(view);
  if (rows.length === 0) return nothing;
  const say = pageWords(view).report;
  return table({
    caption: restWords(view).own.figures,
    columns: [say.figure, say.value, ''],
    rows: rows.map(({ title, shown: value, why }) => [title, value, why]),
  });
}

function plainChannels(view: View): TemplateResult {
  const { store, text } = view;
  const { ranked, unranked, total } = store.result;
  const row = (name: string, figures: Results | undefined): [Cell, ...Cell[]] => [
    html`<bdi>${name}</bdi>`,
    ...kOfChannels.map((metric) => (figures ? shown(view, metric, figures[metric]) : '')),
  ];
  const ids = [...ranked, ...unranked.map(({ id }) => id)];
  return html`${table({
    caption: pageWords(view).report.channels,
    columns: [text.inputs.channel, ...channelHeads(view)],
    rows: [
      ...ids.map((id) => row(nameOf(view, id), channelResults(view, id))),
      row(text.results.total, total),
    ],
  })}<p>${bestAndWorst(view)}</p>`;
}

// What it rests on

/** Below each other what comes from the same place, the most of it first. */
function assumptions(view: View): TemplateResult {
  const { text, format } = view;
  const say = pageWords(view).report;
  const groups = [...groupedBySource(view)].sort(([, a], [, b]) => b.length - a.length);
  const heading = ([source, rows]: [string, unknown[]]) =>
    say.figuresFrom(capital(source), format.figure(rows.length, 'count'), rows.length === 1);
  return html`<div class="typed"><table class="plain">
    <caption class="unseen">${say.assumptions}</caption>
    <thead>
      <tr>${[text.inputs.channel, say.figure, say.value].map((head) => html`<th scope="col">${head}</th>`)}</tr>
    </thead>
    ${groups.map(
      (group) => html`<tbody>
        <tr class="source"><th scope="rowgroup" colspan="3">${heading(group)}</th></tr>
        ${withNamesOnce(group[1]).map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>`,
    )}
  </table></div>`;
}

interface Row {
  name: string;
  source: string;
  cells: Cell[];
}

function groupedBySource(view: View): Map<string, Row[]> {
  const { store } = view;
  const { channels: list, goal: _, ...plan } = store.scenario;
  const rows = [
    ...rowsOf(view, pageWords(view).report.plan, plan, store.base),
    ...list.flatMap((channel, index) =>
      rowsOf(view, nameOf(view, channel.id), channel, `${store.base}/channels/${index}`),
    ),
  ];
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.source, [...(groups.get(row.source) ?? []), row]);
  return groups;
}

const rowsOf = (view: View, name: string, of: object, base: string): Row[] =>
  figuresIn(of, base)
    .filter(({ pointer }) => isUsed(view, pointer))
    .map((figure) => ({
      name,
      source: sourceOf(view, figure),
      cells: figureCells(view, figure),
    }));

/** A name that stands above is but a reminder. */
const withNamesOnce = (rows: readonly Row[]): [Cell, ...Cell[]][] =>
  rows.map(({ name, cells }, index) => [
    html`<bdi class=${rows[index - 1]?.name === name ? 'again' : nothing}>${name}</bdi>`,
    ...cells,
  ]);

/** A place without marks is said to be stated, unless it is as the example states it. */
const sourceOf = (view: View, { pointer, typed }: TypedFigure): string =>
  mayBeMarked(pointer) || originAt(pointer, (place) => view.store.get(place))
    ? whereFrom(view, { ...aboutFigure(typed), pointer })
    : restWords(view).explain.stated;

const kApart: ReadonlySet<string> = new Set(['period', 'series', ...kBesidePlan]);

interface TypedFigure {
  pointer: string;
  typed: NonNullable<Typed>;
}

/** Every figure that was typed, at or below a place of the document; a period is said with what it
 * is of, what was counted week by week is in the figures that rest on it, and KPIs are no part of the plan. */
function figuresIn(of: unknown, pointer: string): TypedFigure[] {
  const isOwn = kOwn.test(pointer);
  if (!isOwn && (typeof of === 'number' || isRange(of) || isFigure(of)))
    return [{ pointer, typed: of }];
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([key, inner]) =>
    !isOwn && isApart(pointer, key) ? [] : figuresIn(inner, `${pointer}/${key}`),
  );
}

/** What is typed for inputs of the document's own, which may be called as a part of a figure, or as what is apart. */
const kOwn = /^\/scenarios\/\d+\/own$/;

/** The points that a response goes by are observed, too. */
const isApart = (pointer: string, key: string): boolean =>
  kApart.has(key) && !pointer.endsWith('/response');

const isFigure = (of: unknown): of is Exclude<Typed, number | undefined> =>
  typeof of === 'object' && of !== null && 'value' in of && typeof of.value === 'number';

/** What is kept for another way of stating it is no assumption. */
function isUsed({ store }: View, pointer: string): boolean {
  const [, place = '', field = ''] = /^(.*\/value)\/(\w+)/.exec(pointer) ?? [];
  const value = store.get(place) as Value | undefined;
  if (place && value) {
    const isYear = value.mode === 'discounted' && field === 'yearlyRevenue';
    return isYear || kValueFields[value.mode].includes(field as Metric);
  }
  return store.scenario.action !== 'order' || !/\/(closeRate|customers)$/.test(pointer);
}

function figureCells(view: View, { pointer, typed }: TypedFigure): Cell[] {
  const key = /([a-zA-Z]+)(\/\d+)?$/.exec(pointer)?.[1] ?? '';
  const { period, notes } = aboutLine(view, pointer, key);
  const why = notes.length > 0 ? html`<span class="why">${notes.join(', ')}</span>` : nothing;
  return [
    html`<bdi>${nameOfFigure(view, pointer, key)}</bdi>${why}`,
    `${valueWords(view, typed, unitOfFigure(view, pointer, key))} ${period}`,
  ];
}

function unitOfFigure(view: View, pointer: string, key: string): Unit {
  const own = ownInputAt(view, pointer);
  return own ? ownUnit(own) : (kUnits[key] ?? unitOf(key as Metric));
}

/** Fields that are no figures of the model have units and names of their own. */
const kUnits: Record<string, Unit> = {
  horizonMonths: 'months',
  rampMonths: 'months',
  lagMonths: 'months',
  elasticity: 'rate',
  minAdSpend: 'money',
  maxAdSpend: 'money',
  ceiling: 'count',
  shape: 'ratio',
  carryOver: 'rate',
};

function nameOfFigure(view: View, pointer: string, key: string): string {
  const { store, text, labels } = view;
  const split = splitWords(view);
  const say = pageWords(view).report;
  const defined = ownInputAt(view, pointer);
  if (defined) return ownTitle(view, defined);
  const [, index] = /\/yearlyRevenue\/(\d+)$/.exec(pointer) ?? [];
  if (index) return text.inputs.year(Number(index) + 1);
  if (key === 'weight') {
    const { channel } = store.get(pointer.replace(/\/weight$/, '')) as Weight;
    return restWords(view).inputs.weightOf(nameOf(view, channel));
  }
  const [, point] = /\/observed\/(\d+)\//.exec(pointer) ?? [];
  if (point) return say.observed(Number(point) + 1, lower(labels[key as Metric]));
  const spend = (bound: string) => `${labels.adSpend}, ${lower(bound)}`;
  const own: Record<string, string> = {
    ...timeWords(view).labels,
    elasticity: split.elasticity,
    ceiling: split.ceiling,
    shape: split.shape,
    carryOver: split.carryOver,
    minAdSpend: spend(split.atLeast),
    maxAdSpend: spend(split.atMost),
  };
  return own[key] ?? fieldName(view, pointer, key as Metric);
}

/** Of a cost line: what its amount is for, and how it is counted and shared. */
function aboutLine(view: View, pointer: string, key: string) {
  const line = view.store.get(pointer.replace(/\/\w+$/, '')) as Cost | SharedCost | Saving;
  if (/\/savings\/\d+\/(amount|hours)$/.test(pointer)) {
    const { doesCount, doesNotCount } = restWords(view).savings;
    const isCounted = 'counts' in line && line.counts;
    return { period: periodWords(view, line), notes: [isCounted ? doesCount : doesNotCount] };
  }
  if ((key !== 'amount' && key !== 'hours') || !('kind' in line)) return { period: '', notes: [] };
  const { includesAdSpend } = restWords(view).inputs;
  const notes = 'includesAdSpend' in line && line.includesAdSpend ? [lower(includesAdSpend)] : [];
  return { period: periodWords(view, line), notes: [...notes, ...allocationWords(view, line)] };
}

function allocationWords(view: View, line: Cost | SharedCost): string[] {
  if (!('allocation' in line)) return [];
  const { allocations } = restWords(view).inputs;
  const { rule } = line.allocation;
  return [
    `${lower(view.text.inputs.allocation)} ${rule === 'leads' ? allocations.leads(view.action) : allocations[rule]}`,
  ];
}

function periodWords(view: View, { period }: Pick<Cost, 'period'>): string {
  const say = pageWords(view).report;
  if (!period) return '';
  const { kind, months = 0 } = period;
  return kind === 'campaign' || kind === 'months'
    ? say.over(view.format.months(months))
    : say.per[kind];
}

function valueWords(view: View, typed: TypedFigure['typed'], unit: Unit): string {
  const say = pageWords(view).report;
  const exact = (value: number) => exactly(view, value, unit);
  if (!isRange(typed)) return exact(singleOf(typed) ?? 0);
  const { low, high, likely } = typed;
  const range = say.range(exact(low), exact(high));
  return likely === undefined ? range : `${range}, ${say.likely(exact(likely))}`;
}

/** As it was typed: unrounded. */
function exactly({ format }: View, value: number, unit: Unit): string {
  if (unit === 'months') return format.months(value);
  const { locale, currency } = format;
  const digits = { maximumFractionDigits: 12 };
  if (unit !== 'money')
    return value.toLocaleString(locale, {
      ...digits,
      style: unit === 'rate' ? 'percent' : 'decimal',
    });
  return value.toLocaleString(locale, {
    ...digits,
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(value) ? 0 : format.currencyDigits,
  });
}

function notesOf(view: View): TemplateResult[] {
  const { scenario } = view.store;
  const note = (text: string, name: string) =>
    html`<p class="notes" dir="auto">${name ? html`<b>${name}${view.text.colon}</b>` : nothing}${text}</p>`;
  return [scenario, ...scenario.channels].flatMap((one) =>
    one.notes ? [note(one.notes, one === scenario ? '' : nameOf(view, one.id))] : [],
  );
}

/** Those of the document's own stand with their formulas in their part. */
const method = (view: View) =>
  html`<div class="hows">${keyNumbers(view)
    .filter(({ own }) => own === undefined)
    .map(
      ({ metric }) =>
        html`<div class="how"><b>${view.labels[metric]}</b>${formula(view, metric)}</div>`,
    )}</div>`;
