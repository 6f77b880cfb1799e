// A part of the page as plain HTML: elements that say what they are, and escaped text. No style, no
// chart, nothing to press.

const kKept = /^(article|h[1-3]|p|dl|dt|dd|table|caption|thead|tbody|tr|th|td|b|em|small|bdi)$/;
const kAttributes = ['lang', 'dir', 'scope'];
const kLeftOut = 'svg, .take';
/** What the page sets apart by its look alone. */
const kAside = '.why, small';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function plainHtml(node: Node): string {
  if (node instanceof Text) return textOf(node);
  const inside = [...node.childNodes].map(plainHtml).join('');
  return node instanceof Element ? elementOf(node, inside) : inside;
}

function textOf({ data, parentElement }: Text): string {
  if (parentElement?.matches('.notes')) return data.split('\n').map(escaped).join('<br>');
  return escaped(data.replace(/[ \n]+/g, ' '));
}

function elementOf(element: Element, inside: string): string {
  if (element.matches(kLeftOut)) return '';
  if (element.matches(kAside)) return ` <small>${inside}</small>`;
  const { localName } = element;
  if (!kKept.test(localName)) return inside;
  const attributes = kAttributes
    .filter((name) => element.hasAttribute(name))
    .map((name) => ` ${name}="${escaped(element.getAttribute(name) ?? '')}"`);
  return `<${localName}${attributes.join('')}>${inside}</${localName}>`;
}
