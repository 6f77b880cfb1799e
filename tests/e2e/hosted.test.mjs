// The hosted page: what it says at first, and that typed figures change it as calculated.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist, laterPart, laterScript } from './lib/built.mjs';
import { Calculator, field } from './lib/calculator.mjs';
import { firstAnswer } from './lib/first-answer.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
const hosts = [];
before(async () => {
  server = await serve(dist);
});
after(() => {
  for (const one of [server, ...hosts]) one.close();
});

const hosted = (query = '') => `${server.origin}/${query}`;

// The example: 12 000 subscribers for 65 000, one in ten becomes a customer worth 150.
const leads = 6500 + 4000 + 1500;
const cost = 26_000 + 12_000 + 27_000;
const roiOf = (closeRate, value, spent = cost, got = leads) =>
  (got * closeRate * value - spent) / spent;

inEveryBrowser(/answers at once/, (test) => {
  test('the example answers at once', async (visit) => {
    const page = await visit.open(hosted());
    const values = await page.values();
    assert.equal(values.roi, '1.7692307692307692');
    assert.equal(values.breakEvenCpl, '15');
    assert.equal(values.fullCostCpl, '5.416666666666667');
    await page.expect({
      roi: roiOf(0.1, 150),
      profit: leads * 0.1 * 150 - cost,
      'roi@facebook': roiOf(0.1, 150, 26_000, 6500),
      'roi@instagram': roiOf(0.1, 150, 12_000, 4000),
      'roi@linkedin': roiOf(0.1, 150, 27_000, 1500),
    });
    assert.match(await page.shown('roi'), /^\+?177\s?%$/);
    assert.match(await page.shown('breakEvenCpl'), /15\.00/);
    assert.match(await page.shown('fullCostCpl'), /5\.42/);
  });

  test('on a phone the verdict takes a few lines, and the first input is in sight', async (visit) => {
    for (const language of ['en', 'fr']) {
      const viewport = { width: 360, height: 740 };
      const page = await visit.open(hosted(`?lang=${language}`), { viewport });
      const seen = await page.inside((root, name) => {
        const box = (css) => root.querySelector(css).getBoundingClientRect();
        const [verdict, picture, input] = ['.sentence', '.picture', `[name="${name}"]`].map(box);
        const { lineHeight } = getComputedStyle(root.querySelector('.sentence'));
        return {
          // four in the serifs of telephones, one more in the widest of a desk
          isShort: Math.round(verdict.height / Number.parseFloat(lineHeight)) <= 5,
          isInOrder: verdict.bottom < picture.top && picture.bottom < input.top,
          isInSight: input.bottom < innerHeight,
        };
      }, field.closeRate);
      assert.deepEqual(seen, { isShort: true, isInOrder: true, isInSight: true }, language);
    }
  });

  test('typing changes the results to the calculated ones', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '8');
    await page.expect({ roi: roiOf(0.08, 150), breakEvenCpl: 0.08 * 150 });
    await page.type(field.value, '212.5');
    await page.expect({ roi: roiOf(0.08, 212.5), breakEvenCpl: 0.08 * 212.5 });
    await page.type(field.cost(2), '9,000');
    const cheaper = 26_000 + 12_000 + 9000;
    await page.expect({
      roi: roiOf(0.08, 212.5, cheaper),
      'roi@linkedin': roiOf(0.08, 212.5, 9000, 1500),
      'fullCostCpl@linkedin': 9000 / 1500,
      'roi@facebook': roiOf(0.08, 212.5, 26_000, 6500),
    });
    await page.type(field.leads(2), '12000');
    const more = 6500 + 4000 + 12_000;
    await page.expect({
      roi: roiOf(0.08, 212.5, cheaper, more),
      fullCostCpl: cheaper / more,
      'roi@linkedin': roiOf(0.08, 212.5, 9000, 12_000),
      'costShare@linkedin': 9000 / cheaper,
      'returnShare@linkedin': 12_000 / more,
    });
    assert.deepEqual(await page.ranking(), ['linkedin', 'instagram', 'facebook']);
    await page.says(/LinkedIn does best, Facebook does worst/);
  });

  test('the answer is there in the frame of the input event', async (visit) => {
    const page = await visit.open(hosted());
    await page.inside((root) => {
      window.frames2 = [];
      const note = ({ target }) => {
        const text = target.getRootNode() === root ? target.value : '';
        const shown = root.querySelector('[data-metric="roi"]');
        window.frames2.push({ text, value: shown.dataset.value, label: shown.textContent.trim() });
      };
      root.addEventListener('input', (event) => {
        const { target } = event;
        requestAnimationFrame(() => note({ target }));
      });
    });
    await page.type(field.closeRate, '25');
    await page.page.waitForFunction(() => window.frames2.length === 2);
    const frames = await page.page.evaluate(() => window.frames2);
    for (const { text, value, label } of frames) {
      const expected = roiOf(Number(text) / 100, 150);
      assert.ok(Math.abs(Number(value) - expected) < 1e-12, `${text} %: ${value}`);
      const size = Math.abs(100 * expected);
      const digits = size.toFixed(size < 100 ? 1 : 0);
      assert.ok(label.includes(digits), `${text} %: shown ${label}, not ${digits}`);
    }
    assert.equal(frames.at(-1).text, '25');
  });

  test('the language changes words and formats and no number', async (visit) => {
    const page = await visit.open(hosted());
    const headings = () =>
      page.inside((root) =>
        [...root.querySelectorAll('h1, h2, h3, summary b, th[scope=col]:not(.matrix *)')].map(
          (one) => one.textContent.trim(),
        ),
      );
    const outside = () =>
      page.page.evaluate(() => [document.documentElement.lang.slice(0, 2), document.title]);
    const values = await page.values();
    const english = await headings();
    assert.deepEqual(await outside(), ['en', 'ROI calculator']);

    await page.useLanguage('fr');
    await page.page.waitForFunction(() => document.documentElement.lang.startsWith('fr'));
    const french = await headings();
    assert.deepEqual(await outside(), ['fr', 'Calculateur de ROI']);
    assert.equal(french.length, english.length);
    const same = ['ROI', 'Gain', 'Contribution'];
    const common = french.filter((text) => english.includes(text) && !same.includes(text));
    assert.deepEqual(common, [], 'headings that stayed English');
    assert.match(await page.shown('roi'), /^\+?177[\u00a0\u202f]%$/);
    assert.match(await page.shown('breakEvenCpl'), /^15,00[\u00a0\u202f]€$/);
    assert.match(await page.fieldText(field.cost(0)), /^26[\u00a0\u202f]000$/);
    assert.deepEqual(await page.values(), values);

    await page.useLanguage('en');
    await page.page.waitForFunction(() => document.documentElement.lang.startsWith('en'));
    assert.deepEqual(await headings(), english);
    assert.deepEqual(await page.values(), values);
  });

  test('the address chooses the language', async (visit) => {
    const french = await visit.open(hosted('?lang=fr'));
    assert.match(
      await french.inside((root) => root.querySelector('h1').textContent),
      /Calculateur/,
    );
    assert.match(await french.page.evaluate(() => document.documentElement.lang), /^fr/);
    assert.match(await french.page.title(), /Calculateur/);
    assert.match(await french.shown('fullCostCpl'), /5,42/);
    const english = await visit.open(hosted('?lang=en'));
    assert.match(
      await english.inside((root) => root.querySelector('h1').textContent),
      /calculator/,
    );
    assert.match(await english.page.evaluate(() => document.documentElement.lang), /^en/);
    assert.match(await english.shown('fullCostCpl'), /5\.42/);
    assert.deepEqual(await french.values(), await english.values());
  });

  test('an explanation opens by click, down to the typed field', async (visit) => {
    const page = await visit.open(hosted());
    assert.equal(await page.explanation(), undefined);
    await page.explain('roi');
    const first = await page.explanation();
    assert.match(first, /Return on investment/);
    assert.match(first, /Gain.* ÷ Cost/, 'the formula in words');
    assert.match(first, /115,000 ÷ .?65,000 = 176\.92/, 'the formula with its numbers');
    await page.unfoldExplanation();
    const all = await page.explanation();
    assert.match(all, /Close rate/);
    assert.match(all, /assumption/, 'where the close rate came from');
    await page.change('Close rate');
    assert.equal(await page.focused(), field.closeRate);
  });

  test('“Change” opens what hides the field', async (visit) => {
    const page = await visit.open(hosted());
    await page.explain('roi', 'linkedin');
    await page.unfoldExplanation();
    assert.match(await page.explanation(), /LinkedIn/);
    await page.change('Cost');
    assert.match(await page.focused(), /^\/scenarios\/0\/channels\/2\/costs\/0/);
    const incremental = '/scenarios/0/incrementalShare';
    await page.inside((root, name) => {
      root.querySelector(`[name="${name}"]`).closest('details').open = true;
    }, incremental);
    await page.type(incremental, '40');
    await page.inside((root, name) => {
      root.querySelector(`[name="${name}"]`).closest('details').open = false;
    }, incremental);
    await page.explain('profit');
    await page.unfoldExplanation();
    await page.change('Incremental share');
    assert.equal(await page.focused(), incremental);
  });

  test('an explanation opens and closes with Enter', async (visit) => {
    const page = await visit.open(hosted());
    const figure = await page.element('button[data-metric="breakEvenCpl"]');
    await figure.focus();
    await page.page.keyboard.press('Enter');
    const explained = await until('an explanation', () => page.explanation());
    assert.match(explained, /Return ÷ Subscribers/);
    assert.equal(await figure.evaluate((one) => one.getAttribute('aria-expanded')), 'true');
    await page.page.keyboard.press('Enter');
    assert.equal(await page.explanation(), undefined);
  });

  test('the answer is said once typing pauses, without grouped numbers', async (visit) => {
    const page = await visit.open(hosted());
    const said = () => page.inside((root) => root.querySelector('[role="status"]').textContent);
    assert.equal(await said(), '');
    await page.type(field.value, '30000');
    // One subscriber in ten brings 30 000: 3 000 each.
    const status = await until('a status', said);
    assert.match(status, /3000/);
    assert.doesNotMatch(status, /3.000/);
  });

  /** A page as it stands with its first answer. */
  async function openFirst(visit, options) {
    const host = await serve(dist, {}, options);
    hosts.push(host);
    const { page } = await visit.blank(host.origin);
    await page.goto(`${host.origin}/`);
    await firstAnswer(page);
    return new Calculator(page);
  }

  test('the words and the module are asked for while the long script is still on its way', async (visit) => {
    const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/<script [^>]*src="\.([^"]+)"/g)].map(([, name]) => name);
    const sizeOf = (name) => statSync(path.join(dist, name)).size;
    const [long] = scripts.toSorted((one, other) => sizeOf(other) - sizeOf(one));
    const host = await serve(dist, { [long]: '' });
    hosts.push(host);
    const { page } = await visit.blank(host.origin);
    await page.goto(`${host.origin}/?lang=fr`);
    const asked = (ending, text) => () =>
      host.requests
        .map((one) => one.replace('GET ', ''))
        .some(
          (name) =>
            name.endsWith(ending) && readFileSync(path.join(dist, name), 'utf8').includes(text),
        );
    await until('French words', asked('.js', 'Calculateur de ROI'));
    await until('the module', asked('.wasm', ''));
    assert.ok(!asked('.js', 'Return on investment')(), 'no other words');
    visit.overlookComplaints();
  });

  for (const [what, name] of [
    ['script', laterScript()],
    ['part of the module', laterPart()],
  ]) {
    test(`a ${what} that could not be fetched is said where it is opened`, async (visit) => {
      const page = await openFirst(visit, { redirects: { [`/${name}`]: '/gone' } });
      const words = /could not be fetched/;
      await page.doesNotSay(words);
      await page.press('Keep and share');
      await until('a word', async () => words.test(await page.visibleText()));
      await page.settled();
      visit.overlookComplaints();
    });
  }

  test('what is typed counts once what reads it has come', async (visit) => {
    const page = await openFirst(visit, { pace: 60_000 });
    await page.type(field.closeRate, '8');
    await page.answered();
    await page.expect({ roi: roiOf(0.08, 150), breakEvenCpl: 0.08 * 150 });
  });

  test('where what reads it cannot be fetched, that is said, and tried again', async (visit) => {
    const part = `/${laterPart()}`;
    const redirects = { [part]: '/gone' };
    const page = await openFirst(visit, { redirects });
    await page.type(field.closeRate, '8');
    await until('a word', async () => /cannot be read/.test(await page.visibleText()));
    // all figures come with what is not there
    const shown = await page.inside(
      (root) => root.querySelector('[data-metric="roi"]').dataset.value,
    );
    assert.ok(Math.abs(Number(shown) - roiOf(0.1, 150)) < 1e-12, shown);
    delete redirects[part];
    await page.click(await page.element('[data-section="influence"] > summary'));
    await page.settledAnswers();
    await page.expect({ roi: roiOf(0.08, 150), breakEvenCpl: 0.08 * 150 });
    await page.doesNotSay(/cannot be read/);
    visit.overlookComplaints();
  });
});
