// New parts of a document.
import type {
  Channel,
  Cost,
  Document,
  Saving,
  Scenario,
  SharedCost,
} from '../../generated/contract';

/** An id no sibling has. */
export function freeId(taken: readonly string[], stem: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/** Of every scenario, for channels are compared by their ids; and those that names in exports stand for, or that
 * forecasts are of. */
export function channelIds({ scenarios, names = [], forecasts = [] }: Document): string[] {
  const present = scenarios.flatMap(({ channels }) => channels.map(({ id }) => id));
  const meant = [...names, ...forecasts].flatMap(({ channel }) => channel || []);
  return [...new Set([...present, ...meant])];
}

/** What is new holds no figure: unknown is not 0. */
export const blankChannel = (document: Document): Channel => ({
  id: freeId(channelIds(document), 'channel'),
  costs: [{ kind: 'adSpend' }],
});

export const blankLine = (): Cost => ({ kind: 'tools' });

export const blankShared = (): SharedCost => ({ kind: 'tools', allocation: { rule: 'equally' } });

/** One more year like the last. */
export const addYear = (years: readonly unknown[]): unknown[] => [...years, ...years.slice(-1)];

/** One line that states its amount for the plan's period can be edited in the channel's row. */
export function simpleCost({ costs }: Channel): boolean {
  const [line, ...others] = costs ?? [];
  if (!line || others.length > 0) return false;
  const isHours = line.hours ?? line.hourlyCost ?? line.yearlySalary;
  return isHours === undefined && line.share === undefined && line.period === undefined;
}

/** With the costs and savings of no period of their own as amounts of that one; the same scenario if there is none. */
export function ofPeriod(scenario: Scenario, period: Scenario['period']): Scenario {
  const { channels, sharedCosts = [], savings = [] } = scenario;
  type Line = Cost | SharedCost | Saving;
  const isStated = ({ amount, hours }: Line) => amount !== undefined || hours !== undefined;
  const isFree = (line: Line) => line.period === undefined && isStated(line);
  const lines = [...channels.flatMap(({ costs = [] }) => costs), ...sharedCosts, ...savings];
  if (!lines.some(isFree)) return scenario;
  const dated = <T extends Line>(line: T): T => (isFree(line) ? { ...line, period } : line);
  return {
    ...scenario,
    channels: channels.map((one) => (one.costs ? { ...one, costs: one.costs.map(dated) } : one)),
    ...(scenario.sharedCosts ? { sharedCosts: sharedCosts.map(dated) } : {}),
    ...(scenario.savings ? { savings: savings.map(dated) } : {}),
  };
}

export type OtherRole = Exclude<NonNullable<Scenario['role']>, 'plan'>;

/** A copy to be changed into something else; it is called after its role until it is given a name. */
export function copyAs(
  scenario: Scenario,
  role: OtherRole,
  { scenarios, forecasts = [] }: Document,
): Scenario {
  const { name: _, ...rest } = scenario;
  const meant = forecasts.flatMap(({ scenario: id }) => id ?? []);
  const ids = [...new Set([...scenarios.map(({ id }) => id), ...meant])];
  return { ...rest, id: freeId(ids, 'scenario'), role };
}

/** Without one of them; the only one left is the plan. */
export function withoutScenario(scenarios: readonly Scenario[], index: number): Scenario[] {
  const left = scenarios.toSpliced(index, 1);
  const [only, ...others] = left;
  return only && others.length === 0 ? [{ ...only, role: 'plan' }] : left;
}

/** What a new plan calls the same is not what was forecast. */
export const ofAnotherPlan = ({
  scenario: _,
  channel: __,
  ...kept
}: NonNullable<Document['forecasts']>[number]) => kept;

/** The same figures under another currency, which is a label. */
export function inCurrency(document: Document, currency: string | undefined): Document {
  if (!currency) return document;
  return { ...document, scenarios: document.scenarios.map((one) => ({ ...one, currency })) };
}
