// Exports become figures of the plan: files are brought, read in the page, looked at, and put into it.
import { html, nothing, type TemplateResult } from 'lit';
import { keepUndo } from '../../kit/fields';
import { type Content, contentOf } from '../../persistence/opened';
import { button, fileButton, kTables } from '../../sharing/keeping';
import { openEvidence } from '../../view/evidence';
import type { EvidenceTool } from '../../view/tool';
import type { View } from '../../view/view';
import { becoming } from './becoming';
import { scenarioOf } from './outcome';
import { sourceBlock } from './source';
import { brought, take } from './sources';
import { importLayout } from './styles';
import { importWords } from './words';

const kExports = { name: 'exports', accept: kTables, multiple: true };

export const importTool: EvidenceTool = {
  id: 'import',
  name: (view) => importWords(view).heading,
  purpose: (view) => importWords(view).purpose,
  draw: { atOnce: panel },
  layout: importLayout,
};

function panel(view: View): TemplateResult {
  const say = importWords(view);
  const state = brought.of(view);
  const { action } = scenarioOf(view, state);
  const paste = () => {
    brought.update(view, { pastes: !state.pastes });
    view.focusLater('.bringing textarea');
  };
  return html`<div class="bringing">
    <p class="note">${say.how}</p>
    <p class="ways-in">${fileButton(say.choose, (files) => chosen(view, files), kExports)} ${button(say.paste, paste)}</p>
    ${state.pastes ? cells(view) : nothing}
    ${state.sources.map((source) => sourceBlock(view, source, action))} ${becoming(view, state)}
  </div>`;
}

/** Taken as soon as they are pasted; what is typed, once the field is left. */
function cells(view: View): TemplateResult {
  const say = importWords(view);
  const read = ({ target }: Event) => {
    const { value } = target as HTMLTextAreaElement;
    if (!/[\t\r\n]/.test(value.trim())) return;
    brought.update(view, { pastes: false });
    bringCells(view, value);
  };
  const pasted = (event: Event) => {
    if (/^insertFrom/.test((event as InputEvent).inputType)) read(event);
  };
  return html`<label>${say.pasteLabel}
    <textarea name="cells" rows="5" spellcheck="false" @input=${pasted} @change=${read} @keydown=${keepUndo}></textarea></label>`;
}

const takeFiles = (view: View, files: readonly File[]) =>
  take(view, files, (file) => (file as File).name);

/** Chosen here, a table is an export; what is none is refused as it is everywhere. */
async function chosen(view: View, files: readonly File[]): Promise<void> {
  const found = await Promise.all(files.map(contentOf));
  const isTable = (content: Content) => typeof content === 'object' && 'table' in content;
  await takeFiles(
    view,
    files.filter((_, at) => isTable(found[at] ?? 'empty')),
  );
  const other = found.find((one) => !isTable(one));
  if (other === undefined) return;
  if (typeof other === 'string') await view.outside.open(other, 'file');
  else if ('document' in other) await view.outside.open(other.document, 'file');
}

/** Shows what is brought, once it is read; nothing is in the plan yet. */
export function openImport(view: View, files: readonly File[]): Promise<void> {
  openEvidence(view, importTool.id);
  return takeFiles(view, files);
}

let pastes = 0;

export function bringCells(view: View, text: string): void {
  pastes += 1;
  const number = pastes;
  openEvidence(view, importTool.id);
  take(view, [new Blob([text])], () => importWords(view).pasted(number));
}
