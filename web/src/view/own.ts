// Inputs and figures that the document defines of its own: what they are called, what they are counted in,
// and why one is not known. They come later.
import type { OwnFigure, OwnInput, OwnUnit } from '../../generated/contract';
import type { Metric, Unit } from '../../generated/metrics';
import type { Entry, Explanation, Figure } from '../engine/engine';
import { languageOf } from '../locales/index';
import { restWords } from '../locales/later/index';
import { isNumber, reason, unitOf, type View } from './view';
import { inputName } from './words';

const kUnits: Record<OwnUnit, Unit> = {
  money: 'money',
  count: 'count',
  rate: 'rate',
  ratio: 'ratio',
  months: 'months',
  hours: 'count',
  moneyPerHour: 'money',
  moneyPerMonth: 'money',
  hoursPerMonth: 'count',
  countPerMonth: 'count',
};

export const ownInputs = ({ store }: View): readonly OwnInput[] => store.document.own?.inputs ?? [];
export const ownFigures = ({ store }: View): readonly OwnFigure[] =>
  store.document.own?.figures ?? [];

/** What calls name a figure of the document's own. */
export const ownName = (id: string) => `own:${id}` as const;

/** A result that is counted in the same, and so is read in the same digits. */
const kReadAs: Record<Unit, Metric> = {
  money: 'cost',
  count: 'leads',
  rate: 'closeRate',
  ratio: 'roas',
  months: 'cacPayback',
};
export const readAs = (defined: OwnFigure): Metric => kReadAs[ownUnit(defined)];

export const ownUnit = ({ unit }: OwnInput | OwnFigure): Unit => kUnits[unit];

/** What a field reads: months and ratios are typed as numbers are. */
export const typedUnit = (defined: OwnInput): Unit => {
  const unit = ownUnit(defined);
  return unit === 'ratio' || unit === 'months' ? 'count' : unit;
};

/** In the visitor's language; without a name, the id. */
function nameOf({ format }: View, { id, label = id }: OwnInput | OwnFigure): string {
  const said = typeof label === 'string' ? label : label[languageOf(format.locale)];
  return said.trim() || id;
}

/** With what it is per, where its unit does not say so. */
export function ownTitle(view: View, defined: OwnInput | OwnFigure): string {
  const per = restWords(view).own.units[defined.unit];
  return per ? `${nameOf(view, defined)} (${per})` : nameOf(view, defined);
}

/** The same of a field, whose number stands without its unit. */
export function fieldTitle(view: View, defined: OwnInput): string {
  if (defined.unit !== 'months') return ownTitle(view, defined);
  return `${nameOf(view, defined)} (${restWords(view).own.months})`;
}

const definedAs = (view: View, id: string | undefined) =>
  [...ownInputs(view), ...ownFigures(view)].find((one) => one.id === id);

/** The input that a pointer is of: /scenarios/0/own/savedHours. */
export function ownInputAt(view: View, pointer: string): OwnInput | undefined {
  const [, id] = /^\/scenarios\/\d+\/own\/(\w+)/.exec(pointer) ?? [];
  return ownInputs(view).find((one) => one.id === id);
}

/** A typed figure of the plan or of the document's own, by the name of its field. */
export function nameOfTyped(view: View, pointer: string, metric: Metric): string {
  const own = ownInputAt(view, pointer);
  if (!own) return inputName(view, pointer, metric);
  return view.brief?.labelOf(pointer) ?? ownTitle(view, own);
}

export function unitOfTyped(view: View, pointer: string, metric: Metric): Unit {
  const own = ownInputAt(view, pointer);
  return own ? ownUnit(own) : unitOf(metric);
}

/** "zero:own:licence" in words, and what is said of the plan's figures. */
export function whyNot(view: View, why: string): string {
  const [kind, of, id] = why.split(':');
  const defined = of === 'own' ? definedAs(view, id) : undefined;
  if (!defined) return reason(view, why);
  const name = nameOf(view, defined);
  const { divides, tooLarge } = restWords(view).own;
  if (kind === 'divisor') return divides(name);
  if (kind === 'large') return tooLarge(name);
  return view.text.reason[kind === 'zero' ? 'zero' : 'missing'](name);
}

/** Every own figure of a scenario with its value, as it is read, or why it is not known. */
export const ownRows = (view: View, at = view.store.at) =>
  ownFigures(view).map((defined) => {
    const results = view.store.results[at]?.own;
    const none: Figure = { undefined: `missing:own:${defined.id}` };
    const figure = results?.find(({ id }) => id === defined.id)?.value ?? none;
    const isKnown = isNumber(figure);
    return {
      defined,
      figure,
      title: ownTitle(view, defined),
      shown: isKnown
        ? view.format.figure(figure, ownUnit(defined))
        : view.text.results.undefinedMark,
      why: isKnown ? '' : whyNot(view, figure.undefined),
    };
  });

interface Named extends Entry {
  unit?: Unit;
}

/** An explanation whose own entries bring their names and units along. */
export function withOwn(view: View, explanation: Explanation): Explanation {
  if (!view.store.document.own) return explanation;
  const named = (entry: Entry): Named => {
    const defined = definedAs(view, entry.own);
    return defined ? { ...entry, label: ownTitle(view, defined), unit: ownUnit(defined) } : entry;
  };
  return { ...explanation, entries: explanation.entries.map(named) };
}
