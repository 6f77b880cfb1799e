// Reads exports, by a module of its own (core/docs/decisions/0020-the-reader-apart.md): bytes go in by
// pieces, so that the page stays at hand while a long file is read.
import type { Calls } from '../../generated/evidence';
import type { Read } from '../../generated/export';
import type { Paths } from '../../generated/paths';
import type { Reply } from './engine';
import { loadModule, type WasmSource } from './module';

export type { Read };

/** Why a file gives nothing: a code of the core's, and its detail. */
export interface NotRead {
  code: string;
  detail?: string;
}

/** To what a file could not say, or a column chosen by hand: as roi/platform.h takes it. */
export type Answer = readonly [question: string, answer: string];

/** What a file is read with: answers to what it could not say. */
export interface Reading {
  answers?: readonly Answer[];
  /** From a spreadsheet, whose cells quote little. */
  isPasted?: boolean;
  /** How much of it has been read. */
  progress?: (bytes: number) => void;
  signal?: AbortSignal | undefined;
}

/** The calls of wasm/reader.cpp. */
interface ReaderCalls {
  place: (bytes: number) => number;
  answer: (question: number) => number;
  begin: (isPasted: number) => void;
  beginPaths: (isPasted: number) => void;
  feed: () => number;
  advance: () => number;
  finish: () => number;
  bring: () => number;
  scorecard: () => number;
  retention: () => number;
  planTable: () => number;
  reporting: () => number;
  abTest: () => number;
  abTestPlan: () => number;
  holdout: () => number;
  geoTest: () => number;
  trackingLinks: () => number;
  readLinks: () => number;
  redistribute: () => number;
}

/** One that reads one file, with a memory of its own, which goes with it. */
interface Reader {
  calls: ReaderCalls;
  bytes: (at: number, length: number) => Uint8Array;
}

export type ReaderSource = () => Promise<Reader>;

/** What a page of 60 Hz can spare without a frame that comes late, and what is read within it. */
const kSlice = 4;
const kPiece = 8192;

/** After whatever waits: a timer would wait 4 ms longer. */
export const turn = () =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });

const nothing = () => 0;
const kImports = {
  env: { emscripten_notify_memory_growth: nothing },
  wasi_snapshot_preview1: { proc_exit: nothing },
};

const compiled = async (source: WasmSource): Promise<WebAssembly.Module> => {
  const wasm = await source();
  return wasm instanceof Response ? WebAssembly.compileStreaming(wasm) : WebAssembly.compile(wasm);
};

/** The module that does nothing but read: fetched and compiled once for all files. */
export function readerOf(source: WasmSource): ReaderSource {
  let module: Promise<WebAssembly.Module> | undefined;
  return async () => {
    module ??= compiled(source);
    module.catch(() => {
      module = undefined;
    });
    const { exports } = await WebAssembly.instantiate(await module, kImports);
    const { memory, _initialize, ...calls } = exports as unknown as ReaderCalls & {
      memory: WebAssembly.Memory;
      _initialize: () => void;
    };
    _initialize();
    return { calls, bytes: (at, length) => new Uint8Array(memory.buffer, at, length) };
  };
}

/** A module that also answers: another of it for each file. */
export function readerWithin(source: WasmSource): ReaderSource {
  return async () => {
    const { calls: all } = await loadModule({ first: source });
    const calls = {
      place: all._place,
      answer: all._answer,
      begin: all._begin,
      beginPaths: all._beginPaths,
      feed: all._feed,
      advance: all._advance,
      finish: all._finish,
      bring: all._bring,
      scorecard: all._scorecard,
      retention: all._retention,
      planTable: all._planTable,
      reporting: all._reporting,
      abTest: all._abTest,
      abTestPlan: all._abTestPlan,
      holdout: all._holdout,
      geoTest: all._geoTest,
      trackingLinks: all._trackingLinks,
      readLinks: all._readLinks,
      redistribute: all._redistribute,
    };
    return { calls, bytes: (at, length) => all.HEAPU8.subarray(at, at + length) };
  };
}

/** Its calls, and one way to write into the place and to read from it. */
async function placeOf(source: ReaderSource) {
  const { calls, bytes } = await source();
  const put = (written: Uint8Array) => {
    bytes(calls.place(written.length), written.length).set(written);
  };
  const reply = (length: number) =>
    JSON.parse(new TextDecoder().decode(bytes(calls.place(length), length)));
  return { calls, put, reply };
}

export type AskOfEvidence = <Call extends keyof Calls>(
  call: Call,
  request: Calls[Call]['request'],
) => Reply<Calls[Call]['reply']>;

/** What answers about evidence, at once. */
export async function asking(source: ReaderSource): Promise<AskOfEvidence> {
  const { calls, put, reply } = await placeOf(source);
  return (call, request) => {
    put(new TextEncoder().encode(JSON.stringify(request)));
    return reply(calls[call]());
  };
}

/** The reply of a file; each has memory of its own, which goes with it. Nothing if it is given up. */
export async function read(
  source: ReaderSource,
  file: Blob,
  reading: Reading = {},
): Promise<Read | NotRead | undefined> {
  const reply = await replyOf(source, file, 'begin', reading);
  return reply && (reply.ok ? reply.value : reply.errors[0]);
}

/** The same of conversion paths. */
export async function readPaths(
  source: ReaderSource,
  file: Blob,
  reading: Reading = {},
): Promise<Paths | undefined> {
  const reply = await replyOf(source, file, 'beginPaths', reading);
  return reply?.value;
}

async function replyOf(
  source: ReaderSource,
  file: Blob,
  begin: 'begin' | 'beginPaths',
  { answers = [], isPasted = false, progress, signal }: Reading,
) {
  const { calls, put, reply } = await placeOf(source);
  const encoder = new TextEncoder();
  for (const [question, answer] of answers) {
    put(encoder.encode(question + answer));
    calls.answer(question.length);
  }
  calls[begin](isPasted ? 1 : 0);
  if (!(await feedAll(file, put, () => calls.feed() !== 0, progress, signal))) return undefined;
  if (!(await workAll(() => calls.advance() !== 0, signal))) return undefined;
  return reply(calls.finish());
}

/** What is left to do after the last byte. Says whether it came to an end. */
async function workAll(advance: () => boolean, signal: AbortSignal | undefined): Promise<boolean> {
  let from = performance.now();
  while (advance()) {
    if (performance.now() - from < kSlice) continue;
    await turn();
    if (signal?.aborted) return false;
    from = performance.now();
  }
  return true;
}

/** Says whether it came to an end. */
async function feedAll(
  file: Blob,
  put: (bytes: Uint8Array) => void,
  feed: () => boolean,
  progress: Reading['progress'],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const chunks = file.stream().getReader();
  let done = 0;
  let from = performance.now();
  for (;;) {
    const { value } = await chunks.read();
    if (!value) return true;
    for (let at = 0; at < value.length; at += kPiece) {
      put(value.subarray(at, at + kPiece));
      if (!feed()) {
        chunks.cancel();
        return true;
      }
      if (performance.now() - from < kSlice) continue;
      progress?.(done + at);
      await turn();
      if (signal?.aborted) {
        chunks.cancel();
        return false;
      }
      from = performance.now();
    }
    done += value.length;
  }
}

/** The core takes no half of a character, which a cut-off cell may end with. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');
