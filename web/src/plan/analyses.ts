// Runs the analyses of a calculator, each question once. A simulation answers from its first
// trials, and is refined while the page is idle.
import type { Document, Scenario } from '../../generated/contract';
import type { ResultMetric } from '../../generated/metrics';
import type {
  CashFlow,
  Comparison,
  Reforecast,
  Sensitivity,
  SensitivityRequest,
  Simulated,
  SimulateRequest,
  Solved,
  SolveRequest,
  Split,
  SplitRequest,
  Worth,
  WorthRequest,
} from '../engine/analyses';
import type { Engine, Question, Reply, Simulation } from '../engine/engine';
import { whenIdle } from '../engine/idle';
import { kFewChannels } from './few';
import { holdsRange } from './ranges';
import type { Store } from './store';

/** What of the engine is used here. */
export type AnalysingEngine = Pick<Engine, 'isWhole' | 'simulation' | 'ask'>;

/** A question about the edited scenario, without what all of them share. */
type About<Request> = Omit<Request, keyof Question>;

/** What all of them share: of which document, which scenario, how much of the return believed. */
type Asked = Required<Pick<Question, 'document' | 'scenario'>> & Question;

interface Running {
  simulation: Simulation;
  of: Asked;
}

/** Enough to answer a key press: the rest follows while the page is idle. */
const kQuickTrials = 2048;
const kFirstTrials = 8192;
/** So long a pause in typing lets what can wait be answered. */
const kPauseMs = 120;
/** Where the answers to all of them would be too many at once, there are fewer. */
const kAllTrials = [100_000, 8192, 512];
/** Trials come in whole blocks of the core's lanes. */
const kBlock = 512;
/** Enough for what is only seen as a shade. */
const kShadeTrials = 2048;
/** Enough for one sentence. */
const kFewTrials = 512;
const kSliceMs = 3;
const kMostChannels = 40;

const kSimulated: ResultMetric[] = ['roi', 'profit', 'fullCostCpl', 'breakEvenCpl'];
const kOfChannels: ResultMetric[] = ['roi'];
const kProfit: ResultMetric[] = ['profit'];
const kCounts: ResultMetric[] = ['impressions', 'clicks', 'leads', 'customers', 'adSpend'];
const kEnds: ResultMetric[] = ['fullCostCpl', 'breakEvenCpl'];

const kNone: Simulated['channels'] = [];

export class Analyses {
  private readonly engine: AnalysingEngine;
  private readonly question: () => Asked;
  private readonly onRefined: () => void;
  private readonly isTyping: () => boolean;
  private readonly replies = new WeakMap<Document, Map<string, unknown>>();
  private readonly latest = new Map<string, unknown>();
  private readonly due = new Map<string, () => unknown>();
  /** Until then, or until the field is left. */
  private waitsForPause = false;
  private running: Running | undefined;
  /** Trials that fit into one slice on this machine. */
  private slice = kBlock;

  constructor(
    engine: AnalysingEngine,
    question: () => Asked,
    onRefined: () => void,
    isTyping = () => false,
  ) {
    this.engine = engine;
    this.question = question;
    this.onRefined = onRefined;
    this.isTyping = isTyping;
  }

  /** Until then there are no answers; what is shown with the first one asks all the same. */
  get canAnswer(): boolean {
    return this.engine.isWhole;
  }

  /** Undefined where the answer depends on no range. */
  simulated(): Simulated | undefined {
    if (!this.hasRanges || !this.canAnswer) return undefined;
    const answer = this.once('simulated', () => this.begin());
    return answer && answer.ranges > 0 ? answer : undefined;
  }

  /** How often this scenario beats another. */
  against(other: string): Simulated['against'] {
    return this.once(`against ${other}`, () => {
      const request = {
        metrics: kProfit,
        channelMetrics: [],
        against: other,
        trials: kFirstTrials,
      };
      const answer = this.sample(request);
      return answer && answer.ranges > 0 ? answer.against : undefined;
    });
  }

  /** The profit of the plan with some of its figures changed. */
  profitOf(name: string, document: Document): Simulated['total']['results']['profit'] {
    const request = { metrics: kProfit, channelMetrics: [], trials: kFirstTrials };
    return this.once(
      `profit of ${name}`,
      () => this.sample(request, document)?.total.results.profit,
    );
  }

  /** How often more than an amount is lost. */
  losesMore(than: number): Simulated['losesMore'] {
    const request = { metrics: kProfit, channelMetrics: [], loss: than, trials: kFirstTrials };
    return this.once(`loses ${than}`, () => this.sample(request)?.losesMore);
  }

  /** Where the costs and break-evens of channels lie; typing does not wait for them. */
  channelEnds(): Simulated['channels'] {
    if (!this.hasRanges) return [];
    const request = { metrics: kEnds, channelMetrics: kEnds, trials: kShadeTrials };
    return this.soon('ends', () => this.sample(request))?.channels ?? [];
  }

  /** Where what channels count lies; it can wait. */
  countEnds(): Simulated['channels'] {
    if (!this.hasRanges) return kNone;
    const request = { metrics: kCounts, channelMetrics: kCounts, trials: kFirstTrials };
    return this.soon('counts', () => this.sample(request))?.channels ?? kNone;
  }

  /** Where the figures of the document's own lie; undefined where no range moves them. */
  ownChances(): Simulated['total']['own'] {
    const { figures = [] } = this.question().document.own ?? {};
    if (figures.length === 0 || !this.hasRanges || !this.canAnswer) return undefined;
    const metrics = figures.map(({ id }) => `own:${id}` as const);
    return this.once('own', () => {
      const answer = this.sample({ metrics, channelMetrics: [], trials: kFirstTrials });
      return answer && answer.ranges > 0 ? answer.total.own : undefined;
    });
  }

  /** The same, which may wait. */
  ownChancesSoon(): Simulated['total']['own'] {
    return this.soon('own', () => this.ownChances());
  }

  sensitivity(request: About<SensitivityRequest>): Sensitivity | undefined {
    return this.ask('sensitivity', request, (full) => this.engine.ask('sensitivity', full));
  }

  /** The same without shares of the variance, which take trials. */
  quickSensitivity(request: About<SensitivityRequest>): Sensitivity | undefined {
    return this.sensitivity({ ...request, shares: false });
  }

  solve(request: About<SolveRequest>): Solved | undefined {
    return this.ask('solve', request, (full) => this.engine.ask('solve', full));
  }

  /** Channel by channel as well, unless they are too many to be read. */
  cashFlow(): CashFlow | undefined {
    const { length } = this.scenario.channels;
    const request = { channels: length > 1 && length <= kMostChannels };
    return this.ask('cashFlow', request, (full) => this.engine.ask('cashFlow', full));
  }

  /** The same, but only as exact as a sentence needs it. */
  roughCashFlow(): CashFlow | undefined {
    if (!this.canAnswer) return undefined;
    const request = this.hasRanges ? { trials: kFewTrials } : {};
    return this.ask('cashFlow', request, (full) => this.engine.ask('cashFlow', full));
  }

  split(request: About<SplitRequest> = {}): Reply<Split | { undefined: string }> {
    return this.once(`split ${JSON.stringify(request)}`, () =>
      this.engine.ask('splitBudget', { ...request, ...this.question() }),
    );
  }

  /** An answer that can wait until the page is idle: until then the one before it, if there is any. */
  soon<Answer>(name: string, ask: () => Answer): Answer | undefined {
    if (!this.canAnswer) return undefined;
    const key = keyOf(this.question(), `soon ${name}`);
    if (this.isSaid(name)) {
      this.latest.set(key, this.once(`soon ${name}`, ask));
    } else {
      const isOver = this.waitsForPause && !this.isTyping();
      if (this.due.size === 0 || isOver) this.answerInAPause();
      this.due.set(name, ask);
    }
    return this.latest.get(key) as Answer | undefined;
  }

  /** Whether an answer that can wait is of what is shown by now, and not of what was before. */
  isSaid(name: string): boolean {
    const key = keyOf(this.question(), `soon ${name}`);
    return this.replies.get(this.question().document)?.has(key) ?? false;
  }

  /** No key press finds the page at work on what the one before it asked. */
  private inAPause(act: () => void): void {
    if (this.isTyping()) setTimeout(() => whenIdle(act), kPauseMs);
    else whenIdle(act);
  }

  private answerInAPause(): void {
    const { document } = this.question();
    const isStill = () => document === this.question().document;
    this.waitsForPause = this.isTyping();
    this.inAPause(() => {
      if (this.due.size === 0) return;
      if (isStill()) this.answerDue();
      else this.answerInAPause();
    });
  }

  /** One question at a time, so that typing is never kept waiting for all of them. */
  private answerDue(): void {
    this.waitsForPause = false;
    for (const [name, ask] of this.due) {
      this.due.delete(name);
      this.once(`soon ${name}`, ask);
      break;
    }
    if (this.due.size > 0) whenIdle(() => this.answerDue());
    else this.onRefined();
  }

  /** What it is worth to know more; it may wait. */
  worth(request: About<WorthRequest>): Worth | undefined {
    const trials = this.scenario.channels.length > kFewChannels ? kQuickTrials : kFirstTrials;
    const full = { ...request, ...this.question(), trials };
    return this.soon(`worth ${JSON.stringify(request)}`, () =>
      unwrapped(this.engine.ask('worth', full)),
    );
  }

  /** The plan given what its document says has happened since; it may wait. */
  reforecast(): Reply<Reforecast> | undefined {
    return this.soon('reforecast', () => this.askReforecast());
  }

  /** The same at once, for what is printed waits for nothing. */
  reforecastAtOnce(): Reply<Reforecast> | undefined {
    return this.canAnswer ? this.once('soon reforecast', () => this.askReforecast()) : undefined;
  }

  private askReforecast(): Reply<Reforecast> {
    return this.engine.ask('reforecast', { ...this.question(), trials: kFirstTrials });
  }

  /** The same had something else happened, as exact as a sentence needs it. */
  reforecastOf(name: string, document: Document): Reply<Reforecast> {
    return this.once(`reforecast of ${name}`, () =>
      this.engine.ask('reforecast', { ...this.question(), document, trials: kQuickTrials }),
    );
  }

  /** From another scenario to the edited one. */
  compare(from: string): Comparison | undefined {
    return this.once(`compare ${from}`, () => {
      const { scenario: to, ...about } = this.question();
      return unwrapped(this.engine.ask('compare', { ...about, from, to }));
    });
  }

  /** The same, which may wait. */
  compareSoon(from: string): Comparison | undefined {
    return this.soon(`compare ${from}`, () => this.compare(from));
  }

  /** Of another scenario, as exact as a sentence needs it; it may wait. */
  cashFlowOf(scenario: string): CashFlow | undefined {
    return this.soon(`cash of ${scenario}`, () => {
      const request = { ...this.question(), scenario, trials: kFewTrials };
      return unwrapped(this.engine.ask('cashFlow', request));
    });
  }

  get hasRanges(): boolean {
    return holdsRange(this.scenario);
  }

  private get scenario() {
    const { document, scenario } = this.question();
    const found = document.scenarios.find(({ id }) => id === scenario);
    if (!found) throw new Error(`there is no scenario ${scenario}`);
    return found;
  }

  private ask<Request extends object, Answer>(
    name: string,
    request: Request,
    run: (full: Request & Asked) => Reply<Answer>,
  ): Answer | undefined {
    return this.once(`${name} ${JSON.stringify(request)}`, () =>
      unwrapped(run({ ...request, ...this.question() })),
    );
  }

  /** Answers are kept as long as their document, which no edit changes. */
  private once<Answer>(question: string, run: () => Answer): Answer {
    const { document } = this.question();
    const key = keyOf(this.question(), question);
    const known = this.replies.get(document) ?? new Map<string, unknown>();
    this.replies.set(document, known);
    if (!known.has(key)) known.set(key, run());
    return known.get(key) as Answer;
  }

  private forget(asked: Asked): void {
    this.replies.get(asked.document)?.delete(keyOf(asked, 'simulated'));
  }

  private start(request: About<SimulateRequest>, document = this.question().document): Simulation {
    return this.engine.simulation({ ...request, ...this.question(), document });
  }

  private sample(
    request: About<SimulateRequest> & { trials: number },
    document?: Document,
  ): Simulated | undefined {
    const simulation = this.start(request, document);
    simulation.advance(request.trials);
    const reply = simulation.answer();
    simulation.free();
    return unwrapped(reply);
  }

  private begin(): Simulated | undefined {
    this.drop();
    for (const trials of kAllTrials) {
      const metrics = { metrics: kSimulated, channelMetrics: kOfChannels };
      const simulation = this.start({ ...metrics, histogram: true, trials });
      const isDone = simulation.advance(kQuickTrials);
      const first = simulation.answer();
      if (first.ok && first.value.ranges > 0 && !isDone) this.refineLater(simulation);
      else simulation.free();
      if (first.ok) return first.value;
    }
    return undefined;
  }

  private refineLater(simulation: Simulation): void {
    this.running = { simulation, of: this.question() };
    this.inAPause(() => this.refine(simulation));
  }

  /** An unfinished simulation gives way to a newer question; should its document come back, it is
   * run again. */
  drop(): void {
    if (!this.running) return;
    const { simulation, of } = this.running;
    simulation.free();
    this.forget(of);
    this.running = undefined;
  }

  private refine(simulation: Simulation): void {
    const { running } = this;
    if (running?.simulation !== simulation) return;
    if (!areSame(running.of, this.question())) {
      this.drop();
      return;
    }
    if (this.advanceASlice(simulation)) this.finish(running);
    else whenIdle(() => this.refine(simulation));
  }

  private advanceASlice(simulation: Simulation): boolean {
    const began = performance.now();
    const isDone = simulation.advance(this.slice);
    const took = Math.max(performance.now() - began, 0.05);
    const blocks = Math.floor((this.slice * kSliceMs) / took / kBlock);
    this.slice = Math.min(2 * this.slice, Math.max(1, blocks) * kBlock);
    return isDone;
  }

  /** Runs what is left of a simulation at once, for what is printed is as exact as it will be. */
  complete(): void {
    this.simulated();
    const { running } = this;
    if (!running || !areSame(running.of, this.question())) return;
    while (!running.simulation.advance(kFirstTrials));
    this.finish(running);
  }

  private finish({ simulation, of }: Running): void {
    const answer = unwrapped(simulation.answer());
    simulation.free();
    this.running = undefined;
    this.replies.get(of.document)?.set(keyOf(of, 'simulated'), answer);
    this.onRefined();
  }
}

const keyOf = ({ scenario, believe }: Asked, what: string) => `${scenario} ${believe} ${what}`;

const areSame = (a: Asked, b: Asked) =>
  a.document === b.document && a.scenario === b.scenario && a.believe === b.believe;

const unwrapped = <Answer>(reply: Reply<Answer>): Answer | undefined =>
  reply.ok ? reply.value : undefined;

const kOf = new WeakMap<Store, Analyses>();

/** In a plan of few channels, what can wait is worked out within a frame or two. */
const isLong = ({ channels }: Scenario) => channels.length > kFewChannels;

const ofStore = (store: Store) =>
  new Analyses(
    store.engine,
    () => store.question,
    store.refined,
    () => store.isTyping && isLong(store.scenario),
  );

/** Of the plan that a store holds. */
export function analysesOf(store: Store): Analyses {
  const known = kOf.get(store) ?? ofStore(store);
  kOf.set(store, known);
  return known;
}
