// Writes web/docs/embedding.md: what a host may say to <roi-calculator> and hear from it, read off the
// element's manifest and the frame's protocol.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
const read = (path) => readFile(new URL(path, root), 'utf8');

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const told = (heads, members) =>
  table(
    heads,
    members.map(({ name, type, description }) => [code(name), code(type.text), description]),
  );

/** The comment at the head of the protocol, as it stands. */
function messagesOf(protocol) {
  const lines = protocol.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines.slice(0, end).map((line) => line.replace(/^\/\/ ?/, ''));
}

const namesOf = (protocol, list) =>
  [...new RegExp(`${list} = \\[(.*)\\]`).exec(protocol)[1].matchAll(/'([^']+)'/g)]
    .map(([, name]) => code(name))
    .join(', ');

export async function embedding() {
  const manifest = JSON.parse(await read('dist/embed/custom-elements.json'));
  const [element] = manifest.modules[0].declarations;
  const protocol = await read('web/src/embed/protocol.ts');
  const brief = await read('web/docs/brief.json');
  const methods = element.members.filter(({ kind }) => kind === 'method');
  return `<!-- Written by web/scripts/embedding.mjs; never edited. -->
# Embedding

${element.description}

The lines to paste stand in the [README](../../README.md); \`snippet.html\` writes them with a live preview.
Types are those of \`dist/embed/roi-calculator.d.ts\`.

## Attributes

Each is a property as well.

${table(
  ['attribute', 'property', 'what it says'],
  element.attributes.map(({ name, fieldName, description }) => [
    code(name),
    code(fieldName),
    description,
  ]),
)}

## Methods

${told(['method', 'type', 'what it does'], methods)}

## Events

All bubble, and leave shadow roots. They tell what the visitor did, never what the host did.

${told(['event', 'type', 'when'], element.events)}

## Slots

${table(
  ['slot', 'what it holds'],
  element.slots.map(({ name, description = '' }) => [name ? code(name) : '(none)', description]),
)}

## Parts

${element.cssParts.map(({ name }) => code(`::part(${name})`)).join(', ')}

## Custom properties

${table(
  ['property', 'unless stated'],
  element.cssProperties.map((one) => [code(one.name), code(one.default)]),
)}

## A brief

A calculator of your own: what is asked (hidden, locked, required, called and ordered as you want, within a
span, beginning with your figures), what is shown, your benchmarks, messages, words, colours and a call to
action. The contract is [brief.schema.json](../../core/contract/brief.schema.json); places are JSON Pointers into
a plan, in which \`*\` stands for every entry of a list. Put it into a script of the page and name it,
\`<roi-calculator brief="#brief">\`, or hand it over as a property:

\`\`\`html
<script type="application/json" id="brief">
${brief.trim()}
</script>
\`\`\`

A brief that is refused is left out: \`roi-error\` says where it is wrong. Saved pages and links keep it.
\`index.html#brief=…\` tries one on the calculator's own page, packed as in the address of the frame.

## The frame

The address of \`embed.html\` may state ${namesOf(protocol, 'kFrameAttributes')}, and of the custom
properties ${namesOf(protocol, 'kFrameStyles')}, after \`#\`.

${messagesOf(protocol)
  .map((line) => (line ? `    ${line}` : ''))
  .join('\n')}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile(new URL('web/docs/embedding.md', root), await embedding());
}
