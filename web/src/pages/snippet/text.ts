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
  /** A brief as it is written, and as addresses hold it; none where there is none. */
  brief?: { text: string; packed: string } | undefined;
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

/** What cannot end the script that holds it. */
const inScript = (text: string) => text.replaceAll('<', '\\u003c');

const kBrief = 'roi-brief';
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
}: Omit<Wishes, 'brief'>): [string, string][] {
  const all = { lang, currency, preset, mode, theme, 'data-layer': dataLayer };
  return Object.entries(all).filter(([, value]) => value !== '');
}

function scriptLines(wishes: Wishes, { base, file, integrity }: Source, fallback: string): string {
  const look = lookOf(wishes).map(([name, value]) => `--roi-${name}: ${inRule(value)}`);
  const rule = look.length > 0 ? `\nroi-calculator { ${look.join('; ')} }` : '';
  const { brief } = wishes;
  const all = [...attributesOf(wishes), ...(brief ? [['brief', `#${kBrief}`] as const] : [])];
  const data = brief
    ? `<script type="application/json" id="${kBrief}">\n${inScript(brief.text)}\n</script>\n`
    : '';
  const attributes = all.map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<style>
roi-calculator:not(:defined) { display: block; min-height: ${kHeight}px }${rule}
</style>
<script type="module" src="${base}embed/${file}" integrity="${integrity}" crossorigin></script>
${data}<roi-calculator${attributes.join('')}>
  <a href="${base}">${fallback}</a>
</roi-calculator>`;
}

function frameLines(wishes: Wishes, { base }: Source, title: string): string {
  const { dataLayer: _, brief, ...rest } = wishes;
  const packed: [string, string][] = brief ? [['brief', brief.packed]] : [];
  const all = [...attributesOf({ ...rest, dataLayer: '' }), ...lookOf(wishes), ...packed];
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
