// The calculator in an iframe: by itself where a page lets no WebAssembly run, and put by a host.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers, inEveryBrowser } from './lib/browsers.mjs';
import { Hosts, listen, told } from './lib/host.mjs';
import { smallPlan } from './lib/plans.mjs';
import { until } from './lib/until.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;
const near = (actual, expected) =>
  assert.ok(Math.abs(Number(actual) - expected) < 1e-12, `${actual} is not ${expected}`);

/** Opens a host's page; notes what frames say to it. */
async function open(visit, url) {
  const { page } = await visit.blank(url, { also: hosts.cdn.origin });
  await listen(page);
  await page.evaluateOnNewDocument(() => {
    window.heard = [];
    addEventListener('message', ({ data, origin }) => window.heard.push({ ...data, origin }));
  });
  await page.goto(url);
  return page;
}

const heard = (page, type) =>
  page.evaluate((only) => window.heard.filter((one) => one.type === only), type);

const hear = (page, type) =>
  until(`a message: ${type}`, async () => {
    const messages = await heard(page, type);
    return messages.length > 0 && messages;
  });

const inFrame = async (page) =>
  (await page.frames()).find((frame) => frame.url().includes('/embed.html'));

const roiIn = (frame) =>
  frame.evaluate(() => {
    const { shadowRoot } = document.querySelector('roi-calculator');
    return shadowRoot.querySelector('.numbers [data-metric="roi"]').dataset.value;
  });

const textIn = (frame) =>
  frame.evaluate(() => {
    const { shadowRoot } = document.querySelector('roi-calculator');
    return [...shadowRoot.children].map(({ innerText }) => innerText).join('\n');
  });

const typeCloseRate = (frame, text) =>
  frame.evaluate((typed) => {
    const { shadowRoot } = document.querySelector('roi-calculator');
    const input = shadowRoot.querySelector('[name="/scenarios/0/closeRate"]');
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }, text);

const choosePreset = (frame, id) =>
  frame.evaluate((wanted) => {
    const { shadowRoot } = document.querySelector('roi-calculator');
    const select = shadowRoot.querySelector('#preset');
    select.value = wanted;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, id);

/** Presses a button as a visitor does, once it is there. */
const press = async (frame, css, words = '') => {
  const button = await frame.waitForFunction(
    (selector, wanted) => {
      const { shadowRoot } = document.querySelector('roi-calculator');
      const found = [...shadowRoot.querySelectorAll(selector)];
      return found.find((one) => one.textContent.includes(wanted) && one.checkVisibility());
    },
    {},
    css,
    words,
  );
  await button.click();
};

/** 0.1 gives 4; 0.13 gives 5.5. */
const planWithGoal = smallPlan({ goal: { metric: 'roi', target: 5 } });

const heightOf = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('roi-calculator')?.shadowRoot ?? document;
    return root.querySelector('iframe').clientHeight;
  });

const contentHeight = (frame) =>
  frame.evaluate(
    () => document.querySelector('roi-calculator')?.getBoundingClientRect().height ?? 0,
  );

const isAsHighAsItsContent = (page) =>
  until('the height of the frame', async () => {
    const height = await contentHeight(await inFrame(page));
    return height > 400 && Math.abs((await heightOf(page)) - height) <= 1.01;
  });

const iframe = (wishes, more = '') =>
  `<iframe src="${hosts.cdn.origin}/embed.html#${wishes}" ${more} width="100%" height="300" title="ROI"></iframe>`;

const host = (name, body) =>
  hosts.page(name, body, {
    tags: '',
    head: `<script src="${hosts.cdn.origin}/embed/roi-frame.js"></script>`,
  });

// WebKit's frames wait for nothing.
inBothBrowsers((test) => {
  test('the frame in its place tells of files, fills the data layer, and stands between the slots', async (visit) => {
    const csp = `${hosts.csp('')}; frame-src ${hosts.cdn.origin} blob:`;
    const slots = ['header', 'cta', 'footer'].map((name) => `<p slot="${name}">My ${name}</p>`);
    const plan = JSON.stringify(planWithGoal).replaceAll('"', '&quot;');
    const body = hosts.element(`data-layer="mine" scenario="${plan}"`, slots.join(''));
    const page = await open(visit, hosts.page('between', body, { csp }));
    await until('the first answer', async () => (await told(page, 'roi-ready')).length > 0);
    const frame = await inFrame(page);
    await isAsHighAsItsContent(page);

    await typeCloseRate(frame, '13');
    await until('the goal', async () => (await told(page, 'roi-goal')).length > 0);
    await choosePreset(frame, 'saas');
    await until('the example', async () => (await told(page, 'roi-goal')).length > 1);
    const pushed = await page.evaluate(() => window.mine);
    const coarse = pushed.filter(({ event }) => event !== 'roi_progress');
    assert.deepEqual(coarse, [
      { event: 'roi_ready', roi: 'positive', preset: 'own' },
      { event: 'roi_change', roi: 'positive', preset: 'own' },
      { event: 'roi_goal', roi: 'positive', preset: 'own', attained: true },
      { event: 'roi_change', roi: 'positive', preset: 'saas' },
      { event: 'roi_goal', roi: 'positive', preset: 'saas', attained: false },
    ]);

    await press(frame, '[data-opens="keeping"]');
    await press(frame, '.ways-out button', 'Save the scenario');
    const [file] = await until('a word of the file', async () => {
      const exports = await told(page, 'roi-export');
      return exports.length > 0 && exports;
    });
    assert.deepEqual(file.detail, { name: 'roi-scenario.json', type: 'application/json' });
    await visit.saved('.json');

    const tops = await page.evaluate(() => {
      const one = document.querySelector('roi-calculator');
      const inside = [...document.querySelectorAll('[slot]')];
      inside.splice(1, 0, one.shadowRoot.querySelector('iframe'));
      return inside.map((part) => part.checkVisibility() && part.getBoundingClientRect().top);
    });
    assert.ok(
      tops.every((top) => typeof top === 'number'),
      String(tops),
    );
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    );
    visit.overlookComplaints();
  });
});

inEveryBrowser(/without WebAssembly|sandboxed|forged|neither run|figures go/, (test) => {
  test('a page without WebAssembly gets the frame in the same place', async (visit) => {
    const csp = `${hosts.csp('')}; frame-src ${hosts.cdn.origin}`;
    const element = hosts.element('lang="fr" currency="CHF" mode="compact" preset="email"');
    const page = await open(visit, hosts.page('instead', element, { csp }));
    const [ready] = await until('the first answer', async () => {
      const events = await told(page, 'roi-ready');
      return events.length > 0 && events;
    });
    near(ready.detail.results.total.roi, roiAt(0.1));
    const frame = await inFrame(page);
    assert.match(await textIn(frame), /5,42\s*CHF/);
    await isAsHighAsItsContent(page);
    assert.ok(await page.evaluate(() => !document.querySelector('#fallback').checkVisibility()));

    await typeCloseRate(frame, '20%');
    await until('the change', async () => (await told(page, 'roi-change')).length > 0);
    const roi = () =>
      page.evaluate(() => document.querySelector('roi-calculator').getResults().total.roi);
    near(await roi(), roiAt(0.2));

    const outcome = await page.evaluate(async () => {
      const one = document.querySelector('roi-calculator');
      const plan = one.getScenario();
      plan.scenarios[0].closeRate = 7;
      const refused = await one
        .setScenario(plan)
        .catch(({ code, errors }) => [code, errors.length > 0]);
      const kept = one.getResults().total.roi;
      plan.scenarios[0].closeRate = 0.3;
      await one.setScenario(plan);
      const taken = one.getResults().total.roi;
      await one.reset();
      return { refused, kept, taken, reset: one.getResults().total.roi };
    });
    assert.deepEqual(outcome.refused, ['scenario', true]);
    near(outcome.kept, roiAt(0.2));
    near(outcome.taken, roiAt(0.3));
    near(outcome.reset, roiAt(0.1));
    visit.overlookComplaints();
  });

  test('a plan gives way to an example, and calls in a row all end', async (visit) => {
    const csp = `${hosts.csp('')}; frame-src ${hosts.cdn.origin}`;
    const plan = JSON.stringify(smallPlan()).replaceAll('"', '&quot;');
    const url = hosts.page('gives-way', hosts.element(`scenario="${plan}"`), { csp });
    const page = await open(visit, url);
    await until('the first answer', async () => (await told(page, 'roi-ready')).length > 0);
    const roi = () =>
      page.evaluate(() => document.querySelector('roi-calculator').getResults().total.roi);
    near(await roi(), 4);
    await page.evaluate(async () => {
      const one = document.querySelector('roi-calculator');
      const asked = [0.2, 0.3].map((closeRate) => {
        const wished = one.getScenario();
        wished.scenarios[0].closeRate = closeRate;
        return one.setScenario(wished);
      });
      await Promise.all(asked);
    });
    await until('the last of them', async () => Math.abs((await roi()) - 14) < 1e-12);
    await page.evaluate(() => document.querySelector('roi-calculator').removeAttribute('scenario'));
    await until('the example', async () => Math.abs((await roi()) - roiAt(0.1)) < 1e-12);
    visit.overlookComplaints();
  });

  test('a link that the frame cannot open says why, and the example is there', async (visit) => {
    const page = await open(visit, host('newer', iframe('lang=en&s=9.abc')));
    await hear(page, 'ready');
    const [{ failure }] = await hear(page, 'error');
    assert.equal(failure.code, 'scenario');
    assert.match(failure.message, /newer version/);
    near(await roiIn(await inFrame(page)), roiAt(0.1));
  });

  test('a page that lets neither run keeps what it put inside', async (visit) => {
    const url = hosts.page('neither', hosts.element(), { csp: hosts.csp('') });
    const page = await open(visit, url);
    const tries = () =>
      document.querySelector('roi-calculator').shadowRoot?.querySelector('iframe');
    await page.waitForFunction(tries);
    assert.ok(await page.evaluate(() => document.querySelector('#fallback').checkVisibility()));
    visit.overlookComplaints();
  });

  test('a frame is configured by its address, and gets its height', async (visit) => {
    const wishes = 'lang=fr&currency=CHF&preset=email&mode=compact&theme=dark&accent=%23010203';
    const page = await open(visit, host('frame', iframe(wishes)));
    await hear(page, 'ready');
    await isAsHighAsItsContent(page);
    const frame = await inFrame(page);
    assert.match(await textIn(frame), /Chaque abonné coûte 5,42\s*CHF/);
    near(await roiIn(frame), roiAt(0.1));
    const accent = await frame.evaluate(() => {
      const root = document.querySelector('roi-calculator').shadowRoot;
      return getComputedStyle(root.querySelector('.brief > .link')).color;
    });
    assert.equal(accent, 'rgb(1, 2, 3)');
  });

  test('figures go to the origin that the address names, and to no other', async (visit) => {
    const page = await open(visit, host('coarse', iframe('mode=compact&preset=email')));
    await hear(page, 'ready');
    await typeCloseRate(await inFrame(page), '1%');
    const [change] = await hear(page, 'change');
    assert.deepEqual(change, {
      roi: 1,
      type: 'change',
      profitable: false,
      preset: 'own',
      origin: hosts.cdn.origin,
    });
    assert.ok((await heard(page, 'ready')).every((one) => one.answer === undefined));

    const named = await open(visit, host('named', iframe(`parent=${hosts.host.origin}`)));
    const [ready] = await hear(named, 'ready');
    near(ready.answer.results.total.roi, roiAt(0.1));

    const other = await open(visit, host('other', iframe('parent=https://example.com')));
    await hear(other, 'height');
    await typeWhenThere(await inFrame(other));
    assert.deepEqual(await heard(other, 'change'), []);
    const { complaints } = await visit.takeComplaints();
    for (const one of complaints) assert.match(one, /postMessage/);
  });

  test('a sandboxed frame works, and says that it cannot save', async (visit) => {
    const page = await open(visit, host('sandbox', iframe('lang=en', 'sandbox="allow-scripts"')));
    await hear(page, 'ready');
    const [height] = await hear(page, 'height');
    assert.equal(height.origin, 'null');
    const frame = await inFrame(page);
    near(await roiIn(frame), roiAt(0.1));
    assert.match(await textIn(frame), /lets this calculator save nothing/);
    const inShadow = (act) =>
      frame.evaluate(`(${act})(document.querySelector('roi-calculator').shadowRoot)`);
    await inShadow((root) => root.querySelector('button[data-metric="roi"]').click());
    const links = await until('the explanation', () =>
      inShadow((root) => {
        const open = root.querySelector('.explanation');
        return open && [...open.querySelectorAll('a')].map(({ href }) => href);
      }),
    );
    assert.deepEqual(links, [], 'a sandbox opens no other page');
    await isAsHighAsItsContent(page);
  });

  test('forged messages change nothing', async (visit) => {
    hosts.put('/forger.html', '<!doctype html><script src="/forger.js"></script>');
    hosts.put(
      '/forger.js',
      `
      const say = () => {
        parent.postMessage({ roi: 1, type: 'height', height: 77 }, '*');
        parent.postMessage({ roi: 1, type: 'ready', answer: { results: { total: { roi: 77 } } } }, '*');
        parent.postMessage({ type: 'forged' }, '*');
      };
      setInterval(say, 20);`,
    );
    const forger = '<iframe id="forger" src="/forger.html" title="forger" height="50"></iframe>';
    const page = await open(visit, host('forged', iframe('mode=compact') + forger));
    await hear(page, 'ready');
    await hear(page, 'forged');
    await isAsHighAsItsContent(page);
    assert.equal(await page.evaluate(() => document.querySelector('#forger').height), '50');
    const csp = `${hosts.csp('')} 'self'; frame-src 'self' ${hosts.cdn.origin}`;
    const element = hosts.element('mode="compact" preset="email"');
    const fallen = await open(visit, hosts.page('forged-element', element + forger, { csp }));
    await until('the first answer', async () => (await told(fallen, 'roi-ready')).length > 0);
    await hear(fallen, 'forged');
    const events = await told(fallen, 'roi-ready');
    assert.equal(events.length, 1);
    near(events[0].detail.results.total.roi, roiAt(0.1));
    await isAsHighAsItsContent(fallen);
    visit.overlookComplaints();
  });
});

/** Types once the calculator is there, which tells nobody where nobody may know. */
async function typeWhenThere(frame) {
  await frame.waitForFunction(() =>
    document
      .querySelector('roi-calculator')
      .shadowRoot?.querySelector('[name="/scenarios/0/closeRate"]'),
  );
  await typeCloseRate(frame, '20');
  near(await roiIn(frame), roiAt(0.2));
}
