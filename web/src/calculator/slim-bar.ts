// The slim bar stands in for an answer that has scrolled away.
import { html, type ReactiveController, type TemplateResult } from 'lit';
import { slimBar } from '../answer/results';
import type { View } from '../view/view';
import type { Host } from './host';

export class SlimBar implements ReactiveController {
  private readonly host: Host;
  private isShown = false;
  private observer: IntersectionObserver | undefined;
  private watched: Element | undefined;

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.watched = undefined;
  }

  hostUpdated(): void {
    const { renderRoot, isConnected } = this.host;
    const answer = renderRoot.querySelector('.verdict .sentence');
    if (!answer || answer === this.watched || !isConnected) return;
    this.observer?.disconnect();
    this.observer = new IntersectionObserver(([entry]) => this.saw(entry));
    this.observer.observe(answer);
    this.watched = answer;
  }

  draw(view: View): TemplateResult {
    return html`<div class="slim ${this.isShown ? 'shown' : ''}">${slimBar(view)}</div>`;
  }

  /** Drawing here would undo a translation, which may move the answer back into sight, and so on. */
  private saw(entry: IntersectionObserverEntry | undefined): void {
    const isAbove = entry ? entry.boundingClientRect.bottom < 0 : false;
    this.isShown = !entry?.isIntersecting && isAbove;
    this.host.renderRoot.querySelector('.slim')?.classList.toggle('shown', this.isShown);
  }
}
