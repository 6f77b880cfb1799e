// Parts of a scenario that say nothing of its plan: what KPIs count, which are followed, what
// reports take, what tests counted, what has happened since, what tracking links are made of.
export const kBesidePlan: ReadonlySet<string> = new Set([
  'kpis',
  'scorecard',
  'reporting',
  'abTest',
  'holdout',
  'observed',
  'link',
  'links',
]);
