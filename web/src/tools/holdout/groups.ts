// Two groups of people: their counts are typed, and what they say is read.
import { html, nothing, type TemplateResult } from 'lit';
import type { Holdout } from '../../../generated/evidence';
import type { EngineError } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { numberField, stay } from '../../kit/fields';
import { facts, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { singleOf } from '../../plan/ranges';
import type { View } from '../../view/view';
import { type Group, groupsAnswer, heldIn, kGroups } from './asking';
import { estimateFact, luckWords, moneyFacts, rangeWords } from './figures';
import { taking } from './taking';
import { holdoutWords } from './words';

type Drawn = TemplateResult | typeof nothing;

export function groups(view: View, ask: AskOfEvidence): TemplateResult {
  const say = holdoutWords(view);
  const reply = groupsAnswer(view, ask);
  return html`<p class="note">${say.how}</p>
    <form @submit=${stay} aria-label=${say.title}>
      ${kGroups.map((group) => html`<fieldset><legend>${say.groups[group]}</legend><div class="tallies">${fields(view, group)}</div></fieldset>`)}
      <div class="tallies">${moneyFields(view)}</div>
    </form>
    ${reply.ok ? answer(view, reply.value) : reply.errors.slice(0, 1).map((error) => refusal(view, error))}`;
}

function fields(view: View, group: Group): TemplateResult[] {
  const say = holdoutWords(view);
  const at = `${view.store.base}/holdout/${group}`;
  return [
    numberField(view, { pointer: `${at}/people`, label: say.people, unit: 'count' }),
    numberField(view, { pointer: `${at}/customers`, label: say.customers, unit: 'count' }),
    numberField(view, {
      pointer: `${at}/rate`,
      label: say.rate,
      note: say.rateNote,
      unit: 'rate',
    }),
  ];
}

/** What both kinds of test are asked with. */
function moneyFields(view: View): TemplateResult[] {
  const say = holdoutWords(view);
  return (['cost', 'value'] as const).map((name) =>
    numberField(view, {
      pointer: `${view.store.base}/holdout/${name}`,
      label: say[name],
      unit: 'money',
    }),
  );
}

/** More customers than people. */
function refusal(view: View, error: EngineError): TemplateResult {
  const say = holdoutWords(view);
  const [, group] = error.path.split('/');
  const where = say.groups[group === 'control' ? 'control' : 'treated'];
  const detail = view.format.figure(Number(error.detail), 'count');
  const what = `${where}, ${say.customers}`;
  return html`<p class="wrongly">${say.refused(what, errorWords(view, { ...error, detail }))}</p>`;
}

/** Whether the document holds a test of groups. */
export const isTested = (view: View): boolean => {
  const { treated, control } = heldIn(view);
  return treated !== undefined && control !== undefined;
};

/** What is read of it, on paper. */
export function said(view: View, ask: AskOfEvidence): TemplateResult {
  const reply = groupsAnswer(view, ask);
  return html`${reply.ok ? findings(view, reply.value) : reply.errors.slice(0, 1).map((error) => refusal(view, error))}`;
}

const answer = (view: View, found: Holdout): TemplateResult =>
  html`${findings(view, found)} ${intoPlan(view, found)}`;

function findings(view: View, found: Holdout): TemplateResult {
  const say = holdoutWords(view);
  return html`<div aria-live="polite">${sentences(view, found).map((one) => html`<p>${one}</p>`)}</div>
    ${found.difference ? counted(view, found) : nothing}
    ${facts([
      ...estimateFact(view, say.lift, found.lift, 'rate'),
      ...estimateFact(view, say.share, found.share, 'rate'),
      ...estimateFact(view, say.incremental, found.incremental, 'count'),
      ...moneyFacts(view, found, say.costPer),
      ...luckFact(view, found),
    ])}
    ${found.smallestLift === undefined ? nothing : html`<p class="note">${smallest(view, found)}</p>`}`;
}

function luckFact(view: View, { pValue }: Holdout) {
  const say = holdoutWords(view);
  if (pValue === undefined) return [];
  return [{ label: say.luck, value: luckWords(view, pValue), note: say.luckNote }];
}

/** What it comes to, and how sure that is. */
export function sentences(view: View, found: Holdout): string[] {
  const say = holdoutWords(view);
  const { format } = view;
  const { treatedRate, controlRate, difference, share } = found;
  if (treatedRate === undefined || controlRate === undefined || !difference) return [];
  const rates = say.rates(format.told(treatedRate, 'rate'), format.told(controlRate, 'rate'));
  if (!share) return [rates, say.nobody];
  const { value, low, high } = share;
  if (value > 0) {
    const said = `${say.shares(format.told(value, 'rate'))}${rangeWords(view, share, 'rate')}.`;
    return [rates, said, ...(low === undefined ? [say.noRange] : low <= 0 ? [say.mayBeLuck] : [])];
  }
  const isOpen = high !== undefined && high > 0;
  return [
    rates,
    value < 0 ? say.worse : say.none,
    ...(isOpen ? [say.mayHelp(format.rough(high, 'rate'))] : []),
  ];
}

function smallest(view: View, { smallestLift = 0, smallestShare = 0 }: Holdout): string {
  const rate = (one: number) => view.format.rough(one, 'rate');
  return holdoutWords(view).smallest(rate(smallestLift), rate(smallestShare));
}

function counted(view: View, { treatedRate = 0, controlRate = 0 }: Holdout): TemplateResult {
  const say = holdoutWords(view);
  const { format } = view;
  const rates = format.column([treatedRate, controlRate], 'rate');
  const count = (group: Group, of: 'people' | 'customers') => {
    const one = singleOf(heldIn(view)[group]?.[of]);
    return one === undefined ? view.text.results.undefinedMark : format.figure(one, 'count');
  };
  return table({
    caption: say.title,
    columns: ['', say.people, say.customers, say.bought],
    rows: kGroups.map((group, at) => [
      say.groups[group],
      count(group, 'people'),
      count(group, 'customers'),
      rates[at] ?? '',
    ]),
  });
}

function intoPlan(view: View, { share, planShare, treatedRate, controlRate }: Holdout): Drawn {
  if (!share) return nothing;
  const { treated } = heldIn(view);
  const cases = singleOf(treated?.customers);
  const said = (group: Group, rate = 0) => {
    const of = heldIn(view)[group];
    const [won, people] = [singleOf(of?.customers), singleOf(of?.people)];
    const count = (one: number) => view.format.figure(one, 'count');
    return won === undefined || people === undefined
      ? view.format.told(rate, 'rate')
      : `${count(won)}/${count(people)}`;
  };
  return taking(view, {
    share,
    planShare,
    cases,
    note: holdoutWords(view).noteOfGroups(
      said('treated', treatedRate),
      said('control', controlRate),
    ),
  });
}
