// snippet.html: one live calculator, and the lines that put it into a page.
import { html, nothing, render, type TemplateResult } from 'lit';
import type { TrustedTypesWindow } from 'trusted-types/lib';
import kLeadExample from '../../docs/recipes/own.html?raw';
import type { Brief } from '../../generated/brief';
import type { RoiAnswer, RoiFailure } from '../embed/api';
import { stay } from '../kit/fields';
import { en } from '../locales/en';
import { fr } from '../locales/fr';
import {
  chooseLocale,
  type Language,
  languageNames,
  languageOf,
  languages,
} from '../locales/index';
import { packed } from '../persistence/link';
import { presetIds } from '../plan/presets';
import { bar } from './snippet/bar';
import { fieldOf, isEmpty, kEmpty, withField, withPart } from './snippet/brief';
import { type Building, builder, contrastNote } from './snippet/builder';
import { Choosing } from './snippet/choosing';
import { snippetLayout } from './snippet/layout';
import { nameOfField } from './snippet/names';
import { fieldsIn } from './snippet/preview';
import { policyOf, type Source, snippetOf, type Wishes } from './snippet/text';
import { kBuilders } from './snippet/words/catalogue';
import { snippetWords } from './snippet/words/index';

const kWords = { fr, en };
const { trustedTypes } = window as unknown as TrustedTypesWindow;
/** What may be loaded is decided by the CSP. */
const policy = trustedTypes?.createPolicy('roi', { createScriptURL: (address) => address });
let language: Language = languageOf(
  chooseLocale([new URLSearchParams(location.search).get('lang'), ...navigator.languages]),
);
let wishes: Wishes = {
  kind: 'script',
  lang: language,
  currency: '',
  preset: 'one-channel',
  mode: 'compact',
  theme: '',
  look: {},
  dataLayer: '',
};
let source: Source | 'missing' | undefined;
let notice = '';
let brief: Brief = kEmpty;
/** What the preview calls its fields, and called those that are hidden. */
const known = new Map<string, string>();
const choosing = new Choosing({
  preview: () => document.querySelector('.preview'),
  draw: () => draw(),
});
let wrong = '';
let lead = '';

const change = (part: Partial<Wishes>) => {
  wishes = { ...wishes, ...part };
  notice = '';
  draw();
};

const typed = (event: Event) => (event.target as HTMLInputElement).value.trim();

// Choosing

function choice<Name extends 'kind' | 'lang' | 'preset' | 'mode' | 'theme'>(
  label: string,
  name: Name,
  options: Readonly<Record<string, string>>,
  note = '',
): TemplateResult {
  return html`<label>${label}
    <select name=${name} @change=${(event: Event) => change({ [name]: typed(event) })}>
      ${Object.entries(options).map(
        ([value, words]) =>
          html`<option value=${value} ?selected=${wishes[name] === value}>${words}</option>`,
      )}
    </select>${note ? html`<small>${note}</small>` : nothing}</label>`;
}

function colour(label: string, name: 'accent' | 'paper', first: string): TemplateResult {
  const say = snippetWords[language];
  const { [name]: value, ...others } = wishes.look;
  const own = html`<label class="check"><input type="checkbox" .checked=${value === undefined}
    @change=${({ target }: Event) => change({ look: (target as HTMLInputElement).checked ? others : { ...others, [name]: first } })} />
    ${label}${kWords[language].colon}${say.own}</label>`;
  return html`${own}${
    value === undefined
      ? nothing
      : html`<input type="color" aria-label=${label} name=${name} .value=${value}
          @input=${(event: Event) => change({ look: { ...others, [name]: typed(event) } })} />`
  }`;
}

function text(label: string, name: string, note: string, put: (value: string) => Partial<Wishes>) {
  return html`<label>${label}<input name=${name} @input=${(event: Event) => change(put(typed(event)))} />
    ${note ? html`<small>${note}</small>` : nothing}</label>`;
}

function withLook(name: 'sans' | 'radius', value: string): Partial<Wishes> {
  const { [name]: _, ...others } = wishes.look;
  return { look: value ? { ...others, [name]: value } : others };
}

function options(): TemplateResult {
  const say = snippetWords[language];
  const names = Object.fromEntries(presetIds.map((id) => [id, kWords[language].presets[id].name]));
  const isCode = (value: string) => /^[A-Za-z]{3}$/.test(value);
  return html`<form @submit=${stay}>
    <h2>${say.options}</h2>
    ${choice(say.kind, 'kind', say.kinds, say.kindNote[wishes.kind])}
    ${choice(say.language, 'lang', languageNames)}
    ${text(say.currency, 'currency', say.currencyNote, (value) => ({ currency: isCode(value) ? value.toUpperCase() : '' }))}
    ${choice(say.preset, 'preset', names)} ${choice(say.mode, 'mode', say.modes)}
    ${choice(say.theme, 'theme', say.themes)}
    ${colour(say.accent, 'accent', '#1d4ed8')} ${colour(say.paper, 'paper', '#ffffff')}
    ${contrastNote(say.brief, wishes.look)}
    ${text(say.font, 'font', say.fontNote, (value) => withLook('sans', value))}
    ${text(say.radius, 'radius', '', (value) => withLook('radius', /^\d{1,2}$/.test(value) ? `${value}px` : ''))}
    ${wishes.kind === 'script' ? text(say.layer, 'layer', say.layerNote, (value) => ({ dataLayer: value.replaceAll(/\W/g, '') })) : nothing}
  </form>`;
}

// Building

/** The brief that the preview shows: a calculator follows an object that is another one. */
let shownBrief: Brief | undefined;

async function useBrief(next: Brief): Promise<void> {
  brief = next;
  wrong = '';
  // What is typed stands in the preview already; what a brief was opened with is still begun with.
  const asked = withPart(next, { start: shownBrief?.start });
  if (JSON.stringify(asked) !== JSON.stringify(shownBrief ?? kEmpty))
    shownBrief = isEmpty(asked) ? undefined : asked;
  draw();
  const text = JSON.stringify(next, null, 2);
  const said = isEmpty(next) ? undefined : { text, packed: await packed(next) };
  if (brief === next) change({ brief: said });
}

/** One that is opened begins with its own plan, unless another has been opened since. */
async function openBrief(opened: Brief): Promise<void> {
  await useBrief(opened);
  if (brief !== opened) return;
  shownBrief = opened;
  draw();
  await document.querySelector('roi-calculator')?.reset();
}

/** What the preview shows, each time it has been drawn. */
function look(event: Event): void {
  const { shadowRoot } = event.target as Element;
  if (!shadowRoot) return;
  const seen = () => {
    for (const { pointer, label } of fieldsIn(shadowRoot)) known.set(pointer, label);
    choosing.arrive();
    draw();
  };
  new MutationObserver(seen).observe(shadowRoot, { subtree: true, childList: true });
  new ResizeObserver(choosing.place).observe(event.target as Element);
  seen();
}

function building(): Building {
  const say = snippetWords[language].brief;
  const open = (text: string) => {
    try {
      openBrief(text ? (JSON.parse(text) as Brief) : kEmpty);
    } catch {
      wrong = say.notJson;
      draw();
    }
  };
  const naming = { say, language, text: kWords[language], brief, known };
  const nameOf = (pointer: string) => nameOfField(naming, pointer);
  return { say, language, brief, nameOf, wrong, change: useBrief, open };
}

// Looking

function preview(): TemplateResult {
  const { lang, currency, preset, mode, theme } = wishes;
  const say = snippetWords[language];
  const begin = ({ detail }: CustomEvent<RoiAnswer>) => {
    useBrief(withPart(brief, { start: detail.scenario, preset: undefined }));
  };
  const fail = ({ detail }: CustomEvent<RoiFailure>) => {
    if (detail.code === 'brief') wrong = detail.message;
    draw();
  };
  return html`<h2>${say.preview}</h2>
    <p class="soft">${say.brief.inPlace}</p>
    ${hiddenOnes()}
    <div class="preview"><roi-calculator lang=${lang} currency=${currency || nothing} preset=${preset}
      mode=${mode} theme=${theme || nothing} frame-src="none" .brief=${shownBrief} @focusin=${choosing.choose} @click=${choosing.choose} @keydown=${choosing.press} @pointerover=${choosing.hover} @pointerleave=${choosing.hover} @roi-ready=${look} @roi-change=${begin} @roi-error=${fail}>
      ${leadForm()}
    </roi-calculator>${choosing.hovered ? html`<div class="hovered"></div>` : nothing}${fieldBar()}</div>`;
}

/** What the brief hides, to be shown again. */
function hiddenOnes() {
  const { say, nameOf } = building();
  const hidden = (brief.fields ?? []).filter((field) => field.hidden);
  if (hidden.length === 0) return nothing;
  const show = (pointer: string) => {
    useBrief(withField(brief, pointer, { hidden: false }));
    choosing.goTo(pointer);
  };
  return html`<div class="hidden"><h3 id="hidden">${say.hidden}</h3><ul aria-labelledby="hidden">${hidden.map(
    ({ pointer }) =>
      html`<li>${nameOf(pointer)} <button type="button" data-shows=${pointer} aria-label=${say.showAgain(nameOf(pointer))}
        @click=${() => show(pointer)}>${say.acts.show}</button></li>`,
  )}</ul></div>`;
}

function fieldBar() {
  const { pointer, group, isWording } = choosing;
  if (pointer === undefined) return nothing;
  const chosen = {
    pointer,
    group,
    isWording,
    word: (words: boolean) => choosing.word(words),
    back: () => choosing.back(),
    onward: (event: KeyboardEvent) => choosing.onward(event),
  };
  const isGone = fieldOf(brief, pointer).hidden === true;
  return html`<div class="framed ${isGone ? 'gone' : ''}">${bar(building(), chosen)}</div>`;
}

/** An agency's own form: it hears the result in the page, and sends nothing here. */
function leadForm() {
  if (wishes.kind !== 'script') return nothing;
  const say = snippetWords[language];
  const send = (event: Event) => {
    event.preventDefault();
    lead = JSON.stringify(Object.fromEntries(new FormData(event.target as HTMLFormElement)));
    draw();
  };
  return html`<form slot="cta" data-roi-send @submit=${send}>
    <label>${say.email}<input name="email" type="email" required /></label>
    ${(['verdict', 'roi', 'link'] as const).map((name) => html`<input type="hidden" name=${name} data-roi=${name} />`)}
    <button>${say.send}</button>
    <p role="status">${lead ? html`${say.wouldSend} <code>${lead}</code>` : nothing}</p>
  </form>`;
}

// Copying

async function copy(lines: string): Promise<void> {
  const say = snippetWords[language];
  try {
    await navigator.clipboard.writeText(lines);
    notice = say.copied;
  } catch {
    document.querySelector<HTMLTextAreaElement>('#lines')?.select();
    notice = say.copyFailed;
  }
  draw();
}

function lines(): TemplateResult {
  const say = snippetWords[language];
  if (source === 'missing') return html`<p role="alert">${say.missing}</p>`;
  if (!source) return html``;
  const chosen = snippetWords[languageOf(wishes.lang)];
  const pasted = snippetOf(wishes, source, { open: chosen.open, title: chosen.calculator });
  return html`<h2><label for="lines">${say.snippet}</label></h2>
    <textarea id="lines" readonly rows="10" .value=${pasted}></textarea>
    <button type="button" @click=${() => copy(pasted)}>${say.copy}</button>
    <span role="status">${notice}</span>
    <h2>${say.policy}</h2>
    <pre tabindex="0">${policyOf(wishes.kind, source)}</pre>
    <p class="soft">${say.policyNote[wishes.kind]}</p>`;
}

function notes(): TemplateResult {
  const say = snippetWords[language];
  return html`<h2>${say.notes}</h2>
    <dl>${kBuilders.map((name) => html`<dt>${name}</dt><dd>${say.builders[name]}</dd>`)}</dl>
    <h2>${say.lead}</h2>
    <p>${say.leadNote}</p>
    <pre tabindex="0">${kLeadExample}</pre>
    <h2>${say.privacy}</h2>
    <p>${say.privacyNote}</p>`;
}

function page(): TemplateResult {
  const say = snippetWords[language];
  const use = (event: Event) => {
    language = languageOf(typed(event));
    notice = '';
    draw();
  };
  return html`<header>
      <h1>${say.title}</h1>
      <a href="./">${say.calculator}</a>
      <select aria-label=${say.language} name="page-language" @change=${use}>
        ${languages.map((one) => html`<option value=${one} ?selected=${one === language}>${languageNames[one]}</option>`)}
      </select>
    </header>
    <p>${say.intro}</p>
    <main><div class="columns"><div>${options()}${builder(building())}</div><div>${preview()}</div></div>${lines()} ${notes()}</main>`;
}

function draw(): void {
  const say = snippetWords[language];
  document.documentElement.lang = language;
  document.title = say.title;
  render(page(), document.body);
  choosing.place();
  const shown = document.querySelector('roi-calculator');
  for (const name of ['accent', 'paper', 'sans', 'radius'] as const) {
    shown?.style.setProperty(`--roi-${name}`, wishes.look[name] ?? null);
  }
}

async function findScript(): Promise<void> {
  const base = new URL('./', location.href).href;
  try {
    const { file, integrity } = await (await fetch('embed/integrity.json')).json();
    source = { base, file, integrity };
    const script = document.createElement('script');
    script.type = 'module';
    const address = `embed/${file}`;
    script.src = (policy?.createScriptURL(address) ?? address) as string;
    script.integrity = integrity;
    document.head.append(script);
  } catch {
    source = 'missing';
  }
  draw();
}

document.adoptedStyleSheets = snippetLayout.styleSheet ? [snippetLayout.styleSheet] : [];
draw();
findScript();
