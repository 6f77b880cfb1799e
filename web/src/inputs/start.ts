// Whose figures are shown, and the way to figures of one's own: the first line of the page, and
// what is offered once an example has been begun to be changed.
import { html, nothing, type TemplateResult } from 'lit';
import { emptyLike, whoseFigures, withoutExample } from '../plan/origins';
import { later, loadDeferred } from '../view/deferred';
import { givenBy, type View } from '../view/view';

/** A line of its own above everything; none where all figures are the visitor's. */
export function whoseLine(view: View): TemplateResult | typeof nothing {
  const { example, page, visitor } = whoseFigures(view.store.scenario);
  if (example + page === 0) return nothing;
  const say = view.text.whose;
  const sentences = visitor > 0 ? say.partly : say.all;
  return html`<p class="whose">
    <span>${sentences[givenBy(view, example > 0 ? 'example' : 'page')]}</span>
    ${view.brief ? nothing : html`<button type="button" class="link" data-starts @click=${() => start(view)}>${say.start}</button>`}
  </p>`;
}

/** What is chosen where that is no example. */
export function otherChoice(view: View): string {
  const { page, visitor } = whoseFigures(view.store.scenario);
  const isGiven = page > 0 && visitor === 0;
  const { given, yours } = view.text.inputs;
  if (view.outside.shared) return given.link;
  return isGiven ? given[view.outside.ownsPage ? 'link' : 'page'] : yours;
}

/** Beside the fields, for the first line may be out of sight while they are filled in. */
export function clearOffer(view: View): TemplateResult | typeof nothing {
  const { store, text, ui } = view;
  const { example, visitor } = whoseFigures(store.scenario);
  if (example === 0 || visitor === 0 || ui.keepsExample || view.outside.shared || view.brief)
    return nothing;
  const keep = () => {
    view.update({ keepsExample: true });
    view.focusLater('#answer');
  };
  return html`<p class="offer">
    <span>${text.whose.rest}</span>
    <button type="button" class="link" data-clears @click=${() => clear(view)}>${text.whose.clear}</button>
    <button type="button" class="link" @click=${keep}>${text.whose.keep}</button>
  </p>`;
}

/** Nothing of what was shown remains, and the list leads through the first figures; undo brings it back. */
function start(view: View): void {
  const { store } = view;
  const { page, visitor } = whoseFigures(store.scenario);
  if (page > 0) store.replace(emptyLike(store.scenario), 'blank');
  else store.usePreset('blank');
  if (view.ui.grid) view.update({ grid: undefined });
  goOn(view, visitor > 0);
}

function clear(view: View): void {
  const { store } = view;
  store.set(store.base, withoutExample(store.scenario));
  goOn(view, true);
}

/** Leads to the field that is to be filled in next. */
async function goOn(view: View, replacesOwn: boolean): Promise<void> {
  view.update({ keepsExample: false, opened: undefined });
  await loadDeferred();
  if (replacesOwn) later()?.sayReplaced(view);
  later()?.focusNext(view);
}
