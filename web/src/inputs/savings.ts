// Savings: money that is not spent any more. Each line says whether it counts; where some do, the answer
// says how much of it they are.
import { html, nothing, type TemplateResult } from 'lit';
import type { Saving } from '../../generated/contract';
import type { Metric } from '../../generated/metrics';
import { checkField, choiceField, stay, textField } from '../kit/fields';
import { figureButton } from '../kit/figure';
import { restWords } from '../locales/later/index';
import { withoutCost } from '../plan/hours';
import { act } from '../view/act';
import { isClosed } from '../view/locked';
import type { View } from '../view/view';
import { areHidden, typedField } from './inputs';
import { linePeriod } from './period-of-line';

type Way = 'amount' | 'hours';

const kMostSavings = 20;

const kWayFields: Record<Way, Metric[]> = { amount: ['amount'], hours: ['hours', 'hourlyCost'] };

/** What the line holds says it, or is being typed into, where it says so; else what was chosen last. */
function wayOf({ ui, store }: View, base: string, line: Saving): Way {
  const isStated = (field: 'amount' | 'hours' | 'hourlyCost') =>
    (line[field] ?? store.textOf(`${base}/${field}`)) !== undefined;
  if (isStated('amount')) return 'amount';
  if (isStated('hours') || isStated('hourlyCost')) return 'hours';
  return ui.ways?.[base] === 'hours' ? 'hours' : 'amount';
}

/** Where the plan has some. */
export function savings(view: View): TemplateResult | typeof nothing {
  const { store, text, labels } = view;
  const lines = store.scenario.savings ?? [];
  if (lines.length === 0 || areHidden(view, ['savings'])) return nothing;
  return html`<details>
    <summary><b>${labels.savings}</b><span>${text.inputs.lines(lines.length)}</span></summary>
    <div class="content">
      ${lines.map((line, index) => savingLine(view, `${store.base}/savings/${index}`, line))}
      ${addSaving(view)}
    </div>
  </details>`;
}

/** The first of them is offered beside the costs that channels share. */
export function addSaving(view: View): TemplateResult | typeof nothing {
  const { store } = view;
  const base = `${store.base}/savings`;
  const lines = store.scenario.savings ?? [];
  if (lines.length >= kMostSavings || isClosed(view, base)) return nothing;
  const add = () => {
    if (act(view, base, [...lines, {}])) view.focusField(`${base}/${lines.length}/label`);
  };
  return html`<button type="button" class="link" data-adds=${base} @click=${add}>${restWords(view).savings.add}</button>`;
}

function savingLine(view: View, base: string, line: Saving): TemplateResult {
  const { store } = view;
  const say = restWords(view).savings;
  const { inputs } = restWords(view);
  const way = wayOf(view, base, line);
  const remove = () => {
    act(view, base, undefined);
    view.focusLater(`[data-adds="${store.base}/savings"]`);
  };
  const changeWay = (next: Way) => {
    const rest = withoutCost<Saving>(line);
    view.update({ ways: { ...view.ui.ways, [base]: next } });
    store.forget(...kWayFields[way].map((metric) => `${base}/${metric}`));
    // What goes is a step; a choice alone is none.
    if (Object.keys(rest).length < Object.keys(line).length) act(view, base, rest);
  };
  return html`<form class="line" @submit=${stay}>
    ${textField(view, { pointer: `${base}/label`, label: inputs.lineLabel })}
    ${choiceField<Way>(view, {
      pointer: `${base}/calculation`,
      label: inputs.calculation,
      initial: way,
      options: [
        ['amount', inputs.byAmount],
        ['hours', inputs.byHours],
      ],
      choose: changeWay,
    })}
    ${kWayFields[way].map((metric) => typedField(view, base, metric, metric === 'hourlyCost' ? inputs.hourlyNote : undefined))}
    ${linePeriod(view, base, line)}
    ${checkField(view, { pointer: `${base}/counts`, label: say.counts, note: say.countsNote })}
    ${isClosed(view, base) ? nothing : html`<button type="button" class="link" @click=${remove}>${say.remove}</button>`}
  </form>`;
}

/** What of the result they are, where any counts. */
export function savingsCounted(view: View): TemplateResult | typeof nothing {
  if (view.store.result.savings === undefined) return nothing;
  const { ofWhich, note } = restWords(view).savings;
  return html`<p data-saved>${ofWhich}${view.text.colon}${figureButton(view, 'savings', { slot: 'numbers' })}
    <span class="note">${note}</span></p>`;
}
