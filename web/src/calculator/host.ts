// What the controllers of a calculator's subjects know of the element they belong to.
import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../locales/catalogue';
import type { Store } from '../plan/store';
import type { View } from '../view/view';

export interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly store: Store | undefined;
  readonly language: {
    readonly locale: string;
    /** The locale that is shown, with its words. */
    readonly shown: { locale: string; text: Catalogue } | undefined;
    show: () => Promise<void>;
  };
  preset: string;

  /** Opens the first plan, unless one is open. */
  start: () => Promise<void>;
  /** Nothing before the first answer. */
  view: () => View | undefined;
  /** Fetches what the first answer could do without. */
  loadTheRest: () => Promise<void>;
  focusLater: (selector: string) => Promise<void>;
}
