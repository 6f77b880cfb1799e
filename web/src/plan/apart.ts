// Parts of a scenario that say nothing of its plan: what KPIs count, which of them are followed, and what reports take.
export const kBesidePlan: ReadonlySet<string> = new Set(['kpis', 'scorecard', 'reporting']);
