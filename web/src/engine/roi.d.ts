declare module '*/roi.mjs' {
  /** The module's calls, one JSON text in, one out (core/json/api.h), and a simulation by parts. */
  export interface RoiModule
    extends Record<keyof import('../../generated/calls').Calls, (request: string) => string> {
    /** A simulation is known by a number until it is ended. */
    begin(request: string): number;
    advance(simulation: number, trials: number): boolean;
    answer(simulation: number): string;
    end(simulation: number): void;
  }

  interface ModuleOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object;
  }

  export default function create(options: ModuleOptions): Promise<RoiModule>;
}
