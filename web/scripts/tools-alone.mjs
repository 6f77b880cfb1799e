// A tool that stands alone comes without what only a plan's calculator says and has: words, examples, the
// element, the glue of the whole module.
import { fileURLToPath } from 'node:url';

export const tools = ['reporting-time', 'ab-test', 'tracking-links'];

/** Of the words of the first answer, and of those beyond it; scripts/alone.mjs looks whether a tool reads one of them. */
export const leftOut = {
  first: ['title', 'categories', 'presets', 'verdict', 'picture', 'whose', 'scenarios'],
  later: [
    'keeping',
    'influence',
    'channel',
    'fading',
    'copied',
    'blank',
    'marking',
    'period',
    'cash',
    'believing',
    'luckAside',
    'lifetimes',
    'goal',
    'benchmarks',
    'explain',
  ],
};

/** An entry of a catalogue reaches from its name to the next one as far in, or to the end. */
function without(code, names) {
  const end = code.lastIndexOf('\n};');
  const entries = code.slice(0, end).split(/\n(?= {2}[a-z]\w*(?:: |\())/);
  const isLeftOut = (entry) => names.includes(entry.match(/^ {2}(\w+)/)?.[1]);
  const left = entries.filter(isLeftOut);
  if (left.length !== names.length) throw new Error(`${names} are not all there once`);
  return entries.filter((entry) => !isLeftOut(entry)).join('\n') + code.slice(end);
}

export const leaveOut = {
  name: 'leave-out',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('/roi.mjs')) return 'export default undefined';
    if (/\/plan\/presets\/[\w-]+\.json$/.test(id)) return 'null';
    if (/\/locales\/(?:en|fr)\.ts$/.test(id)) return without(code, leftOut.first);
    if (/\/locales\/later\/(?:en|fr)\.ts$/.test(id)) return without(code, leftOut.later);
    return undefined;
  },
};

/** What templates and styles take of Lit, without its element. */
export const onlyTemplates = [
  { find: /^lit$/, replacement: fileURLToPath(new URL('../src/alone/lit.ts', import.meta.url)) },
];
