// What is printed is a report of its own, in the page only while the page is printed.
import type { ReactiveController } from 'lit';
import { later } from '../view/deferred';
import type { Host } from './host';

const kEvents = ['beforeprint', 'afterprint'] as const;

export class Printing implements ReactiveController {
  private readonly host: Host;
  /** Takes the report out of the page again. */
  private unprint: (() => void) | undefined;

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const event of kEvents) addEventListener(event, this.onPrint);
  }

  hostDisconnected(): void {
    for (const event of kEvents) removeEventListener(event, this.onPrint);
  }

  private readonly onPrint = ({ type }: Event): void => {
    this.unprint?.();
    const view = type === 'beforeprint' ? this.host.view() : undefined;
    this.unprint = view && later()?.printed?.(view, this.host.renderRoot);
  };
}
