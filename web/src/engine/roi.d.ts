declare module '*/roi.mjs' {
  /** The module's calls: one JSON text in, one out (core/json/api.h). */
  export interface RoiModule {
    evaluate(document: string): string;
    explain(request: string): string;
    readNumber(request: string): string;
  }

  interface ModuleOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object;
  }

  export default function create(options: ModuleOptions): Promise<RoiModule>;
}
