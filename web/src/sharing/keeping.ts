// Taking the plan elsewhere: the ways that there are everywhere, and the panel they stand in.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../locales/format';
import type { Refusal } from '../locales/later/catalogue';
import { errorWords, restWords } from '../locales/later/index';
import { fragmentOf, kLongestLink } from '../persistence/link';
import { contentOf, type NotOpened } from '../persistence/opened';
import { later } from '../view/deferred';
import type { View } from '../view/view';
import { csv } from './csv';

export const keepingLayout = css`
  .keeping {
    border-bottom: 1px solid var(--line);
    padding: var(--s5) var(--s4);
  }
  @container (min-width: 56em) {
    .keeping {
      padding-inline: clamp(var(--unit), 4cqi, calc(3 * var(--unit)));
    }
  }
  .keeping .top {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
  }
  .keeping h2 {
    font: 600 var(--text) / 1.4 var(--sans);
  }
  .ways-out {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(13 * var(--unit))), 1fr));
    gap: var(--s5);
    margin-top: var(--s4);
  }
  .ways-out h3 {
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .ways-out .link {
    display: block;
  }
  .ways-out p {
    font-size: var(--small);
    color: var(--soft);
    margin-top: var(--s1);
  }
  .private {
    max-width: calc(42 * var(--unit));
    margin-top: var(--s4);
    font-size: var(--small);
  }
  .ways-out label {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-height: 24px;
    padding: var(--s1) 0;
  }
  .ways-out input[type='checkbox'] {
    width: 18px;
    height: 18px;
    accent-color: var(--act);
  }
`;

const kScenarioName = 'roi-scenario.json';

/** The ways out, side by side, and what becomes of the visitor's figures besides. */
export function waysOut(view: View, ways: TemplateResult, stored: string): TemplateResult {
  const say = restWords(view).keeping;
  return below(
    view,
    say.heading,
    html`<div class="ways-out">${ways}</div>
      <p class="private"><b>${say.figures}</b> ${say.sent} ${stored}</p>`,
  );
}

/** What lies below the head until it is closed. */
export function below(view: View, heading: string, content: TemplateResult): TemplateResult {
  const close = () => {
    view.update({ panel: undefined });
    view.focusLater(`[data-opens="${view.ui.panel}"]`);
  };
  const leave = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') close();
  };
  return html`<section class="keeping" aria-label=${heading} @keydown=${leave}>
    <div class="top">
      <h2 tabindex="-1">${heading}</h2>
      <button type="button" class="link" @click=${close}>${restWords(view).keeping.close}</button>
    </div>
    ${content}
  </section>`;
}

export const way = (title: string, acts: readonly unknown[], note: string) => html`<div>
  <h3>${title}</h3>
  ${acts}
  <p>${note}</p>
</div>`;

export const button = (label: string, act: (event: Event) => unknown) =>
  html`<button type="button" class="link" @click=${act}>${label}</button>`;

interface FileBox {
  name: string;
  accept: string;
  multiple?: boolean;
}

/** Lets files be chosen; the same ones again, too. */
export function fileButton(
  label: string,
  chosen: (files: readonly File[]) => unknown,
  { name, accept, multiple = false }: FileBox,
): TemplateResult {
  const choose = (event: Event) => {
    const input = (event.target as HTMLElement).parentElement?.querySelector('input');
    input?.click();
  };
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    chosen([...(input.files ?? [])]);
    input.value = '';
  };
  return html`<span>${button(label, choose)}
    <input type="file" name=${name} hidden ?multiple=${multiple} accept=${accept} @change=${take} /></span>`;
}

// A link

export function linkWay(view: View, address: string): TemplateResult {
  const say = restWords(view).keeping;
  const { link } = view.ui;
  const isOld = link?.document !== view.store.document;
  const field = html`<input class="text" readonly name="link" aria-label=${say.link} .value=${link?.text ?? ''}
    @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />`;
  return way(
    say.link,
    [button(say.copyLink, () => copyLink(view, address)), isOld ? nothing : field],
    say.linkNote,
  );
}

/** The address of a page in the language shown, with a fragment for it. */
export function addressWith(address: string, { locale }: Format, fragment: string): string {
  const to = new URL(address);
  to.searchParams.set('lang', locale);
  to.hash = fragment;
  return to.href;
}

/** The address of a page with the plan in it. */
export const linkTo = async ({ store, format, brief }: View, address: string): Promise<string> =>
  addressWith(address, format, await fragmentOf(store.document, brief?.stated));

async function copyLink(view: View, address: string): Promise<void> {
  const say = restWords(view).keeping;
  const { keeper, say: announce } = view.outside;
  const { document } = view.store;
  const link = await linkTo(view, address);
  if (link.length > kLongestLink) {
    announce(say.linkTooLong);
    return;
  }
  keeper.keep(document);
  view.update({ link: { text: link, document } });
  try {
    await navigator.clipboard.writeText(link);
    announce(say.linkCopied);
  } catch {
    announce(say.linkShown);
    view.focusLater('[name="link"]');
  }
}

// Files

const kPlans = '.json,application/json';
export const kTables =
  '.csv,.tsv,.tab,.txt,.xlsx,.zip,text/csv,text/tab-separated-values,text/plain';

/** `note`: what is said of files besides. */
export function filesWay(
  view: View,
  tables: readonly TemplateResult[] = [],
  note = '',
): TemplateResult {
  const say = restWords(view).keeping;
  const accept = later()?.bringFiles ? `${kPlans},${kTables}` : kPlans;
  const about = { name: 'scenario-file', accept, multiple: true };
  return html`<div>
    <h3>${say.files}</h3>
    ${button(say.saveScenario, () => saveScenario(view))}
    ${fileButton(say.openScenario, (files) => openFiles(view, files), about)}
    ${tables} ${button(say.csv, () => saveCsv(view))}
    <p>${say.filesNote} ${note}</p>
  </div>`;
}

function saveScenario(view: View): void {
  const { download, keeper, say } = view.outside;
  const text = `${JSON.stringify(view.store.document, null, 2)}\n`;
  download(text, kScenarioName, 'application/json');
  keeper.keep(view.store.document);
  say(restWords(view).keeping.scenarioSaved);
}

/** A table leaves things out, so that the plan is not kept by it. */
function saveCsv(view: View): void {
  view.outside.download(csv(view), 'roi.csv', 'text/csv');
  view.outside.say(restWords(view).keeping.csvSaved);
}

/** One that is a plan is opened; tables are brought together, where the page takes them. */
export async function openFiles(view: View, files: readonly File[]): Promise<void> {
  const { open } = view.outside;
  const bring = later()?.bringFiles;
  const tables: File[] = [];
  for (const file of files) {
    const found = await contentOf(file);
    if (typeof found === 'string') await open(found, 'file');
    else if ('document' in found) await open(found.document, 'file');
    else if (bring) tables.push(found.table);
    else await open(found.else, 'file');
  }
  if (tables.length > 0) await bring?.(view, tables);
}

// What a link or a file came to

export function openedWords(view: View): string {
  return restWords(view).keeping.opened;
}

const kLongestQuote = 80;

/** Keys of a file are anything: no word of the sentence may be hidden or turned round by them. */
function quoted(text: string): string {
  const start = text.slice(0, kLongestQuote).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return text.length > kLongestQuote ? `${start}…` : start;
}

export function refusedWords(view: View, from: 'link' | 'file', why: NotOpened | Refusal): string {
  const say = restWords(view).keeping;
  if (typeof why === 'string') return say.refused[from](say.why[why]);
  if (why.code === 'version.newer') return say.refused[from](say.why.newer);
  const what = errorWords(view, { ...why, detail: quoted(why.detail ?? '') });
  return say.refused[from](why.path ? say.invalid(quoted(why.path), what) : what);
}
