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

/** Each was pressed in a page of its own: tests/e2e/embed-lead.test.mjs. */
const kRecipes = {
  own: [
    'A form of your own',
    'What your address gets is what the fields of the form hold. `plan` is the whole plan as JSON.',
  ],
  mail: [
    'An e-mail',
    'The text becomes that of the message: verdict, figures and link. The visitor sees it before sending it. Some programs cut messages that links start after 2 000 characters.',
  ],
  mailchimp: [
    'Mailchimp',
    'What “Embedded form” gives, with two hidden fields; their names are the merge tags of the audience. Texts of an audience are short: the link of a plan may not fit. Mark the form, name what the fields get.',
  ],
  brevo: [
    'Brevo',
    'What “HTML” gives when a form is shared, with two hidden fields named as attributes of your contacts.',
  ],
  hubspot: [
    'HubSpot',
    'A form with two hidden properties, set to be rendered as raw HTML: HubSpot lets no page into forms that stand in a frame.',
  ],
  frame: [
    'From a frame',
    'Where the calculator stands in a frame, it has the button, and the lines below take what it hands over. `parent=` names your origin, which alone gets it; `cta=` is what the button says. Under a policy without inline scripts they go into a file of yours.',
  ],
};

const recipes = async () =>
  Promise.all(
    Object.entries(kRecipes).map(async ([name, [title, note]]) => {
      const lines = await read(`web/docs/recipes/${name}.html`);
      return `### ${title}\n\n${note}\n\n\`\`\`html\n${lines}\`\`\`\n`;
    }),
  );

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

## Handing the plan over

The answer is there first, and for whoever wants no more. What you put into the slot \`cta\` or \`cta-end\` may be
pressed to hand the plan over: mark the button, the link or the form with \`data-roi-send\`. The calculator then says
beside it what that hands over, and shows it on demand. Nothing goes before the visitor presses. The press is held
until the fields of the form are filled in: each that says so by \`data-roi\` gets \`verdict\` (the verdict in words),
\`text\` (verdict, figures and link in lines), \`link\` (opens the plan on the calculator’s own page), \`plan\` (JSON), or
the number of a figure (\`roi\`, \`profit\`, \`cost\`, \`leads\`, \`customers\`, \`fullCostCpl\`, \`breakEvenCpl\`; empty where there is
none). Then it goes on as if nothing had held it, and \`roi-cta\` tells all of it (\`RoiLead\`). Where figures cannot be
had, the form goes without them. For a form that stands elsewhere in the page, \`handOver()\` gives the same: show
your visitors what it holds.

${(await recipes()).join('\n')}
## How far visitors come

With \`data-layer="dataLayer"\` that list gets, besides \`roi_ready\`, \`roi_change\`, \`roi_goal\` and \`roi_cta\`, entries
\`{ event: 'roi_progress', step, name }\`, each once a visit and as the event \`roi-progress\` too. \`step\` is \`question\` (a
field was reached; \`name\` is its place in the document, as \`closeRate\` or \`channels/leads\`), \`section\` (one was
opened, as \`influence\`), \`finished\` (there is an answer after own typing) or \`left\` (the page was left or hidden after
typing). No entry holds a figure, nor anything typed.

## Parts

${element.cssParts.map(({ name }) => code(`::part(${name})`)).join(', ')}

## Custom properties

${table(
  ['property', 'unless stated'],
  element.cssProperties.map((one) => [code(one.name), code(one.default)]),
)}

## One tool alone

\`<roi-calculator tool="reporting-time">\`, \`ab-test\` or \`tracking-links\`, with the script of that tool in the place of the
calculator’s: \`embed/roi-reporting-time-VERSION.js\`, whose hash is in \`integrity.json\`. It is one request, and runs as a
module or a classic script, beside the calculator’s own and beside other tools. It follows \`lang\`, \`currency\`, \`theme\`
and \`page-src\` (where a link leads to the same tool in the whole calculator; \`none\` for no link), takes the same custom
properties, and has the slots \`header\`, \`cta\` and \`footer\`. What is inside stays until there is something to show, and where
WebAssembly may not run. To keep the page still: \`roi-calculator[tool] { display: block; min-height: 700px }\`. It is found in
the page itself, not within a shadow root of yours.

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

Twelve to begin with, one a trade, stand in [briefs](briefs).

A key figure is a result, or \`own:ID\` of a figure that the plan it begins with defines. What is locked stays,
whatever the visitor seeks, measures or brings; a plan that is opened in the place of this one is shown as it is.

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
