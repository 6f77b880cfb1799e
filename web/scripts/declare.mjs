// Writes what editors and other tools know of <roi-calculator>: dist/embed/roi-calculator.d.ts with
// the types it is made of, and custom-elements.json; both are read off the code.
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';

const web = new URL('../', import.meta.url);
const types = new URL('../.build/types/', web);
const folder = new URL('../dist/embed/', web);
const read = (path, base = web) => readFile(new URL(path, base), 'utf8');
const { version } = JSON.parse(await read('package.json'));

const compiler = new URL('node_modules/.bin/tsc', web).pathname;
const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false'];
execFileSync(compiler, ['-p', '.', ...options, '--outDir', types.pathname], { cwd: web.pathname });

/** The compiler's own declarations: what a host is told of, and what that is made of. */
const kPublished = ['src/embed/api', 'generated/calls', 'generated/contract', 'generated/metrics'];
for (const name of kPublished) {
  const to = new URL(`types/${name}.d.ts`, folder);
  await mkdir(new URL('.', to), { recursive: true });
  await copyFile(new URL(`${name}.d.ts`, types), to);
}
const head = `// <roi-calculator> ${version}: types of the element, its events and its documents.`;
await writeFile(
  new URL('roi-calculator.d.ts', folder),
  `${head}\nexport * from './types/${kPublished[0]}';\n`,
);

// The manifest

const element = await read('src/embed/element.ts');
const attributes = Object.fromEntries(
  [...element.matchAll(/(\w+): \{ attribute: '([\w-]+)' \}/g)].map(([, name, attribute]) => [
    name,
    attribute,
  ]),
);

const api = await read(`${kPublished[0]}.d.ts`, types);

/** Members of an interface with their comments. */
function membersOf(name) {
  const [body] = api.slice(api.indexOf(`interface ${name} `)).split('\n}');
  const members = body.matchAll(/^ {4}\/\*\* (.*) \*\/\n {4}'?([\w-]+)'?(.*);$/gm);
  return [...members].map(([, description, member, rest]) => ({ description, member, rest }));
}

const members = membersOf('RoiCalculatorElement');
const isMethod = ({ rest }) => rest.startsWith('(');
const typeOf = ({ rest }) => ({ text: rest.replace(/^: /, '') });
const fields = members.filter((one) => !isMethod(one));

const styles = [
  ...(await read('src/styles/styles.ts')).matchAll(/var\((--roi-[\w-]+), ([^;]+)\);/g),
];
const defaults = new Map(styles.map(([, name, value]) => [name, value]));
const parts = [...(await read('src/embed/parts.ts')).matchAll(/^ {2}'[^']+': '(\w+)'/gm)];
const around = await read('src/embed/host-page.ts');
const slots = [...around.matchAll(/<slot name="(\w+)"/g)];

const declaration = {
  kind: 'class',
  name: 'RoiCalculatorElement',
  tagName: 'roi-calculator',
  customElement: true,
  superclass: { name: 'HTMLElement' },
  description: 'A calculator of the return on a marketing plan; computes in the browser.',
  attributes: fields.map(({ description, member, ...rest }) => ({
    name: attributes[member] ?? member,
    fieldName: member,
    description,
    type: typeOf(rest),
  })),
  members: members.map((one) => ({
    kind: isMethod(one) ? 'method' : 'field',
    name: one.member,
    description: one.description,
    type: typeOf(one),
  })),
  events: membersOf('RoiCalculatorEvents').map(({ member, description, rest }) => ({
    name: member,
    description,
    type: typeOf({ rest }),
  })),
  slots: [
    { name: '', description: 'Shown until there is an answer, and where there cannot be one.' },
    ...slots.map(([, name]) => ({ name })),
  ],
  cssParts: [...new Set(parts.map(([, name]) => name))].map((name) => ({ name })),
  cssProperties: [...defaults].map(([name, value]) => ({ name, default: value })),
};
const path = `roi-calculator-${version}.js`;
const manifest = {
  schemaVersion: '1.0.0',
  modules: [
    {
      kind: 'javascript-module',
      path,
      declarations: [declaration],
      exports: [
        {
          kind: 'custom-element-definition',
          name: 'roi-calculator',
          declaration: { name: declaration.name, module: path },
        },
      ],
    },
  ],
};
const text = JSON.stringify(manifest, null, 2);
await writeFile(new URL('custom-elements.json', folder), `${text}\n`);
