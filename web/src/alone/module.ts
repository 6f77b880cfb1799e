// What answers for one tool: its own calls, and what reads and widens what is typed. There is no plan: evaluating one
// gives a result without figures, and limits are the tool's to refuse.
import type { Document } from '../../generated/contract';
import { bytesOf } from '../embed/characters';
import { Engine, type Results } from '../engine/engine';
import type { AskOfEvidence } from '../engine/reader';

declare const ROI_WASM: string;

export interface Answering {
  engine: Engine;
  ask: AskOfEvidence;
}

type Call = (request: string) => string;

const nothing = () => 0;
const kImports = {
  env: { emscripten_notify_memory_growth: nothing },
  wasi_snapshot_preview1: { proc_exit: nothing },
};

interface Exports extends Record<string, unknown> {
  memory: WebAssembly.Memory;
  place: (bytes: number) => number;
  _initialize: () => void;
}

export async function answeringFrom(): Promise<Answering> {
  const { instance } = await WebAssembly.instantiate(bytesOf(ROI_WASM), kImports);
  const exports = instance.exports as unknown as Exports;
  exports._initialize();
  const at = (bytes: number) => new Uint8Array(exports.memory.buffer, exports.place(bytes), bytes);
  const call =
    (name: string): Call =>
    (request) => {
      const bytes = new TextEncoder().encode(request);
      at(bytes.length).set(bytes);
      const length = (exports[name] as () => number)();
      return new TextDecoder().decode(at(length));
    };
  const calls = {
    evaluate: (request: string) => resultOf(JSON.parse(request)),
    migrate: (request: string) => migrated(JSON.parse(request)),
    readNumber: call('readNumber'),
    widen: call('widen'),
  };
  const engine = new Engine({ calls: calls as never, addLater: undefined });
  return {
    engine,
    ask: (name, request) => JSON.parse(call(name)(JSON.stringify(request))),
  };
}

const replied = (value: unknown) => JSON.stringify({ ok: true, value });

const migrated = ({ document }: { document: Document }) => replied({ document, notes: [] });

const resultOf = ({ scenarios }: Document) =>
  replied({
    scenarios: scenarios.map(({ id }) => ({
      id,
      basis: 'margin',
      periodMonths: 1,
      total: {} as Results,
      channels: [],
      ranked: [],
      unranked: [],
      losing: [],
      leftOut: [],
    })),
  });
