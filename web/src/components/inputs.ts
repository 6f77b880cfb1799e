// What the visitor types: once for the plan, then a row per channel; everything else on demand.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel, Cost, Goal, Scenario, SharedCost, Value } from '../../generated/contract';
import type { Metric } from '../../generated/metrics';
import {
  addYear,
  blankChannel,
  blankLine,
  blankShared,
  simpleCost,
  withoutChannel,
} from '../model/edits';
import { type PresetId, presetIds } from '../model/presets';
import {
  checkField,
  choiceField,
  type NumberField,
  numberField,
  rangeEnds,
  rowBox,
  rowError,
  textField,
} from './fields';
import { compareLink, comparisons } from './scenarios';
import { channelName, dataValue, isNumber, resultOf, shown, unitOf, type View } from './view';

const kCurrencies = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'MAD', 'XOF', 'JPY'];

const typedField = (view: View, base: string, metric: Metric, noteText?: string) =>
  numberField(view, {
    pointer: `${base}/${metric}`,
    label: view.labels[metric],
    unit: unitOf(metric),
    mayRange: true,
    ...(noteText === undefined ? {} : { note: noteText }),
  });

export function inputs(view: View): TemplateResult {
  return html`<section class="inputs" aria-label=${view.text.inputs.heading}>
    ${preset(view)} ${customers(view)} ${channels(view)} ${more(view)}
  </section>`;
}

// The example

function preset(view: View): TemplateResult {
  const { store, text } = view;
  const choose = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    if (select.value) store.usePreset(select.value as PresetId);
  };
  const chosen = store.preset;
  const isOnly = store.document.scenarios.length === 1;
  return html`<div class="preset">
    <label for="preset">${text.inputs.example}</label>
    <select id="preset" name="preset" .value=${live(chosen ?? '')} @change=${choose}>
      ${chosen ? nothing : html`<option value="" selected>${text.inputs.yours}</option>`}
      ${presetIds.map((id) => html`<option value=${id} ?selected=${id === chosen}>${text.presets[id].name}</option>`)}
    </select>
    <p>${chosen ? text.presets[chosen].note : text.inputs.yoursNote} ${isOnly ? compareLink(view) : nothing}</p>
    ${isOnly ? comparisons(view) : nothing}
  </div>`;
}

// What a customer is worth

const kValueFields: Record<Value['mode'], Metric[]> = {
  revenue: ['revenuePerCustomer'],
  margin: ['marginPerCustomer'],
  orders: ['averageOrderValue', 'ordersPerYear', 'years'],
  subscription: ['revenuePerMonth', 'monthlyChurn'],
  discounted: ['retention', 'discountRate'],
};

function customers(view: View): TemplateResult {
  const { store, text } = view;
  const isOrder = store.scenario.action === 'order';
  return html`<div>
    <h2>${text.inputs.outcome}</h2>
    ${isOrder ? nothing : typedField(view, store.base, 'closeRate', text.inputs.closeRateNote(view.action))}
    ${valueFields(view, store.base, store.scenario.value)}
    <details>
      <summary><b>${text.inputs.moreOnCustomers}</b></summary>
      <div class="content">
        ${valueMode(view, store.base, store.scenario.value)}
        ${typedField(view, store.base, 'margin', text.inputs.marginNote)}
        ${typedField(view, store.base, 'incrementalShare', text.inputs.incrementalNote)}
        ${choiceField(view, {
          pointer: `${store.base}/basis`,
          label: text.inputs.basis,
          initial: '',
          options: [
            ['', text.inputs.basisAutomatic],
            ['margin', text.inputs.basisMargin],
            ['revenue', text.inputs.basisRevenue],
          ],
          choose: (value) => store.edit(`${store.base}/basis`, value || undefined),
        })}
      </div>
    </details>
  </div>`;
}

function valueMode(view: View, base: string, value: Value | undefined): TemplateResult {
  const { text } = view;
  const modes = Object.keys(kValueFields) as Value['mode'][];
  return choiceField(view, {
    pointer: `${base}/value/mode`,
    label: text.inputs.valueMode,
    initial: value?.mode ?? 'revenue',
    options: modes.map((mode) => [mode, text.inputs.valueModes[mode]] as const),
  });
}

function valueFields(view: View, base: string, value: Value | undefined): TemplateResult {
  const { text, labels } = view;
  const mode = value?.mode ?? 'revenue';
  const single = mode === 'revenue' || mode === 'margin';
  const field = (metric: Metric) =>
    numberField(view, {
      pointer: `${base}/value/${metric}`,
      label: single ? labels.value : labels[metric],
      unit: unitOf(metric),
      mayRange: true,
      ...(single ? { note: text.inputs.valueNote[mode] } : {}),
    });
  return html`${kValueFields[mode].map(field)} ${mode === 'discounted' ? years(view, base, value) : nothing}
  ${single ? nothing : html`<p class="note">${labels.value}${text.colon}${text.inputs.valueNote[mode]}</p>`}`;
}

function years(view: View, base: string, value: Value | undefined): TemplateResult {
  const { store, text } = view;
  const list = value?.yearlyRevenue ?? [];
  const pointer = `${base}/value/yearlyRevenue`;
  return html`${list.map((_, year) =>
    numberField(view, {
      pointer: `${pointer}/${year}`,
      label: text.inputs.year(year + 1),
      unit: 'money',
      mayRange: true,
    }),
  )}
    <button type="button" class="link" @click=${() => store.edit(pointer, addYear(list))}>${text.inputs.addYear}</button>
    ${
      list.length > 1
        ? html`<button type="button" class="link" @click=${() => store.edit(pointer, list.slice(0, -1))}>${text.inputs.removeYear}</button>`
        : nothing
    }`;
}

// Channels

function channels(view: View): TemplateResult {
  const { store, text } = view;
  const list = store.scenario.channels;
  const add = () => {
    const channel = blankChannel(list);
    store.edit(`${store.base}/channels`, [...list, channel]);
    view.update({ unfolded: new Set([...view.ui.unfolded, channel.id]) });
  };
  return html`<div>
    <h2>${text.inputs.channels}</h2>
    <div class="channels-in">
      <span class="head">${text.inputs.channel}</span>
      <span class="head">${text.inputs.cost}</span>
      <span class="head">${view.labels.leads}</span>
      ${list.map((channel, index) => channelRow(view, channel, index))}
    </div>
    <button type="button" class="link" @click=${add}>${text.inputs.addChannel}</button>
  </div>`;
}

function channelRow(view: View, channel: Channel, index: number): TemplateResult {
  const { text, labels, store, ui } = view;
  const name = channelName(view, channel);
  const base = `${store.base}/channels/${index}`;
  const isOpen = ui.unfolded.has(channel.id);
  const cost = simpleCost(channel) && {
    heading: text.inputs.cost,
    ...rowField(`${base}/costs/0/amount`, text.inputs.cost, name, 'money'),
  };
  const leads = hasTypedLeads(channel) && {
    heading: labels.leads,
    ...rowField(`${base}/leads`, labels.leads, name, 'count'),
  };
  const fields = [cost, leads].filter((field) => field !== false);
  return html`
    <div class="cell">
      <button type="button" class="link opener" aria-expanded=${isOpen ? 'true' : 'false'}
        data-row=${channel.id} aria-label=${text.inputs.details(name)} @click=${() => toggle(view, channel.id)}>${name}</button>
    </div>
    <div class="cell">${cost ? rowBox(view, cost) : readonlyCost(view, channel)}</div>
    <div class="cell">${leads ? rowBox(view, leads) : readonlyFigure(view, channel, 'leads')}</div>
    ${fields.map((field) => rowError(view, field))}
    ${
      isOpen
        ? html`<div class="details wide">${channelDetails(view, channel, base)}</div>`
        : fields.map((field) => rangeEnds(view, field, field.heading))
    }
  `;
}

const rowField = (
  pointer: string,
  what: string,
  channel: string,
  unit: NumberField['unit'],
): NumberField => ({ pointer, label: `${what}, ${channel}`, unit, mayRange: true });

/** Leads are typed unless rates above already give them. */
const hasTypedLeads = (channel: Channel) =>
  channel.leads !== undefined || channel.conversionRate === undefined;

function toggle(view: View, id: string): void {
  const unfolded = new Set(view.ui.unfolded);
  if (!unfolded.delete(id)) unfolded.add(id);
  view.update({ unfolded });
}

/** A figure that has its home in the details: the button opens them. */
function readonlyFigure(view: View, channel: Channel, metric: Metric): TemplateResult {
  const figure = resultOf(view, metric, channel.id);
  const label = `${view.labels[metric]}, ${channelName(view, channel)}`;
  return html`<button
    type="button"
    class="readonly"
    data-metric=${metric}
    data-channel=${channel.id}
    data-value=${dataValue(figure)}
    aria-label="${label}${view.text.colon}${shown(view, metric, figure)}"
    @click=${() => toggle(view, channel.id)}
  >${shown(view, metric, figure)}</button>`;
}

const readonlyCost = (view: View, channel: Channel) => readonlyFigure(view, channel, 'ownCost');

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
const kOwn: Metric[] = ['closeRate', 'margin', 'incrementalShare'];

function channelDetails(view: View, channel: Channel, base: string): TemplateResult {
  const { store, text } = view;
  const isOrder = store.scenario.action === 'order';
  const platforms = Object.entries(text.platforms) as [keyof typeof text.platforms, string][];
  const remove = () => {
    const { channels: list } = store.scenario;
    const at = list.indexOf(channel);
    const neighbour = list[at + 1] ?? list[at - 1];
    store.edit(store.base, withoutChannel(store.scenario, channel.id));
    view.focusLater(`.opener[data-row="${neighbour?.id}"]`);
  };
  const funnel = kFunnel.filter((metric) => !(isOrder && metric === 'customers'));
  const own = kOwn.filter((metric) => !(isOrder && metric === 'closeRate'));
  return html`
    ${textField(view, { pointer: `${base}/name`, label: text.inputs.name, fallback: channelName(view, channel) })}
    ${choiceField(view, { pointer: `${base}/platform`, label: text.inputs.platform, initial: 'other', options: platforms })}
    <h3>${text.inputs.ledger}</h3>
    ${ledger(view, base, channel.costs ?? [])}
    <h3>${text.inputs.funnel}</h3>
    <p class="note">${text.inputs.funnelNote}</p>
    ${funnel.map((metric) => channelField(view, channel, base, metric))}
    <h3>${text.inputs.ownFigures}</h3>
    <p class="note">${text.inputs.ownNote}</p>
    ${own.map((metric) => channelField(view, channel, base, metric))}
    ${ownValue(view, base, channel)}
    ${textField(view, { pointer: `${base}/notes`, label: text.inputs.notes, type: 'area' })}
    ${
      store.scenario.channels.length > 1
        ? html`<button type="button" class="link" @click=${remove}>${text.inputs.removeChannel(channelName(view, channel))}</button>`
        : nothing
    }
  `;
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
  const figure = view.store.result.channels.find(({ id }) => id === channel.id)?.results[metric];
  if (figure === undefined || !isNumber(figure)) return {};
  return { fallback: view.format.bare(figure, unitOf(metric)) };
}

function ownValue(view: View, base: string, channel: Channel): TemplateResult {
  const { text, store } = view;
  const choose = (mode: Value['mode'] | '') =>
    store.edit(`${base}/value`, mode ? { ...channel.value, mode } : undefined);
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
  const { store, text } = view;
  const add = () => store.edit(`${base}/costs`, [...lines, blankLine()]);
  return html`${lines.map((line, index) => costLine(view, `${base}/costs/${index}`, line, kKinds))}
    <button type="button" class="link" data-adds="${base}/costs" @click=${add}>${text.inputs.addLine}</button>`;
}

type Way = 'amount' | 'hours' | 'salary';

function wayOf(line: Cost | SharedCost): Way {
  if (line.amount !== undefined) return 'amount';
  if (line.yearlySalary !== undefined && line.hourlyCost === undefined) return 'salary';
  return line.hours !== undefined || line.hourlyCost !== undefined ? 'hours' : 'amount';
}

const kWayFields: Record<Way, Metric[]> = {
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
  const { store, text } = view;
  const way = wayOf(line);
  const remove = () => {
    store.edit(base, undefined);
    view.focusLater(`[data-adds="${base.replace(/\/\d+$/, '')}"]`);
  };
  const changeWay = (next: Way) => {
    const {
      amount: _a,
      hours: _h,
      hourlyCost: _c,
      yearlySalary: _s,
      yearlyHours: _y,
      ...rest
    } = line;
    const fields = { ...rest, ...(next === 'amount' ? { amount: 0 } : { hours: 0 }) };
    store.edit(base, next === 'salary' ? { ...fields, yearlySalary: 0 } : fields);
  };
  return html`<div class="line">
    ${choiceField(view, {
      pointer: `${base}/kind`,
      label: text.inputs.lineKind,
      initial: line.kind,
      options: kinds.map((kind) => [kind, kindName(view, kind)] as const),
    })}
    ${textField(view, { pointer: `${base}/label`, label: text.inputs.lineLabel })}
    ${
      line.kind === 'people' || way !== 'amount'
        ? choiceField<Way>(view, {
            pointer: `${base}/calculation`,
            label: text.inputs.calculation,
            initial: way,
            options: [
              ['amount', text.inputs.byAmount],
              ['hours', text.inputs.byHours],
              ['salary', text.inputs.bySalary],
            ],
            choose: changeWay,
          })
        : nothing
    }
    ${kWayFields[way].map((metric) => typedField(view, base, metric, metric === 'hourlyCost' ? text.inputs.hourlyNote : undefined))}
    ${linePeriod(view, base, line)}
    ${line.kind === 'adSpend' ? nothing : typedField(view, base, 'share')}
    ${line.kind === 'fees' && !('allocation' in line) ? checkField(view, { pointer: `${base}/includesAdSpend`, label: text.inputs.includesAdSpend, note: text.inputs.includesNote }) : nothing}
    <button type="button" class="link" @click=${remove}>${text.inputs.removeLine}</button>
  </div>`;
}

function linePeriod(view: View, base: string, line: Cost | SharedCost): TemplateResult {
  const { store, text } = view;
  const kinds = ['month', 'quarter', 'year'] as const;
  type Kind = (typeof kinds)[number] | '';
  return choiceField<Kind>(view, {
    pointer: `${base}/period/kind`,
    label: text.inputs.linePeriod,
    initial: (line.period?.kind as Kind | undefined) ?? '',
    options: [
      ['', text.inputs.planPeriod],
      ...kinds.map((kind) => [kind, text.inputs.periods[kind]] as const),
    ],
    choose: (kind) => store.edit(`${base}/period`, kind ? { kind } : undefined),
  });
}

// On demand

function more(view: View): TemplateResult {
  const { store, text, format } = view;
  const { scenario } = store;
  const shared = scenario.sharedCosts ?? [];
  const { goal } = scenario;
  const setup = `${text.inputs.periods[scenario.period.kind]}, ${scenario.currency}`;
  return html`<div>
    <details>
      <summary><b>${text.inputs.shared}</b><span>${text.inputs.lines(shared.length)}</span></summary>
      <div class="content">${sharedCosts(view, shared)}</div>
    </details>
    <details>
      <summary>
        <b>${goal ? text.inputs.goal : text.inputs.goalOff}</b>
        ${goal ? html`<span>${view.labels[goal.metric]}${text.colon}${format.figure(goal.target, unitOf(goal.metric))}</span>` : nothing}
      </summary>
      <div class="content">${goalFields(view, goal)}</div>
    </details>
    <details>
      <summary><b>${text.inputs.setup}</b><span>${setup}</span></summary>
      <div class="content">${setupFields(view, scenario)}</div>
    </details>
  </div>`;
}

const kSharedKinds = ['tools', 'people', 'production', 'fees', 'other'] as const;
const kRules = ['equally', 'adSpend', 'leads', 'weights'] as const;

function sharedCosts(view: View, shared: SharedCost[]): TemplateResult {
  const { store, text } = view;
  const base = `${store.base}/sharedCosts`;
  const add = () => store.edit(base, [...shared, blankShared()]);
  return html`${shared.map(
    (line, index) => html`
    ${costLine(view, `${base}/${index}`, line, kSharedKinds)} ${allocation(view, `${base}/${index}/allocation`, line)}`,
  )}
    <button type="button" class="link" data-adds=${base} @click=${add}>${text.inputs.addLine}</button>`;
}

function allocation(view: View, base: string, line: SharedCost): TemplateResult {
  const { store, text } = view;
  const names = text.inputs.allocations;
  const { rule, weights = [] } = line.allocation;
  const label = (one: (typeof kRules)[number]) =>
    one === 'leads' ? names.leads(view.action) : names[one];
  const choose = (next: typeof rule) => {
    const all = store.scenario.channels.map(({ id }) => ({ channel: id, weight: 1 }));
    store.edit(base, next === 'weights' ? { rule: next, weights: all } : { rule: next });
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
      label: text.inputs.weightOf(nameOfChannel(view, entry.channel)),
      unit: 'count',
    }),
  )}`;
}

const nameOfChannel = (view: View, id: string) =>
  channelName(
    view,
    view.store.scenario.channels.find((channel) => channel.id === id),
  );

const kGoals: Goal['metric'][] = [
  'leads',
  'customers',
  'revenue',
  'profit',
  'roi',
  'roas',
  'fullCostCpl',
  'fullCostCac',
];

/** A new goal starts from what the plan gives. */
function today({ store }: View, metric: Goal['metric']): number {
  const figure = store.result.total[metric];
  return isNumber(figure) ? Number(figure.toPrecision(3)) : 0;
}

function goalFields(view: View, goal: Goal | undefined): TemplateResult {
  const { store, text, labels } = view;
  const base = `${store.base}/goal`;
  if (!goal) {
    const start = () => store.edit(base, { metric: 'leads', target: today(view, 'leads') });
    return html`<button type="button" class="link" @click=${start}>${text.inputs.goalOff}</button>`;
  }
  const counted = goal.metric === 'leads' || goal.metric === 'customers';
  return html`${choiceField(view, {
    pointer: `${base}/metric`,
    label: text.inputs.goalMetric,
    initial: goal.metric,
    options: kGoals.map((metric) => [metric, labels[metric]] as const),
    choose: (metric) => store.edit(base, { ...goal, metric, target: today(view, metric) }),
  })}
    ${numberField(view, { pointer: `${base}/target`, label: text.inputs.goalTarget, unit: unitOf(goal.metric) })}
    ${counted ? numberField(view, { pointer: `${base}/pricePerUnit`, label: text.inputs.goalPrice, unit: 'money', note: text.inputs.goalPriceNote }) : nothing}
    ${textField(view, { pointer: `${base}/start`, label: text.inputs.goalStart, type: 'date' })}
    ${textField(view, { pointer: `${base}/deadline`, label: text.inputs.goalDeadline, type: 'date' })}
    <button type="button" class="link" @click=${() => store.edit(base, undefined)}>${text.inputs.goalRemove}</button>`;
}

function setupFields(view: View, scenario: Scenario): TemplateResult {
  const { store, text } = view;
  const stated = scenario.period.kind === 'campaign' || scenario.period.kind === 'months';
  const kinds = ['month', 'quarter', 'year', 'campaign', 'months'] as const;
  const actions = Object.keys(text.nouns) as (keyof typeof text.nouns)[];
  return html`${choiceField(view, {
    pointer: `${store.base}/period/kind`,
    label: text.inputs.period,
    initial: scenario.period.kind,
    options: kinds.map((kind) => [kind, text.inputs.periods[kind]] as const),
    choose: (kind) =>
      store.edit(
        `${store.base}/period`,
        kind === 'campaign' || kind === 'months'
          ? { kind, months: store.result.periodMonths }
          : { kind },
      ),
  })}
    ${stated ? numberField(view, { pointer: `${store.base}/period/months`, label: text.inputs.months, unit: 'months' }) : nothing}
    ${choiceField(view, {
      pointer: `${store.base}/currency`,
      label: text.inputs.currency,
      note: text.inputs.currencyNote,
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
    })}
    ${textField(view, { pointer: `${store.base}/notes`, label: text.inputs.notes, type: 'area' })}`;
}
