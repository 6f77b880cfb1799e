// The whole calculator, drawn: its head, what is typed, and what it comes to.
import { html, nothing, type TemplateResult } from 'lit';
import { results, verdict } from '../answer/results';
import { inputs } from '../inputs/inputs';
import { scenarioBar } from '../inputs/scenarios';
import { whoseLine } from '../inputs/start';
import { type Language, languageNames, languageOf, languages } from '../locales/index';
import { later, whileLoading } from '../view/deferred';
import type { Panel, View } from '../view/view';
import type { Announcing } from './announcing';
import type { Around } from './around';
import type { SlimBar } from './slim-bar';

export interface Parts {
  around: Around;
  announcing: Announcing;
  slimBar: SlimBar;
  loadTheRest: () => Promise<void>;
  useLanguage: (language: Language) => void;
}

export function page(view: View, parts: Parts): TemplateResult {
  const { around, announcing, slimBar } = parts;
  return html`${skipLink(view)} ${head(view, parts)} ${panel(view)}
    ${view.outside.shared ? later()?.sharedLine?.(view) : whoseLine(view)} ${announcing.line()}
    ${scenarioBar(view)}
    <div class="stage">
      ${slimBar.draw(view)}
      <main class=${view.ui.grid ? 'wide' : nothing}>${verdict(view, around.underVerdict?.())} ${inputs(view)} ${results(view, around.lines)}</main>
    </div>
    ${announcing.status()}`;
}

/** The first thing that Tab reaches leads past all else to the first field. */
function skipLink({ text, focusLater }: View): TemplateResult {
  const skip = () => focusLater('.inputs input[inputmode]');
  return html`<button type="button" class="link skip unseen" @click=${skip}>${text.actions.skip}</button>`;
}

function head(view: View, parts: Parts): TemplateResult {
  const { text, store } = view;
  const current = languageOf(view.format.locale);
  return html`<header>
    <h1>${text.title}</h1>
    <span class="languages" role="group" aria-label=${text.actions.language}>
      ${languages.map(
        (
          language,
        ) => html`<button type="button" class="link" lang=${language} title=${languageNames[language]}
          aria-pressed=${language === current ? 'true' : 'false'} @click=${() => parts.useLanguage(language)}>${language.toUpperCase()}</button>`,
      )}
    </span>
    <span class="steps">
      ${glyphButton('↶', text.actions.undo, store.canUndo, () => store.undo())}
      ${glyphButton('↷', text.actions.redo, store.canRedo, () => store.redo())}
    </span>
    <div class="actions">${ways(view, parts)}</div>
  </header>`;
}

function glyphButton(glyph: string, label: string, isEnabled: boolean, act: () => void) {
  return html`<button type="button" class="link glyph" title=${label} aria-label=${label}
    aria-disabled=${isEnabled ? 'false' : 'true'} tabindex=${isEnabled ? nothing : '-1'}
    @click=${() => isEnabled && act()}>${glyph}</button>`;
}

/** Ways out of the page; a report is printed from one of our own. */
function ways(view: View, parts: Parts) {
  const { cannotSave, isOwn } = parts.around;
  if (cannotSave !== undefined) return html`<span class="soft">${cannotSave}</span>`;
  const brings = view.outside.reader && (view.brief?.shows('evidence') ?? true);
  return html`${brings ? opener(view, parts, 'evidence') : nothing}
    ${opener(view, parts, 'keeping')} ${isOwn ? opener(view, parts, 'report') : nothing}`;
}

function opener({ text, ui, update, focusLater }: View, { loadTheRest }: Parts, panel: Panel) {
  const isOpen = ui.panel === panel;
  const open = () => {
    update({ panel: isOpen ? undefined : panel });
    if (!isOpen) loadTheRest().then(() => focusLater('.keeping h2'));
  };
  return html`<button type="button" class="link" data-opens=${panel} aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${open}>${text.actions[panel]}</button>`;
}

function panel(view: View): TemplateResult | typeof nothing {
  const name = view.ui.panel;
  return name === undefined ? nothing : (later()?.panel(view, name) ?? whileLoading(view));
}
