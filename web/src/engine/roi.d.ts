declare module '*/roi.mjs' {
  /** The module's calls, one JSON text in, one out (core/json/api.h), and a simulation by parts. */
  export interface RoiModule
    extends Record<keyof import('../../generated/calls').Calls, (request: string) => string> {
    /** A simulation is known by a number until it is ended. */
    begin(request: string): number;
    advance(simulation: number, trials: number): boolean;
    answer(simulation: number): string;
    end(simulation: number): void;
    /** Of wasm/reader.cpp, where it is linked in. */
    _place(bytes: number): number;
    _answer(question: number): number;
    _begin(isPasted: number): void;
    _beginPaths(isPasted: number): void;
    _feed(): number;
    _advance(): number;
    _finish(): number;
    _bring(): number;
    _scorecard(): number;
    _retention(): number;
    _planTable(): number;
    _reporting(): number;
    _abTest(): number;
    _abTestPlan(): number;
    _holdout(): number;
    _geoTest(): number;
    _trackingLinks(): number;
    _readLinks(): number;
    _redistribute(): number;
    HEAPU8: Uint8Array;
  }

  interface ModuleOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object;
  }

  export default function create(options: ModuleOptions): Promise<RoiModule>;
}
