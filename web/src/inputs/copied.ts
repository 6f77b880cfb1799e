// What to do with a scenario that is still a copy of another.
import type { Scenario } from '../../generated/contract';
import { restWords } from '../locales/later/index';
import { hasHappened, nameOfScenario, type View } from '../view/view';

export function copiedWords(view: View): string | undefined {
  const { document, scenario } = view.store;
  const { role = 'plan' } = scenario;
  const before = document.scenarios.find((one) => one !== scenario && isStillCopy(one, scenario));
  if (!before || role === 'plan') return undefined;
  const say = restWords(view).copied;
  const other = nameOfScenario(view, before);
  const what = say.what[hasHappened(scenario) ? 'past' : 'alternative'](view.action);
  return `${say.copy(nameOfScenario(view, scenario), other)} ${what} ${say.back(other)}`;
}

/** Whether one is still what it was copied from: nothing of it has been changed. */
function isStillCopy(one: Scenario, other: Scenario): boolean {
  const named: readonly (keyof Scenario)[] = ['id', 'name', 'role'];
  const parts = Object.keys({ ...one, ...other }) as (keyof Scenario)[];
  return parts.every((part) => named.includes(part) || one[part] === other[part]);
}
