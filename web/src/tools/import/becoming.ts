// What the files become, drawn: which channel each name is, what platforms claim beyond what was counted,
// the plan before and after, and the press that puts it there.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel, Document, ObservedCounts } from '../../../generated/contract';
import {
  type BroughtFigure,
  type Brought as Figures,
  kBringLimit,
} from '../../../generated/evidence';
import type { Metric, Unit } from '../../../generated/metrics';
import type { EngineError, Results } from '../../engine/engine';
import { folded, option, table } from '../../kit/tables';
import { Format } from '../../locales/format';
import { errorWords } from '../../locales/later/index';
import type { NotTaken } from '../../plan/not-taken';
import { whoseFigures } from '../../plan/origins';
import { singleOf } from '../../plan/ranges';
import { whyLocked } from '../../view/locked';
import { channelNames, scenarioName, shown, told, unitOf, type View } from '../../view/view';
import { capital } from '../../view/words';
import {
  type Count,
  isUsed,
  kCounts,
  kLeftOut,
  kpisOf,
  kTogether,
  type Named,
  newChannelKey,
  openQuestions,
  type Target,
  totalOf,
} from './figures';
import { noteOf, type Outcome, outcomeNow, partsFor } from './outcome';
import { asking, countName, days, periodIn } from './source';
import { type Brought, brought, isRead, leaveOut, type Role, takeAs } from './sources';
import { isPlan, worthOf } from './taken-over';
import { importWords } from './words';

type Drawn = TemplateResult | typeof nothing;

export function becoming(view: View, state: Brought): Drawn {
  const read = state.sources.filter(({ found }) => isRead(found));
  if (read.length === 0 || !state.ask) return nothing;
  const say = importWords(view);
  const found = outcomeNow(view, state);
  const seen = inItsCurrency(view, found);
  const isNothing = found.names.every((one) => kpisOf(one).length === 0 && isUncounted(one));
  if (isNothing && found.role !== 'since')
    return html`<p class="note" aria-live="polite">${say.nothing}</p>`;
  return html`${found.names.length > 0 ? names(seen, state, found) : nothing}
    ${found.isTogether ? html`<p class="note">${say.togetherNote}</p>` : nothing}
    ${found.twice.map((one) => html`<p class="wrongly">${say.twice(one)}</p>`)}
    ${areDaysAsked(state, found) ? daysAsked(view, state, found) : nothing}
    ${claims(seen, state, found)}
    <section class="source" aria-label=${say.becomes}>
      <h3>${say.becomes}</h3>
      ${places(view, state, found)} ${conclusion(seen, state, found)}
    </section>`;
}

const isUncounted = (one: Named) => kCounts.every((count) => totalOf(one, count) === undefined);

const idsOf = ({ sources }: Brought) => sources.map(({ id }) => id).join();

/** Files without a day in common are joined only if that is said of them. */
const areDaysAsked = (state: Brought, { periodsDiffer }: Outcome): boolean =>
  periodsDiffer && state.joined !== idsOf(state);

function daysAsked(view: View, state: Brought, { names: all }: Outcome): TemplateResult {
  const say = importWords(view);
  const join = () => brought.update(view, { joined: idsOf(state) });
  const used = state.sources.filter((one) => isUsed(one, all));
  const leave = used.flatMap((one): [string, () => void][] => {
    const period = isRead(one.found) && periodIn(one.found);
    if (!period) return [];
    return [[say.leaveOutFile(one.name, days(view, period)), () => leaveOut(view, one)]];
  });
  return asking(view, say.periodsDiffer, 'days', [[say.joinPeriods, join], ...leave]);
}

/** An example's amounts are shown in the currency that comes. */
function inItsCurrency(view: View, { before }: Outcome): View {
  const { currency } = before;
  if (currency === view.format.currency) return view;
  return { ...view, format: new Format(view.format.locale, currency) };
}

const kNamesShown = 60;
const kTargetsOffered = 40;

/** Which channel is meant by each name; and what it counted. */
function names(
  view: View,
  state: Brought,
  { names: all, targets, present, role }: Outcome,
): TemplateResult {
  const say = importWords(view);
  const counts = kCounts.filter((count) => all.some((one) => totalOf(one, count) !== undefined));
  const listed = all.slice(0, kNamesShown);
  // Several files may have a name in common.
  const isOfOne = state.sources.length < 2;
  const called = ({ name, source }: Named) =>
    isOfOne ? name : html`${name}<small>${source.name}</small>`;
  const cells = counts.map((count) => countsShown(view, listed, count));
  const rows = listed.map((one, at) => {
    const choice = targetChoice(view, state, one, { targets, present, role });
    return [called(one), choice, ...cells.map((column) => column[at] ?? '')] as const;
  });
  const hidden = all.length - rows.length;
  const columns = [say.name, say.channel, ...counts.map((count) => countName(view, count))];
  return html`<section class="source" aria-label=${say.names}>
    <h3>${say.names}</h3>
    <div class="which">${table({ caption: say.names, columns, rows })}</div>
    ${hidden > 0 ? html`<p class="note">${say.moreNames(hidden, view.format.figure(hidden, 'count'))}</p>` : nothing}
    <p class="note">${say.namesNote}</p>
  </section>`;
}

/** A column, its figures with the same decimals; amounts in their own currency. */
function countsShown(view: View, all: readonly Named[], count: Count): string[] {
  const { format } = view;
  const totals = all.map((one) => totalOf(one, count));
  const known = totals.filter((total) => total !== undefined);
  const isMoney = unitOfCount(count) === 'money';
  const isOwn = all.every(
    ({ read }, at) => totals[at] === undefined || read.currency === format.currency,
  );
  const unit = isMoney && isOwn ? 'money' : 'count';
  const shown = format.column(known, unit, { least: format.exactDigits(known, unit) });
  return all.map(({ read }, at) => {
    if (totals[at] === undefined) return view.text.results.undefinedMark;
    const sign = isMoney && !isOwn ? `\u00a0${read.currency ?? ''}` : '';
    return `${shown.shift() ?? ''}${sign}`;
  });
}

const unitOfCount = (count: Count): Unit =>
  count === 'spend' || count === 'revenue' ? 'money' : 'count';

function targetChoice(
  view: View,
  state: Brought,
  { name, target, read }: Named,
  { targets, present, role }: Pick<Outcome, 'targets' | 'present' | 'role'>,
): TemplateResult {
  const say = importWords(view);
  const called = channelNames(view.text, [...present, ...newOnes(targets)]);
  const nameOf = ({ id }: Channel) => called.get(id) ?? '';
  const own = newChannelKey(name);
  const hasOwn = role === 'since' || targets.some(({ key }) => key === own);
  const offered = targets.filter(({ isNew }, at) => isNew && at < kTargetsOffered);
  const options = [
    ...present.map((one) => [one.id, nameOf(one)] as const),
    ...targets
      .filter((one) => one.key === target || offered.includes(one))
      .filter(({ isNew }) => isNew)
      .map((one) => [one.key, say.newChannel(nameOf(one.channel))] as const),
    ...(hasOwn ? [] : [[own, say.newChannel(name)] as const]),
    ...(read.claimed ? [] : [[kTogether, say.together] as const]),
    [kLeftOut, say.leftOut] as const,
  ];
  const change = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    brought.update(view, { channels: { ...state.channels, [name]: value } });
  };
  return html`<select aria-label=${say.isChannel(name)} @change=${change}>
    ${options.map(([value, words]) => html`<option value=${value} .selected=${live(value === target)}>${words}</option>`)}
  </select>`;
}

const newOnes = (targets: readonly Target[]) =>
  targets.filter(({ isNew }) => isNew).map(({ channel }) => channel);

// Claims

/** What is said of all is not said again of the only channel. */
const distinct = (claims: Figures['claims']): Figures['claims'] =>
  claims.filter(({ figure, channel, claimed, counted }) => {
    const same = claims.find((one) => one.figure === figure && one.channel === undefined);
    return channel === undefined || same?.claimed !== claimed || same.counted !== counted;
  });

function claims(view: View, state: Brought, { figures, next, periodsDiffer }: Outcome): Drawn {
  const list = distinct(figures?.claims ?? []);
  // Of different days, one cannot be held against the other.
  if (list.length === 0 || !next || periodsDiffer) return nothing;
  const say = importWords(view);
  const scenario = next.document.scenarios[next.at];
  const called = channelNames(view.text, scenario?.channels ?? []);
  const said = list.map(({ figure, channel, claimed, counted, over, share }) => {
    const what = countName(view, figure);
    const subject = channel === undefined ? what : `${called.get(channel) ?? ''}, ${what}`;
    const shownAs = (value: number) => view.format.figure(value, unitOfCount(figure));
    if (over === 0) return say.equal(subject, shownAs(counted));
    if (over < 0 || share === undefined)
      return say.under(subject, shownAs(claimed), shownAs(counted));
    const more = view.format.told(share, 'rate');
    return say.over(subject, shownAs(claimed), shownAs(counted), shownAs(over), more);
  });
  const isOver = list.some(({ over }) => over > 0);
  const toggle = () => brought.update(view, { scales: !state.scales });
  return html`<section class="source" aria-label=${say.claims}>
    <h3>${say.claims}</h3>
    ${said.map((one) => html`<p>${one}</p>`)}
    ${isOver ? html`<p class="note">${say.causes}</p>` : nothing}
    ${
      figures?.scalable
        ? html`<p><button type="button" class="link" name="scale" aria-pressed=${state.scales ? 'true' : 'false'} @click=${toggle}>${say.scale}</button>
            ${state.scales ? html`<span class="note">${say.scaled}</span>` : nothing}</p>`
        : nothing
    }
  </section>`;
}

// Where it goes

function places(view: View, state: Brought, found: Outcome): TemplateResult {
  const { role, maySince } = found;
  return html`<div class="choices">
      ${maySince ? uses(view, role) : roles(view, role)}
      ${role === 'since' ? nothing : placing(view, found)}
    </div>
    ${role === 'since' ? sinceNotes(view, state, found) : planNotes(view, found)}`;
}

/** Once the plan has begun, files are its figures or what has happened since. */
function uses(view: View, role: Role): TemplateResult {
  const say = importWords(view);
  const { plan, since, ...others } = say.roles;
  const named = Object.entries({ plan: say.figuresOfPlan, since, ...others }) as [Role, string][];
  return choiceOfRole(view, say.takeAs, role, named);
}

function roles(view: View, role: Role): TemplateResult {
  const say = importWords(view);
  const mayBePlan = view.store.document.scenarios.some(isPlan);
  const named = (Object.entries(say.roles) as [Role, string][]).filter(
    ([one]) => one !== 'since' && (one !== 'plan' || mayBePlan),
  );
  return choiceOfRole(view, say.into, role, named);
}

const choiceOfRole = (
  view: View,
  label: string,
  chosen: Role,
  options: readonly (readonly [Role, string])[],
): TemplateResult => option<Role>({ label, chosen, options, choose: (next) => takeAs(view, next) });

function placing(view: View, { replaces }: Outcome): TemplateResult {
  const say = importWords(view);
  return option({
    label: say.placing,
    chosen: replaces ? 'replace' : 'keep',
    options: [
      ['keep', say.keep],
      ['replace', say.replace],
    ],
    choose: (placing) => brought.update(view, { replaces: placing === 'replace' }),
  });
}

function planNotes(view: View, { replaces, period, isNewPeriod, before }: Outcome): TemplateResult {
  const say = importWords(view);
  return html`${replaces ? html`<p class="note">${say.replaceNote}</p>` : nothing}
    <p class="note">${period ? say[isNewPeriod ? 'periodBecomes' : 'periodStays'](days(view, period)) : say.noPeriod}
      ${isNewPeriod && (!replaces || before.sharedCosts) ? say.otherCosts : nothing}</p>`;
}

/** What counts, and what does not: days before the plan's start, and names that are no channel of it. */
function sinceNotes(view: View, { sources }: Brought, { period, names: all }: Outcome): Drawn {
  const say = importWords(view);
  const read = sources.flatMap(({ found, name }) =>
    isRead(found) && found.since ? [{ name, ...found.since }] : [],
  );
  const start = view.format.date(read[0]?.start ?? '');
  const leftOut = read.reduce((sum, one) => sum + (one.leftOut ?? 0), 0);
  const unknown = all.filter((one) => one.target === kLeftOut && !isUncounted(one));
  const notes = [
    period ? say.sinceNote(days(view, period)) : '',
    leftOut > 0 ? say.before(leftOut, view.format.figure(leftOut, 'count'), start) : '',
    unknown.length > 0 ? say.notOfPlan(view.format.list(unknown.map(({ name }) => name))) : '',
  ];
  return html`${notes.filter(Boolean).map((one) => html`<p class="note">${one}</p>`)}
    ${read.filter(({ last }) => last === undefined).map(({ name }) => html`<p class="wrongly">${say.undivided(name, start)}</p>`)}`;
}

function conclusion(view: View, state: Brought, found: Outcome): Drawn {
  const say = importWords(view);
  const { foreign, error, figures, next, before } = found;
  if (foreign !== undefined)
    return html`<p class="wrongly">${say.otherCurrency(foreign, before.currency)}</p>`;
  if (found.targets.length > kBringLimit)
    return html`<p class="wrongly">${say.tooMany(view.format.figure(kBringLimit, 'count'))}</p>`;
  if (found.isOfOtherLength) return html`<p class="wrongly">${say.otherLength}</p>`;
  if (error) return html`<p class="wrongly">${whyNot(view, found, error)}</p>`;
  if (!figures || !next?.reply.ok) return nothing;
  const isSince = found.role === 'since';
  if (isSince && observedIn(found).length === 0) return html`<p class="note">${say.nothing}</p>`;
  const shows = isSince
    ? counted(view, found)
    : html`${preview(view, found)} ${details(view, found)}`;
  const isAsked =
    areDaysAsked(state, found) ||
    state.sources.some(
      (one) => isUsed(one, found.names) && openQuestions(one, before.action).length > 0,
    );
  const locked = whyLocked(view, next.document);
  if (locked !== undefined) return html`${shows} <p class="note">${locked}</p>`;
  const isReading = state.sources.some(({ bytes }) => bytes !== undefined);
  const isOpen = isAsked || isReading;
  const act = () =>
    isOpen ? view.focusLater('.bringing .asking.open button') : apply(view, next, found.role);
  return html`${shows}
    ${isOpen ? html`<p class="note" id="asked-first">${isAsked ? say.asked.first : say.readFirst}</p>` : nothing}
    <button type="button" class="link" data-applies aria-disabled=${isOpen ? 'true' : nothing}
      aria-describedby=${isOpen ? 'asked-first' : nothing} @click=${act}><b>${say.apply[found.role]}</b></button>`;
}

/** A sum below nothing is named, for it can be mended in the file or left out. */
function whyNot(view: View, { names: all, targets }: Outcome, error: EngineError): string {
  const [, channel, part, count] = kOfPart.exec(error.path) ?? [];
  const key = targets[Number(channel)]?.key;
  const one = all.filter(({ target }) => target === key)[Number(part)];
  const what = kCounts.find((name) => name === count);
  if (!one || !what) return refusal(view, error);
  return importWords(view).belowNothing(one.name, countName(view, what));
}

const kOfPart = /^\/channels\/(\d+)\/parts\/(\d+)\/(\w+)/;

const refusal = (view: View, error: NotTaken) => importWords(view).refused(errorWords(view, error));

function apply(view: View, { document, at }: { document: Document; at: number }, role: Role): void {
  const say = importWords(view);
  const error = view.store.takeOver(document, at);
  if (error) {
    view.outside.say(refusal(view, error), true);
    return;
  }
  // What names stand for is the document's from now on.
  brought.update(view, { channels: {} });
  const { open } = view.ui;
  view.update({ panel: undefined, open: role === 'since' ? new Set([...open, role]) : open });
  view.outside.say(role === 'since' ? say.nowCounted : say.applied);
  view.focusLater(role === 'since' ? '[data-section="since"] summary' : '#answer');
}

// What has happened since

/** The rows that the files put there. */
function observedIn({ next, before }: Outcome): readonly ObservedCounts[] {
  const rows = next?.document.scenarios[next.at]?.observed?.counts ?? [];
  return rows.filter((row) => !before.observed?.counts?.includes(row));
}

const kObserved = ['adSpend', 'impressions', 'clicks', 'leads', 'customers'] as const;

/** What was counted, and until when: where that is one day, said once. */
function counted(view: View, found: Outcome): TemplateResult {
  const say = importWords(view);
  const rows = observedIn(found);
  const figures = kObserved.filter((figure) => rows.some((row) => row[figure] !== undefined));
  const called = channelNames(view.text, found.before.channels);
  const cell = (row: ObservedCounts, figure: (typeof kObserved)[number]) => {
    const value = singleOf(row[figure]);
    return value === undefined ? '' : view.format.figure(value, unitOf(figure));
  };
  const [first, ...others] = [...new Set(rows.map(({ date }) => view.format.date(date)))];
  const isOneDay = others.length === 0;
  const title = isOneDay ? say.countedUntil(first ?? '') : say.countedSince;
  return html`<p><b>${title}</b></p>
    ${table({
      caption: title,
      columns: [
        '',
        ...(isOneDay ? [] : [say.until]),
        ...figures.map((figure) => capital(view.labels[figure])),
      ],
      rows: rows.map((row) => [
        row.channel === undefined ? say.together : (called.get(row.channel) ?? ''),
        ...(isOneDay ? [] : [view.format.date(row.date)]),
        ...figures.map((figure) => cell(row, figure)),
      ]),
    })}`;
}

const kCompared = ['cost', 'leads', 'customers', 'revenue', 'roi'] as const;
type Compared = (typeof kCompared)[number];

/** Before and after, by channel and in all. */
function preview(view: View, { next, before, isFresh, role }: Outcome): Drawn {
  if (!next?.reply.ok) return nothing;
  const say = importWords(view);
  const { store, text, labels } = view;
  const scenario = next.document.scenarios[next.at];
  const after = next.reply.value.scenarios[next.at];
  if (!scenario || !after) return nothing;
  const place = store.document.scenarios.findIndex(({ id }) => id === before.id);
  const present = before.channels.length > 0 && !isFresh ? store.results[place] : undefined;
  const called = channelNames(text, scenario.channels);
  const row = (name: string, now: Results | undefined, then: Results) =>
    [name, ...kCompared.map((metric) => changed(view, metric, now, then))] as const;
  const rows = after.channels.map(({ id, results }) =>
    row(called.get(id) ?? '', present?.channels.find((one) => one.id === id)?.results, results),
  );
  const total = row(text.results.total, present?.total, after.total);
  const columns = ['', ...kCompared.map((metric) => capital(labels[metric]))];
  const costless = after.channels.filter(({ results }) => typeof results.cost !== 'number');
  const unpaid = view.format.list(costless.map(({ id }) => called.get(id) ?? ''));
  const title = `${say.preview}, ${place < 0 ? say.roles[role] : scenarioName(view, place)}`;
  return html`<p><b>${title}</b></p>
    ${table({ caption: title, columns, rows: rows.length > 1 ? [...rows, total] : rows })}
    ${costless.length > 0 ? html`<p class="note">${say.unpaid(unpaid)}</p>` : nothing}
    ${whoseFigures(scenario).example > 0 ? html`<p class="note">${say.restsOnExample}</p>` : nothing}`;
}

function changed(view: View, metric: Compared, now: Results | undefined, then: Results): string {
  const inWords = metric === 'roi' ? told : shown;
  const after = inWords(view, metric, then[metric]);
  const before = now && inWords(view, metric, now[metric]);
  return before === undefined || before === after ? after : importWords(view).change(before, after);
}

/** Every figure, with the range that its counts support and where it comes from. */
function details(view: View, { figures, next, names: all, targets, before, role }: Outcome): Drawn {
  const scenario = next?.document.scenarios[next.at];
  if (!figures || !scenario) return nothing;
  const say = importWords(view);
  const called = channelNames(view.text, scenario.channels);
  const rests = { names: all, targets };
  const isValued = (id: string) => {
    const { value } = before.channels.find((one) => one.id === id) ?? {};
    return worthOf(value ?? before.value, { value: 1 }, role !== 'plan') !== undefined;
  };
  const rows = figures.channels.flatMap(({ id, adSpend, figures: brought }) => {
    const { revenuePerCustomer, ...others } = brought;
    const list = [
      ...(adSpend ? [['adSpend', adSpend] as const] : []),
      ...Object.entries(others),
      ...(revenuePerCustomer && isValued(id)
        ? [['revenuePerCustomer', revenuePerCustomer] as const]
        : []),
    ];
    return list.map(
      ([name, figure]) =>
        [
          `${called.get(id) ?? ''}, ${view.labels[name as Metric]}`,
          inWords(view, name as Metric, figure),
          `${noteOf(view, rests, id, figure)}${periodsOf(view, figure)}`,
        ] as const,
    );
  });
  const counts = figures.channels.flatMap(({ id, kpis = [] }) =>
    kpis.map(({ of, ...figure }) => {
      const files = partsFor(rests, id);
      const heading = headingOf(files[figure.parts[0] ?? 0], of) ?? say.posts;
      const what = `${called.get(id) ?? ''}, ${heading} (${say.forKpis})`;
      return [
        what,
        view.format.figure(figure.value, 'count'),
        noteOf(view, rests, id, figure),
      ] as const;
    }),
  );
  const isLeft = figures.channels.some(
    ({ id, figures: { revenuePerCustomer } }) => revenuePerCustomer && !isValued(id),
  );
  return html`${isLeft ? html`<p class="note">${say.notValued}</p>` : nothing}
    ${folded(view, { caption: say.figures, columns: [say.figure, say.value, say.from], rows: [...rows, ...counts] }, say.figures)}`;
}

/** As the file calls it; nothing of its rows. */
const headingOf = (part: Named | undefined, of: string): string | undefined =>
  part?.read.columns.find(
    ({ meaning }) => meaning !== undefined && meaning === part.read.kpis?.[of],
  )?.heading;

function inWords(view: View, metric: Metric, figure: BroughtFigure): string {
  const say = (value: number | undefined) =>
    value === undefined ? '' : view.format.figure(value, unitOf(metric));
  const { range } = importWords(view);
  if (figure.value !== undefined) return say(figure.value);
  return `${say(figure.likely)} (${range(say(figure.low), say(figure.high))})`;
}

function periodsOf(view: View, { periods }: BroughtFigure): string {
  const say = importWords(view);
  if (periods === undefined) return '';
  return `${say.apart}${periods > 1 ? say.periods(periods) : say.onePeriod}`;
}
