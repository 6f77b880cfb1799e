// A chart as it is drawn: its marks in pixels, and what values its axis makes of them.
import assert from 'node:assert/strict';
import { numberIn } from './analysis.mjs';

const kUnits = { K: 1e3, M: 1e6 };

/** €1.5K */
const axisNumber = (text) => numberIn(text) * (kUnits[text.at(-1)] ?? 1);

export const within = (actual, expected, tolerance, what) =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${what}: drawn at ${actual}, ${expected} in words (± ${tolerance})`,
  );

/** What rounding to three digits may hide. */
export const roughly = (value) => Math.abs(value) * 0.005;

export const right = ({ x, width }) => x + width;

/** One sentence, which says what is seen. */
export function assertNamed({ name }) {
  assert.match(name, /^\S.*\.$/);
  assert.doesNotMatch(name, /\.\s/);
}

/** Two marks that are told apart without their colours: one is hollow, or hatched. */
export const isHollow = ({ fill }, paper) => fill === paper || fill.startsWith('url(');

export const paperOf = (page) => page.inside((root) => getComputedStyle(root.host).backgroundColor);

export class Chart {
  /** The chart at a selector; the `index`th of several. */
  static async read(calculator, selector, index = 0) {
    await calculator.drawn();
    const drawn = await calculator.inside(marksOf, selector, index);
    assert.ok(drawn, `no chart at ${selector}`);
    return new Chart(drawn);
  }

  constructor({ name, width, marks }) {
    this.name = name;
    this.width = width;
    this.marks = marks;
  }

  all(kind) {
    return this.marks.filter((mark) => mark.kind === kind);
  }

  one(kind) {
    const found = this.all(kind);
    assert.equal(found.length, 1, `${found.length} × ${kind}`);
    return found[0];
  }

  get texts() {
    return this.marks.filter(({ tag }) => tag === 'text');
  }

  /** What the figures under it make of a place from the left: a value, and values by the pixel. */
  across() {
    const labels = this.all('scale').filter(
      ({ text, y }) => /\d/.test(text) && y === this.#axisY(),
    );
    return straight(labels.map(({ x, text }) => [x, axisNumber(text)]));
  }

  /** The same from the top, by the lines across it. */
  down() {
    const lines = this.marks.filter(
      ({ kind, tag }) => tag === 'line' && /^(grid|zero)$/.test(kind),
    );
    return straight(
      lines.map(({ y1 }) => {
        const label = this.texts.find(({ y }) => y === y1 - 4);
        return [y1, axisNumber(label.text)];
      }),
    );
  }

  /** The first row of figures. */
  #axisY() {
    return this.all('scale').find(({ text, anchor }) => /\d/.test(text) && anchor === 'middle').y;
  }
}

/** A straight axis through labelled places; every label has to lie on it. */
function straight(points) {
  assert.ok(points.length > 1, 'an axis has two figures at least');
  const [first, last] = [points[0], points.at(-1)];
  const perPixel = (last[1] - first[1]) / (last[0] - first[0]);
  const value = (place) => first[1] + (place - first[0]) * perPixel;
  for (const [place, labelled] of points) {
    within(value(place), labelled, Math.abs(perPixel), 'a figure of the axis');
  }
  return { value, pixel: Math.abs(perPixel) };
}

/** Runs in the page. */
function marksOf(root, selector, index) {
  const svg = root.querySelectorAll(selector)[index];
  if (!svg) return undefined;
  const { width } = svg.getBoundingClientRect();
  const number = (text) =>
    text.endsWith('%') ? (Number.parseFloat(text) * width) / 100 : Number(text);
  const kPlaces = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'width', 'height'];
  const marks = [...svg.querySelectorAll('rect, line, circle, path, text')]
    .filter((one) => !one.closest('pattern'))
    .map((one) => {
      const places = kPlaces.filter((name) => one.hasAttribute(name));
      const style = getComputedStyle(one);
      return {
        tag: one.tagName,
        kind: one.getAttribute('class') ?? '',
        text: one.textContent.trim(),
        anchor: one.getAttribute('text-anchor'),
        d: one.getAttribute('d'),
        fill: style.fill,
        stroke: style.stroke,
        ...Object.fromEntries(places.map((name) => [name, number(one.getAttribute(name))])),
      };
    });
  return { name: svg.getAttribute('aria-label'), width, marks };
}
