// The report without a look, kept where a page that the browser saves still shows it.
import type { ReactiveController } from 'lit';
import { whenIdle } from '../engine/idle';
import { later } from '../view/deferred';
import type { Host } from './host';

const kPause = 1500;

export class PlainCopy implements ReactiveController {
  private readonly host: Host;
  private readonly place: () => Element | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, place: () => Element | null) {
    this.host = host;
    this.place = place;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  hostUpdated(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => whenIdle(() => this.keep()), kPause);
  }

  private keep(): void {
    const [view, place] = [this.host.view(), this.place()];
    if (view && place) later()?.keepPlain(view, place);
  }
}
