// Parts of a scenario that say nothing of its plan: what KPIs count, and which of them are followed.
export const kBesidePlan: ReadonlySet<string> = new Set(['kpis', 'scorecard']);
