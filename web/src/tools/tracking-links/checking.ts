// Links that exist, one or a column of them: read, graded and mended. Nothing of it is kept.
import { html, nothing, type TemplateResult } from 'lit';
import type { LinksRead } from '../../../generated/evidence';
import type { AskOfEvidence } from '../../engine/reader';
import { keepUndo } from '../../kit/fields';
import { table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { button } from '../../sharing/keeping';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import { linksRead } from './asking';
import { filedUnder, issueWords } from './saying';
import { linkWords } from './words';

const pasted = ownState<{ text: string }>({ text: '' });

export function checkSection(view: View, ask: AskOfEvidence): TemplateResult {
  const say = linkWords(view);
  const { text } = pasted.of(view);
  const take = ({ target }: Event) =>
    pasted.update(view, { text: (target as HTMLTextAreaElement).value });
  return html`<p class="note">${say.checkNote}</p>
    <label>${say.paste}
      <textarea name="links" rows="5" spellcheck="false" .value=${text} @change=${take} @keydown=${keepUndo}></textarea></label>
    ${text.trim() ? answer(view, ask, text) : nothing}`;
}

function answer(view: View, ask: AskOfEvidence, text: string): TemplateResult {
  const reply = linksRead(view, ask, text);
  if (reply.ok) return found(view, reply.value);
  const [error] = reply.errors;
  return html`<p class="wrongly">${error ? errorWords(view, error) : nothing}</p>`;
}

function found(view: View, { links, leftOut }: LinksRead): TemplateResult {
  const say = linkWords(view);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(links.map(({ url, mended }) => mended ?? url).join('\n'));
      view.outside.say(say.copied);
    } catch {
      view.outside.say(say.notCopied, true);
    }
  };
  return html`${table({
    caption: say.check,
    columns: [say.link, say.grade, say.filed, say.notes, say.mended],
    rows: links.map(
      (link) =>
        [
          html`<code>${link.url}</code>`,
          say.grades[link.grade],
          filedUnder(view, link),
          html`${issueWords(view, link).map((words) => html`<p>${words}</p>`)}`,
          link.mended ? html`<code>${link.mended}</code>` : view.text.results.undefinedMark,
        ] as const,
    ),
  })}
  ${leftOut > 0 ? html`<p class="wrongly">${say.leftOut(leftOut, view.format.figure(leftOut, 'count'))}</p>` : nothing}
  <p>${button(say.copyMended, copy)}</p>`;
}
