// The scorecard: KPIs are chosen, what they count is typed, and each is read with its formula and with what
// it does to the goal.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel } from '../../../generated/contract';
import {
  type Kpi,
  type KpiFigure,
  type KpiInput,
  type KpiInteraction,
  kInteractions,
} from '../../../generated/evidence';
import type { Metric } from '../../../generated/metrics';
import type { EngineError } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { savingButton } from '../../inputs/put-saving';
import { numberField, stay } from '../../kit/fields';
import { figureButton } from '../../kit/figure';
import { table } from '../../kit/tables';
import { whileOpen } from '../../kit/while-open';
import { errorWords, restWords } from '../../locales/later/index';
import { button } from '../../sharing/keeping';
import { act } from '../../view/act';
import { explanationIn, later } from '../../view/deferred';
import type { EvidenceTool } from '../../view/tool';
import { isNumber, nameOf, resultOf, shown, type View } from '../../view/view';
import { capital, change, lower } from '../../view/words';
import {
  type Board,
  boardOf,
  goalOf,
  interactionsOf,
  isLinked,
  isOfFunnel,
  isOfPlan,
} from './asking';
import { cohortSection } from './cohort';
import { cohortWords } from './cohort-words';
import { kpiButton, slotOf } from './figure';
import { fullName, inputName, nameOfKpi, recipeWords, unitOfInput } from './names';
import { published } from './published';
import { rankingSection } from './ranking';
import { rankingWords } from './ranking-words';
import { scorecardLayout } from './styles';
import { type OwnKpi, scorecardWords } from './words';

type Drawn = TemplateResult | typeof nothing;

/** So many channels have their counts open at once. */
const kFewForms = 4;

export const scorecardTool: EvidenceTool = {
  id: 'scorecard',
  name: (view) => scorecardWords(view).heading,
  purpose: (view) => scorecardWords(view).purpose,
  draw: { answered: panel },
  layout: scorecardLayout,
};

function panel(view: View, ask: AskOfEvidence): TemplateResult {
  const say = scorecardWords(view);
  return html`<div>
    <p class="note">${say.how(lower(view.labels[goalOf(view)]))}</p>
    ${board(view, ask)}
    ${whileOpen(view, 'cohort', { title: cohortWords(view).title, level: 3 }, () => cohortSection(view, ask))}
  </div>`;
}

function board(view: View, ask: AskOfEvidence): TemplateResult {
  const say = scorecardWords(view);
  const reply = boardOf(view, ask);
  if (!reply.ok) {
    const [error] = reply.errors;
    return html`<p class="wrongly">${error ? say.refused(whereOf(view, error), errorWords(view, error)) : nothing}</p>`;
  }
  const { value } = reply;
  return html`${choices(view, value)} ${recipe(view, value)} ${counts(view, value)}
    ${value.chosen.length === 0 ? html`<p class="note">${say.nothing}</p>` : nothing}
    ${group(view, say.linked, value.chosen.filter(isLinked))}
    ${group(
      view,
      say.unlinked,
      value.chosen.filter((kpi) => !isLinked(kpi)),
    )}
    ${whileOpen(view, 'ranking', { title: rankingWords(view).title, level: 3 }, () => rankingSection(view, ask, value.kpis))}`;
}

/** The channel and the count that an error is of. */
function whereOf(view: View, { path }: EngineError): string {
  const [, at, input] = /^\/channels\/(\d+)\/counts\/(\w+)/.exec(path) ?? [];
  const channel = view.store.scenario.channels[Number(at)];
  return channel ? `${nameOf(view, channel.id)}, ${inputName(view, input as KpiInput)}` : '';
}

// Choosing

function choices(view: View, { kpis, chosen }: Board): TemplateResult {
  const say = scorecardWords(view);
  const isOn = (kpi: Kpi) => chosen.includes(kpi);
  // What a later version follows besides stays with it.
  const stated = view.store.scenario.scorecard?.kpis ?? chosen.map(({ id }) => id);
  const toggle = (kpi: Kpi) => {
    const { id } = kpi;
    set(view, 'kpis', isOn(kpi) ? stated.filter((one) => one !== id) : [...stated, id]);
  };
  const offer = (title: string, of: readonly Kpi[]) =>
    of.length === 0
      ? nothing
      : html`<fieldset>
          <legend>${title}</legend>
          <div class="picks">${of.map((kpi) => pick(`kpi-${kpi.id}`, nameOfKpi(view, kpi), isOn(kpi), () => toggle(kpi)))}</div>
        </fieldset>`;
  const others = kpis.filter((kpi) => !isLinked(kpi));
  const areas = Object.keys(say.areas) as Kpi['area'][];
  return html`<details class="inner">
    <summary><b role="heading" aria-level="3">${say.choose(view.format.figure(chosen.length, 'count'))}</b></summary>
    <div class="content">
      ${offer(say.linked, kpis.filter(isLinked))}
      ${areas.map((area) =>
        offer(
          say.areas[area],
          others.filter((kpi) => kpi.area === area),
        ),
      )}
    </div>
  </details>`;
}

const pick = (name: string, label: string, isOn: boolean, toggle: () => void) =>
  html`<label><input type="checkbox" name=${name} .checked=${live(isOn)} @change=${toggle} /> ${label}</label>`;

/** One choice is one step. */
function set(view: View, part: 'kpis' | 'interactions', ids: readonly string[]): void {
  act(view, `${view.store.base}/scorecard/${part}`, ids);
}

/** What counts as an interaction, once for all: rates of different recipes do not compare. */
function recipe(view: View, { chosen }: Board): Drawn {
  if (!chosen.some(({ interactions }) => interactions)) return nothing;
  const say = scorecardWords(view);
  const counted = interactionsOf(view);
  const isKnown = (one: string) => (kInteractions as readonly string[]).includes(one);
  const unknown = (view.store.scenario.scorecard?.interactions ?? []).filter(
    (one) => !isKnown(one),
  );
  const toggle = (input: KpiInteraction) => {
    const isOn = counted.includes(input);
    const next = kInteractions.filter((one) => (one === input ? !isOn : counted.includes(one)));
    if (next.length > 0) set(view, 'interactions', [...next, ...unknown]);
    else view.update({});
  };
  return html`<fieldset>
    <legend>${say.interactions}</legend>
    <div class="picks">${kInteractions.map((input) => pick(input, capital(inputName(view, input)), counted.includes(input), () => toggle(input)))}</div>
    <p class="note">${say.interactionsNote}</p>
  </fieldset>`;
}

// Typing

/** What the chosen ones need and the plan cannot say. */
function counts(view: View, { chosen }: Board): Drawn {
  const needed = new Set(chosen.flatMap((kpi) => (isOfPlan(kpi.id) ? [] : kpi.inputs)));
  const own = [...needed].filter((input) => !isOfFunnel(input));
  const ofPlan = [...needed].filter(isOfFunnel);
  if (own.length === 0) return nothing;
  const say = scorecardWords(view);
  const { channels } = view.store.scenario;
  return html`<section aria-label=${say.counts}>
    <h3>${say.counts}</h3>
    <p class="note">${say.countsNote}</p>
    ${channels.map((channel, at) => {
      const draw = () => countsOfChannel(view, channel, at, { own, ofPlan });
      const isFew = channels.length <= kFewForms;
      return isFew
        ? draw()
        : whileOpen(
            view,
            `counts-${channel.id}`,
            { title: nameOf(view, channel.id), level: 4 },
            draw,
          );
    })}
  </section>`;
}

interface Needed {
  own: readonly KpiInput[];
  ofPlan: readonly Metric[];
}

function countsOfChannel(
  view: View,
  { id }: Channel,
  at: number,
  { own, ofPlan }: Needed,
): TemplateResult {
  const { store, format, labels } = view;
  const say = scorecardWords(view);
  const base = `${store.base}/channels/${at}/kpis`;
  const name = nameOf(view, id);
  const isKnown = (metric: Metric) => isNumber(resultOf(view, metric, id));
  const known = ofPlan.filter(isKnown).map((metric) => {
    return `${lower(labels[metric])} ${shown(view, metric, resultOf(view, metric, id))}`;
  });
  const lacking = ofPlan.filter((metric) => metric !== 'adSpend' && !isKnown(metric));
  return html`<form @submit=${stay}>
    <fieldset>
      <legend>${name}${known.length > 0 ? html` (${say.ofPlan}${view.text.colon}${format.list(known)})` : nothing}</legend>
      <div class="tallies">${own.map((input) =>
        numberField(view, {
          pointer: `${base}/${input}`,
          label: capital(inputName(view, input)),
          note: noteOf(view, input) ?? '',
          unit: unitOfInput(input),
          mayRange: true,
          part: { pointer: base, part: {} },
          ...(input === 'notNegativeShare' ? { fallback: format.field(1, 'rate') } : {}),
        }),
      )}</div>
      ${lacking.map((metric) =>
        button(say.inPlan(lower(labels[metric])), () =>
          view.focusField(`${store.base}/channels/${at}/${metric}`),
        ),
      )}
    </fieldset>
  </form>`;
}

const noteOf = (view: View, input: KpiInput): string | undefined =>
  isOfFunnel(input) ? undefined : scorecardWords(view).notes[input];

// Reading

function group(view: View, title: string, of: readonly Kpi[]): Drawn {
  if (of.length === 0) return nothing;
  return html`<section aria-label=${title}><h3>${title}</h3>${of.map((kpi) => kpiBlock(view, kpi))}</section>`;
}

function kpiBlock(view: View, kpi: Kpi): TemplateResult {
  const say = scorecardWords(view);
  const name = fullName(view, kpi);
  return html`<article class="kpi" data-kpi=${kpi.id} data-linked=${isLinked(kpi) ? 'yes' : 'no'}>
    <div class="kpi-head"><h4>${name}</h4> ${total(view, kpi)}</div>
    ${isCount(kpi) ? nothing : html`<p>${formula(view, kpi)}</p>`}
    ${figuresOf(kpi).some(({ low }) => low !== undefined) ? html`<p>${say.range}</p>` : nothing}
    ${kpi.better === 'lower' ? html`<p>${say.lowerIsBetter}</p>` : nothing}
    ${link(view, kpi)}
    ${kpi.overlaps && isOfSeveral(kpi) ? html`<p>${say.overlaps}</p>` : nothing}
    ${kpi.without ? html`<p>${say.without(view.format.list(kpi.without.map((id) => nameOf(view, id))))}</p>` : nothing}
    ${atAPrice(view, kpi)} ${asASaving(view, kpi)}
    ${published(view, kpi)}
    ${byChannel(view, kpi)} ${isOfPlan(kpi.id) ? explanationIn(view, slotOf(kpi)) : (later()?.kpiExplanation?.(view, kpi) ?? nothing)}
  </article>`;
}

/** None of what stands at a price is a return. */
export function atAPrice(view: View, { id, at, per }: Kpi): Drawn {
  if (!at || per) return nothing;
  const say = scorecardWords(view);
  if (id === 'earnedMediaValue') return html`<p>${say.contested}</p>`;
  return html`<p>${id === 'deflectedCost' ? say.avoided : say.bought}</p>`;
}

/** What calls would have cost may be money that is saved; what clicks or media would have cost is not. */
function asASaving(view: View, kpi: Kpi): Drawn {
  const { id, total: figure } = kpi;
  if (id !== 'deflectedCost' || figure === undefined) return nothing;
  return savingButton(view, { label: nameOfKpi(view, kpi), ...figure });
}

/** What stands for itself: a count, or a figure that the plan explains. */
const isCount = ({ id, per, at }: Kpi) => isOfPlan(id) || (!per && !at);

/** Whether its total is of more than one channel. */
const isOfSeveral = ({ total, channels = [] }: Kpi): boolean =>
  total?.value !== undefined &&
  channels.filter(({ figure }) => figure?.value !== undefined).length > 1;

const several = ({ store }: View) => store.scenario.channels.length > 1;

/** The plan's own figures open into what they are made of. */
function total(view: View, kpi: Kpi): TemplateResult {
  const { id } = kpi;
  if (isOfPlan(id)) return figureButton(view, id, { slot: slotOf(kpi) });
  return html`<b class=${kpi.total?.value === undefined ? 'soft' : ''} data-value=${kpi.total?.value ?? kpi.total?.undefined ?? ''}>${figureOf(view, kpi, kpi.total)}</b>`;
}

const figuresOf = ({ total, channels = [] }: Kpi): KpiFigure[] =>
  [total, ...channels.map(({ figure }) => figure)].flatMap((figure) => figure ?? []);

/** It opens into what it is made of; why there is none is said. */
function figureOf(view: View, kpi: Kpi, figure: KpiFigure | undefined, channel?: string) {
  const words = figureText(view, kpi, figure);
  return figure?.value === undefined ? words : kpiButton(view, kpi, channel, words);
}

export function figureText(view: View, { id, unit }: Kpi, figure: KpiFigure | undefined): string {
  const { format } = view;
  const { value, low, high } = figure ?? {};
  if (value !== undefined && low !== undefined && high !== undefined) {
    const span = restWords(view).benchmarks.between(
      format.figure(low, unit),
      format.figure(high, unit),
    );
    return `${format.figure(value, unit)} (${span})`;
  }
  if (value !== undefined) return format.figure(value, unit);
  if (figure?.undefined === undefined) return view.text.results.undefinedMark;
  const [kind, input, whole] = figure.undefined.split(':');
  const say = scorecardWords(view);
  if (kind === 'onlyByChannel') return say.noTotal[id as OwnKpi] ?? say.onlyByChannel;
  if (kind === 'excess')
    return say.excess(inputName(view, input as KpiInput), inputName(view, whole as KpiInput));
  const why = view.text.reason[kind as 'zero' | 'missing'];
  return why(inputName(view, input as KpiInput));
}

function formula(view: View, kpi: Kpi): string {
  const { numerator, denominator } = kpi.total ?? {};
  const words = capital(recipeOf(view, kpi));
  if (numerator === undefined || denominator === undefined) return words;
  const number = (value: number) => view.format.figure(value, 'count');
  return `${words} = ${number(numerator)} ÷ ${number(denominator)}`;
}

function recipeOf(view: View, { of, less, share, at, times, over, meanOver, per }: Kpi): string {
  const say = scorecardWords(view);
  const name = (input: KpiInput) => inputName(view, input);
  if (of && per && at === per) return say.weighed(name(of), name(per));
  const parts = of ? [less ? `${name(of)} − ${name(less)}` : name(of)] : [recipeWords(view)];
  const isSum = less !== undefined || (!of && interactionsOf(view).length > 1);
  const top = isSum && (per || at) ? `(${parts[0]})` : `${parts[0]}`;
  return [
    top,
    share ? ` × ${name(share)}` : '',
    at ? ` × ${name(at)}` : '',
    times ? ` × ${say.thousands}` : over ? ` ÷ ${say.thousands}` : '',
    meanOver ? ` ÷ ${name(meanOver)}` : '',
    per ? ` ÷ ${name(per)}` : '',
  ].join('');
}

// Whether it leads to the goal

export function link(view: View, kpi: Kpi): TemplateResult {
  const say = scorecardWords(view);
  const goal = goalOf(view);
  if (!isLinked(kpi)) return html`<p class="chain">${unlinked(view, kpi)}</p>`;
  if (kpi.id === goal) return html`<p class="chain">${say.itself}</p>`;
  const steps = kpi.chain as Metric[];
  const names = [
    nameOfKpi(view, kpi),
    ...steps.filter((step) => step !== kpi.id).map((step) => view.labels[step]),
  ];
  const effect =
    kpi.effect === undefined
      ? say.noEffect(lacking(view, steps))
      : say.effect(
          lower(view.labels[goal]),
          change(view, goal, kpi.effect),
          whereKnown(view, kpi),
          kpi.unit === 'rate',
        );
  return html`<p class="chain">${say.leads(names.join(' → '))}</p>
    <p>${effect} ${kpi.effect === undefined ? nothing : held(view, kpi)}</p>`;
}

/** The first figure on the way that the plan knows of no channel. */
function lacking(view: View, steps: readonly Metric[]): string | undefined {
  const scopes = [undefined, ...view.store.scenario.channels.map(({ id }) => id)];
  const isKnown = (step: Metric) => scopes.some((scope) => isNumber(resultOf(view, step, scope)));
  const missing = steps.find((step) => !isKnown(step));
  return missing && lower(view.labels[missing]);
}

/** What does not change while the KPI does. */
function held(view: View, { id, per }: Kpi): string {
  const say = scorecardWords(view);
  if (per) return say.held(inputName(view, per));
  return id === 'reach' ? say.frequencyHeld : say.allHeld;
}

/** The channels that an effect is of, where the plan does not know it of all. */
function whereKnown(view: View, { channels = [] }: Kpi): string | undefined {
  const known = channels.filter(({ effect }) => effect !== undefined);
  if (known.length === channels.length) return undefined;
  return view.format.list(known.map(({ id }) => nameOf(view, id)));
}

function unlinked(view: View, { id, serves }: Kpi): string {
  const say = scorecardWords(view);
  if (id === 'sessions' || id === 'employeeClicks') return say.onlyAsClicks[id];
  if (serves.length === 0) return say.servesNone;
  const goals = serves.map((goal) => lower(view.labels[goal])).join(say.apart);
  return `${say.notLinked} ${say.serves(goals)}`;
}

function byChannel(view: View, kpi: Kpi): Drawn {
  if (!several(view) || !kpi.channels) return nothing;
  const say = scorecardWords(view);
  return whileOpen(view, `kpi-${kpi.id}`, { title: say.byChannel, level: 5 }, () =>
    channelTable(view, kpi),
  );
}

function channelTable(view: View, kpi: Kpi): TemplateResult {
  const say = scorecardWords(view);
  const goal = goalOf(view);
  const { id, channels = [] } = kpi;
  const effectOf = (effect: number | undefined) =>
    effect === undefined ? view.text.results.undefinedMark : change(view, goal, effect);
  const linked = isLinked(kpi);
  return table({
    caption: say.totalOf(fullName(view, kpi)),
    columns: [say.channel, say.value, ...(linked ? [say.more(lower(view.labels[goal]))] : [])],
    rows: channels.map((channel) => [
      nameOf(view, channel.id),
      isOfPlan(id)
        ? figureButton(view, id, { channel: channel.id, slot: slotOf(kpi) })
        : figureOf(view, kpi, channel.figure, channel.id),
      ...(linked ? [effectOf(channel.effect)] : []),
    ]),
  });
}
