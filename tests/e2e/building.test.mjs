// A calculator of one's own is built in its preview: by the bar of a field, by mouse and by keyboard alone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { assertAccessible } from './lib/accessible.mjs';
import { inBothBrowsers, inEveryBrowser } from './lib/browsers.mjs';
import { Calculator, field } from './lib/calculator.mjs';
import { Hosts, listen, told } from './lib/host.mjs';
import { until } from './lib/until.mjs';

const kMargin = '/scenarios/0/margin';
const kValue = field.value;
const kPhone = { width: 360, height: 740 };

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

/** What the preview is scrolled to is drawn. */
async function openBuilder(visit, { lang = 'en', mode = 'compact', viewport } = {}) {
  const url = `${hosts.cdn.origin}/snippet.html?lang=${lang}`;
  const { page, requests } = await visit.blank(url, { viewport });
  await page.goto(url);
  await write(page, 'mode', mode);
  await page.evaluate(() => document.querySelector('.preview').scrollIntoView());
  const calculator = new Calculator(page, 0, requests);
  await calculator.answered();
  return calculator;
}

const barText = (page) =>
  page.evaluate(() => document.querySelector('.bar')?.innerText.replaceAll(/\s+/g, ' ').trim());

/** Presses a button of the bar, which stands where its field is drawn. */
async function press(calculator, act) {
  await calculator.settled();
  const find = (css) => document.querySelector(css);
  const button = await calculator.page.evaluateHandle(find, `.bar [data-act="${act}"]`);
  await calculator.click(button.asElement());
}

const shows = (calculator, name) =>
  calculator.inside(
    (root, place) =>
      [...root.querySelectorAll(`[name="${place}"]`)].some((one) => one.checkVisibility()),
    name,
  );

/** The fields of a form of the preview, in their order. */
const namesInOrder = (calculator) =>
  calculator.inside((root) =>
    [...root.querySelectorAll('form > .field [name^="/scenarios/"]')].map(
      (one) => one.name ?? one.getAttribute('name'),
    ),
  );

const lines = (page) => page.evaluate(() => document.querySelector('#lines').value);

async function written(page, pattern) {
  return until(`${pattern} in the lines`, async () => {
    const text = await lines(page);
    return pattern.test(text) && text;
  });
}

const briefIn = (text) => JSON.parse(/id="roi-brief">\n(.*?)\n<\/script>/s.exec(text)[1]);

const write = (page, name, text) =>
  page.evaluate(
    (css, value) => {
      const one = document.querySelector(css);
      one.value = value;
      one.dispatchEvent(new Event('change', { bubbles: true }));
    },
    `form [name="${name}"]`,
    text,
  );

/** Whether the frame is around a field. */
async function isFramed(calculator, name) {
  const field = await (await calculator.input(name)).evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return { top, bottom };
  });
  const frame = await calculator.page.evaluate(() => {
    const { top, bottom } = document.querySelector('.framed').getBoundingClientRect();
    return { top, bottom };
  });
  return frame.top <= field.top && field.bottom <= frame.bottom;
}

/** What has the focus, in the calculator or around it. */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: one } = document;
    const { activeElement: inner } = one.shadowRoot ?? {};
    return inner?.getAttribute('name') ?? one.dataset.act ?? one.name ?? one.localName;
  });

/** Puts the lines up as a host's page, and opens it. */
async function paste(visit, name, text) {
  const url = hosts.page(name, text, { tags: '' });
  const { page } = await visit.blank(url, { also: hosts.cdn.origin });
  await listen(page);
  await page.goto(url);
  await until('an answer', async () => (await told(page, 'roi-ready')).length === 1);
  assert.deepEqual(await told(page, 'roi-error'), []);
  return new Calculator(page);
}

inEveryBrowser(/where it stands|keyboard alone/, (test) => {
  test('a field is hidden, locked, required, renamed and moved where it stands, and the lines follow', async (visit) => {
    const calculator = await openBuilder(visit, { mode: 'full' });
    const { page } = calculator;
    await calculator.click(await calculator.input(kMargin));
    assert.match(await barText(page), /^Gross margin Hide Lock Required Rename/);
    await press(calculator, 'up');
    await until('it has moved', async () => {
      const names = await namesInOrder(calculator);
      return names.indexOf(kMargin) < names.indexOf('/scenarios/0/value/mode');
    });
    assert.match(await barText(page), /3 of 4/);
    await until('the frame has come along', () => isFramed(calculator, kMargin));
    await press(calculator, 'required');
    await press(calculator, 'rename');
    await write(page, 'label-en', 'What is left');
    await until('its name', async () => /^What is left/.test(await barText(page)));
    await calculator.says(/What is left/);
    await press(calculator, 'locked');
    await until('it cannot be typed into', () =>
      calculator.inside(
        (root, name) => root.querySelector(`output[name="${name}"]`) !== null,
        kMargin,
      ),
    );
    await calculator.click(await calculator.input(kValue));
    await press(calculator, 'hide');
    await until('it is gone', async () => !(await shows(calculator, kValue)));
    await calculator.type(field.closeRate, '7');
    await calculator.leave();
    const text = await written(page, /"start"/);
    const { fields } = briefIn(text);
    const ofMargin = fields.find(({ pointer }) => pointer === '/scenarios/*/margin');
    assert.deepEqual(
      [ofMargin.locked, ofMargin.required, ofMargin.label],
      [true, true, { en: 'What is left' }],
    );
    const host = await paste(visit, 'built', text);
    assert.equal(await shows(host, kValue), false);
    assert.equal(await host.fieldText(field.closeRate), '7');
    await host.says(/What is left/);
  });

  test('what is hidden is listed by its name, and brought back', async (visit) => {
    const calculator = await openBuilder(visit);
    const { page } = calculator;
    await calculator.click(await calculator.input(kMargin));
    await press(calculator, 'hide');
    await until('it is gone', async () => !(await shows(calculator, kMargin)));
    assert.match(await barText(page), /“Gross margin” is hidden\. Show again/);
    await page.click('[data-shows="/scenarios/*/margin"]');
    await until('it is back, and gone into', async () => (await focused(page)) === kMargin);
    assert.match(await barText(page), /^Gross margin Hide/);
    const hiding = ['sharedCosts', 'currency', 'channels/*/notes', 'time/horizonMonths'];
    const fields = hiding.map((name) => ({ pointer: `/scenarios/*/${name}`, hidden: true }));
    await write(page, 'brief', JSON.stringify({ briefVersion: 1, fields }));
    const listed = () => page.evaluate(() => document.querySelector('.hidden')?.innerText ?? '');
    await until('a list of them', async () => /Currency/.test(await listed()));
    assert.doesNotMatch(await listed(), /\//);
    await page.select('[name="page-language"]', 'fr');
    assert.match(await listed(), /^Champs masqués[\s\S]*Devise/);
  });

  test('by keyboard alone: Tab leads from a field to its bar, arrows along it, and Tab on', async (visit) => {
    const calculator = await openBuilder(visit, { mode: 'full' });
    const { page } = calculator;
    const go = async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const back = async () => {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    };
    await (await calculator.input(kValue)).focus();
    await go('Tab');
    assert.equal(await focused(page), 'hide');
    await go('ArrowRight');
    assert.equal(await focused(page), 'locked');
    await go('End');
    assert.equal(await focused(page), 'down');
    await go('Enter');
    await until('it has moved', async () => {
      const names = await namesInOrder(calculator);
      return names.indexOf(kValue) > names.indexOf('/scenarios/0/value/mode');
    });
    assert.equal(await focused(page), 'down');
    await until('the frame has come along', () => isFramed(calculator, kValue));
    await back();
    assert.equal(await focused(page), kValue);
    await go('Tab', 'Tab');
    assert.notEqual(await focused(page), kValue);
    assert.match(await focused(page), /^\/scenarios\/0\/|button|roi-calculator/);
    await (await calculator.input(kValue)).focus();
    await go('Tab', 'End', 'ArrowLeft', 'ArrowLeft', 'Enter');
    assert.equal(await focused(page), 'label-fr');
    await go('Escape');
    assert.equal(await focused(page), 'rename');
    await go('Home', 'Enter');
    await until('it is gone', async () => !(await shows(calculator, kValue)));
    assert.equal(await focused(page), 'hide');
    await go('Enter');
    await until('it is back', () => shows(calculator, kValue));
    await go('Enter');
    await until('it is gone again', async () => !(await shows(calculator, kValue)));
    await go('Tab');
    assert.match(await focused(page), /^\/scenarios\/0\//);
    await go('Escape');
    assert.equal(await barText(page), undefined);
  });

  test('a field of a channel is moved among those of its question, with its frame', async (visit) => {
    const calculator = await openBuilder(visit, { mode: 'full' });
    const kRate = '/scenarios/0/channels/0/conversionRate';
    await calculator.click(await calculator.element('.inputs .opener'));
    await calculator.click(await calculator.input(kRate));
    await press(calculator, 'up');
    await until('the frame has come along', () => isFramed(calculator, kRate));
    assert.match(await barText(calculator.page), /^Conversion rate 5 of 8/);
  });

  test('what the mouse is over has a frame, and what is tapped beside its box a bar', async (visit) => {
    const calculator = await openBuilder(visit);
    const { page } = calculator;
    const margin = await calculator.input(kMargin);
    const label = await margin.evaluateHandle((one) => one.closest('.field').firstElementChild);
    await label.hover();
    const frame = await until('a frame', () =>
      page.evaluate(() => {
        const { top, bottom } = document.querySelector('.hovered')?.getBoundingClientRect() ?? {};
        return top !== undefined && { top, bottom };
      }),
    );
    const { top, bottom } = await margin.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return { top, bottom };
    });
    assert.ok(frame.top <= top && bottom <= frame.bottom);
    assert.equal(await barText(page), undefined);
    await label.click();
    assert.match(await barText(page), /^Gross margin/);
    await page.click('h1');
    assert.equal(await barText(page), undefined);
  });

  test('a brief is opened, and what is wrong with it is said', async (visit) => {
    const calculator = await openBuilder(visit);
    const { page } = calculator;
    await write(page, 'brief', '{"briefVersion":1,"fields":[{"pointer":"/scenarios/0/none"}]}');
    const said = () =>
      page.evaluate(() => document.querySelector('.builder [role=alert]').innerText);
    await until('what is wrong', async () => /none/.test(await said()));
    await write(
      page,
      'brief',
      '{"briefVersion":1,"brand":{"name":"Atelier"},"action":{"en":{"one":"quote","many":"quotes"}}}',
    );
    await until('the preview', async () => /Each quote costs/.test(await calculator.visibleText()));
    assert.equal(await said(), '');
    // One after the other, before anything has been looked at.
    await page.evaluate(() => {
      const area = document.querySelector('[name="brief"]');
      for (const many of ['none', 'offers']) {
        const fields = many === 'none' ? [{ pointer: '/scenarios/0/none' }] : [];
        const action = { en: { one: many.replace(/s$/, ''), many } };
        area.value = JSON.stringify({ briefVersion: 1, action, fields });
        area.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    await until('the last', async () => /Each offer costs/.test(await calculator.visibleText()));
    await until('its lines', async () => /offers/.test(await lines(page)));
    assert.equal(await said(), '', 'what was wrong with the one before');
    await write(page, 'brief', '{');
    await until('that it is no JSON', async () => /JSON/.test(await said()));
    visit.overlookComplaints();
  });

  test('a brief for a trade is begun with, its fields by the names that it gives them', async (visit) => {
    const calculator = await openBuilder(visit);
    const { page } = calculator;
    await page.select('[name="ready"]', 'saas');
    await until('the preview', async () =>
      /Each free trial costs/.test(await calculator.visibleText()),
    );
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('[data-field] > summary')].map((one) => one.innerText.trim()),
    );
    assert.ok(names.some((name) => /^Trials that become paid\s+required$/.test(name)));
    assert.ok(names.includes('Monthly subscription'));
    assert.ok(names.every((name) => !name.includes('/')));
    await calculator.click(await calculator.input(field.closeRate));
    assert.match(await barText(page), /^Trials that become paid/);
    assert.match(await lines(page), /Trials that become paid/);
    const sentence = () => calculator.inside((root) => root.querySelector('.sentence').innerText);
    const before = await sentence();
    await press(calculator, 'hide');
    await until('it is gone', async () => !(await shows(calculator, field.closeRate)));
    assert.equal(await sentence(), before, 'it still begins with the plan of the brief');
  });
});

/** With a field's words open, another hidden, on a phone. */
async function buildOnPhone(visit, lang) {
  const calculator = await openBuilder(visit, { lang, viewport: kPhone });
  const { page } = calculator;
  await calculator.click(await calculator.input(kMargin));
  await press(calculator, 'hide');
  await until('it is gone', async () => !(await shows(calculator, kMargin)));
  await assertAccessible(calculator, 'a field is hidden');
  await calculator.click(await calculator.input(kValue));
  await press(calculator, 'rename');
  await assertAccessible(calculator, 'a field is renamed');
  const { wide, out } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    out: [...document.querySelectorAll('.bar *')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < 0 || right > innerWidth;
    }).length,
  }));
  assert.ok(wide <= kPhone.width, `${wide} pixels`);
  assert.equal(out, 0, 'parts of the bar stand outside the window');
}

for (const dark of [false, true])
  inBothBrowsers(
    (test) => {
      for (const lang of ['fr', 'en'])
        test(`the bar on a phone, ${dark ? 'dark' : 'light'}: ${lang}`, (visit) =>
          buildOnPhone(visit, lang));
    },
    { dark },
  );
