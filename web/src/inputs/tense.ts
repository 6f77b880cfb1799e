// A campaign that is over is called no plan where its figures are typed.
import { restWords } from '../locales/later/index';
import { pastInputs } from '../locales/later/past';
import { hasHappened, type View } from '../view/view';

export const inputWords = (view: View) => ({
  ...restWords(view).inputs,
  ...(hasHappened(view.store.scenario) ? pastInputs(view) : {}),
});
