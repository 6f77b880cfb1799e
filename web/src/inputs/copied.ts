// What to do with a scenario that is still a copy of another.
import { restWords } from '../locales/later/index';
import { isStillCopy } from '../plan/edits';
import { nameOfScenario, type View } from '../view/view';

export function copiedWords(view: View): string | undefined {
  const { document, scenario } = view.store;
  const { role = 'plan' } = scenario;
  const before = document.scenarios.find((one) => one !== scenario && isStillCopy(one, scenario));
  if (!before || role === 'plan') return undefined;
  const say = restWords(view).copied;
  const other = nameOfScenario(view, before);
  const what = say.what[role === 'alternative' ? role : 'past'](view.action);
  return `${say.copy(nameOfScenario(view, scenario), other)} ${what} ${say.back(other)}`;
}
