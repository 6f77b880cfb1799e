// Whose the figures of a plan are: an example's, those of the page around, or the visitor's own.
import type { AmountFigure, Channel, Cost, Document, Scenario } from '../../generated/contract';
import { kBesidePlan } from './apart';
import { withChannels } from './channels';
import { presets } from './presets';

export type Origin = NonNullable<AmountFigure['origin']>;
/** What a page holds that it was not given itself came by a link. */
export type Given = Origin | 'link';
type Whose = Record<Origin | 'visitor', number>;

/** Parts of a plan whose numbers say nothing of whose they are. */
const kApart: ReadonlySet<string> = new Set([
  'period',
  'goal',
  'time',
  'response',
  'allocation',
  'series',
  ...kBesidePlan,
]);

const isPart = (of: unknown): of is object => of instanceof Object;

const isFigure = (of: unknown): of is number | AmountFigure =>
  typeof of === 'number' || (isPart(of) && ('low' in of || typeof Object(of).value === 'number'));

const originOf = (figure: number | AmountFigure): Origin | undefined =>
  typeof figure === 'number' ? undefined : figure.origin;

const counted = new WeakMap<Scenario, Whose>();

/** How many figures of a scenario are whose. */
export function whoseFigures(scenario: Scenario): Whose {
  const known = counted.get(scenario) ?? countIn(scenario, { example: 0, page: 0, visitor: 0 });
  counted.set(scenario, known);
  return known;
}

function countIn(of: object, whose: Whose): Whose {
  for (const [key, inner] of Object.entries(of)) {
    if (kApart.has(key)) continue;
    for (const one of key === 'own' ? Object.values(inner) : [inner])
      if (isFigure(one)) whose[originOf(one) ?? 'visitor'] += 1;
      else if (isPart(one)) countIn(one, whose);
  }
  return whose;
}

/** Whether any figure of a part of a plan is an example's. */
export const holdsExample = (part: object): boolean =>
  countIn(part, { example: 0, page: 0, visitor: 0 }).example > 0;

/** The scenario without the figures that are an example's, and without what held nothing else. */
export function withoutExample(scenario: Scenario): Scenario {
  const { channels, sharedCosts = [], savings = [], goal, time, ...rest } = scenario;
  const shared = sharedCosts.map(emptied).filter(holdsFigures);
  const saved = savings.map(emptied).filter(holdsFigures);
  const kept = channels.map(withoutItsExample);
  const own = kept.filter((channel) => channel.kpis || holdsFigures(channel));
  const plan = {
    ...emptied(rest),
    ...(shared.length > 0 ? { sharedCosts: shared } : {}),
    ...(saved.length > 0 ? { savings: saved } : {}),
    ...(isOfExample('goal', goal) ? {} : { goal }),
    ...(isOfExample('time', time) ? {} : { time }),
  } as Scenario;
  return withChannels(plan, own.length > 0 ? own : kept.slice(0, 1));
}

/** Its first field stays, empty. */
function withoutItsExample(channel: Channel): Channel {
  const costs = (channel.costs ?? []).map(emptied).filter(holdsFigures);
  const first: Cost[] = [{ kind: 'adSpend' }];
  return { ...emptied(channel), costs: costs.length > 0 ? costs : first };
}

const holdsFigures = (of: object): boolean => {
  const { example, page, visitor } = countIn(of, { example: 0, page: 0, visitor: 0 });
  return example + page + visitor > 0;
};

function emptied<T extends object>(of: T): T {
  const entries = Object.entries(of).flatMap(([key, inner]) => {
    const left = kApart.has(key) ? inner : key === 'own' ? ownOf(inner) : withoutFigures(inner);
    return left === undefined ? [] : [[key, left] as const];
  });
  return Object.fromEntries(entries) as T;
}

/** What is typed for inputs of the document's own, which may be called as a part of a figure is. */
const ownOf = (typed: Record<string, number | AmountFigure>) =>
  Object.fromEntries(Object.entries(typed).filter(([, figure]) => originOf(figure) !== 'example'));

function withoutFigures(of: unknown): unknown {
  if (isFigure(of)) return originOf(of) === 'example' ? undefined : of;
  if (!Array.isArray(of)) return isPart(of) ? emptied(of) : of;
  const left = of.map(withoutFigures).filter((item) => item !== undefined);
  return left.length > 0 ? left : undefined;
}

/** Parts without marks are an example's if they are as one states them. */
function isOfExample(part: string, stated: unknown): boolean {
  const text = JSON.stringify(stated);
  return (
    text === undefined ||
    text.includes('"origin":"example"') ||
    JSON.stringify(presets).includes(`"${part}":${text}`)
  );
}

/** Whose a figure without a mark is, by its place: the example's, where its part is as the example's. */
export function originAt(pointer: string, partAt: (place: string) => unknown): Origin | undefined {
  const [, place = '', part] = /^(.*\/(goal|time|response|allocation))\//.exec(pointer) ?? [];
  return part && isOfExample(part, partAt(place)) ? 'example' : undefined;
}

/** The empty plan to begin with: of a given plan, its currency, its period and what is counted stay. */
export function emptyLike({ currency, period, action }: Scenario): Document {
  const { scenarios, ...rest } = presets.blank;
  return { ...rest, scenarios: scenarios.map((one) => ({ ...one, currency, period, action })) };
}
