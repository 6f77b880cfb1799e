// What is typed into stays where it is on the screen while the answer above it becomes higher or lower. The
// styles tell browsers what not to hold on to (`overflow-anchor`); this is for one that holds on to nothing.
import type { ReactiveController } from 'lit';
import type { Host } from './host';

export class Steady implements ReactiveController {
  private readonly host: Host;
  private focused: Element | null | undefined;
  private place = 0;

  constructor(host: Host) {
    this.host = host;
    if (!CSS.supports('overflow-anchor', 'none')) host.addController(this);
  }

  hostUpdate(): void {
    this.focused = this.host.shadowRoot?.activeElement;
    if (this.focused) this.place = topOf(this.focused);
  }

  hostUpdated(): void {
    const { focused } = this;
    if (!focused || focused !== this.host.shadowRoot?.activeElement) return;
    const moved = topOf(focused) - this.place;
    scrollDown(moved);
    if (topOf(focused) - this.place === moved) scrollDown(-moved); // it is not the window that holds it
  }
}

const scrollDown = (top: number): void => scrollBy({ top, behavior: 'instant' });

const topOf = (element: Element): number => element.getBoundingClientRect().top;
