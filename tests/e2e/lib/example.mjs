// The example: 12 000 subscribers, a customer is worth 150, cost 65 000.
export const kLeads = 12_000;
export const kValue = 150;
export const kCost = 65_000;
export const profitAt = (closeRate) => kLeads * closeRate * kValue - kCost;
