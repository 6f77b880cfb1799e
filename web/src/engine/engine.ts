// One call per question; replies are unwrapped here.

import type { RoiModule } from '../../../.build/wasm/wasm/roi.mjs';
import type { Document } from '../../generated/contract';
import type { ErrorCode, GoalMetric, Metric, ResultMetric, Unit } from '../../generated/metrics';
import type {
  CashFlow,
  CashFlowRequest,
  CompareRequest,
  Comparison,
  Sensitivity,
  SensitivityRequest,
  Simulated,
  SimulateRequest,
  Solved,
  SolveRequest,
  Split,
  SplitRequest,
  WidenRequest,
} from './analyses';
import { type LoadedModule, loadModule, type ModuleSource } from './module';
import type { Figure, Question } from './question';

export type { Figure, Question };

export type Results = Record<ResultMetric, Figure>;

export interface EngineError {
  code: ErrorCode;
  path: string;
  message: string;
  detail?: string;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; errors: EngineError[] };

export interface GoalResult {
  metric: Metric;
  target: number;
  value: Figure;
  attained?: boolean;
  /** Whether more or less ad spend reaches it; only where it is missed. */
  reachable?: boolean;
  /** How many times the least or the most that was spent or observed it takes, where that is beyond
   * what was seen. */
  beyond?: number;
  /** Where channels respond to ad spend: those that state no response, and keep theirs. */
  held?: string[];
  results: Record<GoalMetric, Figure>;
  /** Where the goal has dates and says what was reached on one of them. */
  pace?: Pace;
  /** Where the goal states an average order value. */
  basket?: { target: number; value: Figure; attained?: boolean };
}

/** How far a goal's time has run, from 0 to 1, what should be reached by then, and what was. */
export interface Pace {
  elapsed: number;
  expected: number;
  reached: number;
}

export interface ScenarioResult {
  id: string;
  basis: 'revenue' | 'margin';
  periodMonths: number;
  total: Results;
  channels: { id: string; results: Results; cacPaybackWithChurn?: number | false }[];
  /** Months; false where customers leave before they have paid. Only where all subscribe alike. */
  cacPaybackWithChurn?: number | false;
  ranked: string[];
  unranked: { id: string; reason: string }[];
  best?: string;
  worst?: string;
  /** Those that return less than their own cost. */
  losing: string[];
  leftOut: string[];
  /** How much chance alone moves the expected customers; only where they are few. */
  luck?: number;
  /** Of how many leads one becomes a customer, by the plan's own close rate. */
  oneIn?: number;
  goal?: GoalResult;
}

/** What a migration did that is not the same in other words. */
export interface MigrationNote {
  path: string;
  code: 'roas.incremental' | 'retention.churn';
}

export interface Migrated {
  document: Document;
  notes: MigrationNote[];
}

export interface Evaluation {
  scenarios: ScenarioResult[];
}

/** What the document holds for a typed number. */
export type TypedFigure = { value: number } | { low: number; likely?: number; high: number };

/** A typed number, and what its text says besides. */
export type ReadNumber = TypedFigure & {
  /** Tax is named as included; the figure is the one typed. */
  vat?: true;
  /** A sign, code or name of a currency that is none of the marks'. */
  currency?: string;
};

/** How whoever types writes numbers. */
export interface NumberMarks {
  decimal: string;
  group: string;
  percent: string;
  minus: string;
  /** Ten, from nought. */
  digits: string;
  /** Every sign, code and name of the plan's currency; of a count, its own nouns. */
  currency: readonly string[];
}

export type Term =
  | { entry: number }
  | { constant: number; metric?: Metric }
  | {
      op: 'sum' | 'add' | 'subtract' | 'multiply' | 'quotient' | 'ifPositive' | 'power';
      of: number[];
    };

export interface Entry {
  entry: 'figure' | 'input' | 'missing';
  metric: Metric;
  channel?: string;
  /** Of a total: the channels whose volume follows ad spend, or the others; those that count. */
  part?: 'scaling' | 'others' | 'counted' | 'countedScaling' | 'countedOthers';
  pointer?: string;
  /** Of cash over time. */
  month?: number;
  kind?: Metric;
  label?: string;
  low?: number;
  high?: number;
  provenance?: 'measured' | 'benchmark' | 'assumption';
  source?: string;
  note?: string;
  n?: number;
  origin?: 'example' | 'page';
  value: Figure;
  formula?: string;
  terms?: Term[];
}

export interface Explanation {
  scenario: string;
  entries: Entry[];
  /** Of every result: which entry it is. */
  figures?: { metric: Metric; channel?: string; entry: number }[];
}

export interface ExplainRequest extends Question {
  /** With neither metric nor channel, every result of the total and of each channel. */
  metric?: Metric;
  channel?: string;
  /** Of all, the total's cash over time as well. */
  cash?: boolean;
}

export class Engine {
  private readonly module: RoiModule;
  private addLater: LoadedModule['addLater'];
  private arriving: Promise<void> | undefined;
  private readonly reads: boolean;

  constructor({ calls, addLater, reads }: LoadedModule) {
    this.module = calls;
    this.addLater = addLater;
    this.reads = reads;
  }

  /** Whether a typed number can be read, and a figure widened. */
  get canRead(): boolean {
    return this.reads || this.isWhole;
  }

  /** Whether explanations and analyses can be asked as well. */
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
    } finally {
      this.arriving = undefined;
    }
  }

  evaluate(document: Document, believe?: number): Reply<Evaluation> {
    const request = believe === undefined ? document : { document, believe };
    return JSON.parse(this.module.evaluate(JSON.stringify(request)));
  }

  /** The same document in this version of the contract; with an origin, its figures marked with it. */
  migrate(document: Document, origin?: 'example' | 'page'): Reply<Migrated> {
    return JSON.parse(this.module.migrate(JSON.stringify({ document, origin })));
  }

  explain(request: ExplainRequest): Reply<Explanation> {
    return JSON.parse(this.module.explain(JSON.stringify(request)));
  }

  /** metric: what the number is typed for; without it a rate such as 0.1 is not asked back. */
  readNumber(
    text: string,
    unit: Unit,
    marks: Partial<NumberMarks>,
    metric?: Metric,
  ): Reply<ReadNumber> {
    return JSON.parse(this.module.readNumber(JSON.stringify({ text, unit, marks, metric })));
  }

  widen(request: WidenRequest): Reply<{ low: number; likely: number; high: number }> {
    return JSON.parse(this.module.widen(JSON.stringify(request)));
  }

  sensitivity(request: SensitivityRequest): Reply<Sensitivity> {
    return JSON.parse(this.module.sensitivity(JSON.stringify(request)));
  }

  solve(request: SolveRequest): Reply<Solved> {
    return JSON.parse(this.module.solve(JSON.stringify(request)));
  }

  cashFlow(request: CashFlowRequest): Reply<CashFlow> {
    return JSON.parse(this.module.cashFlow(JSON.stringify(request)));
  }

  compare(request: CompareRequest): Reply<Comparison> {
    return JSON.parse(this.module.compare(JSON.stringify(request)));
  }

  splitBudget(request: SplitRequest): Reply<Split | { undefined: string }> {
    return JSON.parse(this.module.splitBudget(JSON.stringify(request)));
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
