// Where the page around lets no WebAssembly run: embed.html in the same place, with the same
// attributes and the same events.
import { html, nothing, type TemplateResult } from 'lit';
import type { Document } from '../../generated/contract';
import { packed } from '../persistence/link';
import type { RoiAnswer, RoiCalculatorElement, RoiLead } from './api';
import type { Shown } from './datalayer';
import { briefText, Refused } from './plan';
import { type FrameMessage, isFrameMessage, kFrameAttributes, kFrameStyles } from './protocol';

/** A frame that has loaded and says nothing is none of ours. */
const kPatience = 8000;

type Host = RoiCalculatorElement & { requestUpdate: () => void };

type Reject = (why: Refused) => void;

export class FrameFallback {
  /** What the frame said last of its plan. */
  answer: RoiAnswer | undefined;
  shown: Shown | undefined;
  plan: Document | undefined;
  private turn = 0;
  /** Those who asked for a plan and have had no answer; the last plan's is that of all. */
  private waiting: { resolve: () => void; reject: Reject }[] = [];
  /** Those who asked what would be handed over, by the number of their question. */
  private asking = new Map<number, { resolve: (lead: RoiLead) => void; reject: Reject }>();
  private asked = 0;
  private pointed = 0;
  private readonly element: Host;
  private readonly address: string;
  private readonly hear: (message: FrameMessage | 'silence') => void;
  private src: string | undefined;
  private height = 0;
  private isReady = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: Host, address: string, hear: (message: FrameMessage | 'silence') => void) {
    this.element = element;
    this.address = address;
    this.hear = hear;
  }

  connect(): void {
    addEventListener('message', this.onMessage);
  }

  disconnect(): void {
    removeEventListener('message', this.onMessage);
    clearTimeout(this.timer);
  }

  /** Nothing will be answered any more. */
  end(why: Refused): void {
    this.disconnect();
    for (const { reject } of [...this.waiting.splice(0), ...this.asking.values()]) reject(why);
  }

  /** Shows a plan, or what the attributes say; ends when the frame has answered. */
  async show(plan: Document | undefined): Promise<void> {
    this.plan = plan;
    this.turn += 1;
    const answered = new Promise<void>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
    });
    await this.point();
    await answered;
  }

  /** What the frame would hand over; refused for this reason where it does not answer. */
  async handOver(why: Refused): Promise<RoiLead> {
    this.asked += 1;
    const { asked } = this;
    this.ask(asked);
    try {
      return await new Promise((resolve, reject) => {
        this.asking.set(asked, { resolve, reject });
        setTimeout(() => reject(why), kPatience);
      });
    } finally {
      this.asking.delete(asked);
    }
  }

  private ask(asked: number): void {
    const { contentWindow } = this.element.shadowRoot?.querySelector('iframe') ?? {};
    contentWindow?.postMessage({ roi: 1, type: 'hand-over', asked }, new URL(this.address).origin);
  }

  /** Puts what the attributes say, and the plan, into the address. */
  async point(): Promise<void> {
    const wishes = new URLSearchParams({ parent: location.origin, turn: String(this.turn) });
    for (const name of kFrameAttributes) {
      const value = this.element[name];
      if (value) wishes.set(name, value);
    }
    const brief = briefText(this.element.brief);
    if (brief) wishes.set('brief', brief);
    const style = getComputedStyle(this.element);
    for (const name of kFrameStyles) {
      const value = style.getPropertyValue(`--roi-${name}`).trim();
      if (value) wishes.set(name, value);
    }
    if (this.element.dataLayer) wishes.set('progress', '1');
    this.pointed += 1;
    const { pointed } = this;
    if (this.plan) wishes.set('s', await packed(this.plan));
    if (pointed !== this.pointed) return;
    this.src = `${this.address}#${wishes}`;
    this.element.requestUpdate();
  }

  render(title: string): TemplateResult {
    if (!this.src) return html`<slot></slot>`;
    const { isReady } = this;
    return html`<iframe class=${isReady ? '' : 'waiting'} title=${title} src=${this.src}
        height=${this.height || nothing} @load=${this.onLoad}></iframe>
      ${isReady ? nothing : html`<slot></slot>`}`;
  }

  private readonly onLoad = (): void => {
    if (!this.isReady) this.timer = setTimeout(() => this.hear('silence'), kPatience);
  };

  private readonly onMessage = ({ data, origin, source }: MessageEvent): void => {
    const frame = this.element.shadowRoot?.querySelector('iframe');
    const isItsOwn = source !== null && source === frame?.contentWindow;
    if (!isItsOwn || !(origin === 'null' || origin === new URL(this.address).origin)) return;
    if (!isFrameMessage(data)) return;
    if (data.type === 'height') this.height = data.height > 0 ? Math.min(data.height, 1e5) : 0;
    if (data.type === 'ready') {
      clearTimeout(this.timer);
      this.isReady = true;
      for (const { resolve } of this.waiting.splice(0)) resolve();
      // What was asked before it listened is lost.
      for (const asked of this.asking.keys()) this.ask(asked);
    }
    if (data.type === 'error' && data.failure.code === 'scenario') {
      const { code, message, errors } = data.failure;
      const why = new Refused(code, message, errors);
      for (const { reject } of this.waiting.splice(0)) reject(why);
    }
    if (data.type === 'cta' && data.asked !== undefined) {
      this.asking.get(data.asked)?.resolve(data.lead);
      return;
    }
    if ('preset' in data && data.answer) {
      this.shown = { result: data.answer.results, preset: data.preset };
      this.answer = data.answer;
    }
    this.hear(data);
  };
}
