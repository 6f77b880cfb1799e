declare module '*/roi.mjs' {
  /** The module's calls: one JSON text in, one out (core/json/api.h). */
  export interface RoiModule {
    evaluate(document: string): string;
    migrate(request: string): string;
    explain(request: string): string;
    readNumber(request: string): string;
    widen(request: string): string;
    sensitivity(request: string): string;
    solve(request: string): string;
    cashFlow(request: string): string;
    compare(request: string): string;
    splitBudget(request: string): string;
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
