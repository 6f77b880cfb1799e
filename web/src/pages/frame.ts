// embed.html: a calculator for an iframe. Its address says everything; storage is never touched.
import type { Document } from '../../generated/contract';
import type { RoiCalculatorEvents, RoiError, RoiLead } from '../embed/api';
import { EmbeddedCalculator } from '../embed/element';
import { embeddedFrom } from '../embed/host-page';
import { type FrameMessage, kFrameAttributes, kFrameStyles } from '../embed/protocol';
import { chooseLocale } from '../locales/index';
import * as link from '../persistence/link';
import type { StatedBrief } from '../view/brief';

type Told<Name extends keyof RoiCalculatorEvents> = RoiCalculatorEvents[Name]['detail'];

const pageStyle = 'body { margin: 0 } roi-calculator { --roi-reserve: 0px }';

/** Of the words of its button. */
const kLongestCta = 80;

/** What a style of the address has to be worth as; an address of a picture is none of these. */
const kStyleOf: Record<(typeof kFrameStyles)[number], string> = {
  accent: 'color',
  paper: 'color',
  ink: 'color',
  sans: 'font-family',
  serif: 'font-family',
  radius: 'border-radius',
};

const wishes = () => new URLSearchParams(location.hash.slice(1));

/** The origin that may learn figures; whoever else embeds the frame learns that something happened. */
function confidant(): string | undefined {
  try {
    const { origin } = new URL(wishes().get('parent') ?? '');
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}

function post(message: FrameMessage, target = '*'): void {
  if (window.parent !== window) window.parent.postMessage(message, target);
}

/** To the page that was named with figures, else to whoever is there without. */
function tell(coarse: FrameMessage, whole: FrameMessage): void {
  const named = confidant();
  if (named) post(whole, named);
  else post(coarse);
}

function tellReady(calculator: EmbeddedCalculator): void {
  const { answer, shownPlan } = calculator;
  if (!answer || !shownPlan) return;
  const ready = { roi: 1, type: 'ready', preset: shownPlan.preset } as const;
  tell(ready, { ...ready, answer });
}

function listenTo(calculator: EmbeddedCalculator): void {
  const on = <Name extends keyof RoiCalculatorEvents>(
    name: Name,
    act: (detail: Told<Name>) => void,
  ) => calculator.addEventListener(name, (event) => act((event as CustomEvent).detail));
  on('roi-ready', () => tellReady(calculator));
  on('roi-change', (answer) => {
    const { roi } = answer.results.total;
    const profitable = Number(roi) > 0;
    const preset = calculator.shownPlan?.preset ?? 'own';
    const change = { roi: 1, type: 'change', profitable, preset } as const;
    tell(change, { ...change, answer });
  });
  on('roi-goal', (goal) => {
    const { attained } = goal;
    tell({ roi: 1, type: 'goal', attained }, { roi: 1, type: 'goal', attained, goal });
  });
  on('roi-cta', (lead) => handOver(lead));
  on('roi-progress', (progress) => {
    const named = confidant();
    if (named) post({ roi: 1, type: 'progress', progress }, named);
  });
  on('roi-export', (file) => post({ roi: 1, type: 'export', file }));
  on('roi-error', (failure) => post({ roi: 1, type: 'error', failure }));
}

function handOver(lead: RoiLead, asked?: number): void {
  const named = confidant();
  if (named) post({ roi: 1, type: 'cta', lead, asked }, named);
}

/** The page that was named may ask what would be handed over: it has a form of its own. */
function answerTo(calculator: EmbeddedCalculator): void {
  addEventListener('message', ({ data, origin, source }) => {
    const isNamed = source === window.parent && origin === confidant();
    if (!isNamed || data?.roi !== 1 || data.type !== 'hand-over') return;
    calculator.handOver().then(
      (lead) => handOver(lead, data.asked),
      () => {},
    );
  });
}

/** By which the visitor hands the plan over to the page that was named, if it wants one. */
function offer(calculator: EmbeddedCalculator): void {
  const words = confidant() && wishes().get('cta')?.slice(0, kLongestCta);
  const button = calculator.querySelector('button') ?? document.createElement('button');
  Object.assign(button, { type: 'button', slot: 'cta', textContent: words });
  button.dataset.roiSend = '';
  if (words) calculator.append(button);
  else button.remove();
}

/** Which plan the address asked for last. */
let shown: string | undefined;

let briefShown: string | null = null;

async function takeBrief(calculator: EmbeddedCalculator, packed: string | null): Promise<void> {
  if (packed === briefShown) return;
  briefShown = packed;
  const found = packed?.startsWith('{') || packed === null ? packed : await link.unpacked(packed);
  if (packed !== briefShown) return;
  // What is no brief is refused as one that is wrong.
  calculator.brief = (found as StatedBrief | string | null) ?? undefined;
}

/** Takes what the address says; values are data, and the element and the browser check them. */
async function configure(calculator: EmbeddedCalculator): Promise<void> {
  const wanted = wishes();
  for (const name of kFrameAttributes) {
    const value = wanted.get(name);
    if (value === null) calculator.removeAttribute(name);
    else calculator.setAttribute(name, value);
  }
  // A list of this window, by which it is asked to follow how far one comes.
  calculator.dataLayer = confidant() && wanted.has('progress') ? 'roiSteps' : '';
  offer(calculator);
  for (const name of kFrameStyles) {
    const value = wanted.get(name) ?? '';
    const isStyle = CSS.supports(kStyleOf[name], value);
    calculator.style.setProperty(`--roi-${name}`, isStyle ? value : null);
  }
  await takeBrief(calculator, wanted.get('brief'));
  const packed = wanted.get('s');
  const wish = `${wanted.get('turn')} ${packed}`;
  if (wish === shown) return;
  shown = wish;
  const plan = packed === null ? undefined : await link.unpacked(packed);
  if (wish !== shown) return;
  if (typeof plan === 'string') calculator.refuse(plan);
  else if (calculator.answer) await follow(calculator, plan);
  else calculator.scenario = plan;
}

/** Without a plan, what the attributes say. */
async function show(calculator: EmbeddedCalculator, plan: Document | undefined): Promise<void> {
  if (plan) return calculator.setScenario(plan);
  if (calculator.scenario === undefined) return calculator.reset();
  calculator.scenario = undefined;
  await calculator.updateComplete;
}

/** A plan that comes later and is refused leaves the one that is shown. */
async function follow(calculator: EmbeddedCalculator, plan: Document | undefined) {
  try {
    await show(calculator, plan);
    tellReady(calculator);
  } catch (error) {
    const { code, message, errors } = error as RoiError;
    post({ roi: 1, type: 'error', failure: { code, message, errors } });
  }
}

async function start(): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageStyle);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.lang = chooseLocale([wishes().get('lang'), ...navigator.languages]);
  embeddedFrom({
    module: { first: async () => window.roiUnpacked('roi-wasm').buffer },
    page: new URL('./index.html', location.href).href,
  });
  customElements.define('roi-calculator', EmbeddedCalculator);
  const calculator = new EmbeddedCalculator();
  calculator.loading = 'eager';
  listenTo(calculator);
  answerTo(calculator);
  await configure(calculator);
  document.body.append(calculator);
  new ResizeObserver(() => {
    post({ roi: 1, type: 'height', height: Math.ceil(calculator.getBoundingClientRect().height) });
  }).observe(calculator);
  addEventListener('hashchange', () => configure(calculator));
}

start();
