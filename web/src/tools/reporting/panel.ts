// Reporting time: what reports take is typed, and what a tool would save is read, with its formulas.
import { html, nothing, type TemplateResult } from 'lit';
import type { Reporting, ReportingEntry } from '../../../generated/evidence';
import type { EngineError } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { savingButton } from '../../inputs/put-saving';
import { numberField, stay } from '../../kit/fields';
import { type Fact, facts, table } from '../../kit/tables';
import { whileOpen } from '../../kit/while-open';
import { errorWords, restWords } from '../../locales/later/index';
import type { EvidenceTool } from '../../view/tool';
import type { View } from '../../view/view';
import { capital, chanceWords, lower } from '../../view/words';
import { exampleIn, kExample, kInputs, type ReportingId, reportingOf, unitOfInput } from './asking';
import { isNever, spanWords, valueWords, workings } from './formulas';
import { reportingWords } from './words';

export const reportingTool: EvidenceTool = {
  id: 'reporting-time',
  name: (view) => reportingWords(view).title,
  purpose: (view) => reportingWords(view).purpose,
  draw: { answered: panel },
  report: { concerns: ({ store }) => store.scenario.reporting !== undefined, draw: onPaper },
};

function panel(view: View, ask: AskOfEvidence): TemplateResult {
  const say = reportingWords(view);
  const { scenario, base } = view.store;
  const reply = reportingOf(scenario, ask);
  return html`<div>
    ${exampleIn(scenario).length > 0 ? html`<p class="note">${say.example}</p>` : nothing}
    <form @submit=${stay} aria-label=${say.title} class="tallies">${kInputs.map((input) =>
      numberField(view, {
        pointer: `${base}/reporting/${input}`,
        label: say.names[input],
        note: input === 'hourlyCost' ? restWords(view).inputs.hourlyNote : '',
        unit: unitOfInput(input),
        fallback: view.format.field(kExample[input], unitOfInput(input)),
        mayRange: true,
      }),
    )}</form>
    ${reply.ok ? html`${figures(view, reply.value)} ${asASaving(view, reply.value)} ${working(view, reply.value)}` : reply.errors.slice(0, 1).map((error) => refusal(view, error))}
  </div>`;
}

/** Figures that were left as the example has them count too: which is said. */
function onPaper(view: View, ask: AskOfEvidence): TemplateResult {
  const say = reportingWords(view);
  const { scenario } = view.store;
  const reply = reportingOf(scenario, ask);
  if (!reply.ok) return html`${reply.errors.slice(0, 1).map((error) => refusal(view, error))}`;
  const { entries } = reply.value;
  const still = exampleIn(scenario).map((input) => lower(say.names[input]));
  return html`${figures(view, reply.value)}
    <h3>${say.working}</h3>${workings(view, entries)}
    ${still.length > 0 ? html`<p class="note">${say.ofExample(still.join(', '))}</p>` : nothing}`;
}

function refusal(view: View, error: EngineError): TemplateResult {
  const { names } = reportingWords(view);
  const [, input = ''] = error.path.split('/');
  const name = names[input as ReportingId];
  return html`<p class="wrongly">${name}${view.text.colon}${errorWords(view, error)}</p>`;
}

const working = (view: View, { entries }: Reporting): TemplateResult =>
  whileOpen(view, 'reporting-working', { title: reportingWords(view).working, level: 3 }, () =>
    workings(view, entries),
  );

function figures(view: View, reply: Reporting): TemplateResult {
  const say = reportingWords(view);
  const { entries } = reply;
  const of = (id: ReportingId) => entries.find((entry) => entry.id === id);
  return html`${beforeAndAfter(view, of)} ${facts([...keyFigures(view, of), ...chance(view, reply)])}
    <p class="note">${say.used}</p>`;
}

/** What is saved each month once the licence is paid; none of an example's becomes the plan's. */
function asASaving(view: View, { entries }: Reporting): TemplateResult | typeof nothing {
  const { asSaving, ofExample, names } = reportingWords(view);
  const still = exampleIn(view.store.scenario).filter((input) => input !== 'setUp');
  if (still.length === kInputs.length - 1) return nothing;
  if (still.length > 0)
    return html`<p class="note">${ofExample(still.map((input) => lower(names[input])).join(', '))}</p>`;
  const found = entries.find(({ id }) => id === 'netSaved');
  if (typeof found?.value !== 'number') return nothing;
  const { value, p5: low, p95: high } = found;
  return savingButton(view, { label: asSaving, value, low, high, period: { kind: 'month' } });
}

/** How sure it is, and what that takes for granted. */
function chance(view: View, { entries, pays }: Reporting): Fact[] {
  if (pays === undefined) return [];
  const exact = entries.filter(({ terms, low }) => !terms && low === undefined).length;
  const value = chanceWords(view, { probability: pays });
  const note = view.text.analyses.ifExact(exact, view.format.figure(exact, 'count'));
  return [{ label: reportingWords(view).pays, value: `${capital(value)}${note}` }];
}

type Of = (id: ReportingId) => ReportingEntry | undefined;

/** Each row a sum as it is read: what is now is what stays and what is saved. */
function beforeAndAfter(view: View, of: Of): TemplateResult {
  const say = reportingWords(view);
  const row = (ids: readonly [ReportingId, ...ReportingId[]], unit: 'count' | 'money') => {
    const figures = ids.map((id) => Number(of(id)?.value));
    const least = view.format.exactDigits(figures, unit);
    return [say.names[ids[0]], ...view.format.column(figures, unit, { least })] as const;
  };
  return table({
    caption: say.title,
    columns: ['', say.now, say.withTool, say.saved],
    rows: [
      row(['hoursNow', 'hoursWithTool', 'hoursSaved'], 'count'),
      row(['costNow', 'costWithTool', 'saved'], 'money'),
    ],
  });
}

function keyFigures(view: View, of: Of): Fact[] {
  const say = reportingWords(view);
  return (['netSaved', 'roi', 'payback'] as const).flatMap((id) => {
    const entry = of(id);
    return entry
      ? [{ label: say.names[id], value: valueWords(view, entry), note: noteOf(view, entry) }]
      : [];
  });
}

/** Why there is no figure, or how far it may be off. */
function noteOf(view: View, entry: ReportingEntry): string | undefined {
  const say = reportingWords(view);
  const { value, unit, p5, p95 } = entry;
  if (typeof value !== 'number') return view.text.reason.zero(say.names.licence);
  if (p5 === undefined || p95 === undefined || p5 === p95)
    return isNever(entry) ? say.neverNote : undefined;
  const end = (one: number) =>
    unit === 'months' ? spanWords(view, one) : view.format.rough(one, unit);
  return view.text.analyses.between(end(p5), end(p95));
}
