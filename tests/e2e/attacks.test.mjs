// Hostile links, files, messages and attributes: refused with a sentence or ignored, the work as it
// was, no script run, nothing thrown, and the page never still for long. Random ones follow a seed,
// which ROI_SEED gives again.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { field } from './lib/calculator.mjs';
import { Hosts, listen, told } from './lib/host.mjs';
import {
  attributeValues,
  badFiles,
  badLinks,
  kLone,
  kMarkup,
  linkOf,
  mutations,
  noLinks,
  oddFiles,
  randomOf,
} from './lib/hostile.mjs';
import { attack, besiege } from './lib/siege.mjs';
import { until } from './lib/until.mjs';

const seed = Number(process.env.ROI_SEED ?? Date.now() % 1e9);
console.log(`# attacks: ROI_SEED=${seed}`);

/** Of the example, as it stands. */
const kRoi = (12_000 * 0.1 * 150 - 65_000) / 65_000;

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

async function besieged(visit) {
  const page = await visit.open(`${hosts.cdn.origin}/?lang=en`);
  await page.type(field.closeRate, '20');
  await page.leave();
  await besiege(page.page);
  return page;
}

/** What is wrong with what came of an attack. How long a plan takes to open is for tests/bench. */
function wrongs({ gap, isSame, isBack, images }) {
  return [
    gap === 0 || !isSame ? '' : `the page stood still for ${gap} ms`,
    isBack ? '' : 'the work is not as it was',
    images === 0 ? '' : 'markup became elements',
  ].filter(Boolean);
}

function refusals({ answer = '', isSame }) {
  const isSentence = /could not be opened: .* Your plan is unchanged\.$/s.test(answer);
  return [isSentence ? '' : `it says: ${answer}`, isSame ? '' : 'it opens'].filter(Boolean);
}

function assertNone({ outcomes, pwned, polluted }, names, find) {
  assert.equal(pwned, undefined, 'a script ran');
  assert.equal(polluted, undefined, 'a prototype was changed');
  const found = outcomes.map((outcome, at) => [String(names[at]).slice(0, 300), find(outcome)]);
  assert.deepEqual(
    found.filter(([, list]) => list.length > 0),
    [],
  );
}

const assertHarmless = (found, names) => assertNone(found, names, wrongs);
const assertRefused = (found, names) =>
  assertNone(found, names, (one) => [...wrongs(one), ...refusals(one)]);

async function assertWorks(page) {
  await page.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
  assert.equal(await page.fieldText(field.closeRate), '20');
}

inBothBrowsers((test) => {
  test('links', async (visit) => {
    const page = await besieged(visit);
    assertRefused(await attack(page.page, 'link', Object.values(badLinks)), Object.keys(badLinks));
    const random = mutations(randomOf(seed), 24);
    assertHarmless(await attack(page.page, 'link', random.map(linkOf)), random);
    const ignored = await page.page.evaluate(
      (list) => window.siege.attack('link', list, 30),
      noLinks,
    );
    assertHarmless(ignored, noLinks);
    for (const { answer } of ignored.outcomes) assert.equal(answer, undefined);
    await assertWorks(page);
  });

  test('files', async (visit) => {
    const page = await besieged(visit);
    await page.openKeeping();
    const names = Object.keys(badFiles);
    assertRefused(await attack(page.page, 'drop', Object.values(badFiles)), names);
    const some = names.filter((_, at) => at % 5 === 0);
    const texts = some.map((name) => badFiles[name]);
    assertRefused(await attack(page.page, 'button', texts), some);
    assertHarmless(await attack(page.page, 'drop', Object.values(oddFiles)), Object.keys(oddFiles));
    const random = mutations(randomOf(seed + 1), 60);
    assertHarmless(await attack(page.page, 'drop', random), random);
    await assertWorks(page);
  });

  test('tables', async (visit) => {
    const page = await visit.open(`${hosts.cdn.origin}/?lang=en`);
    await page.pasteTable(`channel\tcost\tleads\n${kLone}\t100\t10\n${kMarkup}\t200\t20`);
    await page.applyTable();
    const [first, second] = await page.channelNames();
    assert.equal(first, kLone.toWellFormed());
    assert.ok(second.includes('onerror'));
    assert.equal(await page.page.evaluate(() => window.pwned), undefined);
  });

  test('a link as long as an address can be', async (visit) => {
    const url = `${hosts.cdn.origin}/?lang=en#s=1.${'A'.repeat(500_000)}`;
    const page = await visit.open(url);
    await until('the refusal', () =>
      page.inside((root) => /too large/.test(root.querySelector('.notice')?.textContent)),
    );
    await page.expect({ roi: kRoi });
  });

  test('attributes of the element', async (visit) => {
    const page = await openHost(visit, hosts.page('attributes', hosts.element('loading="eager"')));
    await until('the first answer', async () => (await told(page, 'roi-ready')).length > 0);
    await besiege(page);
    const names = ['lang', 'currency', 'preset', 'mode', 'theme', 'scenario', 'data-layer'];
    const found = await page.evaluate(tryAttributes, names, attributeValues);
    assert.deepEqual(found.slow, []);
    assert.deepEqual(found.silent, []);
    assert.equal(found.roi, kRoi);
    assert.equal(found.pwned, undefined);
    const failures = await told(page, 'roi-error');
    assert.ok(failures.length > 20);
    for (const { detail } of failures) assert.ok([...names, 'loading'].includes(detail.code));
  });

  test('a frame is only ever shown from the web', async (visit) => {
    // Lets scripts of the page itself run, and so `javascript:`, but no WebAssembly.
    const csp = `default-src 'none'; script-src 'unsafe-inline' ${hosts.cdn.origin}; frame-src *; img-src 'self'`;
    const addresses = [
      'javascript:parent.pwned=1',
      ' \tjava\nscript:parent.pwned=1',
      'JAVASCRIPT:parent.pwned=1//https://example.com/',
      'data:text/html,<script>parent.pwned=1</script>',
      'http://[',
      'blob:x',
      'ftp://example.com/',
      kMarkup,
    ];
    const page = await openHost(visit, hosts.page('frames', '', { csp }));
    const shown = await page.evaluate(tryFrames, addresses.slice(0, -1));
    assert.deepEqual(shown, []);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    const errors = await told(page, 'roi-error');
    const notStarted = errors.filter(({ detail }) => detail.code === 'load');
    assert.equal(notStarted.length, addresses.length - 1);
    await assertNothingThrown(visit);
  });

  test('fragments of embed.html', async (visit) => {
    const page = await visit.open(`${hosts.cdn.origin}/embed.html#lang=en`);
    await besiege(page.page);
    const values = [
      ...attributeValues,
      'url(//example.com/x)',
      'var(--x);}',
      'red;background:url(x)',
    ];
    const names = [
      'lang',
      'currency',
      'preset',
      'mode',
      'theme',
      'accent',
      'paper',
      'sans',
      'radius',
    ];
    const before = await page.page.evaluate(
      tryFragments,
      names,
      values.map((one) => one.slice(0, 1000)),
    );
    assert.equal(before.pwned, undefined);
    assert.deepEqual(before.slow, []);
    await page.page.evaluate(() => {
      location.hash = 'lang=en';
    });
    await page.expect({ roi: kRoi });
    const links = Object.values(badLinks).filter((one) => typeof one === 'string');
    const after = await page.page.evaluate(
      tryFragments,
      ['s'],
      links.map((one) => one.slice('#s='.length)),
    );
    assert.deepEqual(after.slow, []);
    await page.expect({ roi: kRoi });
    await assertOnlyIconRefused(visit);
  });

  test('messages', async (visit) => {
    const texts = attributeValues.map((one) => one.slice(0, 1000));
    hosts.put('/evil.html', '<!doctype html><script src="/evil.js"></script>');
    hosts.put('/evil.js', `(${evil})(${JSON.stringify(texts)})`);
    const own = `<iframe src="${hosts.cdn.origin}/embed.html#lang=en&mode=compact&preset=email" width="100%" height="300"></iframe>`;
    const false1 = '<iframe src="/evil.html" height="50"></iframe>';
    const head = `<script src="${hosts.cdn.origin}/embed/roi-frame.js"></script>`;
    const page = await openHost(visit, hosts.page('evil-host', own + false1, { tags: '', head }));
    await until('the messages', () => page.evaluate(() => window.isOver));
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map(({ height }) => Number(height)),
    );
    assert.ok(heights[0] >= 300 && heights[0] < 5000, String(heights));
    assert.ok(heights[1] > 0 && heights[1] <= 1e5, String(heights));
    await page.evaluate(evil, texts, '/embed.html');
    const frame = page.frames().find((one) => one.url().includes('/embed.html'));
    const roi = () =>
      frame.evaluate(() => document.querySelector('roi-calculator')?.getResults()?.total.roi);
    assert.equal(await until('an answer', roi), kRoi);

    const csp = `default-src 'none'; script-src 'self' ${hosts.cdn.origin}; frame-src 'self'; img-src 'self'`;
    const element = hosts.element('frame-src="/evil.html" loading="eager"');
    const fallen = await openHost(visit, hosts.page('evil-frame', element, { csp }));
    await until('the messages', () => fallen.evaluate(() => window.isOver));
    assert.equal(await fallen.evaluate(() => window.pwned), undefined);
    await assertNothingThrown(visit);
  });
});

/** Firefox counts what a CSP forbids among the exceptions; here it is meant to forbid. */
async function assertNothingThrown(visit) {
  const { complaints } = await visit.takeComplaints();
  const thrown = complaints.filter((one) => /exception: (?!Content-Security-Policy)/.test(one));
  assert.deepEqual(thrown, []);
}

/** Firefox asks for the icon of any page it shows by itself. */
async function assertOnlyIconRefused(visit) {
  const { broken } = await visit.takeComplaints();
  assert.deepEqual(
    broken.filter((one) => !one.endsWith('/favicon.ico')),
    [],
  );
}

async function openHost(visit, url) {
  const { page } = await visit.blank(url, { also: hosts.cdn.origin });
  await listen(page);
  await page.evaluateOnNewDocument(() => {
    addEventListener('message', ({ data }) => {
      window.isOver ||= data === 'over';
    });
  });
  await page.goto(url);
  return page;
}

// In the page

/** Changes each attribute of the element that is there, then makes elements anew with all of them. */
async function tryAttributes(names, values) {
  const one = document.querySelector('roi-calculator');
  const slow = [];
  const silent = [];
  for (const name of names) {
    for (const value of values) {
      const gap = await window.siege.standstill(() => {
        one.setAttribute(name, value);
        return one.updateComplete;
      });
      if (gap > 0) slow.push(`${name} ${value.slice(0, 40)}: ${gap} ms`);
    }
    one.removeAttribute(name);
    await one.updateComplete;
  }
  for (const value of values) {
    const other = document.createElement('roi-calculator');
    for (const name of ['loading', ...names]) other.setAttribute(name, value);
    other.setAttribute('loading', 'eager');
    const ready = new Promise((done) => other.addEventListener('roi-ready', done));
    document.body.append(other);
    const late = new Promise((done) => setTimeout(done, 5000, 'late'));
    if ((await Promise.race([ready, late])) === 'late') silent.push(value.slice(0, 40));
    other.remove();
  }
  return { slow, silent, roi: one.getResults().total.roi, pwned: window.pwned };
}

/** Which of the addresses a frame was shown for. */
async function tryFrames(addresses) {
  const shown = [];
  await customElements.whenDefined('roi-calculator');
  for (const address of addresses) {
    const one = document.createElement('roi-calculator');
    one.loading = 'eager';
    one.setAttribute('frame-src', address);
    const failed = new Promise((done) => {
      one.addEventListener('roi-error', ({ detail }) => detail.code === 'load' && done());
    });
    document.body.append(one);
    await Promise.race([failed, new Promise((done) => setTimeout(done, 3000))]);
    await one.updateComplete;
    if (one.shadowRoot.querySelector('iframe')) shown.push(address);
    one.remove();
  }
  return shown;
}

async function tryFragments(names, values) {
  const one = document.querySelector('roi-calculator');
  const slow = [];
  let turn = 0;
  for (const value of values) {
    const wishes = new URLSearchParams(names.map((name) => [name, value]));
    const gap = await window.siege.standstill(async () => {
      turn += 1;
      location.hash = `${wishes}&turn=${turn}`;
      await new Promise((done) => setTimeout(done, 20));
      await one.updateComplete;
    });
    if (gap > 0) slow.push(`${value.slice(0, 40)}: ${gap} ms`);
  }
  return { slow, pwned: window.pwned };
}

/** Says everything that could be said wrongly, to the page around it or to one of its frames. */
function evil(texts, frame) {
  const target = frame
    ? document.querySelector(`iframe[src*="${frame}"]`).contentWindow
    : window.parent;
  const cyclic = {};
  cyclic.self = cyclic;
  const odd = [
    ...texts,
    null,
    undefined,
    1n,
    Number.NaN,
    -1,
    1e300,
    Number.POSITIVE_INFINITY,
    [],
    [500],
    {},
    { toString: 1, valueOf: 1 },
    cyclic,
    new Map([['height', 1]]),
    new Date(Number.NaN),
    new Uint8Array(10),
    new Error('x'),
    JSON.parse('{"__proto__":{"roi":1}}'),
  ];
  const said = odd.flatMap((one) => [
    one,
    { roi: one, type: 'height', height: 10 },
    { roi: 1, type: one },
    { roi: 1, type: 'height', height: one },
    { roi: 1, type: 'ready', answer: one },
    { roi: 1, type: 'change', answer: one, profitable: one },
    { roi: 1, type: 'goal', goal: one, attained: one },
    { roi: 1, type: 'error', failure: one },
    { roi: 1, type: 'error', failure: { code: 'scenario', message: one, errors: one } },
  ]);
  const say = () => {
    for (const one of said) target.postMessage(one, '*');
    target.postMessage('over', '*');
  };
  if (frame) say();
  else addEventListener('load', say);
}
