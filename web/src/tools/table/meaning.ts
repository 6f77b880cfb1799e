// What a column of a table may mean.

export const kFigures = [
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
] as const;
export type FigureMeaning = (typeof kFigures)[number];
export type Meaning = 'name' | FigureMeaning | 'skip';
export const kMeanings: readonly Meaning[] = ['name', ...kFigures, 'skip'];
