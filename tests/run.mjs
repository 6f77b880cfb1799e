// The checks: ./dev test [STEP...] [-- PATTERN or FILE...]. Each step runs once what it needs is done, as
// many at a time as there are cores; the last line counts the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const mark = process.argv.indexOf('--');
const asked = process.argv.slice(2, mark < 0 ? undefined : mark);
const filters = mark < 0 ? [] : process.argv.slice(mark + 1);
const files = filters.filter((one) => existsSync(one));
const patterns = filters.filter((one) => !existsSync(one));

// Steps

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

function gtest(program) {
  const filter = patterns.map((one) => `*${one}*`).join(':');
  return `${program} --gtest_brief=1${filter && ` --gtest_filter=${quoted(filter)}`}`;
}

const told = [
  '--test-reporter=tap',
  ...patterns.map((one) => `--test-name-pattern=${quoted(one)}`),
].join(' ');

const filesIn = (folder) =>
  files.length > 0 ? files.map(quoted).join(' ') : `tests/${folder}/**/*.test.mjs`;

const nodeTests = (folder) => `node --test --test-concurrency=1 ${told} ${filesIn(folder)}`;

/** In one process: TypeScript is read once for all. */
const pageTests = () =>
  `node --import ./tests/page/lib/typescript.mjs ${told} tests/together.mjs ${filesIn('page')}`;

/** What takes long must not come last; the length of its text is a guide. */
const longestFirst = (names) =>
  names.toSorted((one, other) => statSync(other).size - statSync(one).size);

/** Each runs three browsers at once, which is as much as two cores can; it takes the next file that none has. */
const kBrowserProcesses = Math.max(1, Math.floor(availableParallelism() / 2));

function browserTests() {
  const all = readdirSync('tests/e2e', { recursive: true })
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => `tests/e2e/${name}`);
  const some = files.length > 0 ? files : longestFirst(all);
  const logs = Array.from(
    { length: kBrowserProcesses },
    (_, at) => `.build/logs/browsers-${at}.log`,
  );
  const run = `node ${told} tests/e2e/share.mjs $taken ${some.map(quoted).join(' ')}`;
  return `all= status=0 taken=$(mktemp -d)
    ${logs.map((log) => `${run} >${log} 2>&1 & all="$all $!"`).join('\n')}
    for one in $all; do wait $one || status=$?; done
    rm -r $taken; cat ${logs.join(' ')}; exit $status`;
}

const sanitized = gtest('.build/sanitize/tests/roi_tests');

/** What is `patient` takes what browsers leave of the cores. */
const steps = [
  {
    name: 'packages',
    title: 'what tests need is installed',
    run: './dev packages',
  },
  {
    name: 'build',
    title: 'the module and the page are built',
    run: './dev build',
  },
  {
    name: 'native',
    title: 'the library and the command line are built',
    needs: ['packages'],
    run: './dev make release roi roi_replies roi_random_documents',
  },
  {
    name: 'browsers',
    title: 'browsers',
    needs: ['build', 'native'], // plans that nobody wrote are made natively
    run: browserTests(),
  },
  {
    name: 'page',
    title: 'the page without a browser',
    needs: ['packages', 'build'],
    patient: true,
    run: pageTests(),
  },
  {
    name: 'sanitized',
    title: 'the tests and the fuzz targets are built with sanitizers',
    needs: ['packages'],
    patient: true,
    run: './dev make sanitize roi_tests codec_fuzz brief_fuzz reader_fuzz',
  },
  {
    name: 'unit',
    title: 'unit, property and golden tests, with sanitizers',
    needs: ['sanitized'],
    patient: true,
    run: `export GTEST_TOTAL_SHARDS=2 UBSAN_OPTIONS=print_stacktrace=1
      GTEST_SHARD_INDEX=0 ${sanitized} & other=$! status=0
      GTEST_SHARD_INDEX=1 ${sanitized} || status=$?
      wait $other && exit $status`,
  },
  {
    name: 'fuzz',
    title: 'fuzzing, briefly',
    needs: ['sanitized'],
    patient: true,
    run: './dev fuzz 45 -runs=7500', // of the codec the same work on a busy machine: five seconds of a quiet one
  },
  {
    name: 'wasm',
    title: 'the same as wasm',
    needs: ['packages', 'build'],
    patient: true,
    run: `./dev make wasm roi_tests
      ${gtest('node --no-experimental-fetch .build/wasm/tests/roi_tests.js')}`,
  },
  {
    name: 'parity',
    title: 'native and wasm give the same bytes',
    needs: ['build', 'native'],
    patient: true,
    run: nodeTests('parity'),
  },
  {
    name: 'doors',
    title: 'the library and the package as others install them',
    needs: ['build', 'native'],
    patient: true,
    run: nodeTests('doors'),
  },
  {
    name: 'checks',
    title: 'layers, libm and budgets',
    needs: ['build', 'native'],
    run: nodeTests('checks'),
  },
  {
    name: 'format',
    title: 'format of the C++',
    needs: ['packages'],
    run: './dev format --check',
  },
  {
    name: 'lint',
    title: 'lint and types of the page',
    needs: ['build'],
    run: 'cd web; npx biome check . ../tests; npx tsc --noEmit -p .',
  },
];

const named = new Map(steps.map((step) => [step.name, step]));
const withNeeds = ({ name, needs = [] }) => [
  name,
  ...needs.flatMap((one) => withNeeds(named.get(one))),
];

const unknown = asked.filter((name) => !named.has(name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}. Steps: ${[...named.keys()].join(', ')}`);
  process.exit(2);
}
const meant = asked.length > 0 ? asked : [...named.keys()];
const wanted = new Set(meant.flatMap((name) => withNeeds(named.get(name))));

// Counting

const placeOf = ({ title }) => `.build/logs/${title.replaceAll(' ', '-')}`;
const logOf = (step) => `${placeOf(step)}.log`;
const timesOf = (step) => `${placeOf(step)}.times`;

const sum = (text, pattern) =>
  [...text.matchAll(pattern)].reduce((all, [, number]) => all + Number(number), 0);

let tests = 0;

/** What test runners say of themselves; a step without any is one test. */
function count(text, isGood) {
  if (!/^(?:\[ {2}PASSED {2}\]|# pass)/m.test(text)) {
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  }
  const passed = sum(text, /^(?:\[ {2}PASSED {2}\]|# pass) (\d+)/gm);
  const failed = sum(text, /^(?:\[ {2}FAILED {2}\] (?=\d+ tests?, listed)|# fail )(\d+)/gm);
  tests += passed + failed;
  return { passed, failed: failed || (isGood ? 0 : 1) };
}

const endOf = (lines, many) => lines.slice(-many - 1).join('\n');

/** Tests that failed, each with its error: not the groups around them. */
const wrongIn = (text) =>
  [...text.matchAll(/^ *not ok [\s\S]*?^ *\.\.\.$/gm)]
    .map(([block]) => block)
    .filter((block) => !block.includes('subtestsFailed'));

const kLinesOfFault = 16;
const faults = [];

/** The last lines, and what went wrong, of a step that failed; in short once more where all ends. */
function tellFailure(text) {
  const lines = text.split('\n');
  const wrong = wrongIn(text);
  console.log([endOf(lines, 60), ...wrong.join('\n').split('\n').slice(0, 200)].join('\n'));
  faults.push(...wrong.map((block) => block.split('\n').slice(0, kLinesOfFault).join('\n')));
}

// Running

const say = (text) => console.error(`\n\x1b[1m${text}\x1b[0m`);

async function succeeds(step) {
  const log = openSync(logOf(step), 'w');
  const first = `set -euo pipefail; shopt -s globstar; trap 'times >"${path.resolve(timesOf(step))}"' EXIT`;
  const command = ['bash', '-c', `${first}\n${step.run}`];
  const [program, ...words] =
    step.patient && wanted.has('browsers') ? ['nice', '-n', '19', ...command] : command;
  const [code] = await once(spawn(program, words, { stdio: ['ignore', log, log] }), 'close');
  closeSync(log);
  return code === 0;
}

/** Seconds of processors that a step and all that it started took: other work on the machine does not change them. */
function workOf(step) {
  if (!existsSync(timesOf(step))) return 0; // it was killed
  const [, ofChildren] = readFileSync(timesOf(step), 'utf8').split('\n');
  const parts = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)];
  return Math.round(parts.reduce((all, [, m, s]) => all + 60 * m + Number(s), 0));
}

const total = { passed: 0, failed: 0 };
const broken = [];

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

async function run(step) {
  const began = Date.now();
  say(step.title);
  const isGood = await succeeds(step);
  const text = readFileSync(logOf(step), 'utf8');
  const counts = count(text, isGood);
  add(counts);
  const took = Math.round((Date.now() - began) / 1000);
  say(`${step.title}: ${took} s, ${workOf(step)} s of processors`);
  if (isGood && counts.failed === 0) {
    console.log(endOf(text.split('\n'), 3));
    return true;
  }
  tellFailure(text);
  broken.push(step.title);
  return false;
}

function leaveOut(step, missing) {
  add({ passed: 0, failed: 1 });
  broken.push(
    `${step.title}: not without ${missing.map((name) => named.get(name).title).join(', ')}`,
  );
}

mkdirSync('.build/logs', { recursive: true });
const waiting = steps.filter(({ name }) => wanted.has(name));
const running = new Map();
const done = new Map();

/** The first step whose needs are done, with those of them that failed. */
function next() {
  const at = waiting.findIndex(({ needs = [] }) => needs.every((name) => done.has(name)));
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

function begin(step) {
  const missing = (step.needs ?? []).filter((name) => !done.get(name));
  if (missing.length > 0) {
    leaveOut(step, missing);
    done.set(step.name, false);
    return;
  }
  const end = run(step).then((isGood) => {
    done.set(step.name, isGood);
    running.delete(step.name);
  });
  running.set(step.name, end);
}

const kAtATime = Math.max(2, availableParallelism());
while (waiting.length > 0 || running.size > 0) {
  const step = running.size < kAtATime ? next() : undefined;
  if (step) begin(step);
  else await Promise.race(running.values());
}

if (filters.length > 0 && tests === 0) {
  add({ passed: 0, failed: 1 });
  broken.push(`no test is called ${filters.join(' or ')}`);
}
for (const one of faults) console.log(one);
for (const one of broken) console.log(`Failed: ${one}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
