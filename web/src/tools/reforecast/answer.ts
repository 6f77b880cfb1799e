// What has happened since, in one line.
import type { Reforecast } from '../../engine/analyses';
import type { View } from '../../view/view';
import { chanceWords } from '../../view/words';
import { answered, countsOf, saysSomething } from './asking';
import { sinceWords } from './words';

/** The goal's chance, or else that of earning money. */
export function chanceSaid(view: View, { goal, profitable }: Reforecast): string | undefined {
  const say = sinceWords(view);
  const { planned, now } = goal ?? profitable;
  if (!now) return undefined;
  const words = goal ? say.goal : say.earning[view.store.result.basis];
  return words(chanceWords(view, now), chanceWords(view, planned));
}

export function sinceAnswer(view: View): string {
  const say = sinceWords(view);
  if (countsOf(view).length === 0) return say.nothingYet;
  const reply = answered(view);
  if (!reply) return '';
  if (!reply.ok) return view.text.results.undefinedMark;
  if (!saysSomething(reply.value)) return say.nothingYet;
  return chanceSaid(view, reply.value) ?? say.notForeseen;
}
