// The lines a host pastes: the script, or the frame.
import { kFrameStyles } from '../../embed/protocol';

export interface Wishes {
  kind: 'script' | 'frame';
  lang: string;
  currency: string;
  preset: string;
  mode: string;
  theme: string;
  /** Custom properties without their `--roi-`. */
  look: Partial<Record<(typeof kFrameStyles)[number], string>>;
  dataLayer: string;
}

/** Where the files are, and what the script must be. */
export interface Source {
  base: string;
  file: string;
  integrity: string;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What cannot end a rule or the style element. */
const inRule = (value: string) => value.replaceAll(/[<>{};]/g, '');

const kHeight = 960;

const lookOf = ({ look }: Wishes): [string, string][] =>
  kFrameStyles.flatMap((name): [string, string][] => (look[name] ? [[name, look[name]]] : []));

function attributesOf({
  lang,
  currency,
  preset,
  mode,
  theme,
  dataLayer,
}: Wishes): [string, string][] {
  const all = { lang, currency, preset, mode, theme, 'data-layer': dataLayer };
  return Object.entries(all).filter(([, value]) => value !== '');
}

function scriptLines(wishes: Wishes, { base, file, integrity }: Source, fallback: string): string {
  const look = lookOf(wishes).map(([name, value]) => `--roi-${name}: ${inRule(value)}`);
  const rule = look.length > 0 ? `\nroi-calculator { ${look.join('; ')} }` : '';
  const attributes = attributesOf(wishes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<style>
roi-calculator:not(:defined) { display: block; min-height: ${kHeight}px }${rule}
</style>
<script type="module" src="${base}embed/${file}" integrity="${integrity}" crossorigin></script>
<roi-calculator${attributes.join('')}>
  <a href="${base}">${fallback}</a>
</roi-calculator>`;
}

function frameLines(wishes: Wishes, { base }: Source, title: string): string {
  const { dataLayer: _, ...rest } = wishes;
  const all = [...attributesOf({ ...rest, dataLayer: '' }), ...lookOf(wishes)];
  const address = `${base}embed.html#${new URLSearchParams(all)}`;
  return `<script src="${base}embed/roi-frame.js"></script>
<iframe src="${escaped(address)}" title="${title}" width="100%" height="${kHeight}" frameborder="0"></iframe>`;
}

export const snippetOf = (
  wishes: Wishes,
  source: Source,
  words: { open: string; title: string },
) =>
  wishes.kind === 'script'
    ? scriptLines(wishes, source, words.open)
    : frameLines(wishes, source, words.title);

/** What a host's content security policy has to let through; in Firefox a frame saves no file without
 * `blob:`. */
export function policyOf(kind: Wishes['kind'], { base }: Source): string {
  const { origin } = new URL(base);
  const script = `script-src ${origin}`;
  return kind === 'script'
    ? `${script} 'wasm-unsafe-eval';\ntrusted-types lit-html roi-calculator;`
    : `${script};\nframe-src ${origin} blob:;`;
}
