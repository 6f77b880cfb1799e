// Writes what editors and other tools know of <roi-calculator>: dist/embed/roi-calculator.d.ts with
// the types it is made of, and custom-elements.json; both are read off the code.
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import {
  isClassDeclaration,
  isInterfaceDeclaration,
  isPropertyAssignment,
  isVariableStatement,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

const web = new URL('../', import.meta.url);
const types = new URL('../.build/types/', web);
const folder = new URL('../dist/embed/', web);
const read = (path, base = web) => readFile(new URL(path, base), 'utf8');
const { version } = JSON.parse(await read('package.json'));

const compiler = new URL('node_modules/.bin/tsc', web).pathname;
const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false'];
execFileSync(compiler, ['-p', '.', ...options, '--outDir', types.pathname], { cwd: web.pathname });

/** The compiler's own declarations: what a host is told of, and what that is made of. */
const kPublished = [
  'src/embed/api',
  'generated/brief',
  'generated/calls',
  'generated/contract',
  'generated/metrics',
];
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

const compiled = new API({ cwd: web.pathname });
const config = `${web.pathname}tsconfig.json`;
const { program, checker } = compiled.updateSnapshot({ openProjects: [config] }).getProject(config);
const statementsOf = (name) => program.getSourceFile(`${web.pathname}${name}.ts`).statements;
const api = statementsOf(kPublished[0]);

const commentOf = ({ name }) =>
  checker.getDocumentationCommentOfSymbol(checker.getSymbolAtLocation(name)).replaceAll('\n', ' ');

function typeOf({ parameters, type }) {
  const takes = parameters && `(${parameters.map((one) => one.getText()).join(', ')}): `;
  return { text: `${takes ?? ''}${type.getText()}` };
}

/** Members of an interface with their comments. */
function membersOf(name) {
  const found = api.find((one) => isInterfaceDeclaration(one) && one.name.text === name);
  return found.members.map((member) => ({
    kind: member.parameters ? 'method' : 'field',
    name: member.name.text,
    description: commentOf(member),
    type: typeOf(member),
  }));
}

/** What an object literal states, by its keys. */
const statedIn = ({ properties }) =>
  new Map(
    properties
      .filter((one) => isPropertyAssignment(one))
      .map(({ name, initializer }) => [name.text, initializer]),
  );

const element = statementsOf('src/embed/element').find((one) => isClassDeclaration(one));
const reactive = element.members.find(({ name }) => name?.text === 'properties');
const attributes = statedIn(reactive.initializer);
const attributeOf = (name) =>
  attributes.has(name) && statedIn(attributes.get(name)).get('attribute')?.text;

const members = membersOf('RoiCalculatorElement');
const fields = members.filter(({ kind }) => kind === 'field');
const events = membersOf('RoiCalculatorEvents').map(({ kind, ...event }) => event);

const listed = statementsOf('src/embed/parts').find((one) => isVariableStatement(one));
const [{ initializer }] = listed.declarationList.declarations;
const parts = new Set([...statedIn(initializer.expression).values()].map(({ text }) => text));
compiled.close();

const styles = [
  ...(await read('src/styles/styles.ts')).matchAll(/var\((--roi-[\w-]+), ([^;]+)\);/g),
];
const defaults = new Map(styles.map(([, name, value]) => [name, value]));
const kSlots = {
  header: 'Above the calculator.',
  cta: 'Right under the verdict: what the host offers. `data-roi-send` marks what hands the plan over.',
  'cta-end': 'At the end of the answer, for the same.',
  footer: 'Below the calculator.',
};

const declaration = {
  kind: 'class',
  name: 'RoiCalculatorElement',
  tagName: 'roi-calculator',
  customElement: true,
  superclass: { name: 'HTMLElement' },
  description: 'A calculator of the return on a marketing plan; computes in the browser.',
  attributes: fields.map(({ name, description, type }) => ({
    name: attributeOf(name) || name,
    fieldName: name,
    description,
    type,
  })),
  members,
  events,
  slots: [
    { name: '', description: 'Shown until there is an answer, and where there cannot be one.' },
    ...Object.entries(kSlots).map(([name, description]) => ({ name, description })),
  ],
  cssParts: [...parts].map((name) => ({ name })),
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
