// Regions and days: a table is pasted, where and when the campaign was is chosen, and what it says is read.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GeoTable, GeoTested } from '../../../generated/evidence';
import type { Unit } from '../../../generated/metrics';
import type { AskOfEvidence } from '../../engine/reader';
import { keepUndo, stay } from '../../kit/fields';
import { facts, folded, option, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import type { View } from '../../view/view';
import {
  type Counts,
  claimedIn,
  kFresh,
  type Regions,
  regions,
  regionsAnswer,
  unitOf,
} from './asking';
import { estimateFact, luckWords, moneyFacts, rangeWords } from './figures';
import { taking } from './taking';
import { holdoutWords } from './words';

type Drawn = TemplateResult | typeof nothing;

const kLengths = ['7', '14', '21', '28'];

export function regionsSection(view: View, ask: AskOfEvidence): TemplateResult {
  const say = holdoutWords(view);
  const { text } = regions.of(view);
  const take = ({ target }: Event) =>
    regions.update(view, { ...kFresh, text: (target as HTMLTextAreaElement).value });
  return html`<p class="note">${say.geoHow}</p>
    <label>${say.paste}
      <textarea name="regions" rows="5" spellcheck="false" .value=${text} @change=${take} @keydown=${keepUndo}></textarea></label>
    ${text.trim() ? answered(view, ask) : nothing}`;
}

function answered(view: View, ask: AskOfEvidence): Drawn {
  const say = holdoutWords(view);
  const reply = regionsAnswer(view, ask);
  if (!reply.ok) {
    const [error] = reply.errors;
    return html`<p class="wrongly">${error ? errorWords(view, error) : nothing}</p>`;
  }
  const found = reply.value;
  if (found.fault) return html`<p class="wrongly">${say.faults[found.fault]}</p>`;
  if (found.ambiguous !== undefined) return decimals(view, found.ambiguous);
  if (found.regions.length === 0)
    return html`<p class="wrongly">${say.noTable}</p>${leftOut(view, found)}`;
  return html`${readWords(view, found)} ${design(view, found)} ${conclusion(view, found)}`;
}

function decimals(view: View, cell: string): TemplateResult {
  const say = holdoutWords(view);
  return option({
    label: say.ambiguous(cell),
    chosen: regions.of(view).decimal,
    options: (['', 'point', 'comma'] as const).map((one) => [one, say.decimals[one]] as const),
    choose: (decimal) => regions.update(view, { decimal }),
  });
}

function readWords(view: View, found: GeoTable): TemplateResult {
  const count = (all: readonly unknown[]) => view.format.figure(all.length, 'count');
  const say = holdoutWords(view);
  const said = say.read(count(found.regions), count(found.days));
  const { repeated } = found;
  const more = repeated ? html`<p class="note">${say.repeated(repeated)}</p>` : nothing;
  return html`<p class="note">${said}</p>${more}${leftOut(view, found)}`;
}

function leftOut(view: View, { leftOut: all }: GeoTable): TemplateResult[] {
  const say = holdoutWords(view);
  const whys = [...new Set(all.map(({ why }) => why))];
  return whys.map((why) => {
    const names = all.filter((one) => one.why === why).map(({ name }) => name);
    return html`<p class="note">${say.leftOut(view.format.list(names), say.whyLeftOut[why])}</p>`;
  });
}

// Where and when the campaign was

function design(view: View, found: GeoTable): TemplateResult {
  const say = holdoutWords(view);
  const state = regions.of(view);
  const toggle = (name: string) => () => {
    const { treated } = regions.of(view);
    const next = treated.includes(name)
      ? treated.filter((one) => one !== name)
      : [...treated, name];
    regions.update(view, { treated: next });
  };
  return html`<fieldset>
      <legend>${say.treated}</legend>
      <div class="tallies regions">${found.regions.map(
        (name) =>
          html`<label><input type="checkbox" .checked=${live(state.treated.includes(name))} @change=${toggle(name)} /><bdi>${name}</bdi></label>`,
      )}</div>
    </fieldset>
    <form class="tallies" @submit=${stay} aria-label=${say.geo}>
      ${dayChoices(view, found)}
      ${option<Counts>({
        label: say.counts,
        chosen: state.counts,
        options: [
          ['customers', say.countsOf.customers],
          ['revenue', say.countsOf.revenue],
        ],
        choose: (counts) => regions.update(view, { counts }),
      })}
      ${claimedField(view, state)}
    </form>`;
}

function claimedField(view: View, state: Regions): TemplateResult {
  const say = holdoutWords(view);
  const read = claimedIn(view, state);
  const [error] = read.ok || !state.claimed ? [] : read.errors;
  const take = ({ target }: Event) =>
    regions.update(view, {
      claimed: (target as HTMLInputElement).value,
      marks: view.format.marks,
    });
  return html`<div class="field choice">
    <label for="claimed">${say.claimed}<small>${say.claimedNote}</small></label>
    <input class="text" id="claimed" name="claimed" inputmode="decimal" autocomplete="off" .value=${state.claimed}
      aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? 'claimed-error' : nothing}
      @change=${take} @keydown=${keepUndo} />
    ${error ? html`<p class="wrongly" id="claimed-error">${errorWords(view, error)}</p>` : nothing}
  </div>`;
}

const dayWords = ({ format }: View, day: string) =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? format.date(day) : day;

function dayChoices(view: View, { days }: GeoTable): TemplateResult {
  const say = holdoutWords(view);
  const { start, end, length } = regions.of(view);
  const offered = days.map((day) => [day, dayWords(view, day)] as const);
  const first = option({
    label: say.start,
    chosen: start,
    options: [['', say.notYet] as const, ...offered],
    choose: (next) => regions.update(view, { start: next }),
  });
  const second = start
    ? option({
        label: say.end,
        chosen: end || (days.at(-1) ?? ''),
        options: offered.slice(days.indexOf(start)),
        choose: (next) => regions.update(view, { end: next }),
      })
    : option({
        label: say.length,
        chosen: length,
        options: kLengths.map((one) => [one, say.days(one)] as const),
        choose: (next) => regions.update(view, { length: next }),
      });
  return html`${first} ${second}`;
}

// What it says

function conclusion(view: View, found: GeoTable): Drawn {
  const say = holdoutWords(view);
  const { treated, start } = regions.of(view);
  if (treated.length === 0) return html`<p class="note">${say.lacks.treated}</p>`;
  if (found.lacks) return html`<p class="wrongly">${say.lacks[found.lacks]}</p>`;
  if (!start) return html`<p aria-live="polite">${power(view, found)}</p>`;
  return found.test ? tested(view, found, found.test) : nothing;
}

function power(view: View, { power: found }: GeoTable): string {
  const say = holdoutWords(view);
  if (!found) return say.noPower;
  const rate = (one: number) => view.format.rough(one, 'rate');
  const days = say.days(view.format.figure(found.length, 'count'));
  return say.power(rate(found.smallestLift), days, rate(found.error));
}

function tested(view: View, found: GeoTable, test: GeoTested): TemplateResult {
  const say = holdoutWords(view);
  const unit = unitOf(regions.of(view));
  return html`<div aria-live="polite">${sentences(view, test).map((one) => html`<p>${one}</p>`)}</div>
    ${facts([
      ...estimateFact(view, say.lift, test.lift, 'rate'),
      ...estimateFact(view, say.effect, test.effect, unit),
      ...estimateFact(view, say.share, test.share, 'rate'),
      ...moneyFacts(view, test, say.perSale),
      { label: say.luck, value: luckWords(view, test.pValue), note: say.resolution },
      { label: say.error, value: view.format.rough(test.error, 'rate'), note: say.errorNote },
    ])}
    ${table({
      caption: say.weights,
      columns: [say.region, say.weight],
      rows: test.weights.map(({ region, weight }) => [
        html`<bdi>${region}</bdi>`,
        view.format.percent(weight, 1),
      ]),
    })}
    ${folded(view, dayTable(view, found, test, unit), say.byDay)}
    ${intoPlan(view, found, test)}`;
}

export function sentences(
  view: View,
  { lift, actual, without, effect, pValue, blocks }: GeoTested,
) {
  const say = holdoutWords(view);
  const { format } = view;
  const state = regions.of(view);
  const unit = unitOf(state);
  const amount = (one: number) => format.told(one, unit);
  const kind = lift.value < 0 ? 'less' : 'more';
  const size = `${format.told(Math.abs(lift.value), 'rate')} (${amount(Math.abs(effect.value))})`;
  const sold = say.sold[kind](
    format.list([...state.treated]),
    amount(actual),
    amount(without),
    size,
  );
  const isOpen = lift.low === undefined || lift.high === undefined;
  const mayBeNone = isOpen || (Number(lift.low) <= 0 && Number(lift.high) >= 0);
  return [
    `${sold}${lift.value > 0 ? rangeWords(view, lift, 'rate') : ''}.`,
    say.byLuck(format.about(pValue, 'rate'), format.figure(blocks, 'count')),
    ...(mayBeNone && lift.value > 0 ? [say.mayBeLuck] : []),
  ];
}

function dayTable(
  view: View,
  { days }: GeoTable,
  { sold, expected, start }: GeoTested,
  unit: Unit,
) {
  const say = holdoutWords(view);
  const actual = view.format.column(sold, unit);
  const without = view.format.column(expected, unit);
  return {
    caption: say.byDay,
    columns: [say.day, say.actual, say.expected],
    rows: sold.map((_, at) => {
      const day = dayWords(view, days[at] ?? '');
      return [at < start ? day : html`<b>${day}</b>`, actual[at] ?? '', without[at] ?? ''] as const;
    }),
  };
}

function intoPlan(
  view: View,
  { days }: GeoTable,
  { share, planShare, sold, start }: GeoTested,
): Drawn {
  if (!share) return nothing;
  const { treated } = regions.of(view);
  const [first, last] = [days[start] ?? '', days[sold.length - 1] ?? ''];
  const note = holdoutWords(view).noteOfRegions(
    view.format.list([...treated]),
    dayWords(view, first),
    dayWords(view, last),
  );
  return taking(view, { share, planShare, note });
}
