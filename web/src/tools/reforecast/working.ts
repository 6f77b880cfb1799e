// "What has happened since?": what was counted is typed; what the plan comes to now stands beside what was planned.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Metric } from '../../../generated/metrics';
import type { Foreseen, Pacing, Reforecast, ResultSince } from '../../engine/analyses';
import type { EngineError } from '../../engine/engine';
import { keepUndo, stay } from '../../kit/fields';
import { type Cell, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { aboutFigure, type Typed } from '../../plan/ranges';
import { act } from '../../view/act';
import { ownState } from '../../view/own-state';
import type { Working } from '../../view/tool';
import { hasHappened, nameOf, type View } from '../../view/view';
import { isKnown, rough } from '../../view/words';
import { chanceSaid, sinceAnswer } from './answer';
import {
  answered,
  blankCounts,
  countsOf,
  hadItComeTo,
  isCounted,
  isOfCases,
  lastDayOf,
  rowAt,
  saysSomething,
  startOf,
} from './asking';
import { form } from './form';
import { reforecast as line } from './line';
import { casesName, placeName, placeSaid } from './naming';
import { sinceLayout } from './styles';
import { sinceWords } from './words';

function draw(view: View): TemplateResult {
  if (countsOf(view).length === 0) return beginning(view);
  return html`${form(view)} <div class="came" aria-live="polite">${outcome(view)}</div> ${whatIf(view)}`;
}

// What was counted

function beginning(view: View): TemplateResult {
  const say = sinceWords(view);
  const { scenario, base } = view.store;
  const begin = () => {
    act(view, `${base}/observed`, { ...scenario.observed, counts: blankCounts(view) });
    view.focusLater('.counted input');
  };
  return html`<p>${say.beginNote}</p>
    <p><button type="button" data-begins @click=${begin}>${say.begin}</button></p>`;
}

// What it comes to

function outcome(view: View): TemplateResult | typeof nothing {
  const say = sinceWords(view);
  if (startOf(view) === undefined) return html`<p>${say.sayStart}</p>`;
  const reply = answered(view);
  if (!reply) return nothing;
  if (!reply.ok) return html`${reply.errors.slice(0, 1).map((error) => refusal(view, error))}`;
  return saysSomething(reply.value) ? came(view, reply.value) : html`<p>${say.nothingYet}.</p>`;
}

const came = (view: View, found: Reforecast, isOnPaper = false): TemplateResult =>
  html`${sentences(view, found)} ${seen(view, found, isOnPaper)} ${ends(view, found)}
    ${pacing(view, found, isOnPaper)} ${notes(view, found)}`;

/** On paper, where no form says on which days it was counted. */
function printed(view: View): TemplateResult | typeof nothing {
  const reply = analysesOf(view.store).reforecastAtOnce();
  if (!reply) return nothing;
  return reply.ok
    ? came(view, reply.value, true)
    : html`${reply.errors.slice(0, 1).map((error) => refusal(view, error))}`;
}

/** With the field it is about. */
function refusal(view: View, error: EngineError): TemplateResult {
  const say = sinceWords(view);
  const [, figure = '', part] = kPlace.exec(error.path) ?? [];
  const row = rowAt(view, error.path);
  const place = row && placeName(view, row.channel);
  const isOfFigure = part !== undefined && isOfCases(figure);
  const where = isOfFigure
    ? `${view.labels[figure]}, ${placeSaid(view, row?.channel)}`
    : (place ?? say.start);
  const what = part === 'value' ? say.oneFigure : errorWords(view, error);
  const among = isOfFigure && part === 'n' ? say.sayAmong(casesName(view, figure)) : what;
  return html`<p class="wrongly">${say.refused(where, among)}</p>`;
}

const kPlace = /\/counts\/\d+\/(\w+)(?:\/(\w+))?$/;

function sentences(view: View, found: Reforecast): TemplateResult {
  const say = sinceWords(view);
  const surprises = found.foreseen
    ? []
    : rarest(found.observed).map((one) => nameOfSeen(view, one));
  const chance = chanceSaid(view, found);
  return html`${surprises.length > 0 ? html`<p><strong>${say.foreseenNot(view.format.list(surprises))}</strong></p>` : nothing}
    <p>${chance === undefined ? say.tooFew : `${chance}.`}</p>`;
}

/** What the plan expected least. */
function rarest(observed: readonly Foreseen[]): Foreseen[] {
  const least = Math.min(...observed.map(({ tail }) => tail));
  return observed.filter(({ tail }) => tail === least);
}

function nameOfSeen(view: View, { channel, metric }: Foreseen): string {
  const name = view.labels[metric];
  const isOnly = view.store.scenario.channels.length === 1;
  return isOnly ? name : `${name}, ${placeSaid(view, channel)}`;
}

function spanOf(view: View, metric: Metric, spread: ResultSince['now']): Cell {
  if (spread === undefined || !isKnown(spread)) return view.text.results.undefinedMark;
  const { p5, p50, p95 } = spread;
  const [low, middle, high] = [p5, p50, p95].map((one) => rough(view, metric, one));
  return low === high ? (middle ?? '') : sinceWords(view).span(middle ?? '', low ?? '', high ?? '');
}

function seen(
  view: View,
  { observed }: Reforecast,
  isOnPaper: boolean,
): TemplateResult | typeof nothing {
  const say = sinceWords(view);
  if (observed.length === 0) return nothing;
  const day = (one: Foreseen) => dateOf(view, rowAt(view, one.pointer)?.date);
  return table({
    caption: say.counted,
    columns: [say.figure, say.seen, ...(isOnPaper ? [say.until] : []), say.expected],
    rows: observed.map((one) => [
      nameOfSeen(view, one),
      valueWords(view, one),
      ...(isOnPaper ? [day(one)] : []),
      spanOf(view, one.metric, one.expected),
    ]),
  });
}

const dateOf = ({ format }: View, date: string | undefined): string =>
  date === undefined ? '' : format.date(date);

/** A rate or a price, with how many cases it was seen among. */
function valueWords(view: View, { metric, value, pointer }: Foreseen): string {
  const shown = rough(view, metric, value);
  const typed = isOfCases(metric) ? rowAt(view, pointer)?.[metric] : undefined;
  const { n } = aboutFigure(typed as Typed);
  if (n === undefined || !isOfCases(metric)) return shown;
  return sinceWords(view).ofCases(shown, view.format.figure(n, 'count'), casesName(view, metric));
}

function ends(view: View, { results, shown }: Reforecast): TemplateResult | typeof nothing {
  const say = sinceWords(view);
  if (!shown) return nothing;
  return table({
    caption: say.end,
    columns: [say.end, say.planned, say.now],
    rows: results
      .filter(({ planned }) => isKnown(planned))
      .map(({ metric, planned, now }) => [
        view.labels[metric],
        spanOf(view, metric, planned),
        spanOf(view, metric, now),
      ]),
  });
}

function pacing(
  view: View,
  { pacing: budgets }: Reforecast,
  isOnPaper: boolean,
): TemplateResult | typeof nothing {
  const say = sinceWords(view);
  if (budgets.length === 0) return nothing;
  const isOne = view.store.scenario.channels.length === 1;
  const name = ({ channel }: Pacing) => (channel === undefined ? say.all : nameOf(view, channel));
  const money = (amount: number) => view.format.figure(amount, 'money');
  const left = ({ daysLeft, perDay }: Pacing) =>
    perDay > 0
      ? `${money(perDay)}, ${say.days(daysLeft, view.format.figure(daysLeft, 'count'))}`
      : daysLeft > 0
        ? say.spentAll
        : say.over;
  const until = ({ channel }: Pacing) => dateOf(view, lastDayOf(view, channel, 'adSpend'));
  const rows = budgets.map((one): [string, string][] => [
    [say.planned, money(one.planned)],
    [say.spent, money(one.spent)],
    ...(isOnPaper ? [[say.until, until(one)] as [string, string]] : []),
    [say.due, money(one.due)],
    [say.left, left(one)],
  ]);
  const titles = rows[0]?.map(([title]) => title) ?? [];
  const cell = ([title, value]: [string, string]) =>
    html`<span class="what">${title}</span> ${value}`;
  return html`<div class="budgets">${table({
    caption: say.pacing,
    columns: [isOne ? '' : say.pacing, ...titles],
    rows: budgets.map((one, at) => [isOne ? say.pacing : name(one), ...(rows[at] ?? []).map(cell)]),
  })}</div>`;
}

function notes(view: View, { effective, trials, redrawn, unused }: Reforecast): TemplateResult {
  const say = sinceWords(view);
  const count = (number: number) => view.format.figure(Math.round(number), 'count');
  const names = unused.map((pointer) => unusedName(view, pointer));
  return html`<p class="note">${say.note} ${say.effective(count(effective), count(trials))} ${redrawn ? say.redrawn : nothing}
    ${names.length > 0 ? say.unused(view.format.list(names)) : nothing}</p>`;
}

function unusedName(view: View, pointer: string): string {
  const [, metric = 'leads'] = kPlace.exec(pointer) ?? [];
  return `${view.labels[metric as Metric]}, ${placeSaid(view, rowAt(view, pointer)?.channel)}`;
}

// What if

/** By the place of the scenario and its counts: another plan has no part in it. */
const supposing = ownState<
  Readonly<Record<string, { leads?: number | undefined; date?: string } | undefined>>
>({});

/** So many leads by a day, and what the plan would come to. */
function whatIf(view: View): TemplateResult | typeof nothing {
  const reply = answered(view);
  if (!reply?.ok) return nothing;
  const planned = reply.value.results.find(({ metric }) => metric === 'leads')?.planned;
  if (planned === undefined || !isKnown(planned)) return nothing;
  const say = sinceWords(view);
  const key = view.store.base + JSON.stringify(countsOf(view));
  const now = supposing.of(view)[key] ?? {};
  const { leads = counted(reply.value), date = latestDate(view) } = now;
  const most = Math.max(leads, Math.ceil(2 * planned.p95));
  const suppose = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    const isCount = value !== '' && Number(value) >= 0;
    supposing.update(view, {
      [key]: { ...now, leads: isCount ? Math.round(Number(value)) : undefined },
    });
  };
  const choose = (event: Event) =>
    supposing.update(view, {
      [key]: { ...now, date: (event.target as HTMLInputElement).value || latestDate(view) },
    });
  return html`<form class="seek supposing" @submit=${stay} aria-label=${say.whatIf}>
    <p>${say.whatIf}</p>
    <div class="ask">
      <label class="choose">${view.labels.leads}
        <span class="box"><input name="what-if" type="number" min="0" step="1" .value=${live(String(leads))} @input=${suppose} @keydown=${keepUndo} /></span></label>
      <label class="choose">${say.until}
        <input class="text" name="what-if-date" type="date" min=${startOf(view) ?? nothing} .value=${live(date)} @input=${choose} /></label>
    </div>
    <input type="range" class="slider" aria-label=${say.slider} min="0" max=${most} step="1" .value=${live(String(leads))} @input=${suppose} />
    <p role="status">${now.leads === undefined ? nothing : supposed(view, leads, date)}</p>
  </form>`;
}

/** All leads that came, where it begins. */
const counted = ({ observed }: Reforecast): number =>
  observed.reduce((all, { metric, value }) => (metric === 'leads' ? all + value : all), 0);

/** The last of the days that were counted. */
const latestDate = (view: View): string =>
  countsOf(view)
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? '';

function supposed(view: View, leads: number, date: string): string {
  const reply = hadItComeTo(view, leads, date);
  if (!reply.ok) return reply.errors.map((error) => errorWords(view, error))[0] ?? '';
  const say = sinceWords(view);
  const chance = chanceSaid(view, reply.value);
  return [
    reply.value.foreseen ? '' : `${say.notForeseen}.`,
    chance === undefined ? say.tooFew : `${chance}.`,
  ]
    .join(' ')
    .trim();
}

export const reforecast: Working = {
  line,
  answer: sinceAnswer,
  draw,
  layout: sinceLayout,
  report: {
    concerns: (view) => !hasHappened(view.store.scenario) && isCounted(view),
    draw: printed,
  },
};
