// Splits the linked module, which is also left whole: what of it the calls of the first answer can reach,
// and what only the others do. core/docs/decisions/0012-the-module-in-two-parts.md
// split.mjs FOLDER WASM-OPT WASM-SPLIT BRIEF, with roi.wasm in the folder; BRIEF: the contract of briefs as C++ has it.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { moveData } from './data.mjs';

const [folder, wasmOpt, wasmSplit, brief] = process.argv.slice(2);
const file = (name) => `${folder}/roi.${name}`;

/** What every engine with SIMD has. */
const kFeatures = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
].map((feature) => `--enable-${feature}`);

/** Functions that are called by their address, and only by calls other than those of the first answer:
 * these calls, what each hands to the one reader of requests, what draws and sorts for them, what holds a
 * brief against its contract. And what the library has for exceptions, of which there are none. */
const kLater = [
  /::(explain|sensitivity|solve|cashFlow|compare|splitBudget|worth|reforecast|fitResponse|trackRecord)\(/,
  /::(simulate|begin|advance|answer|end)\(/,
  /::describe\(/,
  /::(openBrief|followBrief)\(/,
  /BriefValidator::/,
  /::(readNumber|widen)\(/,
  /Request\(/,
  /::draw(Poisson|Binomial)</,
  /roi::(LeverEffect|RangeWorth|Reforecast|Swing|VarianceShare)/,
  // Only of documents with own figures or responses: whoever opens one waits for the later part.
  /roi::goalVerdict\(/,
  /::Decoder::(own(Figures|Inputs)|response)\(/,
  /::factorOf\(/,
  /::writeOwn\(/,
  /__shared_ptr_emplace<roi::Own/,
  /__dispatch<.*roi::(OwnFigures|Expression),/,
  /::keepBounded\(/,
  /^__cxxabiv1::/,
];

const run = (tool, args) =>
  execFileSync(tool, [...kFeatures, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** A function's name as C++ has it. */
const plain = (name) =>
  name.replaceAll(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Who calls whom by name; what the host may call, or anyone by its address. */
function callGraph() {
  const dot = run(wasmOpt, [file('wasm'), '--print-call-graph', '-o', '/dev/null']);
  const graph = dot.slice(dot.indexOf('\n  }\n'));
  const namesOf = (pattern) => [...graph.matchAll(pattern)].map(([, name]) => name);
  const callees = new Map();
  for (const [, caller, callee] of graph.matchAll(/^ {2}"(.+)" -> "(.+)"; \/\/ call$/gm)) {
    callees.set(caller, [...(callees.get(caller) ?? []), callee]);
  }
  return {
    callees,
    all: namesOf(/^ {2}"(.+)" \[style="filled", fillcolor="white"\];$/gm),
    exported: namesOf(/^ {2}"(.+)" \[style="filled", fillcolor="gray"\];$/gm),
    addressed: namesOf(/^ {2}"(.+)" \[style="filled, rounded"\];$/gm),
  };
}

function reachable(from, callees) {
  const reached = new Set(from);
  for (const name of reached) for (const callee of callees.get(name) ?? []) reached.add(callee);
  return reached;
}

function laterFunctions({ callees, all, exported, addressed }) {
  const isLater = (name) => kLater.some((pattern) => pattern.test(plain(name)));
  for (const pattern of kLater) {
    if (!addressed.some((name) => pattern.test(plain(name)))) {
      throw new Error(`the module has nothing like ${pattern}`);
    }
  }
  const first = reachable([...exported, ...addressed.filter((name) => !isLater(name))], callees);
  const astray = addressed.find((name) => isLater(name) && first.has(name));
  if (astray) throw new Error(`the first answer calls ${plain(astray)}`);
  return all.filter((name) => !first.has(name));
}

function strip(from, to) {
  run(wasmOpt, [from, '--strip-debug', '-o', file(`${to}.wasm`)]);
}

function split(graph, first, later) {
  const made = ['later.txt', 'first.linked', 'later.linked'].map(file);
  const [list, ...parts] = made;
  writeFileSync(list, laterFunctions(graph).join('\n'));
  run(wasmSplit, [
    file('wasm'),
    `--split-funcs=@${list}`,
    '--import-namespace=first',
    '--placeholder-namespace=later',
    '--export-prefix=%',
    ...['-o1', parts[0]],
    ...['-o2', parts[1]],
  ]);
  strip(parts[0], first);
  strip(parts[1], later);
  for (const one of made) rmSync(one);
}

const graph = callGraph();
strip(file('wasm'), 'whole');
split(graph, 'first', 'later');
const [, contract] = /R"schema\((.*)\)schema"/s.exec(readFileSync(brief, 'utf8'));
moveData(file('first.wasm'), file('later.wasm'), [contract]);
