// What questions say, and the figures that answer them.
import type { CashFlowRequest } from '../../generated/calls';

export type { Figure } from '../../generated/calls';

/** What every question about a scenario says. */
export type Question = Pick<CashFlowRequest, 'document' | 'scenario' | 'believe'>;
