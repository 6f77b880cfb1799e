// An A/B test: its counts are typed; who leads, how sure that is and what it is worth in the plan are read; a measured
// rate is put into the plan; the next test is planned.
import { html, nothing, type TemplateResult } from 'lit';
import type { Channel } from '../../../generated/contract';
import type { AbContrast, AbMean, AbTest, AbTestPlan } from '../../../generated/evidence';
import type { EngineError } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { checkField, numberField, stay } from '../../kit/fields';
import { type Fact, facts, option, table } from '../../kit/tables';
import { whileOpen } from '../../kit/while-open';
import { errorWords } from '../../locales/later/index';
import { singleOf, type Typed } from '../../plan/ranges';
import { button } from '../../sharing/keeping';
import { whyLocked } from '../../view/locked';
import type { EvidenceTool } from '../../view/tool';
import { nameOf, resultOf, shown, type View } from '../../view/view';
import { capital, chanceWords, change, lower } from '../../view/words';
import {
  type CountField,
  channelOf,
  channelsOf,
  countsClicks,
  isExample,
  kCounts,
  kExample,
  kLetters,
  kMore,
  kPlanFields,
  kUsualHorizon,
  kUsualLift,
  type Letter,
  lettersIn,
  type PlanField,
  plannedOf,
  planWith,
  readingOf,
  unitOfPlan,
} from './asking';
import { abTestWords } from './words';

type Drawn = TemplateResult | typeof nothing;

export const abTestTool: EvidenceTool = {
  id: 'ab-test',
  name: (view) => abTestWords(view).title,
  purpose: (view) => abTestWords(view)[view.outside.isAlone ? 'purposeAlone' : 'purpose'],
  draw: { answered: panel },
  report: { concerns: (view) => !isExample(view), draw: onPaper },
};

const letterOf = (at: number) => (kLetters[at] ?? 'a').toUpperCase();
const baseOf = ({ store }: View) => `${store.base}/abTest`;

function panel(view: View, ask: AskOfEvidence): TemplateResult {
  const say = abTestWords(view);
  const reply = readingOf(view, ask);
  return html`<div>
    <p class="note">${isExample(view) ? say.example : say.how}</p>
    <form @submit=${stay} aria-label=${say.title}>${countFields(view, kCounts)}</form>
    <p>${moreAndFewer(view)}</p>
    ${whileOpen(view, 'ab-more', { title: say.more, level: 3 }, () => moreFields(view))}
    ${reply ? (reply.ok ? answer(view, reply.value) : refusal(view, reply.errors)) : html`<p class="note">${say.incomplete}</p>`}
    ${whileOpen(view, 'ab-plan', { title: say.plan, level: 3 }, () => planning(view, ask, reply?.ok ? reply.value : undefined))}
  </div>`;
}

/** What was counted, and what it says. */
function onPaper(view: View, ask: AskOfEvidence): TemplateResult {
  const say = abTestWords(view);
  const reply = readingOf(view, ask);
  if (!reply) return html`<p class="note">${say.incomplete}</p>`;
  if (!reply.ok) return html`${refusal(view, reply.errors)}`;
  return html`${said(view, reply.value)} ${facts(lettersIn(view).map((letter) => countedFact(view, letter)))}
    ${detail(view, reply.value)}`;
}

function countedFact(view: View, letter: Letter): Fact {
  const { fields } = abTestWords(view);
  const [visitors, conversions] = kCounts.map((field) => {
    const typed = singleOf(view.store.get(`${baseOf(view)}/${letter}/${field}`) as Typed);
    return view.format.figure(typed ?? 0, 'count');
  });
  return {
    label: letter.toUpperCase(),
    value: `${conversions} / ${visitors}`,
    note: `${fields.conversions} / ${lower(fields.visitors)}`,
  };
}

// What is typed

function countField(view: View, letter: Letter, field: CountField): TemplateResult {
  const say = abTestWords(view);
  const example = letter === 'a' || letter === 'b' ? kExample[letter] : undefined;
  const known = field === 'visitors' || field === 'conversions' ? example?.[field] : undefined;
  const fallback = isExample(view) && known !== undefined ? view.format.field(known, 'count') : '';
  return numberField(view, {
    pointer: `${baseOf(view)}/${letter}/${field}`,
    label: say.of(say.fields[field], letter.toUpperCase()),
    note: letter === 'a' && field === 'visitors' ? say.inUse : '',
    unit: field === 'revenue' || field === 'basketDeviation' ? 'money' : 'count',
    fallback,
  });
}

/** A row of each variant. */
const countFields = (view: View, fields: readonly CountField[]): TemplateResult[] =>
  lettersIn(view).map(
    (letter) =>
      html`<div class="tallies">${fields.map((field) => countField(view, letter, field))}</div>`,
  );

function moreAndFewer(view: View): TemplateResult {
  const say = abTestWords(view);
  const letters = lettersIn(view);
  const next = kLetters[letters.length];
  const last = letters.at(-1);
  const put = (letter: Letter, value: object | undefined) => {
    view.store.set(`${baseOf(view)}/${letter}`, value);
    view.focusLater(`[name^="${baseOf(view)}/${value ? letter : kLetters[letters.length - 2]}/"]`);
  };
  return html`${next ? button(say.add(next.toUpperCase()), () => put(next, {})) : nothing}
    ${last && letters.length > 2 ? button(say.remove(last.toUpperCase()), () => put(last, undefined)) : nothing}`;
}

function moreFields(view: View): TemplateResult {
  const say = abTestWords(view);
  return html`<form @submit=${stay} aria-label=${say.more}>
      <div class="tallies">${checkField(view, { pointer: `${baseOf(view)}/running`, label: say.running, note: say.runningNote })}
      ${numberField(view, { pointer: `${baseOf(view)}/days`, label: say.daysRun, unit: 'count' })}</div>
      ${countFields(view, kMore)}
    </form>
    <p class="note">${say.moreNote}</p>`;
}

function refusal(view: View, errors: readonly EngineError[]): Drawn {
  const [error] = errors;
  if (!error) return nothing;
  const say = abTestWords(view);
  const [, first = '', at = '', field = ''] = error.path.split('/');
  const isCount = first === 'variants';
  const name = isCount
    ? say.of(say.fields[field as CountField] ?? '', letterOf(Number(at)))
    : (say.planned[first as PlanField] ?? '');
  const unit = isCount ? 'count' : unitOfPlan(first as PlanField);
  const isLimit = error.code === 'field.maximum' || error.code === 'field.minimum';
  const detail = isLimit ? view.format.figure(Number(error.detail), unit) : error.detail;
  return html`<p class="wrongly">${name}${view.text.colon}${errorWords(view, { ...error, ...(detail === undefined ? {} : { detail }) })}</p>`;
}

// What it says

const isSound = ({ verdict }: AbTest): boolean => verdict !== 'unsound';

function said(view: View, reading: AbTest): TemplateResult {
  return html`<p aria-live="polite"><b>${verdictWords(view, reading)}</b></p>
    ${isSound(reading) ? html`${certainty(view, reading)} ${stakes(view, reading)}` : nothing}
    ${variantTable(view, reading)}`;
}

function answer(view: View, reading: AbTest): TemplateResult {
  const say = abTestWords(view);
  return html`${said(view, reading)} ${isSound(reading) ? takeOver(view, reading) : nothing}
    ${whileOpen(view, 'ab-detail', { title: say.detail, level: 3 }, () => detail(view, reading))}`;
}

const rateOf = (view: View, reading: AbTest, at: number) =>
  view.format.figure(reading.variants[at]?.rate ?? 0, 'rate');

function verdictWords(view: View, reading: AbTest): string {
  const say = abTestWords(view);
  const { verdict, leader, rival } = reading;
  const [one, other] = leader > 0 ? [leader, 0] : [0, rival];
  const rates = [rateOf(view, reading, one), rateOf(view, reading, other)] as const;
  const names = [letterOf(one), letterOf(other)] as const;
  if (verdict === 'unsound') return say.unsound(pWords(view, reading.sampleRatio));
  if (verdict === 'better') return say.better(...names, ...rates);
  if (verdict === 'worse') return say.worse(...names, ...rates);
  const isLevel = reading.variants[one]?.rate === reading.variants[other]?.rate;
  return isLevel ? say.level(...names) : say.open(...names, ...rates);
}

/** How sure it is, how it may be read, and what it would take. */
function certainty(view: View, reading: AbTest): TemplateResult {
  const say = abTestWords(view);
  const { leader, rival, needed, verdict } = reading;
  const chance = chanceWords(view, { probability: reading.variants[leader]?.chance ?? 0 });
  const { contrast } = reading.variants[leader > 0 ? leader : rival] ?? {};
  const isRunning = contrast?.p === undefined;
  const n = (value: number) => view.format.figure(value, 'count');
  const days = needed?.days === undefined ? '' : say.days(needed.days, n(needed.days));
  const more =
    needed &&
    say.needed(
      letterOf(rival),
      [needed.conversions, n(needed.conversions)],
      [needed.visitors, n(needed.visitors)],
      days,
    );
  return html`<p>${say.chance(capital(chance), letterOf(leader))} ${isRunning ? say.runningRead : say.onceRead}</p>
    ${verdict === 'open' ? html`<p>${more ?? say.neverNeeded}</p>` : nothing}`;
}

/** What the difference comes to in the plan, and what is lost by choosing wrongly. */
function stakes(view: View, { variants, leader, rival }: AbTest): TemplateResult {
  const say = abTestWords(view);
  const other = leader > 0 ? leader : rival;
  const worth = variants[other]?.contrast?.worth;
  const channel = channelOf(view);
  const choice = channel ? channelChoice(view, channel) : nothing;
  if (view.outside.isAlone) return html``;
  if (!worth || !channel) return html`${choice}<p class="note">${say.noWorth}</p>`;
  const money = (value: number | undefined, signed = false) =>
    view.format.rough(value ?? 0, 'money', signed);
  const profit = view.labels.profit;
  const between = say.interval(money(worth.low, true), money(worth.high, true));
  const losses = [other, 0].map((at) => money(variants[at]?.lossWorth));
  return html`${choice}<p>${say.worth(nameOf(view, channel.id), letterOf(other), profit, money(worth.value, true), between)}
    ${say.losses(letterOf(other), losses[0] ?? '', losses[1] ?? '')}</p>`;
}

const pWords = (view: View, p: number): string =>
  p < 0.001 ? `< ${view.format.about(0.001, 'count')}` : view.format.about(p, 'count');

const points = (view: View, value: number) => change(view, 'conversionRate', value);

function ends(
  view: View,
  { low, high }: { low?: number; high?: number },
  write: (n: number) => string,
) {
  return low === undefined || high === undefined
    ? ''
    : html`<small>${abTestWords(view).interval(write(low), write(high))}</small>`;
}

function meanCell(view: View, mean: AbMean | undefined, isDifference = false): TemplateResult {
  if (!mean) return html`${view.text.results.undefinedMark}`;
  const write = (value: number) =>
    isDifference ? view.format.signed(value, 'money') : view.format.figure(value, 'money');
  return html`${write(mean.value)} ${ends(view, mean, write)}`;
}

/** As many decimals for the difference and its ends as tell the ends apart. */
function againstWords(view: View, { difference, low, high }: AbContrast): TemplateResult {
  const { format, text } = view;
  const digits = high > low ? Math.max(0, 2 - Math.floor(Math.log10(100 * (high - low)))) : 2;
  const write = (value: number) =>
    text.analyses.points(format.fixed(100 * value, 'count', digits, { signed: true }));
  return html`${write(difference)} ${ends(view, { low, high }, write)}`;
}

function variantTable(view: View, { variants }: AbTest): TemplateResult {
  const say = abTestWords(view);
  const { format, text } = view;
  const none = text.results.undefinedMark;
  const rate = (value: number) => format.figure(value, 'rate');
  const isRunning = variants[1]?.contrast?.p === undefined;
  return table({
    caption: say.title,
    columns: [
      '',
      view.labels.conversionRate,
      say.againstA,
      say.lift,
      ...(isRunning ? [] : [say.p]),
      say.best,
      say.loss,
    ],
    rows: variants.map((one, at) => {
      const { contrast } = one;
      return [
        letterOf(at),
        html`${rate(one.rate)} ${ends(view, one, rate)}`,
        contrast ? againstWords(view, contrast) : none,
        contrast?.lift === undefined ? none : format.rough(contrast.lift, 'rate', true),
        ...(isRunning ? [] : [contrast?.p === undefined ? none : pWords(view, contrast.p)]),
        rate(one.chance),
        points(view, one.loss).replace(/^\+\u2060?/, ''),
      ] as const;
    }),
  });
}

/** How it was worked out; and revenue, where it is known. */
function detail(view: View, { variants, sampleRatio }: AbTest): TemplateResult {
  const say = abTestWords(view);
  const hasRevenue = variants.some(({ perVisitor }) => perVisitor);
  const revenue = (at: number, one: AbTest['variants'][number]) =>
    [
      letterOf(at),
      meanCell(view, one.perVisitor),
      meanCell(view, one.contrast?.perVisitor, true),
      meanCell(view, one.basket),
      meanCell(view, one.contrast?.basket, true),
    ] as const;
  const isRunning = variants[1]?.contrast?.p === undefined;
  return html`${hasRevenue ? table({ caption: say.revenue, columns: ['', say.perVisitor, say.againstA, say.basket, say.againstA], rows: variants.map((one, at) => revenue(at, one)) }) : nothing}
    ${facts([{ label: say.split, value: `p = ${pWords(view, sampleRatio)}`, note: say.splitNote }])}
    <p class="note">${say.method} ${isRunning ? say.methodRunning : say.methodOnce} ${variants.length > 2 ? say.methodSeveral : nothing}</p>`;
}

// Into the plan

/** Of which the rate goes in: the one that is known to be better, or else the one in use. */
function takeOver(view: View, reading: AbTest): Drawn {
  const say = abTestWords(view);
  const channel = channelOf(view);
  if (isExample(view) || view.outside.isAlone) return nothing;
  if (!channel || !countsClicks(view, channel)) return html`<p class="note">${say.noClicks}</p>`;
  const at = reading.verdict === 'better' ? reading.leader : 0;
  const { figure } = reading.variants[at] ?? {};
  if (!figure) return nothing;
  const note = noteOf(view, at, figure.n);
  const next = planWith(view, channel, figure, note);
  const write = (value: number) => view.format.figure(value, 'rate');
  const reasons = reading.verdict === 'better' ? say.overstated : say.unsettled;
  const act = () => put(view, next);
  return html`<p>${say.becomes(letterOf(at), write(figure.likely), write(figure.low), write(figure.high))} ${reasons}</p>
    ${before(view, channel, next)}
    <p>${whyLocked(view, next) ?? button(say.take(letterOf(at), nameOf(view, channel.id)), act)}</p>`;
}

function noteOf(view: View, at: number, visitors: number): string {
  const { store, format } = view;
  const typed = store.get(`${baseOf(view)}/${kLetters[at]}/conversions`) as Typed;
  const counted = (n: number) => [n, format.figure(n, 'count')] as const;
  return abTestWords(view).source(letterOf(at), counted(singleOf(typed) ?? 0), counted(visitors));
}

function channelChoice(view: View, { id }: Channel): Drawn {
  const all = channelsOf(view);
  if (all.length < 2) return nothing;
  return html`<p>${option({
    label: abTestWords(view).channel,
    chosen: id,
    options: all.map((one) => [one.id, nameOf(view, one.id)] as const),
    choose: (chosen) => view.store.set(`${baseOf(view)}/channel`, chosen),
  })}</p>`;
}

const kCompared = ['conversionRate', 'leads', 'profit'] as const;

function before(view: View, { id }: Channel, next: ReturnType<typeof planWith>): Drawn {
  const { store, labels } = view;
  const reply = store.engine.evaluate(next, store.question.believe);
  const after = reply.ok ? reply.value.scenarios[store.at] : undefined;
  const channel = after?.channels.find((one) => one.id === id)?.results;
  if (!after || !channel) return nothing;
  const say = abTestWords(view);
  const rows = kCompared.map((metric) => {
    const isTotal = metric === 'profit';
    const now = isTotal ? store.result.total[metric] : resultOf(view, metric, id);
    const then = isTotal ? after.total[metric] : channel[metric];
    const write = (figure: typeof now) =>
      figure === undefined ? view.text.results.undefinedMark : shown(view, metric, figure);
    return [capital(labels[metric]), write(now), write(then)] as const;
  });
  return table({ caption: say.preview, columns: ['', say.before, say.after], rows });
}

function put(view: View, next: ReturnType<typeof planWith>): void {
  const say = abTestWords(view);
  const error = view.store.takeOver(next, view.store.at);
  if (error) {
    view.outside.say(errorWords(view, error), true);
    return;
  }
  view.outside.say(say.taken);
}

// The next test

function planning(view: View, ask: AskOfEvidence, reading: AbTest | undefined): TemplateResult {
  const say = abTestWords(view);
  const base = baseOf(view);
  const rate = reading?.variants[0]?.rate || 0.05;
  const reply = plannedOf(view, ask, rate);
  const usual = { rate, lift: kUsualLift, horizonDays: kUsualHorizon, visitorsPerDay: undefined };
  const field = (name: PlanField) =>
    numberField(view, {
      pointer: `${base}/${name}`,
      label: say.planned[name],
      unit: unitOfPlan(name),
      fallback: usual[name] === undefined ? '' : view.format.bare(usual[name], unitOfPlan(name)),
    });
  return html`<form @submit=${stay} aria-label=${say.plan} class="tallies">
      ${kPlanFields.map(field)}
    </form>
    ${reply.ok ? sizes(view, reply.value) : refusal(view, reply.errors)}`;
}

function sizes(view: View, { significant, paying, weeks }: AbTestPlan): TemplateResult {
  const say = abTestWords(view);
  const n = (value: number) => view.format.figure(value, 'count');
  const size = ({ visitors, days }: AbTestPlan['significant']) =>
    days === undefined
      ? say.each(n(visitors))
      : `${say.each(n(visitors))}, ${say.days(days, n(days))}`;
  const lost = (share: number | undefined) =>
    share === undefined ? say.notReached : say.lost(view.format.about(share, 'rate'));
  const list: Fact[] = [
    {
      label: say.significant,
      value: size(significant),
      note: paying ? lost(paying.regretOfSignificant) : undefined,
    },
    ...(paying ? [{ label: say.paying, value: size(paying.size), note: lost(paying.regret) }] : []),
  ];
  return html`${facts(list)} <p class="note">${paying ? say.payingNote : say.trafficNote}</p>
    ${
      weeks.length > 0
        ? table({
            caption: say.weeks,
            columns: [say.weeks, say.visitorsEach, say.shows],
            rows: weeks.map((row) => [
              n(row.weeks),
              n(row.visitors),
              row.lift === undefined
                ? view.text.results.undefinedMark
                : view.format.rough(row.lift, 'rate', true),
            ]),
          })
        : nothing
    }`;
}
