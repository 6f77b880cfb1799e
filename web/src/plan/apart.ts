// Parts of a scenario that say nothing of its plan: what KPIs count, which are followed, what reports take, A/B tests.
export const kBesidePlan: ReadonlySet<string> = new Set([
  'kpis',
  'scorecard',
  'reporting',
  'abTest',
]);
