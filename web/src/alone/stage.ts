// The element of one tool: what is in its shadow root, and what it follows.
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Document } from '../../generated/contract';
import { ForeignEdits } from '../calculator/foreign-edits';
import { Speech } from '../calculator/language';
import { evidenceLook } from '../kit/evidence-styles';
import { kitLayout } from '../kit/styles';
import { workingLayout } from '../kit/working-styles';
import { download } from '../persistence/files';
import { Keeper } from '../persistence/keeper';
import { Store } from '../plan/store';
import { addressWith } from '../sharing/keeping';
import { base, tokens } from '../styles/styles';
import type { EvidenceTool } from '../view/tool';
import { channelNames, type Ui, type View } from '../view/view';
import { aloneLayout } from './layout';
import type { Answering } from './module';
import { aloneWords } from './words';

/** What stands alone, and where. */
export interface Alone {
  tool: EvidenceTool;
  /** Channels, where the tool is about channels. */
  channels?: readonly object[];
  /** The address of the calculator's own page, if the script knows it. */
  page?: string | undefined;
}

const kCurrency = /^[A-Z]{3}$/;

export class Stage {
  private readonly element: HTMLElement;
  private readonly alone: Alone;
  private readonly answering: Answering;
  private readonly speech: Speech;
  private readonly store: Store;
  private readonly keeper: Keeper;
  private readonly foreign = new ForeignEdits();
  private ui: Ui = { opened: undefined, open: new Set(), unfolded: new Set(), sort: undefined };
  private said = '';
  private isRefused = false;

  /** Shows the tool in the element, once all it takes is there. */
  static async on(element: HTMLElement, alone: Alone, answering: Answering): Promise<Stage> {
    const stage = new Stage(element, alone, answering);
    await stage.speech.show();
    stage.show();
    return stage;
  }

  private constructor(element: HTMLElement, alone: Alone, answering: Answering) {
    this.element = element;
    this.alone = alone;
    this.answering = answering;
    this.speech = new Speech(element);
    this.speech.open(undefined);
    const draw = () => this.changed();
    const document = documentOf(alone, this.currency ?? 'EUR');
    this.store = new Store(answering.engine, document, undefined, draw, draw);
    this.keeper = new Keeper(this.store, () => this.speech.language, 'none', draw);
  }

  /** The attributes are others. */
  async follow(): Promise<void> {
    const { store, currency } = this;
    if (currency && currency !== store.scenario.currency)
      store.edit(`${store.base}/currency`, currency);
    await this.speech.show();
    this.draw();
  }

  private get currency(): string | undefined {
    const stated = this.element.getAttribute('currency')?.trim().toUpperCase() ?? '';
    return kCurrency.test(stated) ? stated : undefined;
  }

  private show(): void {
    const root = this.element.shadowRoot ?? this.element.attachShadow({ mode: 'open' });
    root.replaceChildren();
    const { layout } = this.alone.tool;
    const styles = [
      tokens,
      base,
      kitLayout,
      workingLayout,
      evidenceLook,
      aloneLayout,
      layout ?? [],
    ];
    root.adoptedStyleSheets = styles.flat().flatMap(({ styleSheet }) => styleSheet ?? []);
    this.draw();
  }

  private changed(): void {
    this.said = '';
    this.draw();
  }

  private draw(): void {
    const root = this.element.shadowRoot;
    const view = this.view();
    if (root && view) this.foreign.aside(root, () => render(this.drawn(view), root));
  }

  private drawn(view: View): TemplateResult {
    const { tool } = this.alone;
    const { draw } = tool;
    const content = 'atOnce' in draw ? draw.atOnce(view) : draw.answered(view, this.answering.ask);
    return html`<slot name="header"></slot>
      <div class="live alone">
        <section class="evidence" aria-label=${tool.name(view)}>
          <h2>${tool.name(view)}</h2>
          <p>${tool.purpose(view)}</p>
          ${content}
        </section>
        <p class=${this.isRefused ? 'loss' : ''} role="status">${this.said}</p>
        ${this.wayToAll(view)}
      </div>
      <slot name="cta"></slot><slot name="footer"></slot>`;
  }

  private wayToAll(view: View): TemplateResult | typeof nothing {
    const { address } = view.outside;
    if (!address) return nothing;
    const to = addressWith(address, view.format, `#tool=${this.alone.tool.id}`);
    return html`<p><a class="link" target="_blank" rel="noopener" href=${to}>${aloneWords(view).toAll}</a></p>`;
  }

  private get address(): string | undefined {
    const stated = this.element.getAttribute('page-src');
    if (!stated) return this.alone.page;
    if (stated === 'none') return undefined;
    const { protocol, href } = new URL(stated, location.href);
    return /^https?:$/.test(protocol) ? href : undefined;
  }

  private view(): View | undefined {
    const { store, speech, ui } = this;
    const { shown } = speech;
    if (!shown) return undefined;
    const { action, currency } = store.scenario;
    const { locale, text } = shown;
    const format = speech.formatFor(locale, currency);
    return {
      store,
      text,
      format,
      action,
      labels: text.metric({ action, margin: true, currency: format.currencyName }),
      names: channelNames(text, store.scenario.channels),
      ui,
      tablesWait: false,
      update: (change) => {
        this.ui = { ...this.ui, ...change };
        this.draw();
      },
      speak: (sentence) => this.say(sentence),
      focusField: async () => {},
      focusLater: async (selector) => {
        this.element.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
      },
      outside: {
        address: this.address,
        ownsPage: false,
        keeper: this.keeper,
        page: undefined,
        reader: undefined,
        isAlone: true,
        open: async () => {},
        download,
        say: (notice, isRefusal = false) => this.say(notice, isRefusal),
        shared: undefined,
        adopt: () => {},
      },
    };
  }

  private say(sentence: string, isRefusal = false): void {
    this.said = sentence;
    this.isRefused = isRefusal;
    this.draw();
  }
}

const documentOf = ({ channels = [{ id: 'channel1' }] }: Alone, currency: string): Document =>
  ({
    schemaVersion: 2,
    scenarios: [
      {
        id: 'plan',
        role: 'plan',
        period: { kind: 'month' },
        currency,
        action: 'lead',
        channels,
      },
    ],
  }) as unknown as Document;
