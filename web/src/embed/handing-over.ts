// The visitor hands the plan over: by pressing what the host put into a slot and marked `data-roi-send`, or what a
// brief calls to. Beside it stands what that hands over. The press is held until the fields of the host's form are filled in, and then goes on.
import { html, nothing, type TemplateResult } from 'lit';
import type { Figure, RoiAnswer, RoiLead } from './api';
import type { EmbedWords } from './words/catalogue';

const kMark = '[data-roi-send]';
/** What is marked itself, or sends the form that is. */
const kPressed = `${kMark}:is(a, button, input), ${kMark} :is([type="submit"], button:not([type]))`;

type Host = HTMLElement & { requestUpdate: () => void };
type Pressed = HTMLAnchorElement | HTMLButtonElement | HTMLInputElement;

interface Giver {
  words: () => EmbedWords['handing'];
  answer: () => RoiAnswer | undefined;
  give: () => Promise<RoiLead>;
  /** Told before the press goes on. */
  handedOver: (lead: RoiLead) => void;
  /** Whether a brief has a call to action. */
  calls: () => boolean;
}

export class HandingOver {
  private readonly host: Host;
  private readonly giver: Giver;
  private isHeld = false;
  /** What is shown of it, and of which answer, while that is open. */
  private open: { lead?: RoiLead; of?: RoiAnswer['results'] } | undefined;

  constructor(host: Host, giver: Giver) {
    this.host = host;
    this.giver = giver;
    host.addEventListener('click', (event) => this.press(event), true);
  }

  draw(name: 'cta' | 'cta-end'): TemplateResult {
    const isCalled = name === 'cta' && this.giver.calls();
    const said = isCalled || this.isIn(name) ? this.what() : nothing;
    return html`<slot name=${name} @slotchange=${this.again}></slot>${said}`;
  }

  private readonly again = () => this.host.requestUpdate();

  private isIn(name: string): boolean {
    return [...this.host.children].some(
      (one) => one.slot === name && (one.matches(kMark) || one.querySelector(kMark)),
    );
  }

  private what(): TemplateResult {
    const say = this.giver.words();
    const { open } = this;
    if (open && open.of !== this.giver.answer()?.results) this.look(open);
    const toggled = ({ target }: Event) => {
      this.open = (target as HTMLDetailsElement).open ? (open ?? {}) : undefined;
      this.again();
    };
    return html`<div class="handing">
      <p>${say.consent}</p>
      <details ?open=${open} @toggle=${toggled}>
        <summary><b>${say.what}</b></summary>
        ${open?.lead ? shown(open.lead, say) : nothing}
      </details>
    </div>`;
  }

  /** A later answer is looked at in its own turn. */
  private look(open: NonNullable<HandingOver['open']>): void {
    const of = this.giver.answer()?.results;
    if (of) open.of = of;
    this.giver.give().then((lead) => {
      if (open.of !== of) return;
      open.lead = lead;
      this.again();
    }, this.again);
  }

  /** What goes on is a click too, though no visitor's. */
  private async press(event: MouseEvent): Promise<void> {
    const pressed = (event.composedPath()[0] as Element).closest<Pressed>(kPressed);
    const form = pressed && 'form' in pressed ? pressed.form : null;
    // What the browser will not send is not held.
    const isWrong = form && !form.noValidate && !form.checkValidity();
    if (!pressed || !event.isTrusted || isWrong) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.isHeld) return;
    this.isHeld = true;
    try {
      const lead = await this.giver.give();
      fill(pressed, form, lead);
      this.giver.handedOver(lead);
    } catch {
      // Whoever wants to be called is, figures or not.
    }
    this.isHeld = false;
    pressed.click();
  }
}

/** Exactly what is handed over: to be read, and as data; what is long is scrolled, by keyboard too. */
const shown = (
  { lang, text, figures, scenario }: RoiLead,
  { what, data }: EmbedWords['handing'],
) => html`<pre tabindex="0" role="group" aria-label=${what}>${text}</pre>
  <h3>${data}</h3>
  <pre tabindex="0" role="group" aria-label=${data}>${JSON.stringify({ lang, figures, scenario }, null, 1)}</pre>`;

/** A link that writes a message gets the text; fields of a form what their `data-roi` names: `verdict`, `text`, `link`,
 * `plan`, or the number of a figure. They are empty where there is none. */
function fill(pressed: Pressed, form: HTMLFormElement | null, lead: RoiLead): void {
  if ('protocol' in pressed && pressed.protocol === 'mailto:') {
    const to = new URL(pressed.href);
    to.searchParams.set('body', lead.text.replaceAll('\n', '\r\n'));
    // Programs for mail take + as it is.
    pressed.href = to.href.replace(/\?.*/, (query) => query.replaceAll('+', '%20'));
  }
  const { verdict, text, link, figures, scenario } = lead;
  const held: Record<string, Figure | undefined | string> = { verdict, text, link };
  held.plan = JSON.stringify(scenario);
  for (const { metric, value } of figures) held[metric] = value;
  for (const field of form?.querySelectorAll<HTMLInputElement>('[data-roi]') ?? []) {
    const value = held[field.dataset.roi ?? ''] ?? '';
    field.value = typeof value === 'object' ? '' : String(value);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
