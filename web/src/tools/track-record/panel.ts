// The track record: today's ranges are kept with their date; once figures have come, it says which held, and
// makes the plan's ranges as wide as they should have been.
import { html, nothing, type TemplateResult } from 'lit';
import type { Metric, Unit } from '../../../generated/metrics';
import type { TrackRecord } from '../../engine/analyses';
import { numberField, stay } from '../../kit/fields';
import { table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { button } from '../../sharing/keeping';
import type { EvidenceTool } from '../../view/tool';
import { hasHappened, unitOf, type View } from '../../view/view';
import { capital, inputName } from '../../view/words';
import {
  arrived,
  type Forecast,
  forecastOf,
  forecastsOf,
  isNamedByLabel,
  isOpen,
  type RangeToday,
  recordOf,
  withArrived,
  withForecast,
  withWidened,
} from './asking';
import { recordWords } from './words';

export const trackRecordTool: EvidenceTool = {
  id: 'track-record',
  name: (view) => recordWords(view).title,
  purpose: (view) => recordWords(view).purpose,
  draw: { atOnce: panel },
  report: {
    concerns: (view) => forecastsOf(view).some(({ actual }) => actual !== undefined),
    draw: onPaper,
  },
};

type Scored = TrackRecord['forecasts'][number];

function panel(view: View): TemplateResult {
  const reply = recordOf(view);
  if (!reply) return html`<p class="note">${recordWords(view).loading}</p>`;
  if (!reply.ok)
    return html`<div data-record>${reply.errors.slice(0, 1).map((error) => html`<p class="wrongly">${errorWords(view, error)}</p>`)} ${groups(view, [])}</div>`;
  const { value: found } = reply;
  return html`<div data-record>
    ${outcome(view, found)} ${widening(view, found)} ${keeping(view, found)} ${arriving(view, found)}
    ${groups(view, found.forecasts)}
  </div>`;
}

function onPaper(view: View): TemplateResult {
  const reply = recordOf(view);
  if (!reply?.ok) return html``;
  const say = recordWords(view);
  const { value: found } = reply;
  const rows = forecastsOf(view).flatMap((one, at) =>
    one.actual === undefined
      ? []
      : ([
          [
            nameOf(view, one),
            view.format.date(one.date),
            between(view, one, one.unit),
            view.format.rough(one.actual, one.unit),
            came(view, found.forecasts[at]),
          ],
        ] as const),
  );
  const columns = [say.figure, say.date, say.forecast, say.actual, say.outcome];
  return html`${outcome(view, found)} ${table({ caption: say.title, columns, rows })}`;
}

// What they were worth

function outcome(view: View, { typed, results }: TrackRecord): TemplateResult | typeof nothing {
  const say = recordWords(view);
  if (typed.count + results.count === 0) return nothing;
  const isWidened = forecastsOf(view).some(({ widened }) => widened !== undefined);
  return html`<p>${typed.count > 0 ? typedWords(view, typed) : nothing}
      ${results.count > 0 ? say.ofResults(results.count, results.held) : nothing}</p>
    <p class="note">${say.together} ${isWidened ? say.asWide : nothing} ${typed.count > 0 ? say.luck : nothing}</p>`;
}

function typedWords(view: View, record: TrackRecord['typed']): string {
  const say = recordWords(view);
  const { count, held, share, fit = 'plausible', unknown } = record;
  const whole = (one: number) => view.format.percent(one, 0);
  return [
    say.ofTyped(count, held),
    share && say.share[fit](whole(share.low), whole(share.high)),
    unknown === 'few' ? say.few(9 - count) : unknown ? say[unknown] : widthWords(view, record),
  ].join(' ');
}

function widthWords(view: View, { count, rank = 0, widening: times = 1 }: TrackRecord['typed']) {
  return recordWords(view).width(view.format.about(times, 'ratio'), rank, count);
}

// The plan's ranges

function widening(view: View, found: TrackRecord): TemplateResult | typeof nothing {
  const { widening: times } = found.typed;
  const concerned = found.ranges.filter(({ widened }) => widened);
  if (times === undefined || concerned.length === 0) return nothing;
  const say = recordWords(view);
  const open = concerned.filter((range) => isOpen(view, range));
  const stays = concerned.filter((range) => !open.includes(range));
  const names = view.format.list(stays.map((range) => rangeName(view, range)));
  const apply = () => {
    const error = view.store.takeOver(withWidened(view, open, found.forecasts), view.store.at);
    view.outside.say(error ? errorWords(view, error) : say.applied, error !== undefined);
  };
  return html`<section aria-label=${say.yours}>
    <h3>${say.yours}</h3>
    ${
      open.length > 0
        ? html`${table({
            caption: say.yours,
            columns: [say.figure, say.now, say.afterwards],
            rows: open.map((range) => [
              rangeName(view, range),
              between(view, range, unitOfRange(range)),
              between(view, range.widened ?? range, unitOfRange(range)),
            ]),
          })}
          <p>${button(say.apply(view.format.about(times, 'ratio')), apply)}</p>`
        : nothing
    }
    ${stays.length > 0 ? html`<p class="note">${say.fixed(names)}</p>` : nothing}
  </section>`;
}

const unitOfRange = ({ rate, metric }: RangeToday): Unit =>
  rate ? 'rate' : unitOf(metric as Metric);

const rangeName = (view: View, { pointer, metric }: RangeToday) =>
  capital(inputName(view, pointer, metric as Metric));

interface Ends {
  low: number;
  high: number;
}

function between(view: View, { low, high }: Ends, unit: Unit): string {
  const end = (one: number) => view.format.rough(one, unit);
  return recordWords(view).between(end(low), end(high));
}

// What is kept

function keeping(view: View, found: TrackRecord): TemplateResult {
  const say = recordWords(view);
  if (hasHappened(view.store.scenario)) return html`<p class="note">${say.over}</p>`;
  if (found.ranges.length === 0) return html`<p class="note">${say.noRanges}</p>`;
  const keep = () => {
    const kept = forecastOf(view, found);
    const error = view.store.takeOver(withForecast(view, kept), view.store.at);
    view.outside.say(error ? errorWords(view, error) : say.kept(kept.length), error !== undefined);
  };
  return html`<p>${button(say.keep, keep)}</p><p class="note">${say.keepNote}</p>`;
}

/** Nobody types again what was observed. */
function arriving(view: View, found: TrackRecord): TemplateResult | typeof nothing {
  const known = arrived(view, found);
  if (known.size === 0) return nothing;
  const say = recordWords(view);
  const take = () => {
    const error = view.store.takeOver(withArrived(view, known), view.store.at);
    view.outside.say(error ? errorWords(view, error) : say.taken(known.size), error !== undefined);
  };
  return html`<p>${say.arrived(known.size)} ${button(say.take, take)}</p>`;
}

/** Those of one day and plan together, the latest first. */
function groups(view: View, scored: readonly Scored[]): TemplateResult {
  const by = new Map<string, Placed[]>();
  for (const [at, one] of forecastsOf(view).entries()) {
    const key = JSON.stringify([one.date, one.plan]);
    by.set(key, [...(by.get(key) ?? []), { one, at }]);
  }
  const latest = [...by.keys()].sort().reverse();
  return html`${latest.map((key) => group(view, by.get(key) ?? [], scored))}`;
}

type Placed = { one: Forecast; at: number };

function group(view: View, placed: readonly Placed[], scored: readonly Scored[]): TemplateResult {
  const say = recordWords(view);
  const [first] = placed;
  if (!first) return html``;
  const { date, plan = '' } = first.one;
  const title = say.group(view.format.date(date), plan);
  const remove = () => {
    const gone = new Set(placed.map(({ at }) => at));
    const left = forecastsOf(view).filter((_, at) => !gone.has(at));
    view.store.set('/forecasts', left.length > 0 ? left : undefined);
    view.focusLater('[data-record] button');
  };
  return html`<form @submit=${stay} aria-label=${title}>
    <h3>${title}</h3>
    <div class="tallies">${placed.map((each) => fields(view, each, scored[each.at]))}</div>
    <p>${button(say.remove, remove)}</p>
  </form>`;
}

function fields(view: View, { one, at }: Placed, scored: Scored | undefined): TemplateResult {
  const say = recordWords(view);
  const note = `${say.forecast}${view.text.colon}${between(view, one, one.unit)}`;
  const outcomeNote = one.actual === undefined ? '' : ` – ${came(view, scored)}`;
  const isOfCases = one.typed && one.unit === 'rate' && one.actual !== undefined;
  return html`${numberField(view, {
    pointer: `/forecasts/${at}/actual`,
    label: nameOf(view, one),
    note: `${note}${outcomeNote}`,
    unit: typedUnit(one),
  })}
  ${isOfCases ? numberField(view, { pointer: `/forecasts/${at}/n`, label: say.cases(nameOf(view, one)), unit: 'count' }) : nothing}`;
}

/** What a field reads: months and ratios are typed as numbers are. */
const typedUnit = ({ unit }: Forecast): Unit =>
  unit === 'ratio' || unit === 'months' ? 'count' : unit;

/** What a forecast is of. */
function nameOf(view: View, one: Forecast): string {
  const { metric, label } = one;
  if (isNamedByLabel(one)) return label ?? '';
  const isValue = metric === 'revenuePerCustomer' || metric === 'marginPerCustomer';
  const name = view.labels[isValue ? 'value' : (metric as Metric)] ?? metric;
  return view.text.explain.title(capital(name), label);
}

function came(view: View, scored: Scored = {}): string {
  const say = recordWords(view);
  if (scored.held) return say.held;
  return scored.widening === undefined
    ? say.beyond
    : say.missed(view.format.about(scored.widening, 'ratio'));
}
