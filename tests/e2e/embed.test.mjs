// Calculators in a page of someone else: several of them, the script twice, unfriendly styles.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist, hostedScript } from './lib/built.mjs';
import { Calculator, field } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';

const script = hostedScript();
const csp =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'";

const hostPage = (scripts, { style = '', count = 2 } = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title>
<meta http-equiv="Content-Security-Policy" content="${csp}">
${style && `<link rel="stylesheet" href="${style}">`}</head>
<body><h1>Host</h1>${'<roi-calculator></roi-calculator>'.repeat(count)}
${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
</body></html>`;

const extra = {
  '/two.html': hostPage([script]),
  '/twice.html': hostPage([script, script, `${script}?again`]),
  '/plain.html': hostPage([script], { count: 1 }),
  '/unfriendly.html': hostPage([script], { count: 1, style: 'unfriendly.css' }),
  '/unfriendly.css':
    '* { all: unset !important; font-size: 40px !important; line-height: 3 !important }\n' +
    'input, button, svg, p { display: none !important; color: red !important }',
  '/favicon.ico': '',
};

let server;
before(async () => {
  server = await serve(dist, extra);
});
after(() => server.close());

const sizes = (calculator, names) =>
  calculator.inside(
    (root, wanted) =>
      wanted.map((name) => {
        const one = root.querySelector(`[name="${name}"]`);
        const { fontSize, color, display, textAlign } = getComputedStyle(one);
        const { width, height } = one.getBoundingClientRect();
        const label = root.querySelector('h1, h2');
        const size = getComputedStyle(label).fontSize;
        return { fontSize, color, display, textAlign, width, height, heading: size };
      }),
    names,
  );

inBothBrowsers((test) => {
  for (const page of ['two', 'twice']) {
    const title = page === 'two' ? 'two on a page' : 'two on a page, the script thrice';
    test(`${title}: typing in one leaves the other`, async (visit) => {
      const one = await visit.open(`${server.origin}/${page}.html`);
      const other = new Calculator(one.page, 1);
      const start = await one.values();
      assert.deepEqual(await other.values(), start);
      assert.equal(start.roi, '1.7692307692307692');
      await one.type(field.closeRate, '20');
      await one.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
      assert.deepEqual(await other.values(), start);
      await other.type(field.cost(0), '1000');
      await other.expect({ roi: (12_000 * 0.1 * 150 - 40_000) / 40_000 });
      await one.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
      await one.explain('roi');
      assert.match(await one.explanation(), /Cost/);
      assert.equal(await other.explanation(), undefined);
      await one.undo();
      assert.deepEqual(await one.values(), start);
      await other.expect({ roi: (12_000 * 0.1 * 150 - 40_000) / 40_000 });
    });
  }

  test('the language of one is not that of the other', async (visit) => {
    const one = await visit.open(`${server.origin}/two.html`);
    const other = new Calculator(one.page, 1);
    await other.useLanguage('fr');
    await other.says(/Calculateur/);
    await one.explain('roi');
    await one.says(/ROI calculator/);
    await one.doesNotSay(/Calculateur/);
  });

  test('the page around keeps its title and its language', async (visit) => {
    const page = await visit.open(`${server.origin}/two.html`);
    const outside = () => page.page.evaluate(() => [document.title, document.documentElement.lang]);
    assert.deepEqual(await outside(), ['Host', 'en']);
    await page.useLanguage('fr');
    assert.deepEqual(await outside(), ['Host', 'en']);
  });

  test('the bar that keeps the answer in sight stays within its calculator', async (visit) => {
    const one = await visit.open(`${server.origin}/two.html`);
    const other = new Calculator(one.page, 1);
    await one.page.evaluate(() => {
      document.querySelectorAll('roi-calculator')[1].scrollIntoView({ behavior: 'instant' });
    });
    await one.settled();
    const covers = await other.inside((root) => {
      const { left, top } = root.querySelector('h1').getBoundingClientRect();
      return document.elementFromPoint(left + 2, top + 2) === root.host;
    });
    assert.ok(covers, 'something of the first calculator lies over the heading of the second');
  });

  test('a calculator that is moved in the page keeps its figures', async (visit) => {
    const page = await visit.open(`${server.origin}/two.html`);
    await page.type(field.closeRate, '33');
    const values = await page.values();
    await page.page.evaluate(() => {
      const [first, last] = document.querySelectorAll('roi-calculator');
      document.body.insertBefore(last, first);
    });
    const moved = new Calculator(page.page, 1);
    assert.deepEqual(await moved.values(), values);
    await moved.type(field.closeRate, '3');
    await moved.expect({ roi: (12_000 * 0.03 * 150 - 65_000) / 65_000 });
  });

  test('a calculator made later works like the others', async (visit) => {
    const page = await visit.open(`${server.origin}/plain.html`);
    await page.page.evaluate(() => {
      const late = document.createElement('roi-calculator');
      late.setAttribute('preset', 'saas');
      late.setAttribute('lang', 'fr');
      document.body.append(late);
    });
    const late = new Calculator(page.page, 1);
    await late.answered();
    await late.says(/Calculateur/);
    assert.notEqual(await late.value('roi'), await page.value('roi'));
  });

  test('styles of the page do not reach inside', async (visit) => {
    const names = [field.closeRate, field.cost(0), field.leads(2), 'preset'];
    const plain = await sizes(await visit.open(`${server.origin}/plain.html`), names);
    const page = await visit.open(`${server.origin}/unfriendly.html`);
    const unfriendly = await sizes(page, names);
    for (const [index, name] of names.entries()) {
      const { width, height, ...rest } = plain[index];
      const { width: otherWidth, height: otherHeight, ...otherRest } = unfriendly[index];
      assert.deepEqual(otherRest, rest, name);
      assert.ok(Math.abs(width - otherWidth) <= 0.15 * width, `${name}: ${otherWidth} px wide`);
      assert.ok(Math.abs(height - otherHeight) <= 4, `${name}: ${otherHeight} px high`);
    }
    await page.type(field.closeRate, '20');
    await page.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
  });

  test('styles of a calculator do not leak out', async (visit) => {
    const page = await visit.open(`${server.origin}/plain.html`);
    const heading = await page.page.evaluate(() => {
      const { fontWeight, marginTop } = getComputedStyle(document.querySelector('h1'));
      return { fontWeight, marginTop };
    });
    assert.equal(heading.fontWeight, '700');
    assert.notEqual(heading.marginTop, '0px');
  });
});
