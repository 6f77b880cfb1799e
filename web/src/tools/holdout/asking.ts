// What a test is asked with: as the plan's document holds it, and what of a visit alone is known of regions.
import type { Holdout as Held, HoldoutGroup } from '../../../generated/contract';
import type {
  GeoTable,
  GeoTestRequest,
  Holdout,
  HoldoutRequest,
} from '../../../generated/evidence';
import type { Unit } from '../../../generated/metrics';
import type { NumberMarks, Reply } from '../../engine/engine';
import { type AskOfEvidence, wellFormed } from '../../engine/reader';
import { isRange, singleOf, type Typed } from '../../plan/ranges';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';

export type Group = 'treated' | 'control';
export const kGroups: readonly Group[] = ['treated', 'control'];

export const heldIn = ({ store }: View): Held => store.scenario.holdout ?? {};

/** A range counts as its likely value. */
const countedAs = ({ store }: View, typed: Typed, unit: Unit): number | undefined =>
  isRange(typed) ? store.ranges.likely(typed, unit) : singleOf(typed);

const stated = <Name extends string>(
  of: readonly (readonly [Name, number | undefined])[],
): Partial<Record<Name, number>> =>
  Object.fromEntries(of.filter(([, value]) => value !== undefined)) as Partial<
    Record<Name, number>
  >;

const groupOf = (view: View, { people, customers, rate }: HoldoutGroup = {}) =>
  stated([
    ['people', countedAs(view, people, 'count')],
    ['customers', countedAs(view, customers, 'count')],
    ['rate', countedAs(view, rate, 'rate')],
  ]);

function moneyOf(view: View) {
  const { cost, value } = heldIn(view);
  return stated([
    ['cost', countedAs(view, cost, 'money')],
    ['value', countedAs(view, value, 'money')],
  ]);
}

export function groupsAnswer(view: View, ask: AskOfEvidence): Reply<Holdout> {
  const { treated, control } = heldIn(view);
  const request: HoldoutRequest = {
    treated: groupOf(view, treated),
    control: groupOf(view, control),
    ...moneyOf(view),
  };
  return ask('holdout', request);
}

// Regions

export type Counts = 'customers' | 'revenue';

export interface Regions {
  text: string;
  decimal: '' | 'point' | 'comma';
  treated: readonly string[];
  counts: Counts;
  start: string;
  end: string;
  length: string;
  /** What the channel counts as its own, as it was typed. */
  claimed: string;
  /** Of the language that it was typed in. */
  marks?: NumberMarks;
  /** The plan's channel that the share goes into. */
  channel?: string;
}

export const kFresh: Regions = {
  text: '',
  decimal: '',
  treated: [],
  counts: 'customers',
  start: '',
  end: '',
  length: '14',
  claimed: '',
};

export const regions = ownState<Regions>(kFresh);

/** A number as it is typed, or why it is none. */
export const claimedIn = ({ store }: View, { claimed, counts, marks = {} }: Regions) =>
  store.engine.readNumber(claimed, unitOf({ counts }), marks);

export const unitOf = ({ counts }: Pick<Regions, 'counts'>): Unit =>
  counts === 'revenue' ? 'money' : 'count';

/** Revenue is not valued once more. */
export function regionsAnswer(view: View, ask: AskOfEvidence): Reply<GeoTable> {
  const state = regions.of(view);
  const { text, decimal, treated, counts, start, end, length } = state;
  const read = claimedIn(view, state);
  const number = read.ok ? read.value : undefined;
  const claimed = number && ('value' in number ? number.value : number.likely);
  const request: GeoTestRequest = {
    text: wellFormed(text),
    ...(decimal && { decimal }),
    treated: [...treated],
    ...(start ? { start, ...(end && { end }) } : treated.length > 0 && { length: Number(length) }),
    ...(claimed !== undefined && { claimed }),
    ...moneyOf(view),
    ...(counts === 'revenue' && { value: 1 }),
  };
  return ask('geoTest', request);
}
