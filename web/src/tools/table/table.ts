// A pasted table as the core reads it, and what its rows become: channels.
import type { Channel, Cost, Value } from '../../../generated/contract';
import type { PlanCell, PlanMeaning, PlanRow, PlanTableRead } from '../../../generated/evidence';
import type { TypedFigure } from '../../engine/engine';
import { asField } from '../../plan/store';

export type FigureMeaning = Exclude<PlanMeaning, 'name' | 'skip'>;

/** As they are chosen from. */
export const kMeanings: readonly PlanMeaning[] = [
  'name',
  'cost',
  'leads',
  'impressions',
  'ctr',
  'clicks',
  'conversionRate',
  'closeRate',
  'customers',
  'value',
  'margin',
  'adSpendCpm',
  'adSpendCpc',
  'adSpend',
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
  'skip',
];

export const hasMeaning = ({ columns }: PlanTableRead, wanted: PlanMeaning): boolean =>
  columns.some(({ meaning }) => meaning === wanted);

/** Where it stands in what was pasted, as cells that are typed anew are known by. */
export const placeOf = ({ row }: PlanRow, column: number): string => `${row}:${column}`;

export function cellOf(
  { columns }: PlanTableRead,
  { cells }: PlanRow,
  wanted: PlanMeaning,
): PlanCell | undefined {
  return cells.find(({ column }) => columns[column]?.meaning === wanted);
}

export function nameIn(table: PlanTableRead, row: PlanRow): string | undefined {
  const cell = cellOf(table, row, 'name');
  return cell && row.texts[cell.column];
}

export function figureIn({ value, low, likely, high }: PlanCell): TypedFigure | undefined {
  if (value !== undefined) return { value };
  if (low === undefined || high === undefined) return undefined;
  return { low, high, ...(likely === undefined ? {} : { likely }) };
}

export const isRefused = ({ error }: PlanCell): boolean => error !== undefined;

const kLines: readonly (readonly [FigureMeaning, Cost['kind']])[] = [
  ['adSpend', 'adSpend'],
  ['cost', 'other'],
  ['tools', 'tools'],
  ['people', 'people'],
  ['production', 'production'],
  ['fees', 'fees'],
  ['otherCosts', 'other'],
];

const kFunnel: readonly FigureMeaning[] = [
  'impressions',
  'ctr',
  'adSpendCpm',
  'clicks',
  'adSpendCpc',
  'conversionRate',
  'leads',
  'closeRate',
  'customers',
  'margin',
];

/** The cost of a channel that has but one is its ad spend, as in the row of a channel. */
function linesOf(table: PlanTableRead): typeof kLines {
  const lines = kLines.filter(([meaning]) => hasMeaning(table, meaning));
  if (hasMeaning(table, 'adSpend')) return lines;
  return [['cost', 'adSpend'], ...lines.filter(([meaning]) => meaning !== 'cost')];
}

/** What a row becomes; what cannot be read stays unsaid. */
export function channelOf(
  table: PlanTableRead,
  row: PlanRow,
  mode: Value['mode'],
  id: string,
): Channel {
  const figure = (meaning: PlanMeaning) => {
    const cell = cellOf(table, row, meaning);
    const found = cell && !isRefused(cell) ? figureIn(cell) : undefined;
    return found && asField(found);
  };
  const said = (fields: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const name = cellOf(table, row, 'name');
  const value = figure('value');
  const isMargin = mode === 'margin';
  return {
    id,
    ...said([
      ['name', name && isRefused(name) ? undefined : nameIn(table, row)],
      ...kFunnel.map((meaning) => [meaning, figure(meaning)] as const),
    ]),
    ...(value === undefined
      ? {}
      : {
          value: {
            mode: isMargin ? 'margin' : 'revenue',
            [isMargin ? 'marginPerCustomer' : 'revenuePerCustomer']: value,
          },
        }),
    costs: linesOf(table)
      .filter(([meaning], at) => at === 0 || figure(meaning) !== undefined)
      .map(([meaning, kind]): Cost => ({ kind, ...said([['amount', figure(meaning)]]) })),
  };
}

/** The cell behind a field of a channel the core refuses. */
export function refusedCell(
  table: PlanTableRead,
  row: PlanRow,
  channel: Channel,
  path: string,
): PlanCell | undefined {
  const [field, line] = path.split('/');
  const lines = linesOf(table).filter(([meaning]) => cellOf(table, row, meaning));
  const kind = channel.costs?.[Number(line)]?.kind;
  const meaning = field === 'costs' ? lines.find(([, one]) => one === kind)?.[0] : field;
  return cellOf(table, row, meaning as PlanMeaning);
}
