// One call per question; replies are unwrapped here.

import type { RoiModule } from '../../../.build/wasm/wasm/roi.mjs';
import type {
  Calls,
  ExplainRequest,
  NumberMarks,
  ReadRange,
  ReadValue,
  Refusal,
  Simulated,
  SimulateRequest,
} from '../../generated/calls';
import type { Document } from '../../generated/contract';
import type { Metric, Unit } from '../../generated/metrics';
import { type LoadedModule, loadModule, type ModuleSource } from './module';

export type {
  EngineError,
  Entry,
  Evaluation,
  Explanation,
  Figure,
  GoalResult,
  Migrated,
  MigrationNote,
  NumberMarks,
  Pace,
  ReadNumber,
  Results,
  ScenarioResult,
  Term,
} from '../../generated/calls';
export type { ExplainRequest };

export type Reply<T> = { ok: true; value: T } | Refusal;
type Asked<C extends keyof Calls> = Calls[C]['request'];
type Answer<C extends keyof Calls> = Reply<Calls[C]['reply']>;

/** What the document holds for a typed number. */
export type TypedFigure = Pick<ReadValue, 'value'> | Pick<ReadRange, 'low' | 'likely' | 'high'>;

export type { Question } from './question';

export class Engine {
  private readonly module: RoiModule;
  private addLater: LoadedModule['addLater'];
  private arriving: Promise<void> | undefined;
  /** Kept once it is. */
  readonly whole: Promise<void>;
  private becomeWhole = () => {};

  constructor({ calls, addLater }: LoadedModule) {
    this.module = calls;
    this.addLater = addLater;
    this.whole = new Promise((resolve) => {
      this.becomeWhole = resolve;
      if (!addLater) resolve();
    });
  }

  /** Whether more can be asked than the first answer: to read a typed number, to widen a figure, to
   * explain and to analyse. */
  get isWhole(): boolean {
    return this.addLater === undefined;
  }

  /** Waits until they can be. Where what they need cannot be had, the next call tries again. */
  async complete(): Promise<void> {
    if (!this.addLater) return;
    this.arriving ??= this.addLater();
    try {
      await this.arriving;
      this.addLater = undefined;
      this.becomeWhole();
    } finally {
      this.arriving = undefined;
    }
  }

  /** Any call of the contract, of whose list this knows nothing else. */
  ask<C extends keyof Calls>(call: C, request: Asked<C>): Answer<C> {
    return JSON.parse(this.module[call](JSON.stringify(request)));
  }

  evaluate(document: Document, believe?: number): Answer<'evaluate'> {
    return this.ask('evaluate', believe === undefined ? document : { document, believe });
  }

  /** The same document in this version of the contract; with an origin, its figures marked with it. */
  migrate(document: Document, origin?: 'example' | 'page'): Answer<'migrate'> {
    return this.ask('migrate', origin ? { document, origin } : { document });
  }

  /** metric: what the number is typed for; without it a rate such as 0.1 is not asked back. */
  readNumber(text: string, unit: Unit, marks: NumberMarks, metric?: Metric): Answer<'readNumber'> {
    return this.ask('readNumber', { text, unit, marks, ...(metric && { metric }) });
  }

  simulation(request: SimulateRequest): Simulation {
    return new Simulation(this.module, this.module.begin(JSON.stringify(request)));
  }
}

/** A simulation that is run a little at a time; whoever starts one frees it. */
export class Simulation {
  private readonly module: RoiModule;
  private readonly id: number;

  constructor(module: RoiModule, id: number) {
    this.module = module;
    this.id = id;
  }

  /** Runs about so many more trials; says whether all are done. */
  advance(trials: number): boolean {
    return this.module.advance(this.id, trials);
  }

  /** What the trials so far come to. */
  answer(): Reply<Simulated> {
    return JSON.parse(this.module.answer(this.id));
  }

  free(): void {
    this.module.end(this.id);
  }
}

export async function loadEngine(source: ModuleSource): Promise<Engine> {
  return new Engine(await loadModule(source));
}
