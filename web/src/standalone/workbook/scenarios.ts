// The scenarios of a plan beside the one that is shown, each as it would be shown.
import { Format } from '../../locales/format';
import { Store } from '../../plan/store';
import { channelNames, type View } from '../../view/view';

const nothingElse = () => {};

/** The same page as if another scenario was shown in it. */
export function viewOf(view: View, at: number): View {
  const { engine, document, believed } = view.store;
  if (at === view.store.at) return view;
  const store = new Store(engine, document, undefined, nothingElse, nothingElse);
  store.believe(believed);
  store.show(at);
  const { action, channels, currency } = store.scenario;
  const format = new Format(view.format.locale, currency);
  const margin = store.result.basis === 'margin';
  const labels = view.text.metric({ action, margin, currency: format.currencyName });
  return { ...view, store, action, format, labels, names: channelNames(view.text, channels) };
}
