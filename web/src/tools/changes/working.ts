// "What changed?": another scenario against the edited one.

import { html, nothing, type TemplateResult } from 'lit';
import type { Scenario } from '../../../generated/contract';
import type { Metric, ResultMetric, Unit } from '../../../generated/metrics';
import { type Step, waterfall } from '../../charts/waterfall';
import type { Bridge, BridgeKind, Comparison, Difference } from '../../engine/analyses';
import { type Cell, option, table } from '../../kit/tables';
import { stepOf } from '../../locales/format';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { between, inSteps, roundedParts } from '../../plan/rounding';
import { takeChart } from '../../view/deferred';
import type { Working } from '../../view/tool';
import {
  channelNames,
  isNumber,
  nameOfScenario,
  reason,
  shown,
  unitOf,
  type View,
} from '../../view/view';
import { capital, chanceWords } from '../../view/words';
import { changedAnswer, comparing, isNoise, otherScenario, unlike } from './answer';
import { changes as line } from './line';
import { changesWords } from './words';

function draw(view: View): TemplateResult {
  const other = otherScenario(view);
  const why = other && unlike(view, other);
  if (why) return html`${chooseOther(view, other)}<p>${why}</p>`;
  const found = other && analysesOf(view.store).compare(other.id);
  if (!other || !found) return html`<p>${changesWords(view).notComparable}</p>`;
  return html`${chooseOther(view, other)}
    <p>${sentences(view, other, found)}</p>
    <h3>${changesWords(view).bridge}</h3>
    ${chooseBridge(view)} ${bridge(view, other, found)}
    <h3>${changesWords(view).figures}</h3>
    ${periods(view, found)} ${choosePerMonth(view, found)}
    ${differences(view, other, found)} ${channels(view, found)}`;
}

const sentences = (view: View, other: Scenario, found: Comparison): string =>
  `${sentence(view, other, found)} ${beats(view, other)}`;

function chooseOther(view: View, other: Scenario): TemplateResult | typeof nothing {
  const { document, scenario } = view.store;
  const others = document.scenarios.filter(({ id }) => id !== scenario.id);
  if (others.length < 2) return nothing;
  return option({
    label: changesWords(view).with,
    chosen: other.id,
    options: others.map((one) => [one.id, nameOfScenario(view, one)] as const),
    choose: (id) => comparing.update(view, { other: id }),
  });
}

function sentence(view: View, other: Scenario, { total }: Comparison): string {
  const { from, to } = total.profit;
  const say = changesWords(view);
  const name = nameOfScenario(view, other);
  if (!isNumber(from) || !isNumber(to)) return say.unknown(name);
  const subject = restWords(view).influence.subject.profit(view.action, view.store.result.basis);
  return say.sentence(name, subject, shown(view, 'profit', from), shown(view, 'profit', to));
}

function beats(view: View, other: Scenario): string {
  const against = analysesOf(view.store).against(other.id);
  if (!against) return '';
  return changesWords(view).beats(chanceWords(view, against.profit));
}

// The bridge

const kBridged = ['profit', 'roi'] as const;
/** A bridge is shown in whole units of money, and in tenths of a point. */
const kStep = { profit: 1, roi: 0.001 };

function chooseBridge(view: View): TemplateResult {
  const { labels } = view;
  return option({
    label: changesWords(view).bridgeOf,
    chosen: comparing.of(view).bridge,
    options: kBridged.map((one) => [one, labels[one]] as const),
    choose: (one) => comparing.update(view, { bridge: one }),
  });
}

function bridge(view: View, other: Scenario, comparison: Comparison): TemplateResult {
  const { labels } = view;
  const { bridge: metric } = comparing.of(view);
  const found = comparison.bridge[metric];
  if ('undefined' in found) return html`<p>${reason(view, found.undefined)}</p>`;
  const ends = {
    from: end(view, metric, nameOfScenario(view, other), found.from),
    to: end(view, metric, nameOfScenario(view, view.store.scenario), found.to),
  };
  const parts = partsOf(view, metric, found);
  const caption = changesWords(view).bridgeCaption(labels[metric]);
  return html`${waterfall(ends, parts, changesWords(view).bridgeSummary(labels[metric], ends.from.shown, ends.to.shown), view.ui.chartWidth)}
    ${takeChart(view, 'what-changed')}
    ${table({
      caption,
      columns: ['', labels[metric]],
      rows: [ends.from, ...parts, ends.to].map(({ name, shown: words }) => [name, words]),
    })}`;
}

const rounded = (value: number, step: number) => inSteps(value, step) * step;

const whole = (format: View['format'], metric: 'profit' | 'roi', value: number) =>
  metric === 'profit' ? format.wholeMoney(value) : format.percent(value, 1, true);

function end({ format }: View, metric: 'profit' | 'roi', name: string, value: number): Step {
  return { name, amount: value, shown: whole(format, metric, rounded(value, kStep[metric])) };
}

/** What is shown adds up: each part is rounded, and the largest remainders upwards. */
function partsOf(
  view: View,
  metric: 'profit' | 'roi',
  { from, to, parts }: Exclude<Bridge, { undefined: string }>,
): Step[] {
  const step = kStep[metric];
  const amounts = parts.map(({ amount }) => amount);
  const sum = rounded(to, step) - rounded(from, step);
  const shownParts = roundedParts(amounts, sum, step);
  const all = parts.map(({ kind, amount }, index) => {
    const value = shownParts[index] ?? 0;
    return { name: kindName(view, kind), amount, value, shown: partShown(view, metric, value) };
  });
  return all.filter(({ value }) => value !== 0);
}

function partShown({ format, text }: View, metric: 'profit' | 'roi', value: number): string {
  if (metric === 'profit') return format.wholeMoney(value, true);
  return text.analyses.points(format.signed(Number((100 * value).toFixed(1)), 'count'));
}

function kindName(view: View, kind: BridgeKind): string {
  const { action } = view;
  if (kind === 'channels' || kind === 'volume') return changesWords(view).kinds[kind];
  return capital(restWords(view).influence.lever(kind, action));
}

// The differences

const kCompared: ResultMetric[] = [
  'cost',
  'adSpend',
  'leads',
  'customers',
  'closeRate',
  'return',
  'profit',
  'roi',
  'fullCostCpl',
  'breakEvenCpl',
];

function periods(view: View, { months, perMonth }: Comparison) {
  if (!perMonth) return nothing;
  const { format } = view;
  const [from, to] = [format.months(months.from), format.months(months.to)];
  return html`<p>${changesWords(view).unequal(from, to)}</p>`;
}

function choosePerMonth(view: View, { perMonth }: Comparison): TemplateResult | typeof nothing {
  if (!perMonth) return nothing;
  const toggle = (event: Event) =>
    comparing.update(view, { perMonth: (event.target as HTMLInputElement).checked });
  return html`<label class="check"><input type="checkbox" .checked=${comparing.of(view).perMonth}
    @change=${toggle} /> ${changesWords(view).perMonth}</label>`;
}

function differences(view: View, other: Scenario, found: Comparison): TemplateResult {
  const { store, labels } = view;
  const say = changesWords(view);
  const perMonth = comparing.of(view).perMonth ? found.perMonth : undefined;
  const of = (metric: ResultMetric) => perMonth?.[metric] ?? found.total[metric];
  return table({
    caption: say.figures,
    columns: [
      '',
      nameOfScenario(view, other),
      nameOfScenario(view, store.scenario),
      say.difference,
      say.relative,
    ],
    rows: kCompared.map((metric) => [labels[metric], ...cells(view, metric, of(metric))]),
  });
}

function cells(view: View, metric: Metric, { from, to, difference, relative }: Difference): Cell[] {
  const { text, format } = view;
  const mark = text.results.undefinedMark;
  const percent = isNumber(relative) ? format.percent(relative, 1, true) : mark;
  if (!isNumber(from) || !isNumber(to) || !isNumber(difference))
    return [shown(view, metric, from), shown(view, metric, to), mark, percent];
  const unit = unitOf(metric);
  const signed = metric === 'roi';
  const read = apartAsRead(view, [from, to, isNoise(relative) ? 0 : difference], unit);
  return [
    format.fixed(from, unit, read.digits, { signed }),
    format.fixed(to, unit, read.digits, { signed }),
    differenceShown(view, unit, read),
    percent,
  ];
}

interface Apart {
  digits: number;
  apart: number;
}

/** What lies between two figures, as they are read: with the same decimals, and so many that it adds up and is seen
 * to be something. */
function apartAsRead(
  { format }: View,
  [from, to, difference]: [number, number, number],
  unit: Unit,
): Apart {
  const isExact = unit === 'rate' && format.exactDigits([from, to], unit) > 0;
  const least = Math.max(isExact ? 1 : 0, format.columnDigits([from, to], unit));
  const most = { money: format.currencyDigits, rate: 2, count: 1, ratio: 2, months: 1 }[unit];
  const found = format.digitsOf([[to, from, difference]], unit, least, most);
  const apart = (digits: number) => between(from, to, stepOf(unit, digits));
  const digits = difference !== 0 && apart(found) === 0 ? Math.max(found, most) : found;
  return { digits, apart: apart(digits) };
}

function differenceShown({ format, text }: View, unit: Unit, { apart, digits }: Apart): string {
  const signed = { signed: true };
  if (unit !== 'rate') return format.fixed(apart, unit, digits, signed);
  return text.analyses.points(format.fixed(100 * apart, 'count', digits, signed));
}

function channels(view: View, { channels: list }: Comparison): TemplateResult {
  const { text, labels } = view;
  const say = changesWords(view);
  const row = ({
    id,
    in: where,
    roi,
    profit,
  }: Comparison['channels'][number]): [Cell, ...Cell[]] => {
    const [roiFrom = '', roiTo = ''] = cells(view, 'roi', roi);
    const [profitFrom = '', profitTo = ''] = cells(view, 'profit', profit);
    return [
      html`${nameAnywhere(view, id)}${where === 'both' ? nothing : html`<span class="why">${say.only[where]}</span>`}`,
      restWords(view).span.fromTo(String(roiFrom), String(roiTo)),
      restWords(view).span.fromTo(String(profitFrom), String(profitTo)),
    ];
  };
  return html`<h3>${say.channels}</h3>
    ${table({ caption: say.channels, columns: [text.inputs.channel, labels.roi, labels.profit], rows: list.map(row) })}`;
}

/** A channel may be of the other scenario alone. */
function nameAnywhere(view: View, id: string): string {
  const { store, text, names } = view;
  const all = [names, ...store.document.scenarios.map((one) => channelNames(text, one.channels))];
  return all.find((some) => some.has(id))?.get(id) ?? id;
}

function printed(view: View): TemplateResult | typeof nothing {
  const other = otherScenario(view);
  if (!other) return nothing;
  const why = unlike(view, other);
  if (why) return html`<p>${why}</p>`;
  const found = analysesOf(view.store).compare(other.id);
  const say = changesWords(view);
  if (!found) return html`<p>${changesWords(view).notComparable}</p>`;
  const isPerMonth = found.perMonth && comparing.of(view).perMonth;
  return html`<p>${sentences(view, other, found)}</p>
    <h3>${say.bridge}</h3>
    ${bridge(view, other, found)}
    <h3>${say.figures}</h3>
    ${periods(view, found)} ${isPerMonth ? html`<p>${say.perMonth}</p>` : nothing}
    ${differences(view, other, found)} ${channels(view, found)} ${allScenarios(view)}`;
}

const kOfScenarios = ['cost', 'leads', 'fullCostCpl', 'roi', 'profit'] as const;

/** Where there are more than the two that were compared. */
function allScenarios(view: View): TemplateResult | typeof nothing {
  const { store, labels } = view;
  const { scenarios } = store.document;
  if (scenarios.length < 3) return nothing;
  const say = changesWords(view);
  const isComparable = (one: Scenario) =>
    one.id === store.scenario.id ||
    (!unlike(view, one) && analysesOf(store).compare(one.id) !== undefined);
  const row = (one: Scenario): [Cell, ...Cell[]] => {
    const total = store.results[scenarios.indexOf(one)]?.total;
    const cells = total ? kOfScenarios.map((metric) => shown(view, metric, total[metric])) : [];
    return [nameOfScenario(view, one), ...cells];
  };
  return html`<h3>${say.scenarios}</h3>
    ${table({
      caption: say.scenarios,
      columns: [restWords(view).keeping.scenario, ...kOfScenarios.map((metric) => labels[metric])],
      rows: scenarios.filter(isComparable).map(row),
    })}`;
}

export const changes: Working = { line, answer: changedAnswer, draw, report: { draw: printed } };
