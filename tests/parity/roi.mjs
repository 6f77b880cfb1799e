// The command line of core/cli over the built wasm module: ./dev roi --wasm ...
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadModule } from '../../web/scripts/module.mjs';

const usage = 'roi COMMAND [WORD...] FILE [--OPTION VALUE]...: as natively, see ./dev roi --help';

const read = (path) => readFileSync(path === '-' ? 0 : path, 'utf8');

/** Calls whose input is the file as it stands. */
const plain = { evaluate: 'evaluate', 'read-number': 'readNumber', widen: 'widen' };

/** Calls whose request is put together from words before the file and options after it. */
const words = {
  explain: ['metric'],
  'explain-all': [],
  migrate: [],
  simulate: [],
  sensitivity: ['metric'],
  solve: ['metric', 'target', 'input'],
  'cash-flow': [],
  compare: ['from', 'to'],
  'split-budget': [],
};

const unquoted = new Set([
  'target',
  'probability',
  'trials',
  'seed',
  'total',
  'histograms',
  'channels',
]);

const member = (name, value) => `"${name}":${unquoted.has(name) ? value : `"${value}"`},`;

const callOf = (command) =>
  command === 'explain-all'
    ? 'explain'
    : command.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

export function simulate(module, request) {
  const simulation = module.simulate(request);
  module.advance(simulation, 0xffffffff);
  const reply = module.answer(simulation);
  module.end(simulation);
  return reply;
}

function ask(module, command, args) {
  const names = words[command];
  const options = args.slice(names.length + 1);
  const isUsed = args.length > names.length && options.length % 2 === 0;
  if (!isUsed || options.some((one, i) => i % 2 === 0 && !one.startsWith('--'))) return undefined;
  let request = '{';
  for (const [i, name] of names.entries()) request += member(name, args[i]);
  for (let i = 0; i < options.length; i += 2)
    request += member(options[i].slice(2), options[i + 1]);
  request += `"document":${read(args[names.length])}}`;
  const reply =
    command === 'simulate' ? simulate(module, request) : module[callOf(command)](request);
  return `${reply}\n`;
}

/** What a command prints; nothing where it is not used so. */
export function answer(module, [command = '', ...args]) {
  if (command === 'schema')
    return read(new URL('../../core/contract/scenario.schema.json', import.meta.url));
  if (command === 'describe') return `${module.describe()}\n`;
  if (Object.hasOwn(plain, command) && args.length === 1)
    return `${module[plain[command]](read(args[0]))}\n`;
  return Object.hasOwn(words, command) ? ask(module, command, args) : undefined;
}

async function main(args) {
  const reply = answer(await loadModule(), args);
  if (reply === undefined) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  const failed = reply.startsWith('{"ok":false');
  (failed ? process.stderr : process.stdout).write(reply);
  process.exitCode = failed ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
