// Charts taken out of the page: an SVG that looks the same elsewhere, and a PNG of it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before } from 'node:test';
import { Analysis } from './lib/analysis.mjs';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist, fileUrl, singleFile } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';
import { isThere } from './lib/tool.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const kMargin = 16;
const kHostile = '<script>alert(1)</script> & “é” ]]>';

/** Each chart by its file, and how to bring it on the page. */
const kCharts = {
  'roi-cost-and-break-even': async (page) => {
    await isThere(page, '.picture .maybe-tick'); // how sure it is comes later
    return '.picture';
  },
  'roi-profit-histogram': async (page) => {
    const chart = await analysis(page, 'sure');
    await new Analysis(page, 'sure').refined();
    return chart;
  },
  'roi-what-matters': (page) => analysis(page, 'influence'),
  'roi-over-time': (page) => analysis(page, 'time'),
  'roi-what-changed': async (page) => {
    await page.press('Compare with…');
    await page.press('an alternative');
    await page.paste('/scenarios/1/channels/0/costs/0/amount', '20000');
    await page.leave();
    return analysis(page, 'changed');
  },
  'roi-budget-split': async (page) => {
    const opened = await analysis(page, 'split');
    await page.paste('/scenarios/1/channels/0/response/elasticity', '50');
    await page.leave();
    return opened;
  },
};

async function analysis(page, id) {
  await new Analysis(page, id).open();
  return `[data-section="${id}"] svg.chart`;
}

async function ranged(visit, url, viewport) {
  const page = await visit.open(url, { viewport });
  await page.paste(field.closeRate, '2..20');
  await page.leave();
  return page;
}

async function take(visit, page, chart, kind) {
  await page.click(await page.element(`${chart} + .take button[aria-label$="${kind}"]`));
  const file = await visit.saved(`.${kind.toLowerCase()}`);
  return { name: path.basename(file).replace(/^saved-\d+-/, ''), bytes: await readFile(file) };
}

const address = (type, bytes) => `data:${type};base64,${bytes.toString('base64')}`;

/** How many of the pixels of two pictures differ to the eye; and the size of the first. A page may lay a chart out
 * between two rows of pixels: one of them may stand a row higher. */
function differing(blank, one, other) {
  return blank.evaluate(
    async (addresses) => {
      const images = await Promise.all(
        addresses.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return image;
        }),
      );
      const { width, height } = images[0];
      const [a, b] = images.map((image) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      });
      const isFar = (at, from) =>
        [0, 1, 2].some((part) => Math.abs(a[at + part] - b[from + part]) > 64);
      const row = 4 * width;
      const shares = [-row, 0, row].map((moved) => {
        let count = 0;
        for (let i = row; i < a.length - row; i += 4) if (isFar(i, i + moved)) count += 1;
        return count / (width * height);
      });
      return { share: Math.min(...shares), width, height };
    },
    [one, other],
  );
}

/** The chart on the page. */
async function seen(page, chart) {
  const element = await page.element(chart);
  await element.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.drawn();
  const clip = await element.evaluate((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x, y: y + scrollY, width: Math.ceil(width), height };
  });
  return Buffer.from(await page.page.screenshot({ clip, captureBeyondViewport: false }));
}

/** The file without its margin. */
function cropped(svg, { width, height }) {
  return svg
    .replace(/width="[\d.]+" viewBox="[^"]+"/, `width="${width}" viewBox="0 0 ${width} ${height}"`)
    .replace(/(<svg[^>]*?) height="[\d.]+"/, `$1 height="${height}"`);
}

function assertStandsAlone(svg) {
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const rest = svg.replace('http://www.w3.org/2000/svg', '');
  assert.doesNotMatch(rest, /<script|<!--|\s(?:class|style|href|on\w+)=|var\(|https?:|%"/);
  for (const [, id] of svg.matchAll(/url\(#([\w-]+)\)/g))
    assert.ok(svg.includes(` id="${id}"`), id);
}

async function assertParses(blank, svg, title) {
  const read = await blank.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      root: root.tagName,
      title: root.firstElementChild.textContent,
      sizes: ['width', 'height', 'viewBox'].map((name) => root.getAttribute(name)),
      texts: [...root.querySelectorAll('text')].map((one) => one.textContent),
    };
  }, svg);
  assert.equal(read.root, 'svg');
  assert.equal(read.title, title);
  const [width, height, box] = read.sizes;
  assert.equal(box, `${-kMargin} ${-kMargin} ${width} ${height}`);
  return read;
}

inBothBrowsers((test) => {
  for (const [theme, viewport, names] of [
    ['light', { width: 1280, height: 900 }, Object.keys(kCharts)],
    ['dark', { width: 360, height: 740 }, ['roi-cost-and-break-even', 'roi-profit-histogram']],
  ]) {
    test(`${names.length} charts look elsewhere as they do on a ${theme} page`, async (visit) => {
      const blank = await visit.context.newPage();
      const page = await ranged(visit, `${server.origin}/`, viewport);
      await page.inside((root, name) => root.host.setAttribute('theme', name), theme);
      for (const name of names) {
        const chart = await kCharts[name](page);
        const svg = await take(visit, page, chart, 'SVG');
        assert.equal(svg.name, `${name}.svg`);
        const text = svg.bytes.toString();
        assertStandsAlone(text);
        const title = await (await page.element(chart)).evaluate((one) =>
          one.getAttribute('aria-label'),
        );
        const { sizes } = await assertParses(blank, text, title);
        const [width, height] = sizes.map(Number);

        const png = await take(visit, page, chart, 'PNG');
        assert.equal(png.name, `${name}.png`);
        const whole = await differing(
          blank,
          address('image/png', png.bytes),
          address('image/svg+xml', svg.bytes),
        );
        assert.deepEqual([whole.width, whole.height], [2 * width, 2 * height]);
        assert.ok(whole.share < 0.01, `${name}.png: ${whole.share}`);

        const inner = { width: width - 2 * kMargin, height: height - 2 * kMargin };
        const bare = Buffer.from(cropped(text, inner));
        const { share } = await differing(
          blank,
          address('image/png', await seen(page, chart)),
          address('image/svg+xml', bare),
        );
        // where the page laid it out between two rows of pixels, the edges of lines and letters differ
        assert.ok(share < 0.03, `${name}.svg: ${share}`);
      }
    });
  }

  test('the single file’s charts become pictures without a server', async (visit) => {
    const page = await ranged(visit, fileUrl(singleFile));
    const chart = await analysis(page, 'sure');
    const png = await take(visit, page, chart, 'PNG');
    assert.deepEqual([...png.bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
    await page.says(/The chart is saved\./);
  });

  test('what is typed stays text', async (visit) => {
    const page = await ranged(visit, `${server.origin}/`);
    await page.openDetails('Facebook');
    await page.paste(field.name(0), kHostile);
    const chart = await analysis(page, 'split');
    await page.paste(`${kPlan}/channels/0/response/elasticity`, '50');
    await page.leave();
    const { bytes } = await take(visit, page, chart, 'SVG');
    assertStandsAlone(bytes.toString());
    const title = await (await page.element(chart)).evaluate((one) =>
      one.getAttribute('aria-label'),
    );
    assert.ok(title.includes(kHostile));
    const { texts } = await assertParses(await visit.context.newPage(), bytes.toString(), title);
    assert.ok(texts.includes(kHostile));
  });

  test('the links are named, can be hit, and move nothing when they come', async (visit) => {
    const page = await visit.open(`${server.origin}/`, { viewport: { width: 320, height: 740 } });
    const links = await page.inside((root) =>
      [...root.querySelectorAll('.take button')].map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return { name: one.getAttribute('aria-label'), width, height };
      }),
    );
    assert.deepEqual(
      links.map(({ name }) => name),
      ['Save the chart as SVG', 'Save the chart as PNG'],
    );
    for (const { width, height } of links) assert.ok(width >= 24 && height >= 24);
    const heights = await page.inside((root) => {
      const height = () => root.host.getBoundingClientRect().height;
      const all = height();
      root.querySelector('.verdict .take').hidden = true;
      return [all, height()];
    });
    assert.equal(heights[0], heights[1]);
  });
});
