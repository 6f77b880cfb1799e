// What of a plan opens on demand: a channel's details, costs in detail, shared costs, the goal, the
// period.
import { html, nothing, type TemplateResult } from 'lit';
import type { Channel, Cost, Paid, Scenario, SharedCost, Value } from '../../generated/contract';
import type { Metric } from '../../generated/metrics';
import { checkField, choiceField, numberField, textField } from '../kit/fields';
import { restWords } from '../locales/later/index';
import { moved, withChannels, withCopy } from '../plan/channels';
import { blankLine, blankShared, channelIds, freeId } from '../plan/edits';
import { withoutCost } from '../plan/hours';
import { act } from '../view/act';
import { isClosed } from '../view/locked';
import { type CostWay, isNumber, nameOf, resultOf, told, unitOf, type View } from '../view/view';
import { areHidden, inOrder, kOfCustomers, kValueFields, typedField, valueFields } from './inputs';
import { periodFields } from './period';
import { linePeriod } from './period-of-line';
import { addSaving } from './savings';
import { inputWords } from './tense';

export const kCurrencies = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'MAD', 'XOF', 'JPY'];

export function moreOnCustomers(view: View): TemplateResult {
  const { store, text } = view;
  const say = inputWords(view);
  const notes = {
    incrementalShare: say.incrementalNote,
    refunds: say.refundsNote,
    commissions: say.commissionsNote,
    businessRevenue: say.businessRevenueNote,
  };
  const field = (name: (typeof kOfCustomers)[number]) =>
    name === 'basis'
      ? choiceField(view, {
          pointer: `${store.base}/basis`,
          label: text.inputs.basis,
          initial: '',
          options: [
            ['', say.basisAutomatic],
            ['margin', say.basisMargin],
            ['revenue', say.basisRevenue],
          ],
          choose: (value) => store.edit(`${store.base}/basis`, value || undefined),
        })
      : typedField(view, store.base, name, notes[name]);
  return html`${inOrder(view, kOfCustomers.map(field))}`;
}

// A channel

const kFunnel: Metric[] = [
  'impressions',
  'ctr',
  'adSpendCpm',
  'clicks',
  'adSpendCpc',
  'conversionRate',
  'leads',
  'customers',
];
const kOwn = ['closeRate', 'margin', 'incrementalShare'] as const satisfies Metric[];

export function channelDetails(view: View, channel: Channel, base: string): TemplateResult {
  const { store, text } = view;
  const isOrder = store.scenario.action === 'order';
  const named = { ...text.platforms, other: restWords(view).inputs.otherPlatform };
  const platforms = Object.entries(named) as [keyof typeof named, string][];
  const funnel = kFunnel.filter((metric) => !(isOrder && metric === 'customers'));
  const own = kOwn.filter((metric) => !(isOrder && metric === 'closeRate'));
  const say = inputWords(view);
  const questions: Question[] = [
    {
      title: say.aboutChannel,
      asks: ['name', 'platform', 'notes'],
      answer: named[channel.platform ?? 'other'],
      content: html`
        ${textField(view, { pointer: `${base}/name`, label: text.inputs.name, fallback: nameOf(view, channel.id) })}
        ${choiceField(view, { pointer: `${base}/platform`, label: text.inputs.platform, initial: 'other', options: platforms })}
        ${textField(view, { pointer: `${base}/notes`, label: text.inputs.notes, type: 'area' })}`,
    },
    {
      title: say.whatCosts,
      asks: ['costs'],
      answer: toldOf(view, channel, 'ownCost'),
      content: ledger(view, base, channel.costs ?? []),
      isFirst: true,
    },
    {
      title: say.howMany(view.action),
      asks: funnel,
      answer: toldOf(view, channel, 'leads'),
      content: html`<p class="note">${say.funnelNote}</p>
        ${inOrder(
          view,
          funnel.map((metric) => channelField(view, channel, base, metric)),
        )}`,
    },
    {
      title: say.ownFigures,
      asks: [...own, 'value'],
      answer: ownWords(view, channel),
      content: html`<p class="note">${say.ownNote}</p>
        ${inOrder(
          view,
          own.map((metric) => channelField(view, channel, base, metric)),
        )}
        ${ownValue(view, base, channel)}`,
    },
  ];
  const asked = questions.filter(({ asks }) => !areHidden(view, asks, base));
  return html`${asked.map((one, at) => question(one, onward(view, channel, asked[at + 1])))}
    ${view.brief?.isClosed(`${store.base}/channels`) ? nothing : channelActs(view, channel)}`;
}

/** One of the questions about a channel; closed, it shows what is known. */
interface Question {
  title: string;
  /** The fields it holds. */
  asks: readonly string[];
  answer: string;
  content: TemplateResult;
  isFirst?: true;
}

const question = (
  { title, answer, content, isFirst }: Question,
  next: TemplateResult | typeof nothing,
) => html`<details ?open=${isFirst}>
    <summary><b role="heading" aria-level="3">${title}</b><span>${answer}</span></summary>
    <div class="content">${content} ${next}</div>
  </details>`;

/** On a telephone one question leads to the next, and the last one to the next channel. */
function onward(view: View, channel: Channel, next: Question | undefined) {
  if (!next) return nextChannel(view, channel);
  return html`<button type="button" class="link onward" @click=${goOn}>${restWords(view).channel.next(next.title)}</button>`;
}

function goOn({ currentTarget }: Event): void {
  const here = (currentTarget as HTMLElement).closest('details');
  const next = here?.nextElementSibling;
  if (!here || !(next instanceof HTMLDetailsElement)) return;
  here.open = false;
  next.open = true;
  const summary = next.querySelector('summary');
  summary?.focus();
  summary?.scrollIntoView({ block: 'nearest' });
}

const toldOf = (view: View, { id }: Channel, metric: Metric): string =>
  told(view, metric, resultOf(view, metric, id));

/** What a channel has of its own; else that it is as the plan. */
function ownWords(view: View, channel: Channel): string {
  const { text, labels } = view;
  const rates = kOwn.filter((metric) => channel[metric] !== undefined);
  const said = rates.map(
    (metric) => `${labels[metric]}${text.colon}${toldOf(view, channel, metric)}`,
  );
  if (channel.value) said.push(labels.value);
  return said.length > 0 ? said.join(', ') : text.inputs.asPlan;
}

function nextChannel(view: View, channel: Channel): TemplateResult | typeof nothing {
  const { channels } = view.store.scenario;
  const next = channels[channels.indexOf(channel) + 1];
  if (!next) return nothing;
  const open = () => {
    const others = [...view.ui.unfolded].filter((id) => id !== channel.id);
    view.update({ unfolded: new Set([...others, next.id]) });
    view.focusLater(`.opener[data-row="${next.id}"]`);
  };
  return html`<button type="button" class="link onward" @click=${open}>${restWords(view).channel.next(nameOf(view, next.id))}</button>`;
}

/** What is done with the channel as a whole; each a step of its own. */
function channelActs(view: View, channel: Channel): TemplateResult {
  const { store } = view;
  const say = restWords(view).channel;
  const list = store.scenario.channels;
  const at = list.indexOf(channel);
  const name = nameOf(view, channel.id);
  const move = (to: number, way: string) => {
    if (!list[to]) return;
    act(view, `${store.base}/channels`, moved(list, at, to));
    view.focusLater(`[data-act="${way} ${channel.id}"]`);
  };
  const button = (key: string, label: string, enabled: boolean, run: () => void) =>
    html`<button type="button" class="link" data-act="${key} ${channel.id}"
      aria-disabled=${enabled ? nothing : 'true'} @click=${run}>${label}</button>`;
  return html`<div class="acts">
    ${button('up', say.moveUp(name), at > 0, () => move(at - 1, 'up'))}
    ${button('down', say.moveDown(name), at < list.length - 1, () => move(at + 1, 'down'))}
    ${button('copy', say.duplicate(name), true, () => duplicate(view, channel))}
    ${list.length > 1 ? button('remove', restWords(view).inputs.removeChannel(name), true, () => remove(view, channel)) : nothing}
  </div>`;
}

function remove(view: View, channel: Channel): void {
  const { store } = view;
  const list = store.scenario.channels;
  const at = list.indexOf(channel);
  const neighbour = list[at + 1] ?? list[at - 1];
  act(view, store.base, withChannels(store.scenario, list.toSpliced(at, 1)));
  view.focusLater(`.opener[data-row="${neighbour?.id}"]`);
}

function duplicate(view: View, channel: Channel): void {
  const { store, ui } = view;
  const name = channel.name && { name: restWords(view).channel.copyOf(channel.name) };
  const id = freeId(channelIds(store.document), 'channel');
  const copy = { ...channel, ...name, id };
  if (!act(view, store.base, withCopy(store.scenario, channel, copy))) return;
  view.update({ unfolded: new Set([...ui.unfolded, copy.id]) });
  view.focusLater(`.opener[data-row="${copy.id}"]`);
}

const channelField = (view: View, channel: Channel, base: string, metric: Metric) =>
  numberField(view, {
    pointer: `${base}/${metric}`,
    label: view.labels[metric],
    unit: unitOf(metric),
    mayRange: true,
    ...derived(view, channel, metric),
  });

/** What the model works out stands in the empty field, in grey. */
function derived(view: View, channel: Channel, metric: Metric): { fallback?: string } {
  const figure = resultOf(view, metric, channel.id);
  if (!isNumber(figure)) return {};
  return { fallback: view.format.bare(figure, unitOf(metric)) };
}

function ownValue(view: View, base: string, channel: Channel): TemplateResult {
  const { text } = view;
  const choose = (mode: Value['mode'] | '') =>
    act(view, `${base}/value`, mode ? { ...channel.value, mode } : undefined);
  const modes = Object.keys(kValueFields) as Value['mode'][];
  return html`${choiceField<Value['mode'] | ''>(view, {
    pointer: `${base}/value/mode`,
    label: view.labels.value,
    initial: '',
    options: [
      ['', text.inputs.asPlan],
      ...modes.map((mode) => [mode, text.inputs.valueModes[mode]] as const),
    ],
    choose,
  })}
  ${channel.value ? valueFields(view, base, channel.value) : nothing}`;
}

// Costs

const kKinds = ['adSpend', 'tools', 'people', 'production', 'fees', 'other'] as const;

const kindName = (view: View, kind: Cost['kind']) =>
  kind === 'other' ? view.labels.otherCosts : view.labels[kind];

function ledger(view: View, base: string, lines: Cost[]): TemplateResult {
  const list = `${base}/costs`;
  const add = () => act(view, list, [...lines, blankLine()]);
  return html`${lines.map((line, index) => costLine(view, `${list}/${index}`, line, kKinds))} ${adder(view, list, add)}`;
}

/** A line more, where the list may be changed. */
const adder = (view: View, list: string, add: () => void) =>
  isClosed(view, list)
    ? nothing
    : html`<button type="button" class="link" data-adds=${list} @click=${add}>${restWords(view).inputs.addLine}</button>`;

/** What the line holds says it, or is being typed into, where it says so; else what was chosen last. */
function wayOf({ ui, store }: View, base: string, line: Cost | SharedCost): CostWay {
  const isStated = (field: 'amount' | 'hourlyCost' | 'yearlySalary') =>
    (line[field] ?? store.textOf(`${base}/${field}`)) !== undefined;
  if (isStated('amount')) return 'amount';
  if (isStated('hourlyCost')) return 'hours';
  if (isStated('yearlySalary')) return 'salary';
  return ui.ways?.[base] ?? (line.hours === undefined ? 'amount' : 'hours');
}

const kWayFields: Record<CostWay, Metric[]> = {
  amount: ['amount'],
  hours: ['hours', 'hourlyCost'],
  salary: ['hours', 'yearlySalary', 'yearlyHours'],
};

function costLine(
  view: View,
  base: string,
  line: Cost | SharedCost,
  kinds: readonly Cost['kind'][],
): TemplateResult {
  const way = wayOf(view, base, line);
  const remove = () => {
    act(view, base, undefined);
    view.focusLater(`[data-adds="${base.replace(/\/\d+$/, '')}"]`);
  };
  const changeWay = (next: CostWay) => {
    const rest = withoutCost<Partial<Cost>>(line);
    view.update({ ways: { ...view.ui.ways, [base]: next } });
    view.store.forget(...kWayFields[way].map((metric) => `${base}/${metric}`));
    // What goes is a step; a choice alone is none.
    if (Object.keys(rest).length < Object.keys(line).length) act(view, base, rest);
  };
  return html`<div class="line">
    ${choiceField(view, {
      pointer: `${base}/kind`,
      label: restWords(view).inputs.lineKind,
      initial: line.kind,
      options: kinds.map((kind) => [kind, kindName(view, kind)] as const),
    })}
    ${
      line.kind === 'people' || way !== 'amount'
        ? choiceField<CostWay>(view, {
            pointer: `${base}/calculation`,
            label: restWords(view).inputs.calculation,
            initial: way,
            options: [
              ['amount', restWords(view).inputs.byAmount],
              ['hours', restWords(view).inputs.byHours],
              ['salary', restWords(view).inputs.bySalary],
            ],
            choose: changeWay,
          })
        : nothing
    }
    ${kWayFields[way].map((metric) => typedField(view, base, metric, metric === 'hourlyCost' ? restWords(view).inputs.hourlyNote : undefined))}
    <details>
      <summary><b>${restWords(view).inputs.moreOnLine}</b><span>${lineWords(view, line)}</span></summary>
      <div class="content">
        ${textField(view, { pointer: `${base}/label`, label: restWords(view).inputs.lineLabel })}
        ${linePeriod(view, base, line)} ${linePaid(view, base, line)}
        ${line.kind === 'adSpend' ? nothing : typedField(view, base, 'share')}
        ${line.kind === 'fees' && !('allocation' in line) ? checkField(view, { pointer: `${base}/includesAdSpend`, label: restWords(view).inputs.includesAdSpend, note: restWords(view).inputs.includesNote }) : nothing}
      </div>
    </details>
    ${isClosed(view, base) ? nothing : html`<button type="button" class="link" @click=${remove}>${restWords(view).inputs.removeLine}</button>`}
  </div>`;
}

/** What a line is for, per which period, and when it is paid. */
function lineWords(view: View, line: Cost | SharedCost): string {
  const { store, text } = view;
  const period = text.inputs.periods[line.period?.kind ?? store.scenario.period.kind];
  const paid = restWords(view).cash.whenPaid[line.paid ?? usuallyPaid(line)];
  return [line.label, period.toLowerCase(), paid].filter(Boolean).join(', ');
}

const usuallyPaid = ({ kind }: Cost | SharedCost): Paid =>
  kind === 'tools' || kind === 'production' ? 'first' : 'monthly';

function linePaid(view: View, base: string, line: Cost | SharedCost) {
  const say = restWords(view).cash;
  const usual = usuallyPaid(line);
  return choiceField<Paid>(view, {
    pointer: `${base}/paid`,
    label: say.paid,
    initial: usual,
    options: (['first', 'monthly', 'end'] as const).map(
      (when) => [when, say.whenPaid[when]] as const,
    ),
    choose: (when) => view.store.edit(`${base}/paid`, when === usual ? undefined : when),
  });
}

// The plan

const kSharedKinds = ['tools', 'people', 'production', 'fees', 'other'] as const;
const kRules = ['equally', 'adSpend', 'leads', 'weights'] as const;

export function sharedCosts(view: View, shared: SharedCost[]): TemplateResult {
  const { store } = view;
  const base = `${store.base}/sharedCosts`;
  const add = () => act(view, base, [...shared, blankShared()]);
  return html`${shared.map(
    (line, index) => html`
    ${costLine(view, `${base}/${index}`, line, kSharedKinds)} ${allocation(view, `${base}/${index}/allocation`, line)}`,
  )}
    ${adder(view, base, add)}
    ${store.scenario.savings ? nothing : addSaving(view)}`;
}

function allocation(view: View, base: string, line: SharedCost): TemplateResult {
  const { store, text } = view;
  const names = restWords(view).inputs.allocations;
  const { rule, weights = [] } = line.allocation;
  const label = (one: (typeof kRules)[number]) =>
    one === 'leads' ? names.leads(view.action) : names[one];
  const choose = (next: typeof rule) => {
    const all = store.scenario.channels.map(({ id }) => ({ channel: id, weight: 1 }));
    act(view, base, next === 'weights' ? { rule: next, weights: all } : { rule: next });
  };
  return html`${choiceField(view, {
    pointer: `${base}/rule`,
    label: text.inputs.allocation,
    initial: rule,
    options: kRules.map((one) => [one, label(one)] as const),
    choose,
  })}
  ${weights.map((entry, index) =>
    numberField(view, {
      pointer: `${base}/weights/${index}/weight`,
      label: restWords(view).inputs.weightOf(nameOf(view, entry.channel)),
      unit: 'count',
    }),
  )}`;
}

/** An order needs no closing: its fields go. */
function chooseAction({ store }: View, action: Scenario['action']): void {
  const { base, scenario } = store;
  const channels = scenario.channels.map((_, index) => `${base}/channels/${index}`);
  const gone = channels.flatMap((one) => [`${one}/closeRate`, `${one}/customers`]);
  if (action === 'order') store.forget(`${base}/closeRate`, ...gone);
  store.edit(`${base}/action`, action);
}

export function setupFields(view: View, scenario: Scenario): TemplateResult {
  const { store, text } = view;
  const actions = Object.keys(text.nouns) as (keyof typeof text.nouns)[];
  return html`${periodFields(view, scenario)}
    ${choiceField(view, {
      pointer: `${store.base}/currency`,
      label: text.inputs.currency,
      note: restWords(view).inputs.currencyNote,
      initial: scenario.currency,
      options: [...new Set([...kCurrencies, scenario.currency])].map(
        (code) => [code, code] as const,
      ),
    })}
    ${choiceField(view, {
      pointer: `${store.base}/action`,
      label: text.inputs.action,
      initial: scenario.action,
      options: actions.map((action) => [action, text.nouns[action].many] as const),
      choose: (action) => chooseAction(view, action),
    })}
    ${textField(view, { pointer: `${store.base}/notes`, label: text.inputs.notes, type: 'area' })}`;
}
