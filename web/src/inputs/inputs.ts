// What the visitor types: once for the plan, then a row per channel; everything else on demand.
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel, Value } from '../../generated/contract';
import type { Metric } from '../../generated/metrics';
import {
  choiceField,
  numberField,
  rangeEnds,
  rowBox,
  rowError,
  rowQuestion,
  stay,
} from '../kit/fields';
import { addYear, blankChannel, simpleCost } from '../plan/edits';
import { type PresetId, presetIds } from '../plan/presets';
import { act } from '../view/act';
import { columnWriters, type Written } from '../view/columns';
import { later, whileLoading } from '../view/deferred';
import {
  dataValue,
  hasShared,
  type NumberField,
  nameOf,
  resultOf,
  unitOf,
  type View,
} from '../view/view';
import { compareLink, comparisons } from './scenarios';
import { clearOffer, otherChoice } from './start';

export const typedField = (view: View, base: string, metric: Metric, noteText?: string) =>
  numberField(view, {
    pointer: `${base}/${metric}`,
    label: view.labels[metric],
    unit: unitOf(metric),
    mayRange: true,
    ...(noteText === undefined ? {} : { note: noteText }),
  });

export function inputs(view: View): TemplateResult {
  return html`<section class="inputs" aria-label=${view.text.inputs.heading}>
    ${view.brief ? nothing : preset(view)} ${isBegun(view) || view.ui.grid ? html`${channels(view)} ${customers(view)}` : html`${customers(view)} ${channels(view)}`}
    ${later()?.ownFields(view)} ${more(view)} ${clearOffer(view)}
  </section>`;
}

/** A plan begun from nothing asks in the order in which its figures are known. */
const isBegun = ({ store }: View): boolean => store.origin === 'blank';

// The example

function preset(view: View): TemplateResult {
  const { store, text } = view;
  const choose = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    if (select.value) usePreset(view, select.value as PresetId);
  };
  const chosen = store.preset;
  const isOnly = store.document.scenarios.length === 1;
  return html`<div class="preset">
    <label for="preset">${text.inputs.example}</label>
    <select id="preset" name="preset" .value=${live(chosen ?? '')} @change=${choose}>
      ${chosen ? nothing : html`<option value="" selected>${otherChoice(view)}</option>`}
      ${presetIds.map((id) => html`<option value=${id} ?selected=${id === chosen}>${text.presets[id].name}</option>`)}
    </select>
    <p>${chosen ? text.presets[chosen].note : text.inputs.yoursNote}
      ${later()?.resetLink(view) ?? nothing} ${isOnly ? compareLink(view) : nothing}</p>
    ${isOnly ? comparisons(view) : nothing}
  </div>`;
}

/** Never loses work: what is replaced can be brought back, and is said to. */
export function usePreset(view: View, id: PresetId): void {
  const isChanged = view.store.preset === undefined;
  view.store.usePreset(id);
  if (isChanged) later()?.sayReplaced(view);
}

// What a customer is worth

export const kValueFields: Record<Value['mode'], Metric[]> = {
  revenue: ['revenuePerCustomer'],
  margin: ['marginPerCustomer'],
  orders: ['averageOrderValue', 'ordersPerYear', 'years'],
  subscription: ['revenuePerMonth', 'monthlyChurn'],
  discounted: ['retention', 'discountRate'],
};

export function customers(view: View): TemplateResult {
  const { store, text } = view;
  const isOrder = store.scenario.action === 'order';
  return html`<form @submit=${stay}>
    <h2>${text.inputs.outcome}</h2>
    ${inOrder(view, [
      isOrder
        ? nothing
        : typedField(view, store.base, 'closeRate', text.inputs.closeRateNote(view.action)),
      ...valueFields(view, store.base, store.scenario.value),
      valueMode(view, store.base, store.scenario.value),
      store.scenario.value?.mode === 'margin'
        ? nothing
        : typedField(view, store.base, 'margin', text.inputs.marginNote),
    ])}
    <details ?hidden=${areHidden(view, kOfCustomers)}>
      <summary><b>${text.inputs.moreOnCustomers}</b></summary>
      <div class="content">
        ${later()?.moreOnCustomers(view) ?? whileLoading(view)}
      </div>
    </details>
  </form>`;
}

/** Of what opens below the value of a customer. */
export const kOfCustomers = [
  'incrementalShare',
  'refunds',
  'commissions',
  'businessRevenue',
  'basis',
] as const;

/** Fields of a group, in the order of a brief. */
export const inOrder = ({ brief }: View, fields: readonly unknown[]) =>
  brief ? brief.ordered(fields) : fields;

/** Whether nothing is left of what a part of the page asks. */
export const areHidden = (
  { brief, store }: View,
  names: readonly string[],
  base = store.base,
): boolean => brief !== undefined && names.every((name) => brief.isHidden(`${base}/${name}`));

/** How a customer is valued. */
function valueMode(view: View, base: string, value: Value | undefined) {
  const modes = Object.keys(kValueFields) as Value['mode'][];
  const pointer = `${base}/value/mode`;
  return choiceField(view, {
    pointer,
    label: view.text.inputs.valueMode,
    initial: value?.mode ?? 'revenue',
    options: modes.map((mode) => [mode, view.text.inputs.valueModes[mode]] as const),
    choose: (mode) => {
      view.store.forget(`${base}/value`);
      view.store.edit(pointer, mode);
    },
  });
}

export function valueFields(view: View, base: string, value: Value | undefined): unknown[] {
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
  return [
    ...kValueFields[mode].map(field),
    mode === 'discounted' ? years(view, base, value) : nothing,
    single
      ? nothing
      : html`<p class="note">${labels.value}${text.colon}${text.inputs.valueNote[mode]}</p>`,
  ];
}

function years(view: View, base: string, value: Value | undefined): TemplateResult {
  const { text } = view;
  const list = value?.yearlyRevenue ?? [];
  const pointer = `${base}/value/yearlyRevenue`;
  const count = Math.max(1, list.length);
  return html`${Array.from({ length: count }, (_, year) =>
    numberField(view, {
      pointer: `${pointer}/${year}`,
      label: text.inputs.year(year + 1),
      unit: 'money',
      mayRange: true,
    }),
  )}
    ${
      list.length > 0
        ? html`<button type="button" class="link" @click=${() => act(view, pointer, addYear(list))}>${text.inputs.addYear}</button>`
        : nothing
    }
    ${
      list.length > 1
        ? html`<button type="button" class="link" @click=${() => act(view, pointer, list.slice(0, -1))}>${text.inputs.removeYear}</button>`
        : nothing
    }`;
}

// Channels

/** Where a new channel is filled in: all its fields, its row alone, or its cells of the grid. */
type Fresh = 'unfolded' | 'folded' | 'in grid';

export function addChannelLink(view: View, fresh: Fresh): TemplateResult | typeof nothing {
  const { store, text } = view;
  if (view.brief?.isClosed(`${store.base}/channels`)) return nothing;
  const list = store.scenario.channels;
  const add = ({ currentTarget: link }: Event) => {
    const channel = blankChannel(store.document);
    if (!act(view, `${store.base}/channels`, [...list, channel])) return;
    const place = later()?.goesOnInGrid?.(view, link as Element) ? 'in grid' : fresh;
    if (place === 'in grid') view.update({ grid: true });
    if (place === 'unfolded') view.update({ unfolded: new Set([...view.ui.unfolded, channel.id]) });
    const first = place === 'folded' ? 'costs/0/amount' : 'name';
    view.focusLater(`[name="${store.base}/channels/${list.length}/${first}"]`);
  };
  return html`<button type="button" class="link" @click=${add}>${text.inputs.addChannel}</button>`;
}

export function channels(view: View, fresh: Fresh = 'unfolded'): TemplateResult {
  const { store, text } = view;
  const list = store.scenario.channels;
  const grid = view.ui.grid ? later()?.grid(view) : undefined;
  const heading = html`<h2>${text.inputs.channels} ${view.brief ? nothing : (later()?.gridLink(view) ?? nothing)}</h2>`;
  if (grid) return html`<div>${heading}${grid}</div>`;
  const write = columnWriters(view, kInList, ['money']);
  return html`<div>
    ${heading}
    <div class="channels-in" @keydown=${(event: KeyboardEvent) => later()?.goAlongColumn(event)} @paste=${(event: ClipboardEvent) => later()?.pasteTable?.(view, event)}>
      <div class="row head">
        <span>${text.inputs.channel}</span>
        <div class="pair"><span>${headOf(view, 'costs/*/amount', costHead(view))}</span><span>${headOf(view, 'leads', view.labels.leads)}</span></div>
      </div>
      ${later()?.periodNote(view, 'costs') ?? nothing}
      ${view.tablesWait ? noChange : list.map((channel, index) => channelRow(view, channel, index, write))}
      ${list.length > 1 ? sums(view, write) : nothing}
    </div>
    ${addChannelLink(view, fresh)}
    ${view.brief ? nothing : (later()?.tablePaste?.(view) ?? nothing)}
  </div>`;
}

const costHead = (view: View) =>
  view.brief?.isClosed(`${view.store.base}/period`)
    ? costLabel(view)
    : (later()?.costHead(view) ?? costLabel(view));

/** Of a column of the list; none where it is hidden in all of it. */
function headOf({ brief, store }: View, field: string, usual: unknown): unknown {
  const pointer = `${store.base}/channels/*/${field}`;
  return brief?.isHidden(pointer) ? nothing : (brief?.labelOf(pointer) ?? usual);
}

const kInList = ['ownCost', 'leads'] as const;
type InList = (typeof kInList)[number];
type Write = Written<InList>;

/** Of the table's columns; what channels share is no part of it. */
function sums({ store, text }: View, write: Write): TemplateResult {
  const cell = (metric: InList) =>
    html`<div class="cell sum">${write(metric) ?? text.results.undefinedMark}</div>`;
  return html`<div class="row margin">
    <span>${text.results.total}${hasShared(store.scenario) ? html`<small>${text.results.withoutShared}</small>` : nothing}</span>
    <div class="pair">${cell('ownCost')}${cell('leads')}</div>
  </div>`;
}

const costLabel = ({ store, text }: View): string =>
  text.inputs.costPer(text.inputs.per[store.scenario.period.kind]);

function channelRow(view: View, channel: Channel, index: number, write: Write): TemplateResult {
  const { text, labels, store, ui } = view;
  const name = nameOf(view, channel.id);
  const base = `${store.base}/channels/${index}`;
  const isOpen = ui.unfolded.has(channel.id);
  const cost = simpleCost(channel) && {
    heading: costLabel(view),
    ...rowField(view, `${base}/costs/0/amount`, costLabel(view), name, 'money'),
  };
  const leads = hasTypedLeads(view, channel, base) && {
    heading: labels.leads,
    ...rowField(view, `${base}/leads`, labels.leads, name, 'count'),
  };
  const fields = [cost, leads]
    .filter((field) => field !== false)
    .filter(({ pointer }) => !view.brief?.isClosed(pointer));
  return html`
    <form class="row" @submit=${stay}>
      <button type="button" class="link opener" aria-expanded=${isOpen ? 'true' : 'false'}
        data-row=${channel.id} aria-label=${text.inputs.details(name)} @click=${() => toggle(view, channel.id)}>${name}</button>
      <div class="pair">
        <div class="cell">${cost ? rowBox(view, cost) : readonlyFigure(view, channel, 'ownCost', write)}</div>
        ${cost ? rowQuestion(view, cost) : nothing}
        <div class="cell">${leads ? rowBox(view, leads) : readonlyFigure(view, channel, 'leads', write, `${base}/conversionRate`)}</div>
        ${leads ? rowQuestion(view, leads) : nothing}
      </div>
    </form>
    ${fields.map((field) => rowError(view, field))}
    ${
      isOpen
        ? html`<form class="details wide" @submit=${stay}>${later()?.channelDetails(view, channel, base) ?? whileLoading(view)}</form>`
        : fields.map((field) => rangeEnds(view, field, field.heading))
    }
  `;
}

const rowField = (
  { brief }: View,
  pointer: string,
  what: string,
  channel: string,
  unit: NumberField['unit'],
): NumberField => ({
  pointer,
  label: `${brief?.labelOf(pointer) ?? what}, ${channel}`,
  unit,
  mayRange: true,
});

/** Leads are typed unless rates above already give them; what is being emptied stays a field. */
const hasTypedLeads = ({ store }: View, channel: Channel, base: string) =>
  (channel.leads ?? store.textOf(`${base}/leads`)) !== undefined ||
  channel.conversionRate === undefined;

function toggle(view: View, id: string): void {
  const unfolded = new Set(view.ui.unfolded);
  if (!unfolded.delete(id)) unfolded.add(id);
  view.update({ unfolded });
}

/** A figure that has its home in the details: the button opens them, at the rate it comes from. */
function readonlyFigure(
  view: View,
  channel: Channel,
  metric: InList,
  write: Write,
  home?: string,
): TemplateResult {
  const figure = resultOf(view, metric, channel.id);
  const isOpen = view.ui.unfolded.has(channel.id);
  const open = () => (home && !isOpen ? view.focusField(home) : toggle(view, channel.id));
  const label = `${view.labels[metric]}, ${nameOf(view, channel.id)}`;
  const words = write(metric, channel.id) ?? view.text.results.undefinedMark;
  return html`<button
    type="button"
    class="readonly"
    data-metric=${metric}
    data-channel=${channel.id}
    data-value=${dataValue(figure)}
    aria-label="${label}${view.text.colon}${words}"
    @click=${open}
  >${words}</button>`;
}

// On demand

const kOfSetup = ['period', 'currency', 'action', 'notes'];

function more(view: View): TemplateResult {
  const { store, text, format } = view;
  const { scenario } = store;
  const shared = scenario.sharedCosts ?? [];
  const { goal } = scenario;
  const setup = `${text.inputs.periods[scenario.period.kind]}, ${scenario.currency}`;
  return html`<div>
    <details ?hidden=${areHidden(view, ['sharedCosts'])}>
      <summary><b>${text.inputs.shared}</b><span>${text.inputs.lines(shared.length)}</span></summary>
      <div class="content">${later()?.sharedCosts(view, shared) ?? whileLoading(view)}</div>
    </details>
    ${later()?.savings(view) ?? nothing}
    <details ?hidden=${areHidden(view, ['goal'])}>
      <summary>
        <b>${goal ? text.inputs.goal : text.inputs.goalOff}</b>
        ${goal ? html`<span>${view.labels[goal.metric]}${text.colon}${format.figure(goal.target, unitOf(goal.metric))}</span>` : nothing}
      </summary>
      <div class="content">${later()?.goalFields(view, goal) ?? whileLoading(view)}</div>
    </details>
    <details ?hidden=${areHidden(view, kOfSetup)}>
      <summary><b>${text.inputs.setup}</b><span>${setup}</span></summary>
      <div class="content">${later()?.setupFields(view, scenario) ?? whileLoading(view)}</div>
    </details>
  </div>`;
}
