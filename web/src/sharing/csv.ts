// The table of channels as CSV, the way the visitor's own spreadsheet reads it.
import type { ResultMetric } from '../../generated/metrics';
import type { Figure } from '../engine/engine';
import type { Format } from '../locales/format';
import { restWords } from '../locales/later/index';
import { ownRows } from '../view/own';
import { channelNames, isNumber, ownLabel, scenarioName, unitOf, type View } from '../view/view';
import { lifetimesOf } from '../view/words';

const kColumns: ResultMetric[] = [
  'cost',
  'leads',
  'customers',
  'return',
  'profit',
  'roi',
  'fullCostCpl',
  'breakEvenCpl',
  'headroom',
  // what the cost is made of
  'adSpend',
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
  'sharedCosts',
];

/** What counts all that customers bring. */
const kOverYears: ReadonlySet<ResultMetric> = new Set(['return', 'profit']);

/** Where there are several scenarios, all of them; what heads the columns stands anew where it differs. */
export function csv(view: View): string {
  const { store, format } = view;
  const comma = commaOf(format);
  const number = (figure: Figure) => (isNumber(figure) ? digits(figure).replace('.', comma) : '');
  const tables = store.results.map((_, at) => tableOf(view, at, number));
  const lines = tables.flatMap(({ heads, rows }, at) => {
    const isSame = heads.join() === tables[at - 1]?.heads.join();
    return isSame ? rows : [heads, ...rows];
  });
  return joined(view, [...lines, ...ownLines(view, number), ...believedLine(view)]);
}

/** Where only a part of the return is believed, the figures above say less than was typed. */
function believedLine({ store, text, format }: View): string[][] {
  if (store.believed === 1) return [];
  return [[cell(text.verdict.believed(format.rough(store.believed, 'rate')))]];
}

/** What the document defines of its own, below: a line each, a column for each scenario. */
function ownLines(view: View, number: (figure: Figure) => string): string[][] {
  const plans = view.store.document.scenarios.map((_, at) => ownRows(view, at));
  const [first = []] = plans;
  if (first.length === 0) return [];
  const heads = plans.map((_, at) => cell(scenarioName(view, at)));
  return [
    [cell(restWords(view).own.figures), ...heads],
    ...first.map(({ title }, row) => [
      cell(title),
      ...plans.map((plan) => number(plan[row]?.figure ?? { undefined: '' })),
    ]),
  ];
}

/** Rows of texts. */
export const csvOf = (view: View, rows: readonly (readonly string[])[]): string =>
  joined(
    view,
    rows.map((row) => row.map(cell)),
  );

function joined({ format }: View, lines: readonly (readonly string[])[]): string {
  const between = commaOf(format) === ',' ? ';' : ',';
  return `\ufeff${lines.map((fields) => `${fields.join(between)}\r\n`).join('')}`;
}

const commaOf = ({ locale }: Format): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ??
  '.';

/** The channels of one scenario, and its total. */
function tableOf(view: View, at: number, number: (figure: Figure) => string) {
  const { store, text, format } = view;
  const { scenarios } = store.document;
  const [scenario, result] = [scenarios[at], store.results[at]];
  if (!scenario || !result) return { heads: [], rows: [] };
  const margin = result.basis === 'margin';
  const labels = text.metric({ action: scenario.action, margin, currency: format.currencyName });
  const names = channelNames(text, scenario.channels);
  const led = (first: string, channel: string) =>
    scenarios.length > 1 ? [first, channel] : [channel];
  const counts = lifetimesOf(scenario).some(Boolean);
  const { figure: overYears } = restWords(view).lifetimes;
  const heads = kColumns.map((metric) => {
    const label = ownLabel({ text, labels }, scenario, metric);
    const isOverYears = counts && kOverYears.has(metric);
    return withUnit(isOverYears ? overYears(label) : label, metric, scenario.currency);
  });
  const { savings } = result;
  const saves = savings === undefined ? [] : [`${labels.savings} (${scenario.currency})`];
  const rows = [
    ...result.channels.map(({ id, results }) => [names.get(id) ?? '', results, ''] as const),
    [text.results.total, result.total, savings === undefined ? '' : number(savings)] as const,
  ].map(([channel, results, saved]) => [
    ...led(scenarioName(view, at), channel).map(cell),
    ...kColumns.map((metric) => number(results[metric])),
    ...saves.map(() => saved),
  ]);
  const first = led(restWords(view).keeping.scenario, text.inputs.channel);
  return { heads: [...first, ...heads, ...saves].map(cell), rows };
}

const withUnit = (label: string, metric: ResultMetric, currency: string) =>
  unitOf(metric) === 'money' ? `${label} (${currency})` : label;

/** As many digits as a spreadsheet keeps. */
const digits = (value: number) => String(Number(value.toPrecision(15)));

/** What a spreadsheet would take for a formula is kept a text by an apostrophe. */
function cell(text: string): string {
  const isFormula = /^(?:[\t\r\n]|[\s\u200b]*[=+\-@＝＋－＠])/.test(text);
  if (!isFormula && !/[",;\r\n]/.test(text)) return text;
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
