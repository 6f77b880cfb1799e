// Parts of a scenario that say nothing of its plan: what KPIs count, which of them are followed, what
// reports take, what tests counted, and what tracking links are made of.
export const kBesidePlan: ReadonlySet<string> = new Set([
  'kpis',
  'scorecard',
  'reporting',
  'abTest',
  'holdout',
  'link',
  'links',
]);
