// What is said to who sees, and to who listens.
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { spokenVerdict } from '../answer/results';
import { later } from '../view/deferred';
import { scenarioName, type View } from '../view/view';
import type { Host } from './host';

const kPause = 700;

export class Announcing implements ReactiveController {
  private readonly host: Host;
  private said = '';
  /** What saving came to; until the next change. */
  private notice: { text: string; isRefusal: boolean } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The question that was spoken last. */
  private lastQuestion = '';

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  say(sentence: string): void {
    this.said = sentence;
    this.host.requestUpdate();
  }

  /** Shows a sentence until the next change, and speaks it. */
  announce(text: string, isRefusal = false): void {
    clearTimeout(this.timer);
    this.notice = text ? { text, isRefusal } : undefined;
    this.say(text);
  }

  /** After a pause, as the verdict would be: what is said at once is lost in the change of focus. */
  speak(sentence: string): void {
    this.sayLater(() => sentence);
  }

  /** The plan is another one. */
  changed(): void {
    this.forget();
    this.sayLater(() => this.verdict());
  }

  /** What was announced is over. */
  forget(): void {
    this.notice = undefined;
  }

  /** What is spoken. */
  status(): TemplateResult {
    return html`<p class="unseen" role="status">${this.said}</p>`;
  }

  /** What is seen of it. */
  line(): TemplateResult | typeof nothing {
    if (!this.notice) return nothing;
    const { text, isRefusal } = this.notice;
    return html`<p class="notice ${isRefusal ? 'loss' : ''}" aria-hidden="true">${text}</p>`;
  }

  private sayLater(words: () => string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(words()), kPause);
  }

  private verdict(): string {
    const view = this.host.view();
    if (!view) return '';
    const missing = view.brief?.spokenMissing();
    if (missing) return missing;
    const { costs, back, lifetime } = spokenVerdict(view);
    return `${this.newQuestion(view)}${spokenName(view)}${costs} ${back}${lifetime}`;
  }

  /** A question is spoken once. */
  private newQuestion(view: View): string {
    const { lastQuestion } = this;
    const question = later()?.spokenQuestion(view) ?? '';
    this.lastQuestion = question;
    return question && question !== lastQuestion ? `${question} ` : '';
  }
}

/** Whose answer it is, where there are several. */
function spokenName(view: View): string {
  const { store, text } = view;
  const isOne = store.document.scenarios.length === 1;
  return isOne ? '' : `${scenarioName(view, store.at)}${text.colon}`;
}
