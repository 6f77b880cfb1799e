// The plan of the next period: a copy with the split's ad spend and what follows from it, beside the plan.
import { html, type TemplateResult } from 'lit';
import type { Document, Scenario } from '../../../generated/contract';
import type { Split } from '../../engine/analyses';
import { errorWords } from '../../locales/later/index';
import { copyAs } from '../../plan/edits';
import { setAt } from '../../plan/pointer';
import { button } from '../../sharing/keeping';
import type { View } from '../../view/view';
import { rough } from '../../view/words';
import { splitWords } from './words';

type NextField = Split['next']['fields'][number];

const figureOf = ({ value, low, high }: NextField) => ({
  ...(low === undefined ? { value } : { low, likely: value, high }),
  provenance: 'assumption' as const,
});

/** Without what is of this period's days: what was counted in them, and when its goal begins and ends. */
function undated({ observed: _, goal, ...rest }: Scenario): Scenario {
  if (!goal) return rest;
  const { start: _start, deadline: _deadline, progress: _progress, ...aim } = goal;
  return { ...rest, goal: aim };
}

/** The fields are of the scenario that is shown; the copy stands last. */
function nextDocument(view: View, { next }: Split): Document {
  const { document, scenario, base } = view.store;
  const { scenarios } = document;
  const name = splitWords(view).nextName;
  const copy = { ...undated(copyAs(scenario, 'alternative', document)), name };
  const last = `/scenarios/${scenarios.length}`;
  return next.fields.reduce<Document>(
    (made, field) => setAt(made, field.pointer.replace(base, last), figureOf(field)),
    { ...document, scenarios: [...scenarios, copy] },
  );
}

export function nextPeriod(view: View, split: Split): TemplateResult {
  const say = splitWords(view);
  const { profit } = split.next;
  const put = () => {
    const error = view.store.takeOver(
      nextDocument(view, split),
      view.store.document.scenarios.length,
    );
    view.outside.say(error ? errorWords(view, error) : say.nextDone);
  };
  return html`<p>${profit === undefined ? '' : `${say.nextProfit(rough(view, 'profit', profit))} `}${button(say.putNext, put)}</p>`;
}
