// Takes a chart out of the page: as an SVG that stands alone, or as a PNG of it.
import { css, html, type TemplateResult } from 'lit';
import type { View } from '../view/view';
import { pageWords } from './words/index';

export const takeLayout = css`
  .take {
    display: flex;
    justify-content: flex-end;
    align-items: baseline;
    gap: var(--s2);
    font-size: var(--small);
    color: var(--soft);
  }
  .take .link {
    min-width: 24px;
    padding: 0;
    text-align: center;
    color: var(--soft);
  }
  .block > .take {
    margin-top: 0;
    max-width: none;
  }
  /* In the gap below the picture, so that nothing moves when it comes. */
  .verdict .take {
    position: absolute;
    inset: 100% 0 auto auto;
    margin: 0;
  }
  @media print {
    .take {
      display: none;
    }
  }
`;

const kFormats = ['SVG', 'PNG'] as const;
type Kind = (typeof kFormats)[number];

/** Two quiet links that follow a chart. */
export function take(view: View, name: string): TemplateResult {
  const say = pageWords(view).charts;
  return html`<p class="take"><span>${say.picture}</span>
    ${kFormats.map(
      (kind) => html`<button type="button" class="link" aria-label=${say.take(kind)}
        @click=${(event: Event) => save(view, event.currentTarget as Element, `roi-${name}`, kind)}>${kind}</button>`,
    )}
  </p>`;
}

async function save(view: View, button: Element, name: string, kind: Kind): Promise<void> {
  const chart = button.parentElement?.previousElementSibling;
  if (!(chart instanceof SVGSVGElement)) return;
  const say = pageWords(view).charts;
  try {
    const svg = standalone(chart);
    if (kind === 'SVG') view.outside.download(svg, `${name}.svg`, kSvgType);
    else view.outside.download(await painted(svg), `${name}.png`, 'image/png');
    view.outside.say(say.taken);
  } catch {
    view.outside.say(say.notTaken);
  }
}

// SVG

const kSvgType = 'image/svg+xml';
const kSpace = 'http://www.w3.org/2000/svg';
/** Around the chart: its texts may reach a little beyond it. */
const kMargin = 16;

/** What the page's styles decide, written down where they do not reach. */
const kLook = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
];

/** The chart as it is drawn, in a file of its own. */
export function standalone(chart: SVGSVGElement): string {
  const isMeasured = chart.hasAttribute('viewBox');
  const { width, height } = isMeasured ? chart.viewBox.baseVal : chart.getBoundingClientRect();
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const drawn = [...chart.querySelectorAll<SVGElement>('*')];
  dress(copy, getComputedStyle(chart));
  for (const [index, twin] of [...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const original = drawn[index];
    if (original) write(original, twin, width);
  }
  const [wide, high] = [width, height].map((size) => Math.ceil(size) + 2 * kMargin) as [
    number,
    number,
  ];
  copy.removeAttribute('viewBox');
  set(copy, { height: high, width: wide, viewBox: `${-kMargin} ${-kMargin} ${wide} ${high}` });
  const title = document.createElementNS(kSpace, 'title');
  title.textContent = chart.getAttribute('aria-label');
  copy.prepend(title, paper(chart, wide, high));
  copy.removeAttribute('aria-label');
  return new XMLSerializer().serializeToString(withoutComments(copy));
}

function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** What an element does not inherit. */
function dress(
  twin: SVGElement,
  style: CSSStyleDeclaration,
  inherited?: CSSStyleDeclaration,
): void {
  for (const name of kLook) {
    const value = style.getPropertyValue(name);
    if (value === inherited?.getPropertyValue(name)) continue;
    set(twin, { [name]: value.replace(/^url\("(.+)"\)$/, 'url($1)') });
  }
  twin.removeAttribute('class');
}

function write(original: SVGElement, twin: SVGElement, width: number): void {
  const style = getComputedStyle(original);
  const parent = original.parentElement;
  dress(twin, style, parent ? getComputedStyle(parent) : undefined);
  for (const { name, value } of [...twin.attributes]) {
    if (/^[\d.]+%$/.test(value)) set(twin, { [name]: (Number.parseFloat(value) * width) / 100 });
  }
  if (twin instanceof SVGSVGElement) unstretch(twin, width);
  if (style.paintOrder === 'stroke') paintHaloFirst(twin, style.stroke);
}

/** What the page stretches to its width is written as wide as it is: lines keep their own. */
function unstretch(plot: SVGSVGElement, width: number): void {
  const stretch = width / plot.viewBox.baseVal.width;
  for (const path of plot.querySelectorAll('path')) {
    const points = path.getAttribute('d') ?? '';
    set(path, { d: points.replace(/[\d.]+(?=,)/g, (x) => String(Number(x) * stretch)) });
  }
  for (const name of ['viewBox', 'preserveAspectRatio']) plot.removeAttribute(name);
  set(plot, { width, overflow: 'visible' });
}

/** Not every program paints a text's edge before the text. */
function paintHaloFirst(text: SVGElement, fill: string): void {
  const halo = text.cloneNode(true) as SVGElement;
  set(halo, { fill });
  text.before(halo);
  set(text, { stroke: 'none' });
}

function paper(chart: Element, width: number, height: number): Element {
  const rect = document.createElementNS(kSpace, 'rect');
  const { host } = chart.getRootNode() as ShadowRoot;
  const fill = getComputedStyle(host).backgroundColor;
  set(rect, { x: -kMargin, y: -kMargin, width, height, fill });
  return rect;
}

/** The marks of the templates. */
function withoutComments(copy: Element): Element {
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  for (let one = comments.nextNode(); one; one = comments.nextNode()) (one as Comment).remove();
  return copy;
}

// PNG

/** Sharp on paper and on dense screens. */
const kDensity = 2;

async function painted(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: kSvgType }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await paint(image);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function paint(image: HTMLImageElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = kDensity * image.width;
  canvas.height = kDensity * image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail()), 'image/png');
  });
}
