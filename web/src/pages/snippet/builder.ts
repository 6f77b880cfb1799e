// A calculator of one's own, beside its preview: a brief to begin with, what has been changed of fields, what of
// the answer is shown, and the brief itself, which can also be opened and written by hand.
import { html, nothing, type TemplateResult } from 'lit';
import type { Brief } from '../../../generated/brief';
import { stay } from '../../kit/fields';
import { type Language, languageNames, languages } from '../../locales/index';
import { type Change, type Field, fieldOf, isEmpty, withField, withPart, withWords } from './brief';
import { contrast, kLeastContrast } from './contrast';
import { readyBriefs, type Trade } from './ready';
import type { SnippetWords } from './words/catalogue';

export interface Building {
  say: SnippetWords['brief'];
  language: Language;
  brief: Brief;
  nameOf: (pointer: string) => string;
  /** What is wrong with the brief, by the core. */
  wrong: string;
  change: (brief: Brief) => void;
  /** Takes what was written by hand, or stands in a file. */
  open: (text: string) => void;
}

const kFlags = ['hidden', 'locked', 'required'] as const;
const kWords = ['label', 'help'] as const;
const kSections = [
  'picture',
  'channels',
  'usual',
  'goal',
  'sure',
  'influence',
  'knowing',
  'seek',
  'time',
  'since',
  'changed',
  'split',
  'all',
] as const satisfies readonly NonNullable<Brief['sections']>[number][];

const typedIn = (event: Event): string => (event.target as HTMLInputElement).value.trim();

export function builder(building: Building): TemplateResult {
  const { say, brief } = building;
  const changed = brief.fields ?? [];
  return html`<form class="builder" @submit=${stay}>
    <h2>${say.heading}</h2>
    <p>${say.note}</p>
    ${readyOnes(building)}
    ${changed.length > 0 ? html`<h3>${say.changed}</h3>${changed.map((one) => field(building, one))}` : nothing}
    ${sections(building)} ${callToAction(building)} ${text(building)}
  </form>`;
}

/** One for a trade, to be changed. */
function readyOnes({ say, open }: Building): TemplateResult {
  const begin = (event: Event) => {
    const trade = typedIn(event) as Trade | '';
    if (trade) open(JSON.stringify(readyBriefs[trade]));
  };
  return html`<label>${say.ready}
    <select name="ready" @change=${begin}>
      <option value="">${say.choose}</option>
      ${Object.keys(readyBriefs).map((trade) => html`<option value=${trade}>${say.trades[trade as Trade]}</option>`)}
    </select></label>`;
}

// Fields

function field(building: Building, said: Field): TemplateResult {
  const { say } = building;
  const { pointer } = said;
  const flags = kFlags.filter((flag) => said[flag]).map((flag) => say.flags[flag]);
  const marks = said.order === undefined ? flags : [...flags, say.isMoved];
  const put = putter(building, pointer);
  return html`<details data-field=${pointer}>
    <summary>${building.nameOf(pointer)} ${marks.length > 0 ? html`<small>${marks.join(', ')}</small>` : nothing}</summary>
    ${kFlags.map(
      (
        flag,
      ) => html`<label class="check"><input type="checkbox" name=${flag} .checked=${said[flag] === true}
        @change=${({ target }: Event) => put({ [flag]: (target as HTMLInputElement).checked })} />${say.flags[flag]}</label>`,
    )}
    ${wording(building, pointer)}
  </details>`;
}

export const putter =
  ({ brief, change }: Building, pointer: string) =>
  (part: Change<Field>) =>
    change(withField(brief, pointer, part));

/** What a field is called, what is said beside it, and between what its figure must lie. */
export function wording(building: Building, pointer: string): TemplateResult {
  const { say, brief } = building;
  const said = fieldOf(brief, pointer);
  const put = putter(building, pointer);
  return html`${kWords.flatMap((name) =>
    languages.map(
      (language) => html`<label>${say[name]} (${languageNames[language]})
        <input name="${name}-${language}" .value=${said[name]?.[language] ?? ''}
          @change=${(event: Event) => put({ [name]: withWords(said[name], language, typedIn(event)) })} /></label>`,
    ),
  )}
  ${(['low', 'high'] as const).map(
    (end) => html`<label>${say[end]}
      <input name=${end} type="number" step="any" .value=${String(said[end] ?? '')}
        @change=${(event: Event) => put({ [end]: numberIn(typedIn(event)) })} /></label>`,
  )}`;
}

const numberIn = (typed: string): number | undefined => (typed === '' ? undefined : Number(typed));

// What is shown

function sections({ say, brief, change }: Building): TemplateResult {
  const shown: readonly string[] = brief.sections ?? kSections;
  const toggle = (section: (typeof kSections)[number]) => {
    const next = kSections.filter((one) => shown.includes(one) !== (one === section));
    change(withPart(brief, { sections: next.length < kSections.length ? next : undefined }));
  };
  return html`<details><summary>${say.sections}</summary>
    ${kSections.map(
      (
        one,
      ) => html`<label class="check"><input type="checkbox" name="section-${one}" .checked=${shown.includes(one)}
        @change=${() => toggle(one)} />${say.section[one]}</label>`,
    )}
  </details>`;
}

function callToAction({ say, brief, change }: Building): TemplateResult {
  const call = brief.callToAction;
  const put = (part: Partial<NonNullable<Brief['callToAction']>>) => {
    const next = { kind: 'link' as const, text: {}, ...call, ...part };
    const isSaid = next.address || Object.keys(next.text).length > 0;
    change(withPart(brief, { callToAction: isSaid ? next : undefined }));
  };
  return html`<details><summary>${say.call}</summary>
    ${languages.map(
      (language) => html`<label>${say.callText} (${languageNames[language]})
        <input name="call-${language}" .value=${call?.text[language] ?? ''}
          @change=${(event: Event) => put({ text: withWords(call?.text, language, typedIn(event)) ?? {} })} /></label>`,
    )}
    <label>${say.callAddress}<input name="call-address" .value=${call?.address ?? ''}
      @change=${(event: Event) => put(addressed(typedIn(event)))} /></label>
  </details>`;
}

/** An address with @ is one of mail; without one, the host's page hears of it. */
function addressed(address: string): Pick<NonNullable<Brief['callToAction']>, 'kind' | 'address'> {
  if (address === '') return { kind: 'event' };
  return { kind: address.includes('@') ? 'mailto' : 'link', address };
}

// The brief itself

function text({ say, brief, wrong, open }: Building): TemplateResult {
  const shown = isEmpty(brief) ? '' : JSON.stringify(brief, null, 2);
  const choose = async (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) open(await file.text());
  };
  return html`<details><summary>${say.text}</summary>
    <textarea name="brief" rows="10" aria-label=${say.text} .value=${shown} @change=${(event: Event) => open(typedIn(event))}></textarea>
    <label>${say.file}<input type="file" name="brief-file" accept=".json,application/json" @change=${choose} /></label>
  </details>
  <p role="alert">${wrong}</p>`;
}

/** What is said of colours that are hard to read. */
export function contrastNote(
  say: SnippetWords['brief'],
  look: Readonly<Record<string, string | undefined>>,
): TemplateResult | typeof nothing {
  if (!look.paper && !look.ink && !look.accent) return nothing;
  const { paper = '#fcfbf8', ink = '#1c1b19', accent = '#1d4ed8' } = look;
  const pairs = [
    [say.inkOnPaper, contrast(ink, paper)],
    [say.accentOnPaper, contrast(accent, paper)],
  ] as const;
  return html`<ul class="contrast">${pairs.map(
    ([pair, ratio]) =>
      html`<li>${say.contrast(pair, ratio.toFixed(1), ratio >= kLeastContrast)}</li>`,
  )}</ul>`;
}
