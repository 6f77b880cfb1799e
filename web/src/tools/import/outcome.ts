// What the files become together: names as channels, their counts as figures, and the plan with them.
import type { Document, Scenario } from '../../../generated/contract';
import type { BroughtFigure, Brought as Figures } from '../../../generated/evidence';
import type { EngineError, Evaluation, Reply } from '../../engine/engine';
import { isBlank } from '../../plan/channels';
import { periodOfDays } from '../../plan/days';
import { inCurrency } from '../../plan/edits';
import { channelNames, type View } from '../../view/view';
import { type Named, namesIn, requestOf, type Target, targetsOf } from './figures';
import { days, periodIn } from './source';
import { type Brought, isRead, type Source } from './sources';
import { scenarioFor, takenOver } from './taken-over';
import { importWords } from './words';

export interface Outcome {
  names: readonly Named[];
  targets: readonly Target[];
  /** The scenario that it goes into, before. */
  before: Scenario;
  replaces: boolean;
  /** What is in another currency than the plan. */
  foreign: string | undefined;
  period: readonly [string, string] | undefined;
  periodsDiffer: boolean;
  figures: Figures | undefined;
  error: EngineError | undefined;
  next: { document: Document; at: number; reply: Reply<Evaluation> } | undefined;
}

/** Nothing of the visitor's would go. */
export const isUntouched = ({ store }: View): boolean =>
  store.preset !== undefined || store.scenario.channels.every(isBlank);

const isMoney = ({ found }: Source) =>
  isRead(found) && (found.offers.spend !== undefined || found.offers.revenue !== undefined);

const currencyOf = ({ found }: Source) => (isRead(found) ? found.currency : undefined);

/** The first that is not the plan's; an example's currency is whatever comes. */
function foreignTo(view: View, sources: readonly Source[]): string | undefined {
  const named = sources.filter(isMoney).flatMap((one) => currencyOf(one) ?? []);
  const own = isUntouched(view) ? named[0] : view.store.scenario.currency;
  return named.find((one) => one !== own);
}

function outcomeOf(view: View, state: Brought): Outcome {
  const { store, text } = view;
  const { sources, role, scales } = state;
  const isFresh = isUntouched(view);
  const named = sources.filter(isMoney).flatMap((one) => currencyOf(one) ?? []);
  const document = isFresh ? inCurrency(store.document, named[0]) : store.document;
  const about = { document, at: store.at, role };
  const before = scenarioFor(about);
  const replaces = state.replaces ?? (isFresh || !document.scenarios.includes(before));
  const names = channelNames(text, before.channels);
  const known = {
    channels: isFresh ? [] : before.channels,
    names: document.names,
    nameOf: (id: string) => names.get(id) ?? '',
    action: before.action,
  };
  const all = namesIn(state, known);
  const targets = targetsOf(all, known, document);
  const request = requestOf({ names: all, targets, role, scales, action: before.action });
  const reply = state.ask?.('bring', request);
  const periods = sources.flatMap(({ found }) => (isRead(found) ? [periodIn(found)] : []));
  const stated = periods.filter((one) => one !== undefined);
  const period = spanOf(stated);
  const result = {
    names: all,
    targets,
    before,
    replaces,
    foreign: foreignTo(view, sources),
    period,
    periodsDiffer: new Set(stated.map((one) => one.join())).size > 1,
  };
  if (!reply?.ok)
    return { ...result, figures: undefined, error: reply?.errors[0], next: undefined };
  const next = takenOver({
    ...about,
    names: all,
    targets,
    figures: reply.value,
    replaces,
    period: period && periodOfDays(...period),
    noteOf: (channel, figure) => noteOf(view, { names: all, targets }, channel, figure),
  });
  const evaluation = store.engine.evaluate(next.document, store.question.believe);
  return {
    ...result,
    figures: reply.value,
    error: evaluation.ok ? undefined : evaluation.errors[0],
    next: { ...next, reply: evaluation },
  };
}

function spanOf(
  periods: readonly (readonly [string, string])[],
): readonly [string, string] | undefined {
  const from = periods.map(([first]) => first).sort()[0];
  const to = periods
    .map(([, last]) => last)
    .sort()
    .at(-1);
  return from !== undefined && to !== undefined ? [from, to] : undefined;
}

interface Rests {
  names: readonly Named[];
  targets: readonly Target[];
}

/** The files that a figure rests on, their days, and whose count it is. */
export function noteOf(
  view: View,
  { names, targets }: Rests,
  channel: string,
  figure: BroughtFigure,
): string {
  const say = importWords(view);
  const key = targets.find((one) => one.channel.id === channel)?.key;
  const parts = names.filter(({ target }) => target === key);
  const files = figure.parts.flatMap((at) => {
    const { source, read } = parts[at] ?? {};
    const period = read && periodIn(read);
    return source ? [`${source.name}${period ? ` (${days(view, period)})` : ''}`] : [];
  });
  return [
    [...new Set(files)].join(', '),
    figure.claimed ? say.claimedBy : '',
    figure.scaledBy === undefined ? '' : say.scaledTo,
    figure.median ? say.median : '',
  ]
    .filter(Boolean)
    .join('; ');
}

let last:
  | { state: Brought; document: Document; at: number; locale: string; outcome: Outcome }
  | undefined;

/** Worked out once for what is shown. */
export function outcomeNow(view: View, state: Brought): Outcome {
  const { document, at } = view.store;
  const { locale } = view.format;
  const isSame =
    last?.state === state && last.document === document && last.at === at && last.locale === locale;
  if (!last || !isSame) last = { state, document, at, locale, outcome: outcomeOf(view, state) };
  return last.outcome;
}
