// What a template draws, as a tree of elements that can be read, typed into and pressed.
import { seen } from '../../e2e/lib/seen.mjs';

const kVoid = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'use']);
const kInline = new Set(['a', 'b', 'bdi', 'em', 'i']);
const kHole = /\uE000(\d+)\uE001/;
const kPieces =
  /<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>|[^<]+/g;
const kAttributes = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

const isTemplate = (value) => value?._$litType$ !== undefined;
const plainOf = (value) => (value?._$litDirective$ ? value.values[0] : value);
const isNothing = (value) => value === undefined || value === null || typeof value === 'symbol';

const split = (text, values) =>
  text.split(kHole).map((piece, at) => (at % 2 ? plainOf(values[Number(piece)]) : piece));

/** One element of a selector: `tag.class[name="value"]`. */
function partOf(text) {
  const outside = text.replace(/\[[^\]]*\]/g, '');
  const [tag] = outside.match(/^[\w-]*/);
  const classes = [...outside.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
  const stated = text.matchAll(/\[([\w-]+)(?:="([^"]*)")?\]/g);
  return { tag, classes, attributes: [...stated].map(([, name, value]) => [name, value]) };
}

export class Drawn {
  parent;
  children = [];
  attributes = {};
  properties = {};
  listeners = {};

  constructor(name) {
    this.name = name;
  }

  // Putting it together

  append(value) {
    if (isNothing(value)) return;
    if (isTemplate(value)) this.draw(value);
    else if (typeof value === 'object') for (const one of value) this.append(plainOf(one));
    else this.children.push(seen(String(value)));
  }

  draw({ strings, values }) {
    const source = strings.reduce((all, one, at) => `${all}\uE000${at - 1}\uE001${one}`);
    let at = this;
    for (const [text, closed, opened, about] of source.matchAll(kPieces)) {
      if (closed) at = at.closing(closed).parent;
      else if (opened) at = at.begin(opened, about, values);
      else if (!text.startsWith('<')) for (const one of split(text, values)) at.append(one);
    }
  }

  closing(name) {
    return this.name === name ? this : this.parent.closing(name);
  }

  begin(name, about, values) {
    const element = new Drawn(name);
    element.parent = this;
    this.children.push(element);
    for (const [, key, ...texts] of about.matchAll(kAttributes)) {
      element.set(key, texts.find((text) => text !== undefined) ?? '', values);
    }
    return kVoid.has(name) ? this : element;
  }

  set(key, text, values) {
    const parts = split(text, values);
    const value = parts.length === 3 && parts[0] + parts[2] === '' ? parts[1] : parts;
    const name = key.slice(1);
    if (key[0] === '@') this.listeners[name] = value;
    else if (key[0] === '.') this.properties[name] = value;
    else if (key[0] === '?') this.attributes[name] = value ? '' : undefined;
    else if (value === parts)
      this.attributes[key] = parts.some(isNothing) ? undefined : parts.join('');
    else this.attributes[key] = isNothing(value) ? undefined : String(value);
  }

  // Reading

  get textContent() {
    return this.children.map((one) => one.textContent ?? one).join('');
  }

  /** What of it is seen: one space between words, and between what stands apart. */
  get words() {
    return this.#apart.replace(/[ \n]+/g, ' ').trim();
  }

  get #apart() {
    const texts = this.#seen.map((one) => (one instanceof Drawn ? one.#apart : one));
    return kInline.has(this.name) ? texts.join('') : ` ${texts.join('')} `;
  }

  /** Of what is folded, its summary alone. */
  get #seen() {
    if (this.attributes.hidden !== undefined) return [];
    if (this.name !== 'details' || this.open) return this.children;
    return this.children.filter(({ name }) => name === 'summary');
  }

  get open() {
    return this.attributes.open !== undefined;
  }

  get value() {
    const chosen =
      this.name === 'select' && this.all('option').find(({ properties }) => properties.selected);
    if (chosen && this.properties.value === undefined) return chosen.value;
    return this.properties.value ?? this.attributes.value ?? '';
  }

  get checked() {
    return this.properties.checked ?? false;
  }

  /** Itself and everything inside that a selector names: a list of elements, each `tag.class[name="value"]`. */
  all(selector) {
    const parts = selector.split(/\s+(?![^[]*\])/);
    return this.#collect(parts.map(partOf), []);
  }

  first(selector) {
    return this.all(selector)[0];
  }

  get elements() {
    return this.children.filter((one) => one instanceof Drawn);
  }

  closest(selector) {
    return this.#matches(partOf(selector)) ? this : this.parent?.closest(selector);
  }

  querySelector(selector) {
    return this.first(selector);
  }

  /** Nothing is laid out here: the page is as narrow as can be, without what shows at a desk. */
  checkVisibility() {
    return false;
  }

  #collect(parts, found) {
    if (this.#isAt(parts)) found.push(this);
    for (const child of this.children) if (child instanceof Drawn) child.#collect(parts, found);
    return found;
  }

  #isAt(parts) {
    const last = parts.at(-1);
    if (!this.#matches(last)) return false;
    const before = parts.slice(0, -1);
    for (let around = this.parent; before.length > 0; around = around.parent) {
      if (!around) return false;
      if (around.#isAt(before)) return true;
    }
    return true;
  }

  #matches({ tag, classes, attributes }) {
    if (tag && tag !== this.name) return false;
    const own = (this.attributes.class ?? '').split(/\s+/);
    return (
      classes.every((name) => own.includes(name)) &&
      attributes.every(([name, value]) => {
        const stated = this.attributes[name];
        return stated !== undefined && (value === undefined || stated === value);
      })
    );
  }

  // Acting

  press() {
    this.happen('click');
  }

  /** Of a box that is ticked. */
  tick() {
    this.properties.checked = !this.checked;
    this.happen('change');
  }

  /** Of a <details>. */
  unfold() {
    this.attributes.open = '';
    this.happen('toggle');
  }

  enter(text) {
    this.properties.value = text;
    this.happen('input');
  }

  select(value) {
    this.properties.value = value;
    this.happen('change');
  }

  /** Of a box that files are chosen by. */
  choose(files) {
    this.happen('change', { target: { files } });
  }

  /** Tells the element, and what is around it, that something happened to it. */
  happen(type, about = {}) {
    const event = { type, target: this, preventDefault() {}, stopPropagation() {}, ...about };
    for (let at = this; at; at = at.parent) {
      at.listeners[type]?.({ ...event, currentTarget: at });
    }
  }
}

export function drawn(template) {
  const root = new Drawn('root');
  root.append(template);
  return root;
}
