// What reports take, as the plan's document holds it, and an example's in the place of what it does not say.

import type { Scenario } from '../../../generated/contract';
import type { Reporting, ReportingEntry, ReportingRequest } from '../../../generated/evidence';
import type { Unit } from '../../../generated/metrics';
import type { Reply } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { plainFigure } from '../../plan/ranges';

export type ReportingId = ReportingEntry['id'];
export type ReportingInput = keyof ReportingRequest;

/** An agency of ten clients, and a tool that gathers the figures for it: to begin with, and no more than that. */
export const kExample: Record<ReportingInput, number> = {
  hoursPerReport: 4,
  reportsPerClient: 1,
  clients: 10,
  people: 1,
  hourlyCost: 50,
  hoursPerReportWithTool: 0.5,
  licence: 200,
  setUp: 500,
};

export const kInputs = Object.keys(kExample) as ReportingInput[];

export const unitOfInput = (input: ReportingInput): Unit =>
  input === 'hourlyCost' || input === 'licence' || input === 'setUp' ? 'money' : 'count';

/** Of which the example's figure counts. */
export const exampleIn = ({ reporting = {} }: Scenario): ReportingInput[] =>
  kInputs.filter((input) => plainFigure(reporting[input]) === undefined);

/** What is answered of a scenario. */
export function reportingOf({ reporting = {} }: Scenario, ask: AskOfEvidence): Reply<Reporting> {
  const typed = kInputs.map((input) => [input, plainFigure(reporting[input]) ?? kExample[input]]);
  return ask('reporting', Object.fromEntries(typed));
}
