// The command line of core/cli over the built wasm module: ./dev roi --wasm ...
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadModule, loadReader } from '../../web/scripts/module.mjs';

const usage = 'roi COMMAND [WORD...] FILE [--OPTION VALUE]...: as natively, see ./dev roi --help';

const read = (path) => readFileSync(path === '-' ? 0 : path, 'utf8');

const definitions = (name) =>
  JSON.parse(read(new URL(`../../core/contract/${name}.schema.json`, import.meta.url))).$defs;
const contract = { ...definitions('evidence'), ...definitions('calls') };
const calls = {
  ...definitions('calls').calls.properties,
  ...definitions('evidence').calls.properties,
};

/** A schema's own, or what it refers to. */
const resolved = ({ $ref, ...own }) => ($ref ? contract[$ref.split('/').pop()] : own);

/** By command: its call, the words before its file, and what a request of it may hold. */
const commands = Object.fromEntries(
  Object.entries(calls).map(([call, { words, properties }]) => [
    call.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    { call, words, fields: resolved(properties.request).properties },
  ]),
);
commands['explain-all'] = { ...commands.explain, words: [] };

const member = (fields, name, value) => {
  const { type } = resolved(fields[name] ?? {});
  return `"${name}":${type === 'number' || type === 'boolean' ? value : `"${value}"`},`;
};

function ask(module, { call, words, fields }, args) {
  const options = args.slice(words.length + 1);
  const isUsed = args.length > words.length && options.length % 2 === 0;
  if (!isUsed || options.some((one, i) => i % 2 === 0 && !one.startsWith('--'))) return undefined;
  let request = '{';
  for (const [i, name] of words.entries()) request += member(fields, name, args[i]);
  for (let i = 0; i < options.length; i += 2)
    request += member(fields, options[i].slice(2), options[i + 1]);
  request += `"document":${read(args[words.length])}}`;
  return `${module[call](request)}\n`;
}

/** Every call, of both modules. */
export async function loadCalls() {
  const [module, reader] = await Promise.all([loadModule(), loadReader()]);
  return Object.assign(module, reader);
}

/** What a command prints; nothing where it is not used so. */
export function answer(module, [command = '', ...args]) {
  if (command === 'schema')
    return read(new URL('../../core/contract/scenario.schema.json', import.meta.url));
  if (command === 'describe') return `${module.describe()}\n`;
  if (!Object.hasOwn(commands, command)) return undefined;
  const question = commands[command];
  if (question.words) return ask(module, question, args);
  return args.length === 1 ? `${module[question.call](read(args[0]))}\n` : undefined;
}

async function main(args) {
  const reply = answer(await loadCalls(), args);
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
