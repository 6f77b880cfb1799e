// "What matters most?": what each range, and each lever, moves.

import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../../../generated/metrics';
import { tornado } from '../../charts/tornado';
import type { Lever, Sensitivity, TypedInfluence, VarianceShare } from '../../engine/analyses';
import { type Cell, folded, option, type Table, table } from '../../kit/tables';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { roundedParts } from '../../plan/rounding';
import { takeChart } from '../../view/deferred';
import { nameOfTyped, ownFigures, ownName, ownTitle, unitOfTyped, whyNot } from '../../view/own';
import type { Working } from '../../view/tool';
import { isNumber, nameOf, shown, unitOf, type View } from '../../view/view';
import { capital, change, figureOr, lower } from '../../view/words';
import {
  byOnePercent,
  influenceAnswer,
  kWatched,
  leverName,
  leversOfAll,
  leverWords,
  looking,
  subjectOf,
  swingWords,
  typedWords,
  type Watched,
} from './answer';
import { influence as line } from './line';
import { influenceWords } from './words';

/** So many bars can be told apart. */
const kMostBars = 8;

function draw(view: View): TemplateResult {
  const { labels } = view;
  const { watched } = subjectOf(view);
  const found = analysesOf(view.store).sensitivity({ metric: watched });
  const choose = option<Watched>({
    label: influenceWords(view).on,
    chosen: watched,
    options: [
      ...kWatched.map((metric) => [metric, labels[metric]] as const),
      ...ownFigures(view).map((own) => [ownName(own.id), ownTitle(view, own)] as const),
    ],
    choose: (metric) => looking.update(view, { watched: metric }),
  });
  if (!found) return choose;
  if (!isNumber(found.value)) return html`${choose}<p>${whyNot(view, found.value.undefined)}</p>`;
  return html`<p>${sentences(view, found)}</p>
    ${choose} ${ranges(view, found)} ${levers(view, found)} ${leversByChannel(view, found)}`;
}

const swingsOf = ({ inputs }: Sensitivity) => inputs.filter(({ swing }) => swing);

const isOfAll = ({ channel }: Lever) => channel === undefined;

/** The widest range; and one point more of it, or of the strongest rate; and the strongest cost. */
function sentences(view: View, found: Sensitivity): string {
  const [widest] = swingsOf(found);
  const ofAll = leversOfAll(found);
  const rates = ofAll.filter(({ point }) => point !== undefined);
  const withPoint = rates.find(({ kind }) => kind === widest?.metric) ?? strongest(rates);
  const spending = ofAll.find(({ kind }) => kCosts.has(kind));
  const said = [withPoint, spending].filter((lever) => lever !== undefined);
  const words = said.map((lever) => leverWords(view, lever));
  const typed = widest || said.length > 0 ? undefined : typedWords(view, found);
  const first = widest ? [foremost(view, found, lower(swingWords(view, widest)))] : [];
  return [...luckFirst(view, found), ...first, ...words, ...(typed ? [typed] : [])]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** The share of the variance that is luck, where it is most of it though figures are ranges. */
function mostlyLuck(found: Sensitivity): VarianceShare | undefined {
  const luck = found.shares?.find((share) => share.luck);
  return luck && luck.share > 0.5 && swingsOf(found).length > 0 ? luck : undefined;
}

function luckFirst(view: View, found: Sensitivity): string[] {
  const luck = mostlyLuck(found);
  if (!luck) return [];
  return [influenceWords(view).luckFirst(view.format.percent(asRead(found)(luck), 0))];
}

const kPercent = 0.01;

/** How shares of the variance are said: in whole percents that make up all of it, with what only comes from
 * several together. What an estimate is beyond nothing or all of it is its own error. */
function asRead({
  shares = [],
  together = 0,
}: Sensitivity): (share: VarianceShare | undefined) => number {
  const sizes = [together, ...shares.map(({ share }) => share)].map((size) => Math.max(0, size));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all === 0) return () => 0;
  const rounded = roundedParts(
    sizes.map((size) => size / all),
    1,
    kPercent,
  );
  return (share) => rounded[share ? 1 + shares.indexOf(share) : 0] ?? 0;
}

const foremost = (view: View, found: Sensitivity, swing: string): string =>
  mostlyLuck(found) === undefined
    ? restWords(view).influence.most(swing)
    : influenceWords(view).ofYours(swing);

const strongest = (rates: Lever[]): Lever | undefined =>
  rates.toSorted((a, b) => Math.abs(b.point ?? 0) - Math.abs(a.point ?? 0))[0];

const kCosts: ReadonlySet<string> = new Set([
  'adSpend',
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
]);

function ranges(view: View, found: Sensitivity): TemplateResult | typeof nothing {
  const swings = swingsOf(found);
  if (swings.length === 0) return nothing;
  const { value, shares = [] } = found;
  const { format } = view;
  const { title, readAs } = subjectOf(view);
  const say = influenceWords(view);
  const now = isNumber(value) ? value : 0;
  const bars = swings.slice(0, kMostBars).flatMap(({ pointer, metric: kind, swing }) => {
    if (!swing || !isNumber(swing.atLow) || !isNumber(swing.atHigh)) return [];
    return [{ name: nameOfTyped(view, pointer, kind), atLow: swing.atLow, atHigh: swing.atHigh }];
  });
  const unit = unitOf(readAs);
  const [widest] = swings;
  const read = asRead(found);
  const percent: Percent = (share) => format.percent(read(share), 0);
  return html`${
    bars.length > 0
      ? html`${tornado(bars, now, {
          summary: `${widest ? swingWords(view, widest) : title}.`,
          now: shown(view, readAs, value),
          axis: (figure) => format.short(figure, unit),
          width: view.ui.chartWidth,
        })} ${takeChart(view, 'what-matters')}`
      : nothing
  }
    <p class="note">${say.tornadoNote}</p>
    ${table({
      caption: say.ranges(title),
      columns: [say.range, say.fromTo, say.result(title), say.share],
      rows: [
        ...swings.map((input) => swingRow(view, input, found, percent)),
        ...shares.filter(({ luck }) => luck).map((share) => luckRow(view, percent(share))),
      ],
    })}
    ${read(undefined) > 0 ? html`<p class="note">${say.together(percent(undefined))}</p>` : nothing}`;
}

type Percent = (share: VarianceShare | undefined) => string;

function swingRow(
  view: View,
  { pointer, metric: kind, swing }: TypedInfluence,
  { shares = [] }: Sensitivity,
  percent: Percent,
): [Cell, ...Cell[]] {
  const { format } = view;
  if (!swing) return [''];
  const { readAs } = subjectOf(view);
  const unit = unitOfTyped(view, pointer, kind);
  const typed = (value: number) => format.figure(value, unit);
  const share = shares.find(({ pointers }) => pointers.includes(pointer));
  const inGroup = share && share.pointers.length > 1;
  return [
    nameOfTyped(view, pointer, kind),
    restWords(view).span.fromTo(typed(swing.low), typed(swing.high)),
    restWords(view).span.fromTo(
      figureOr(view, readAs, swing.atLow),
      figureOr(view, readAs, swing.atHigh),
    ),
    share ? (inGroup ? influenceWords(view).ofGroup(percent(share)) : percent(share)) : '',
  ];
}

const luckRow = (view: View, percent: string): [Cell, ...Cell[]] => [
  influenceWords(view).luck,
  '',
  '',
  percent,
];

function levers(view: View, found: Sensitivity): TemplateResult | typeof nothing {
  if (found.levers.length === 0) return typedFigures(view, found);
  const content = leverTable(view, found.levers.filter(isOfAll));
  return html`<h3>${content.caption}</h3>
    ${table(content)}
    <p class="note">${influenceWords(view).leversNote}</p>`;
}

/** What one percent more of each does, where there are no levers. */
function typedFigures(view: View, { inputs }: Sensitivity): TemplateResult | typeof nothing {
  if (inputs.length === 0) return nothing;
  const { title } = subjectOf(view);
  const say = influenceWords(view);
  const value = ({ pointer, metric, value: typed }: TypedInfluence) =>
    view.format.figure(typed, unitOfTyped(view, pointer, metric));
  const content: Table = {
    caption: say.ofTyped(title),
    columns: [say.typed, say.value, say.onePercentColumn],
    rows: inputs.map((input) => [
      capital(nameOfTyped(view, input.pointer, input.metric)),
      value(input),
      byOnePercent(view, input),
    ]),
  };
  return html`<h3>${content.caption}</h3>
    ${table(content)}
    <p class="note">${say.slopesNote}</p>`;
}

function leversByChannel(view: View, found: Sensitivity): TemplateResult | typeof nothing {
  const list = found.levers.filter((lever) => !isOfAll(lever));
  if (list.length === 0) return nothing;
  const { byChannel } = influenceWords(view);
  const content = leverTable(view, list);
  return folded(view, { ...content, caption: `${content.caption}, ${byChannel}` }, byChannel);
}

function leverTable(view: View, list: Lever[]): Table {
  const { title, readAs } = subjectOf(view);
  const say = influenceWords(view);
  return {
    caption: say.levers(title),
    columns: [say.leverColumn, say.onePercentColumn, say.onePointColumn, say.elasticity],
    rows: list.map((lever) => leverRow(view, lever, readAs)),
  };
}

function leverRow(view: View, lever: Lever, metric: Metric): [Cell, ...Cell[]] {
  const { text, format } = view;
  const { channel, percent, point, elasticity } = lever;
  const name = capital(leverName(view, lever));
  const mark = text.results.undefinedMark;
  return [
    text.explain.title(name, channel && nameOf(view, channel)),
    change(view, metric, percent),
    point === undefined ? '' : change(view, metric, point),
    isNumber(elasticity) ? format.percent(elasticity / 100, 2, true) : mark,
  ];
}

/** The levers where there are no ranges to compare. */
function printed(view: View): TemplateResult | typeof nothing {
  const found = analysesOf(view.store).sensitivity({ metric: subjectOf(view).watched });
  if (!found) return nothing;
  if (!isNumber(found.value)) return html`<p>${whyNot(view, found.value.undefined)}</p>`;
  const bars = ranges(view, found);
  return html`<p>${sentences(view, found)}</p>${bars === nothing ? levers(view, found) : bars}`;
}

export const influence: Working = {
  line,
  answer: influenceAnswer,
  draw,
  report: { draw: printed },
};
