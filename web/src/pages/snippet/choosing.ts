// Which field of the preview its bar is about, and how one comes to the bar and away from it: Tab leads from a field
// to its bar, and from there on to what follows the field.
import { elementAt, fieldsIn, groupOf, placeOf, pointerOf, touched } from './preview';

interface Page {
  preview: () => HTMLElement | null;
  draw: () => void;
}

const calculatorIn = (preview: HTMLElement | null): ShadowRoot | null | undefined =>
  preview?.querySelector('roi-calculator')?.shadowRoot;

export class Choosing {
  pointer: string | undefined;
  isWording = false;
  /** The field under the mouse, which has a frame and no bar: a bar would cover the next one. */
  hovered: HTMLElement | undefined;
  private readonly page: Page;
  /** A field that is to have the focus. */
  private awaited: string | undefined;
  /** What had the focus in it. */
  private from: HTMLElement | undefined;
  /** Where to go on should it be hidden: the field behind it, or the one before. */
  private following: string | undefined;

  constructor(page: Page) {
    this.page = page;
    document.addEventListener('focusin', this.leave);
    document.addEventListener('pointerdown', this.leave);
    addEventListener('resize', this.place);
  }

  get group(): string[] {
    const { root, pointer } = this;
    return root && pointer ? groupOf(root, pointer) : [];
  }

  /** By the focus, a click or a tap; what in the calculator is no field has no bar. */
  readonly choose = (event: Event) => {
    const { root } = this;
    const chosen = touched(event);
    if (!root || (event.type === 'click' && !chosen)) return;
    if (chosen?.pointer !== this.pointer) this.isWording = false;
    this.pointer = chosen?.pointer;
    this.awaited = undefined;
    this.from = chosen?.at;
    const all = fieldsIn(root).map(({ pointer }) => pointer);
    const place = all.indexOf(chosen?.pointer ?? '');
    this.following = all[place + 1] ?? all[place - 1];
    this.page.draw();
  };

  readonly press = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (this.pointer === undefined || touched(event)?.pointer !== this.pointer) return;
    if (key === 'Escape') this.drop();
    if (key !== 'Tab' || shiftKey || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    this.page.preview()?.querySelector<HTMLElement>('.bar button')?.focus();
  };

  word(isWording: boolean): void {
    this.isWording = isWording;
    this.page.draw();
    if (isWording) this.page.preview()?.querySelector<HTMLElement>('.wording input')?.focus();
  }

  /** To a field that the brief brings back, once it is there. */
  goTo(pointer: string): void {
    this.awaited = pointer;
    this.arrive();
  }

  /** What is shown has been drawn anew. */
  arrive(): void {
    const { root, awaited } = this;
    const field = root && awaited ? elementAt(root, awaited) : undefined;
    if (!field) return;
    this.awaited = undefined;
    field.focus();
  }

  /** To the field. */
  back(): void {
    this.home?.focus();
  }

  /** Tab goes on from where the focus is when it has been heard: from the field. Where that is hidden, to the next. */
  onward(event: KeyboardEvent): void {
    const { root, home, following } = this;
    if (home) {
      home.focus();
      return;
    }
    const next = root && following ? elementAt(root, following) : undefined;
    if (next) event.preventDefault();
    next?.focus();
  }

  readonly hover = (event: PointerEvent) => {
    const under = event.pointerType === 'mouse' ? touched(event)?.at : undefined;
    if (under === this.hovered) return;
    this.hovered = under;
    this.page.draw();
  };

  /** Frames and bar go where their fields are; those of a field that is hidden stay. */
  readonly place = () => {
    this.frame('.framed', this.home);
    this.frame('.hovered', this.hovered);
  };

  private frame(css: string, field: HTMLElement | undefined): void {
    const { preview } = this;
    const framed = preview?.querySelector<HTMLElement>(css);
    if (!preview || !framed || !field?.isConnected) return;
    const around = preview.getBoundingClientRect();
    const { left, top, width, height } = placeOf(field);
    const place = {
      left: left - around.left,
      top: top - around.top,
      width,
      height,
      '--room': around.width,
      '--beside': around.right - left,
    };
    for (const [name, value] of Object.entries(place)) framed.style.setProperty(name, `${value}px`);
  }

  private get preview(): HTMLElement | null {
    return this.page.preview();
  }

  private get root(): ShadowRoot | null | undefined {
    return calculatorIn(this.preview);
  }

  /** The field as it is now: what is locked has been drawn anew, and what was moved into another one's element. */
  private get home(): HTMLElement | undefined {
    const { root, pointer, from } = this;
    const isStill = from?.isConnected && from.checkVisibility() && pointerOf(from) === pointer;
    if (isStill) return from;
    return root && pointer ? elementAt(root, pointer) : undefined;
  }

  private readonly leave = (event: Event) => {
    const isWithin = (event.target as Element).closest?.('.preview') !== null;
    if (this.pointer !== undefined && !isWithin) this.drop();
  };

  private drop(): void {
    this.pointer = undefined;
    this.isWording = false;
    this.page.draw();
  }
}
