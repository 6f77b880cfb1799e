// The rest of a calculator in someone else's page. What is left out is one click away, in the
// calculator's own page.
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Document } from '../../generated/contract';
import { numbers, verdict } from '../answer/results';
import { everywhere } from '../deferred/deferred';
import { explained } from '../explanation/explanation';
import { addressWith, filesWay, linkTo, linkWay, way, waysOut } from '../sharing/keeping';
import { plainCopy } from '../sharing/plain';
import { budgetSplit } from '../tools/budget-split/working';
import { certainty } from '../tools/certainty/working';
import { changes } from '../tools/changes/working';
import { goalSeek } from '../tools/goal-seek/working';
import { influence } from '../tools/influence/working';
import { knowing } from '../tools/knowing/working';
import { payback } from '../tools/payback/working';
import type { Deferred } from '../view/deferred';
import type { Opened, View } from '../view/view';
import { embedWords } from './words/index';

function panel(view: View): TemplateResult {
  const { address } = view.outside;
  const { stored } = embedWords(view.format.locale);
  const ownPage = (to: string) => html`${linkWay(view, to)} ${pageWay(view, to)}`;
  return waysOut(view, html`${filesWay(view)} ${address ? ownPage(address) : nothing}`, stored);
}

/** Where a page around is saved by the browser, without a look and a script: then this is seen. */
function keepPlain(view: View, place: Element): void {
  const report = document.createElement('article');
  const { locale } = view.format;
  report.lang = locale;
  render(html`${verdict(view)} ${numbers(view)}<p>${embedWords(locale).asSaved}</p>`, report);
  place.replaceChildren(plainCopy(report));
}

const linkOut = (address: string, words: string) =>
  html`<a class="link" target="_blank" rel="noopener" href=${address}>${words}</a>`;

/** Where the plans that were shown can be opened; empty while that is worked out. */
const kLinks = new WeakMap<Document, string>();

function pageWay(view: View, address: string): TemplateResult {
  const { document } = view.store;
  const say = embedWords(view.format.locale).page;
  if (!kLinks.has(document)) {
    kLinks.set(document, address);
    linkTo(view, address).then((link) => {
      kLinks.set(document, link);
      view.update({});
    });
  }
  return way(say.heading, [linkOut(kLinks.get(document) ?? address, say.open)], say.note);
}

function definitionLink(view: View, { metric }: Opened): TemplateResult | typeof nothing {
  const { address } = view.outside;
  if (!address) return nothing;
  const { format } = view;
  const to = addressWith(address, format, `#method-${metric}`);
  return linkOut(to, embedWords(format.locale).definition);
}

export { leadOf } from './lead';
export { watchProgress } from './progress';

export const deferred: Deferred = {
  ...everywhere([certainty, influence, knowing, goalSeek, payback, changes, budgetSplit]),
  explanation: (view) => explained(view, definitionLink),
  keepPlain,
  panel,
};
