// The period that a line of costs or savings is for.
import type { Cost } from '../../generated/contract';
import { choiceField } from '../kit/fields';
import { restWords } from '../locales/later/index';
import type { View } from '../view/view';
import { inputWords } from './tense';

const kNamed = ['month', 'quarter', 'year'] as const;

export function linePeriod(view: View, base: string, line: Pick<Cost, 'period'>) {
  const { store, text } = view;
  const { kind: ofPlan } = store.scenario.period;
  const named = kNamed.find((kind) => kind === ofPlan);
  type Kind = (typeof kNamed)[number] | '';
  return choiceField<Kind>(view, {
    pointer: `${base}/period/kind`,
    label: restWords(view).inputs.linePeriod,
    initial: (line.period?.kind as Kind | undefined) ?? '',
    options: [
      ['', inputWords(view).planPeriod(named && text.inputs.periods[named])],
      ...kNamed.map((kind) => [kind, text.inputs.periods[kind]] as const),
    ],
    choose: (kind) => store.edit(`${base}/period`, kind ? { kind } : undefined),
  });
}
