// What a tool works out goes into the plan as a saving, which does not count before the visitor says so.
import { nothing, type TemplateResult } from 'lit';
import type { AmountFigure, Saving } from '../../generated/contract';
import { restWords } from '../locales/later/index';
import { button } from '../sharing/keeping';
import { act } from '../view/act';
import { isClosed } from '../view/locked';
import type { View } from '../view/view';

interface Worked extends Pick<Saving, 'label' | 'period'> {
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
}

/** With its ends, where both lie apart from it and above nought. */
function amountOf({ value, low, high }: Worked): AmountFigure | undefined {
  if (value === undefined || value <= 0) return undefined;
  const isRange = low !== undefined && high !== undefined && 0 < low && low < value && value < high;
  return {
    ...(isRange ? { low, likely: value, high } : { value }),
    provenance: 'assumption',
  } as AmountFigure;
}

export function savingButton(view: View, worked: Worked): TemplateResult | typeof nothing {
  const { store } = view;
  const { label, period } = worked;
  const amount = amountOf(worked);
  const say = restWords(view).savings;
  if (!amount || isClosed(view, `${store.base}/savings`)) return nothing;
  const put = () => {
    const line = { label, amount, ...(period && { period }) };
    const lines = [...(store.scenario.savings ?? []), line];
    if (act(view, `${store.base}/savings`, lines)) view.outside.say(say.isPut);
  };
  return button(say.put, put);
}
