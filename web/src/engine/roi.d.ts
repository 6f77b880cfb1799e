declare module '*/roi.mjs' {
  /** The module's calls: one JSON text in, one out (core/json/api.h). */
  export interface RoiModule {
    evaluate(document: string): string;
    explain(request: string): string;
    readNumber(request: string): string;
    widen(request: string): string;
    sensitivity(request: string): string;
    solve(request: string): string;
    cashFlow(request: string): string;
    compare(request: string): string;
    splitBudget(request: string): string;
    Simulation: new (request: string) => RoiSimulation;
  }

  export interface RoiSimulation {
    advance(trials: number): boolean;
    answer(): string;
    delete(): void;
  }

  interface ModuleOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object;
  }

  export default function create(options: ModuleOptions): Promise<RoiModule>;
}
