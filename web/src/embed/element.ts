// <roi-calculator> in a page of someone else: the attributes, and what the page may ask.
import type { Brief } from '../../generated/brief';
import type { Document } from '../../generated/contract';
import { RoiCalculator } from '../calculator/roi-calculator';
import type { ScenarioResult } from '../engine/engine';
import type { Unreadable } from '../persistence/link';
import type { RoiAnswer, RoiCalculatorElement, RoiLead } from './api';
import type { Shown } from './datalayer';
import { HostPage } from './host-page';
import { embedLayout } from './layout';
import { questionsLayout } from './questions';

export class EmbeddedCalculator extends RoiCalculator implements RoiCalculatorElement {
  static override styles = [...RoiCalculator.styles, questionsLayout, embedLayout];
  static override properties = {
    ...RoiCalculator.properties,
    currency: {},
    scenario: {},
    brief: {},
    loading: {},
    frameSrc: { attribute: 'frame-src' },
    pageSrc: { attribute: 'page-src' },
    dataLayer: { attribute: 'data-layer' },
  };

  static override around = (element: object) => new HostPage(element as EmbeddedCalculator);

  declare currency: string;
  declare scenario: Document | string | undefined;
  declare brief: Brief | string | undefined;
  declare loading: string;
  declare frameSrc: string;
  declare pageSrc: string;
  declare dataLayer: string;

  /** A tool that stands alone has a script of its own, which draws into this element. */
  protected override createRenderRoot() {
    return this.hasAttribute('tool') ? new DocumentFragment() : super.createRenderRoot();
  }

  private get page(): HostPage {
    return this.around as HostPage;
  }

  getScenario(): Document | undefined {
    return structuredClone(this.answer?.scenario);
  }

  getResults(): ScenarioResult | undefined {
    return structuredClone(this.answer?.results);
  }

  /** What is shown, here or in the frame. */
  get answer(): RoiAnswer | undefined {
    return this.page.answer;
  }

  /** The same, and which example it is. */
  get shownPlan(): Shown | undefined {
    return this.page.shownPlan;
  }

  setScenario(scenario: Document | string): Promise<void> {
    return this.page.setScenario(scenario);
  }

  /** Says why a link holds no plan. */
  refuse(why: Unreadable): void {
    this.page.refuse(why);
  }

  handOver(): Promise<RoiLead> {
    return this.page.handOver();
  }

  reset(): Promise<void> {
    return this.page.reset();
  }
}
