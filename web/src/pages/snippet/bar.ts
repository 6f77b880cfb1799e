// What may be done to a field of the preview, where it stands: a frame around it, and a bar above it. Both are drawn
// by this page over the calculator, which knows nothing of them.
import { html, nothing, type TemplateResult } from 'lit';
import { stay } from '../../kit/fields';
import { fieldOf, moved } from './brief';
import { type Building, putter, wording } from './builder';

export interface Chosen {
  pointer: string;
  /** Those it may be moved among. */
  group: readonly string[];
  /** Whether its words are being written. */
  isWording: boolean;
  word: (isWording: boolean) => void;
  /** Back to the field, or to what stands behind it. */
  back: () => void;
  onward: (event: KeyboardEvent) => void;
}

interface Act {
  name: string;
  words: string;
  /** Read out in the place of a sign. */
  label?: string;
  isPressed?: boolean;
  isOpen?: boolean;
  isOff?: boolean;
  act: () => void;
}

export function bar(building: Building, chosen: Chosen): TemplateResult {
  const { say, brief, nameOf } = building;
  const { pointer } = chosen;
  const name = nameOf(pointer);
  const isHidden = fieldOf(brief, pointer).hidden === true;
  const acts = isHidden ? [hiding(building, chosen)] : allActs(building, chosen);
  return html`<div class="bar">
    <div role="toolbar" aria-label=${name} @keydown=${(event: KeyboardEvent) => go(event, chosen)}>
      ${isHidden ? nothing : html`<b>${name}</b>`}
      <span role="status">${isHidden ? say.isHidden(name) : placeWords(building, chosen)}</span>
      ${acts.map(button)}
    </div>
    ${chosen.isWording && !isHidden ? panel(building, chosen) : nothing}
  </div>`;
}

const button = ({ name, words, label, isPressed, isOpen, isOff, act }: Act, at: number) =>
  html`<button type="button" data-act=${name} tabindex=${at === 0 ? 0 : -1} aria-label=${label ?? nothing} title=${label ?? nothing}
    aria-pressed=${isPressed ?? nothing} aria-expanded=${isOpen ?? nothing} aria-disabled=${isOff ? 'true' : nothing}
    @click=${() => isOff || act()}>${words}</button>`;

function hiding(building: Building, { pointer }: Chosen): Act {
  const { say, brief } = building;
  const hidden = fieldOf(brief, pointer).hidden !== true;
  const words = hidden ? say.acts.hide : say.acts.show;
  return { name: 'hide', words, act: () => putter(building, pointer)({ hidden }) };
}

function allActs(building: Building, chosen: Chosen): Act[] {
  const { say } = building;
  const { isWording, word } = chosen;
  return [
    hiding(building, chosen),
    flag(building, chosen, 'locked', say.acts.lock),
    flag(building, chosen, 'required', say.acts.require),
    { name: 'rename', words: say.acts.rename, isOpen: isWording, act: () => word(!isWording) },
    ...(chosen.group.length > 1
      ? [move(building, chosen, -1, '↑', say.up), move(building, chosen, 1, '↓', say.down)]
      : []),
  ];
}

function flag(
  building: Building,
  { pointer }: Chosen,
  name: 'locked' | 'required',
  words: string,
): Act {
  const isPressed = fieldOf(building.brief, pointer)[name] === true;
  return { name, words, isPressed, act: () => putter(building, pointer)({ [name]: !isPressed }) };
}

function move(building: Building, chosen: Chosen, by: -1 | 1, words: string, label: string): Act {
  const { brief, change } = building;
  const { pointer, group } = chosen;
  const isOff = pointer === group.at(by < 0 ? 0 : -1);
  const act = () => change(moved(brief, group, pointer, by));
  return { name: by < 0 ? 'up' : 'down', words, label, isOff, act };
}

/** Said once the brief orders it. */
function placeWords({ say, brief }: Building, { pointer, group }: Chosen): string {
  const isOrdered = fieldOf(brief, pointer).order !== undefined;
  return isOrdered && group.length > 1 ? say.place(group.indexOf(pointer) + 1, group.length) : '';
}

function panel(building: Building, chosen: Chosen): TemplateResult {
  const { say } = building;
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeWording(event, chosen);
    if (event.key === 'Tab' && !event.shiftKey && isLast(event)) chosen.onward(event);
  };
  return html`<form class="wording" @submit=${stay} @keydown=${leave}>
    ${wording(building, chosen.pointer)}
    <button type="button" @click=${(event: Event) => closeWording(event, chosen)}>${say.done}</button>
  </form>`;
}

const isLast = ({ target }: Event): boolean => target instanceof HTMLButtonElement;

function closeWording({ currentTarget }: Event, { word }: Chosen): void {
  const around = (currentTarget as HTMLElement).closest('.bar');
  word(false);
  around?.querySelector<HTMLElement>('[data-act="rename"]')?.focus();
}

// By keyboard

/** As toolbars go: arrows lead from button to button, Tab out of it. */
function go(event: KeyboardEvent, chosen: Chosen): void {
  const { key, code, shiftKey, currentTarget } = event;
  // WebKitGTK names Tab by its code alone where Shift is held.
  const isTab = key === 'Tab' || code === 'Tab';
  const buttons = [...(currentTarget as HTMLElement).querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[key];
  if (to !== undefined) {
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  } else if (key === 'Escape' || (isTab && shiftKey)) {
    event.preventDefault();
    chosen.back();
  } else if (isTab && !chosen.isWording) {
    chosen.onward(event);
  }
}
