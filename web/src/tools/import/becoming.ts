// What the files become, drawn: which channel each name is, what platforms claim beyond what was counted,
// the plan before and after, and the press that puts it there.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel, Document } from '../../../generated/contract';
import type { BroughtFigure } from '../../../generated/evidence';
import type { Metric, Unit } from '../../../generated/metrics';
import type { EngineError, Results } from '../../engine/engine';
import { folded, option, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { channelNames, scenarioName, shown, told, unitOf, type View } from '../../view/view';
import { capital } from '../../view/words';
import {
  type Count,
  isUsed,
  kCounts,
  kLeftOut,
  kTogether,
  type Named,
  openQuestions,
  type Target,
  totalOf,
} from './figures';
import { isUntouched, noteOf, type Outcome, outcomeNow } from './outcome';
import { countName, days } from './source';
import { type Brought, brought, isRead, type Role } from './sources';
import { figureOf, isPlan, worthOf } from './taken-over';
import { importWords } from './words';

type Drawn = TemplateResult | typeof nothing;

export function becoming(view: View, state: Brought): Drawn {
  const read = state.sources.filter(({ found }) => isRead(found));
  if (read.length === 0 || !state.ask) return nothing;
  const say = importWords(view);
  const found = outcomeNow(view, state);
  if (found.names.every((one) => kCounts.every((count) => totalOf(one, count) === undefined)))
    return html`<p class="note" aria-live="polite">${say.nothing}</p>`;
  return html`${names(view, state, found)}
    ${found.periodsDiffer ? html`<p class="note">${say.periodsDiffer}</p>` : nothing}
    ${claims(view, state, found)}
    <section class="source" aria-label=${say.becomes}>
      <h3>${say.becomes}</h3>
      ${places(view, found)} ${conclusion(view, state, found)}
    </section>`;
}

const kNamesShown = 60;

/** Which channel is meant by each name; and what it counted. */
function names(
  view: View,
  state: Brought,
  { names: all, targets, before }: Outcome,
): TemplateResult {
  const say = importWords(view);
  const counts = kCounts.filter((count) => all.some((one) => totalOf(one, count) !== undefined));
  const listed = all.slice(0, kNamesShown);
  const cells = counts.map((count) => countsShown(view, listed, count));
  const rows = listed.map((one, at) => {
    const choice = targetChoice(view, state, one, { targets, before });
    return [one.name, choice, ...cells.map((column) => column[at] ?? '')] as const;
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

/** A column, its figures with the same decimals. */
function countsShown(view: View, all: readonly Named[], count: Count): string[] {
  const totals = all.map((one) => totalOf(one, count));
  const known = totals.filter((total) => total !== undefined);
  const unit = unitOfCount(count);
  const shown = view.format.column(known, unit, { least: view.format.exactDigits(known, unit) });
  return totals.map((total) =>
    total === undefined ? view.text.results.undefinedMark : (shown.shift() ?? ''),
  );
}

const unitOfCount = (count: Count): Unit =>
  count === 'spend' || count === 'revenue' ? 'money' : 'count';

function targetChoice(
  view: View,
  state: Brought,
  { name, target, read }: Named,
  { targets, before }: Pick<Outcome, 'targets' | 'before'>,
): TemplateResult {
  const say = importWords(view);
  const present = isUntouched(view) ? [] : before.channels;
  const called = channelNames(view.text, [...present, ...newOnes(targets)]);
  const nameOf = ({ id }: Channel) => called.get(id) ?? '';
  const options = [
    ...present.map((one) => [one.id, nameOf(one)] as const),
    ...targets
      .filter(({ isNew }) => isNew)
      .map((one) => [one.key, say.newChannel(nameOf(one.channel))] as const),
    ...(targets.some(({ key }) => key === `new:${name}`)
      ? []
      : [[`new:${name}`, say.newChannel(name)] as const]),
    ...(read.claimed ? [] : [[kTogether, say.together] as const]),
    [kLeftOut, say.leftOut] as const,
  ];
  const change = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    brought.update(view, { channels: { ...state.channels, [name]: value } });
  };
  return html`<select aria-label=${say.isChannel(name)} .value=${live(target)} @change=${change}>
    ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === target}>${words}</option>`)}
  </select>`;
}

const newOnes = (targets: readonly Target[]) =>
  targets.filter(({ isNew }) => isNew).map(({ channel }) => channel);

// Claims

function claims(view: View, state: Brought, { figures, next }: Outcome): Drawn {
  const list = figures?.claims ?? [];
  if (list.length === 0 || !next) return nothing;
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
  const mayScale = list.some(({ over, channel }) => over > 0 && channel === undefined);
  const toggle = () => brought.update(view, { scales: !state.scales });
  return html`<section class="source" aria-label=${say.claims}>
    <h3>${say.claims}</h3>
    ${said.map((one) => html`<p>${one}</p>`)}
    ${isOver ? html`<p class="note">${say.causes}</p>` : nothing}
    ${
      mayScale || state.scales
        ? html`<p><button type="button" class="link" name="scale" aria-pressed=${state.scales ? 'true' : 'false'} @click=${toggle}>${say.scale}</button>
            ${state.scales ? html`<span class="note">${say.scaled}</span>` : nothing}</p>`
        : nothing
    }
  </section>`;
}

// Where it goes

function places(view: View, found: Outcome): TemplateResult {
  const say = importWords(view);
  const { replaces, period, isNewPeriod, role } = found;
  const mayBePlan = view.store.document.scenarios.some(isPlan);
  const roles = (Object.entries(say.roles) as [Role, string][]).filter(
    ([one]) => one !== 'plan' || mayBePlan,
  );
  return html`<div class="choices">
      ${option<Role>({
        label: say.into,
        chosen: role,
        options: roles,
        choose: (next) => brought.update(view, { role: next }),
      })}
      ${option({
        label: say.placing,
        chosen: replaces ? 'replace' : 'keep',
        options: [
          ['keep', say.keep],
          ['replace', say.replace],
        ],
        choose: (placing) => brought.update(view, { replaces: placing === 'replace' }),
      })}
    </div>
    ${replaces ? html`<p class="note">${say.replaceNote}</p>` : nothing}
    <p class="note">${period ? say[isNewPeriod ? 'periodBecomes' : 'periodStays'](days(view, period)) : say.noPeriod}
      ${isNewPeriod ? say.otherCosts : nothing}</p>`;
}

function conclusion(view: View, state: Brought, found: Outcome): Drawn {
  const say = importWords(view);
  const { foreign, error, figures, next, before } = found;
  if (foreign !== undefined)
    return html`<p class="wrongly">${say.otherCurrency(foreign, before.currency)}</p>`;
  if (found.isOfOtherLength) return html`<p class="wrongly">${say.otherLength}</p>`;
  if (error) return html`<p class="wrongly">${refusal(view, error)}</p>`;
  if (!figures || !next?.reply.ok) return nothing;
  const isAsked = state.sources.some(
    (one) => isUsed(one, found.names) && openQuestions(one, before.action).length > 0,
  );
  const isReading = state.sources.some(({ bytes }) => bytes !== undefined);
  const isOpen = isAsked || isReading;
  const act = () => (isOpen ? view.focusLater('.bringing .asking.open button') : apply(view, next));
  return html`${preview(view, found)} ${details(view, found)}
    ${isOpen ? html`<p class="note" id="asked-first">${isAsked ? say.asked.first : say.readFirst}</p>` : nothing}
    <button type="button" class="link" data-applies aria-disabled=${isOpen ? 'true' : nothing}
      aria-describedby=${isOpen ? 'asked-first' : nothing} @click=${act}><b>${say.apply[found.role]}</b></button>`;
}

const refusal = (view: View, error: EngineError) =>
  importWords(view).refused(errorWords(view, error));

function apply(view: View, { document, at }: { document: Document; at: number }): void {
  const say = importWords(view);
  const error = view.store.takeOver(document, at);
  if (error) {
    view.outside.say(refusal(view, error), true);
    return;
  }
  // What names stand for is the document's from now on.
  brought.update(view, { channels: {} });
  view.update({ panel: undefined });
  view.outside.say(say.applied);
  view.focusLater('#answer');
}

const kCompared = ['cost', 'leads', 'customers', 'revenue', 'roi'] as const;
type Compared = (typeof kCompared)[number];

/** Before and after, by channel and in all. */
function preview(view: View, { next, before }: Outcome): Drawn {
  if (!next?.reply.ok) return nothing;
  const say = importWords(view);
  const { store, text, labels } = view;
  const scenario = next.document.scenarios[next.at];
  const after = next.reply.value.scenarios[next.at];
  if (!scenario || !after) return nothing;
  const place = store.document.scenarios.findIndex(({ id }) => id === before.id);
  const present = isUntouched(view) ? undefined : store.results[place];
  const called = channelNames(text, scenario.channels);
  const row = (name: string, now: Results | undefined, then: Results) =>
    [name, ...kCompared.map((metric) => changed(view, metric, now, then))] as const;
  const rows = after.channels.map(({ id, results }) =>
    row(called.get(id) ?? '', present?.channels.find((one) => one.id === id)?.results, results),
  );
  const total = row(text.results.total, present?.total, after.total);
  const columns = ['', ...kCompared.map((metric) => capital(labels[metric]))];
  const title = `${say.preview}, ${place < 0 ? say.roles[scenario.role === 'samePeriodLastYear' ? 'samePeriodLastYear' : 'lastCampaign'] : scenarioName(view, place)}`;
  return table({ caption: title, columns, rows: rows.length > 1 ? [...rows, total] : rows });
}

function changed(view: View, metric: Compared, now: Results | undefined, then: Results): string {
  const inWords = metric === 'roi' ? told : shown;
  const after = inWords(view, metric, then[metric]);
  const before = now && inWords(view, metric, now[metric]);
  return before === undefined || before === after ? after : importWords(view).change(before, after);
}

/** Every figure, with the range that its counts support and where it comes from. */
function details(view: View, { figures, next, names: all, targets, before }: Outcome): Drawn {
  const scenario = next?.document.scenarios[next.at];
  if (!figures || !scenario) return nothing;
  const say = importWords(view);
  const called = channelNames(view.text, scenario.channels);
  const rests = { names: all, targets };
  const rows = figures.channels.flatMap(({ id, adSpend, figures: brought }) => {
    const list = [...(adSpend ? [['adSpend', adSpend] as const] : []), ...Object.entries(brought)];
    return list.map(
      ([name, figure]) =>
        [
          `${called.get(id) ?? ''}, ${view.labels[name as Metric]}`,
          inWords(view, name as Metric, figure),
          `${noteOf(view, rests, id, figure)}${periodsOf(view, figure)}`,
        ] as const,
    );
  });
  const isValued = figures.channels.some(({ id, figures: { revenuePerCustomer } }) => {
    const channel = scenario.channels.find((one) => one.id === id);
    return (
      revenuePerCustomer &&
      !worthOf(channel?.value ?? before.value, figureOf(revenuePerCustomer, ''))
    );
  });
  return html`${isValued ? html`<p class="note">${say.notValued}</p>` : nothing}
    ${folded(view, { caption: say.figures, columns: [say.figure, say.value, say.from], rows }, say.figures)}`;
}

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
  return `; ${periods > 1 ? say.periods(periods) : say.onePeriod}`;
}
