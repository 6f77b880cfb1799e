// The table of channels as CSV, the way the visitor's own spreadsheet reads it.
import type { ResultMetric } from '../../generated/metrics';
import type { Figure } from '../engine/engine';
import { isNumber, nameOf, unitOf, type View } from '../view/view';

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
];

export function csv(view: View): string {
  const { store, text, labels, format } = view;
  const parts = new Intl.NumberFormat(format.locale).formatToParts(0.5);
  const comma = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const between = comma === ',' ? ';' : ',';
  const number = (figure: Figure) => (isNumber(figure) ? digits(figure).replace('.', comma) : '');
  const heads = kColumns.map((metric) =>
    unitOf(metric) === 'money' ? `${labels[metric]} (${store.scenario.currency})` : labels[metric],
  );
  const { channels, total } = store.result;
  const rows = [
    ...channels.map(({ id, results }) => [nameOf(view, id), results] as const),
    [text.results.total, total] as const,
  ].map(([name, results]) => [cell(name), ...kColumns.map((metric) => number(results[metric]))]);
  const lines = [[text.inputs.channel, ...heads].map(cell), ...rows];
  return `\ufeff${lines.map((fields) => `${fields.join(between)}\r\n`).join('')}`;
}

/** As many digits as a spreadsheet keeps. */
const digits = (value: number) => String(Number(value.toPrecision(15)));

/** What a spreadsheet would take for a formula is kept a text by an apostrophe. */
function cell(text: string): string {
  const isFormula = /^(?:[\t\r\n]|[\s\u200b]*[=+\-@＝＋－＠])/.test(text);
  if (!isFormula && !/[",;\r\n]/.test(text)) return text;
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
