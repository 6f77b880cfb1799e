// The command line of core/cli over the built wasm module: ./dev roi --wasm ...
import { readFileSync } from 'node:fs';
import { loadModule } from '../../web/scripts/module.mjs';

const usage =
  'roi evaluate FILE | explain METRIC FILE [--scenario ID] [--channel ID] | schema | describe';

const read = (path) => readFileSync(path === '-' ? 0 : path, 'utf8');

function explainRequest([metric, path, ...options]) {
  const members = [];
  for (let i = 0; i < options.length; i += 2) {
    members.push(`,"${options[i].replace(/^--/, '')}":"${options[i + 1]}"`);
  }
  return `{"metric":"${metric}"${members.join('')},"document":${read(path)}}`;
}

const module = await loadModule();
const [command, ...rest] = process.argv.slice(2);
const calls = {
  evaluate: () => `${module.evaluate(read(rest[0]))}\n`,
  explain: () => `${module.explain(explainRequest(rest))}\n`,
  schema: () => module.schema(),
  describe: () => `${module.describe()}\n`,
};

if (!Object.hasOwn(calls, command ?? '')) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  const reply = calls[command]();
  const failed = reply.startsWith('{"ok":false');
  (failed ? process.stderr : process.stdout).write(reply);
  process.exitCode = failed ? 1 : 0;
}
