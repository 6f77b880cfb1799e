// A test's counts, as the plan's document holds them, what is asked of them, and the plan with a rate of theirs.
import type { Channel, Document, Scenario } from '../../../generated/contract';
import type {
  AbFigure,
  AbPlanRate,
  AbTest,
  AbTestPlan,
  AbVariant,
} from '../../../generated/evidence';
import type { Reply } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { analysesOf } from '../../plan/analyses';
import { setAt } from '../../plan/pointer';
import { singleOf } from '../../plan/ranges';
import { closeRateMade } from '../../view/close-rate';
import { isNumber, resultOf, type View } from '../../view/view';

export const kLetters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
export type Letter = (typeof kLetters)[number];
type Counts = NonNullable<Scenario['abTest']>;

export const kCounts = ['visitors', 'conversions'] as const;
export const kMore = ['share', 'revenue', 'basketDeviation'] as const;
export type CountField = (typeof kCounts)[number] | (typeof kMore)[number];

/** To begin with, and no more than that. */
export const kExample = {
  a: { visitors: 5000, conversions: 250 },
  b: { visitors: 5000, conversions: 295 },
};

export const kPlanFields = ['rate', 'lift', 'visitorsPerDay', 'horizonDays'] as const;
export type PlanField = (typeof kPlanFields)[number];

export const unitOfPlan = (field: PlanField): 'rate' | 'count' =>
  field === 'rate' || field === 'lift' ? 'rate' : 'count';

export const kUsualLift = 0.1;
export const kUsualHorizon = 365;

export const countsIn = ({ store }: View): Counts => store.scenario.abTest ?? {};

/** As many as have been typed, and two at the least. */
export function lettersIn(view: View): readonly Letter[] {
  const counts = countsIn(view);
  const last = kLetters.findLastIndex((letter) => counts[letter] !== undefined);
  return kLetters.slice(0, Math.max(2, last + 1));
}

export const isExample = (view: View): boolean =>
  kLetters.every((letter) => Object.keys(countsIn(view)[letter] ?? {}).length === 0);

/** Nothing until visitors and conversions of all are known. */
function variantsOf(view: View): AbVariant[] | undefined {
  if (isExample(view)) return [kExample.a, kExample.b];
  const counts = countsIn(view);
  const variants = lettersIn(view).map((letter) => {
    const typed = Object.entries(counts[letter] ?? {}).flatMap(([field, one]) => {
      const value = singleOf(one);
      return value === undefined ? [] : [[field, value] as const];
    });
    return Object.fromEntries(typed) as unknown as AbVariant;
  });
  const isWhole = variants.every((one) => kCounts.every((field) => one[field] !== undefined));
  return isWhole ? variants : undefined;
}

// The channel whose visitors were tested

const counts = (view: View, metric: 'clicks' | 'leads', { id }: Channel): boolean => {
  const figure = resultOf(view, metric, id);
  return figure !== undefined && isNumber(figure) && figure > 0;
};

/** A rate of no clicks would move nothing. */
export const countsClicks = (view: View, channel: Channel) => counts(view, 'clicks', channel);

/** Those that count clicks; where none does, leads. */
export function channelsOf(view: View): readonly Channel[] {
  const { channels } = view.store.scenario;
  const all = channels.filter((one) => countsClicks(view, one));
  return all.length > 0 ? all : channels.filter((one) => counts(view, 'leads', one));
}

export function channelOf(view: View): Channel | undefined {
  const all = channelsOf(view);
  return all.find(({ id }) => id === countsIn(view).channel) ?? all[0];
}

/** Its conversion rate, and what one percent more of it adds to the profit; where it counts no clicks, what one
 * percent more leads do. */
function planRate(view: View): AbPlanRate | undefined {
  const channel = channelOf(view);
  const analyses = analysesOf(view.store);
  if (!channel || !analyses.canAnswer) return undefined;
  const hasClicks = countsClicks(view, channel);
  const rate = hasClicks ? resultOf(view, 'conversionRate', channel.id) : undefined;
  const isRate = rate !== undefined && isNumber(rate) && rate > 0 && rate <= 1;
  const kind = hasClicks ? 'conversionRate' : 'leads';
  const lever = analyses
    .quickSensitivity({ metric: 'profit' })
    ?.levers.find((one) => one.kind === kind && one.channel === channel.id);
  if (!lever || (hasClicks && !isRate)) return undefined;
  return { onePercent: lever.percent, ...(isRate ? { rate } : {}) };
}

// What is answered

export function readingOf(view: View, ask: AskOfEvidence): Reply<AbTest> | undefined {
  const variants = variantsOf(view);
  if (!variants) return undefined;
  const { running, days } = countsIn(view);
  const plan = planRate(view);
  const known = singleOf(days);
  return ask('abTest', {
    variants,
    ...(running ? { running } : {}),
    ...(known ? { days: known } : {}),
    ...(plan ? { plan } : {}),
  });
}

export function plannedOf(view: View, ask: AskOfEvidence, rate: number): Reply<AbTestPlan> {
  const typed = countsIn(view);
  const perDay = singleOf(typed.visitorsPerDay);
  return ask('abTestPlan', {
    rate: singleOf(typed.rate) ?? rate,
    lift: singleOf(typed.lift) ?? kUsualLift,
    variants: lettersIn(view).length,
    ...(perDay ? { visitorsPerDay: perDay } : {}),
    horizonDays: singleOf(typed.horizonDays) ?? kUsualHorizon,
  });
}

// The plan with a measured rate

/** Leads that were typed give way to the rate; customers that were, to the close rate that they made. */
function withRate(view: View, channel: Channel, figure: AbFigure, note: string): Channel {
  const { leads: _, customers: _c, ...rest } = channel;
  const { median: _m, ...range } = figure;
  const closeRate = closeRateMade(view, channel);
  return {
    ...rest,
    ...(closeRate === undefined ? {} : { closeRate }),
    conversionRate: { ...range, provenance: 'measured', note },
  };
}

export function planWith(view: View, channel: Channel, figure: AbFigure, note: string): Document {
  const { store } = view;
  const place = store.scenario.channels.indexOf(channel);
  return setAt(
    store.document,
    `${store.base}/channels/${place}`,
    withRate(view, channel, figure, note),
  );
}
