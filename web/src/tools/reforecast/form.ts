// What was counted, as it is typed: a day for each channel or for the whole plan, and any figure that can be weighed.
import { html, nothing, type TemplateResult } from 'lit';
import type { ObservedCounts, RateFigure } from '../../../generated/contract';
import { numberField, stay, textField } from '../../kit/fields';
import { option } from '../../kit/tables';
import { isRange, type Typed } from '../../plan/ranges';
import { button } from '../../sharing/keeping';
import { act } from '../../view/act';
import { ownState } from '../../view/own-state';
import { unitOf, type View } from '../../view/view';
import { capital } from '../../view/words';
import {
  blankCounts,
  countsOf,
  isExpected,
  isOfCases,
  isWeighed,
  kSeen,
  type Seen,
  today,
} from './asking';
import { casesName, placeName } from './naming';
import { sinceWords } from './words';

/** Of a channel, or of the whole plan: ''. */
type Place = string;

/** What was asked for in this visit, and stands in the form though nothing is typed into it. */
const asked = ownState<{
  figures: Readonly<Record<Place, readonly Seen[]>>;
  place?: Place;
  figure?: Seen;
}>({ figures: {} });

const placeOf = ({ channel = '' }: Pick<ObservedCounts, 'channel'>): Place => channel;

export function form(view: View): TemplateResult {
  const say = sinceWords(view);
  const { store } = view;
  const at = `${store.base}/observed`;
  const start = store.scenario.goal?.start;
  const forget = () => {
    act(view, at, undefined);
    view.focusLater('[data-begins]');
  };
  const blank = blankCounts(view);
  const add = () => act(view, `${at}/counts`, [...countsOf(view), ...blank]);
  return html`<form class="counted" @submit=${stay} aria-label=${say.counted}>
    ${textField(view, { pointer: `${at}/start`, label: say.start, type: 'date', ...(start ? { note: view.format.date(start) } : {}) })}
    ${countsOf(view).map((row, i) => rowFields(view, row, `${at}/counts/${i}`))}
    ${adding(view)}
    <div class="acts">${blank.length > 0 ? button(say.others, add) : nothing} <button type="button" class="link" @click=${forget}>${say.forget}</button></div>
  </form>`;
}

function rowFields(view: View, row: ObservedCounts, at: string): TemplateResult {
  const say = sinceWords(view);
  const name = placeName(view, row.channel);
  return html`<div role="group" class="place" aria-label=${name}>
    <div class="placed"><b>${name}</b> ${countsOf(view).length > 1 ? removal(view, name, at) : nothing}</div>
    ${textField(view, { pointer: `${at}/date`, label: say.until, type: 'date' })}
    ${kSeen.filter((figure) => isShown(view, row, figure)).map((figure) => figureFields(view, row, at, figure))}
  </div>`;
}

function removal(view: View, name: string, at: string): TemplateResult {
  const say = sinceWords(view);
  const remove = () => {
    act(view, at, undefined);
    view.focusLater('.counted .place input');
  };
  return html`<button type="button" class="link" aria-label=${say.removeOf(name)} @click=${remove}>${view.text.scenarios.remove}</button>`;
}

/** Counts that the plan says something of, but of all channels none beside those of each; and what is stated or was
 * asked for. */
function isShown(view: View, row: ObservedCounts, figure: Seen): boolean {
  const { figures } = asked.of(view);
  if (row[figure] !== undefined || figures[placeOf(row)]?.includes(figure)) return true;
  const isOfEach = countsOf(view).some(({ channel }) => channel !== undefined);
  const isAsked = row.channel !== undefined || !isOfEach;
  return isAsked && !isOfCases(figure) && isExpected(view, row.channel, figure);
}

/** A rate or a price says among how many it was seen, once it is typed. */
function figureFields(view: View, row: ObservedCounts, at: string, figure: Seen): TemplateResult {
  const pointer = `${at}/${figure}`;
  const about = { label: seenName(view, figure), unit: unitOf(figure) };
  if (!isOfCases(figure)) return numberField(view, { ...about, pointer });
  const typed = row[figure] as Typed;
  const label = sinceWords(view).among(casesName(view, figure));
  return html`${numberField(view, { ...about, ...placeOfValue(typed, pointer) })}
    ${typed === undefined ? nothing : numberField(view, { pointer: `${pointer}/n`, label, unit: 'count' })}`;
}

/** What is said beside a figure stays while it is typed anew, and goes with its last digit. */
function placeOfValue(typed: Typed, pointer: string) {
  if (typeof typed !== 'object' || isRange(typed)) return { pointer };
  const { value: _, ...part } = typed as RateFigure;
  return { pointer: `${pointer}/value`, part: { pointer, part } };
}

const seenName = (view: View, figure: Seen): string =>
  figure === 'adSpend' ? sinceWords(view).spent : view.labels[figure];

// Another figure

function adding(view: View): TemplateResult | typeof nothing {
  const say = sinceWords(view);
  const places = placesOf(view).filter((one) => figuresFor(view, one).length > 0);
  const { place: chosen, figure: wanted } = asked.of(view);
  const place = places.find((one) => one === chosen) ?? places[0];
  if (place === undefined) return nothing;
  const figures = figuresFor(view, place);
  const figure = figures.find((one) => one === wanted) ?? (figures[0] as Seen);
  const ofPlace = {
    name: 'since-place',
    label: say.ofPlace,
    chosen: place,
    options: places.map((one) => [one, placeName(view, one || undefined)] as const),
    choose: (next: Place) => asked.update(view, { place: next }),
  };
  const ofFigure = {
    name: 'since-figure',
    label: say.also,
    chosen: figure,
    options: figures.map((one) => [one, capital(seenName(view, one))] as const),
    choose: (next: Seen) => asked.update(view, { figure: next }),
  };
  return html`<div class="also">
    ${places.length > 1 ? option(ofPlace) : nothing} ${option(ofFigure)}
    ${button(say.add, () => addFigure(view, place, figure))}
  </div>`;
}

/** Of one channel the whole plan is no other thing. */
function placesOf({ store }: View): Place[] {
  const { channels } = store.scenario;
  const ids = channels.map(({ id }) => id);
  return ids.length > 1 ? ['', ...ids] : ids;
}

function figuresFor(view: View, place: Place): Seen[] {
  const row = countsOf(view).find((one) => placeOf(one) === place);
  return kSeen.filter(
    (figure) => isWeighed(view, place || undefined, figure) && !(row && isShown(view, row, figure)),
  );
}

function addFigure(view: View, place: Place, figure: Seen): void {
  const { base } = view.store;
  const { figures } = asked.of(view);
  const counts = countsOf(view);
  const found = counts.findIndex((one) => placeOf(one) === place);
  const row = { ...(place ? { channel: place } : {}), date: today(view) };
  if (found < 0 && !act(view, `${base}/observed/counts`, [...counts, row])) return;
  const shown = [...(figures[place] ?? []), figure];
  asked.update(view, { figures: { ...figures, [place]: shown } });
  const at = found < 0 ? counts.length : found;
  view.focusField(`${base}/observed/counts/${at}/${figure}`);
}
