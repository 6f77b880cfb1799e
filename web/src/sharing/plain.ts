// A part of the page without its look: elements that say what they are, and text. No style, no chart,
// nothing to press.

const kKept = /^(article|h[1-3]|p|dl|dt|dd|table|caption|thead|tbody|tr|th|td|b|em|small|bdi)$/;
const kAttributes = ['lang', 'dir', 'scope'];
const kLeftOut = 'svg, .take';
/** What the page sets apart by its look alone. */
const kAside = '.why, small';

/** A copy of an element, and of what is inside. */
export const plainCopy = (element: Element): Element => elementOf(element.localName, element);

function plainNodes(node: Node): Node[] {
  if (node instanceof Text) return textOf(node);
  if (!(node instanceof Element)) return insideOf(node);
  if (node.matches(kLeftOut)) return [];
  if (node.matches(kAside)) return [new Text(' '), elementOf('small', node)];
  return kKept.test(node.localName) ? [elementOf(node.localName, node)] : insideOf(node);
}

const insideOf = (node: Node): Node[] => [...node.childNodes].flatMap(plainNodes);

function elementOf(name: string, like: Element): Element {
  const element = document.createElement(name);
  for (const attribute of kAttributes) {
    const value = like.getAttribute(attribute);
    if (value !== null) element.setAttribute(attribute, value);
  }
  element.append(...insideOf(like));
  return element;
}

function textOf({ data, parentElement }: Text): Node[] {
  if (!parentElement?.matches('.notes')) return [new Text(data.replace(/[ \n]+/g, ' '))];
  const lines = data.split('\n').flatMap((line) => [document.createElement('br'), new Text(line)]);
  return lines.slice(1);
}
