// Pages that the browser saves by itself: the snapshot of Chromium (MHTML) and “Save page as,
// complete” of Firefox are true (lib/persist.mjs). Puppeteer can start neither browser's “complete”,
// so that the tests in both browsers write the file as the browsers do: Chromium the document with
// its shadow roots as templates, Firefox without them; neither writes sheets that a script adopted;
// files that the page names go into a folder beside it, and those that only a script asks for do
// not. What is opened afterwards is a true file in the true browser.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test as once } from 'node:test';
import { inBothBrowsers, inChromium } from './lib/browsers.mjs';
import { dist, fileUrl, singleFile } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { Hosts } from './lib/host.mjs';
import { kMarkup } from './lib/hostile.mjs';
import { SavingFirefox } from './lib/persist.mjs';
import { kPatience, until } from './lib/until.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

const offline = { offline: true };
const kName = `${kMarkup}\u2028\u202eبِدِ\u202c😀 $& \\u003c`;

/** Waits until the page holds a report of what it shows. */
const isKept = (page, pattern) =>
  page.page.waitForFunction(
    (source) => {
      const host = document.querySelector('roi-calculator');
      const report =
        host.querySelector('article') ?? host.shadowRoot.querySelector('.unstyled article');
      return report && new RegExp(source).test(report.textContent);
    },
    {},
    pattern.source,
  );

/** Puts the page into a file as the browser would, and gives its address. */
async function saveAsBrowser(visit, page, name) {
  const isChromium = visit.browser.wsEndpoint().includes('devtools');
  const { text, files } = await page.page.evaluate(serialise, `${name}_files`, isChromium);
  await mkdir(path.join(visit.folder, `${name}_files`), { recursive: true });
  for (const [file, url] of Object.entries(files)) {
    const content = await readFile(path.join(dist, new URL(url).pathname));
    await writeFile(path.join(visit.folder, `${name}_files`, file), content);
  }
  return visit.file(`${name}.html`, text);
}

function serialise(folder, withShadowRoots) {
  const files = {};
  const root = document.documentElement;
  const hosts = [...root.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
  const whole = withShadowRoots
    ? root.getHTML({ shadowRoots: hosts.map(({ shadowRoot }) => shadowRoot) })
    : root.innerHTML;
  const opening = root.cloneNode(false).outerHTML.replace('</html>', '');
  const text = whole.replace(/ (src|href)="([^"#]+\.(?:js|svg))"/g, (_, name, address) => {
    const url = new URL(address, location.href);
    const file = url.pathname.split('/').at(-1);
    files[file] = url.href;
    return ` ${name}="./${folder}/${file}"`;
  });
  const from = `<!-- saved from url=(${location.href.length})${location.href} -->`;
  return { text: `<!DOCTYPE html>\n${from}\n${opening}${text}</html>`, files };
}

/** What can be read in a page that may not work: none of its complaints count. */
async function read(visit, url) {
  const page = await visit.context.newPage();
  await page.goto(url);
  const text = await page.evaluate(() => {
    const host = document.querySelector('roi-calculator');
    const seen = [document.body, ...(host.shadowRoot?.children ?? [])];
    return seen.map((one) => (one.checkVisibility() ? one.innerText : '')).join('\n');
  });
  const controls = await page.evaluate(
    () =>
      [
        ...(document
          .querySelector('roi-calculator')
          .shadowRoot?.querySelectorAll('button, input') ?? []),
      ].filter((one) => one.checkVisibility()).length,
  );
  await page.close();
  assert.equal(controls, 0, 'no dead control is seen');
  return text;
}

function assertAnswer(text) {
  assert.match(text, /Each subscriber costs .5\.42 and brings .12\.00/);
  assert.match(text, /Return on investment\s+\+(?:122|121\.54)%/);
  assert.match(text, /As it stood when the page was saved/);
}

function assertReport(text) {
  assertAnswer(text);
  assert.match(text, /Instagram\s+.12,000\s+4,000/);
  assert.match(text, /Close rate\s+8%/);
}

async function atEight(page) {
  await page.type(field.closeRate, '8%');
  await page.leave();
  await isKept(page, /12\.00/);
}

const embedHost = () =>
  hosts.page('host', hosts.element('lang="en" mode="compact" preset="email" loading="eager"'));

inBothBrowsers((test) => {
  test('a hosted page the browser saved is a report that says where the page is', async (visit) => {
    const url = `${hosts.cdn.origin}/?lang=en`;
    const page = await visit.open(url);
    await atEight(page);
    const text = await read(visit, await saveAsBrowser(visit, page, 'hosted'));
    assertReport(text);
    assert.ok(text.includes(`To change it, open ${hosts.cdn.origin}/`));
  });

  test('a single file the browser saved works, and so does one saved of that', async (visit) => {
    let page = await visit.open(fileUrl(singleFile), offline);
    await atEight(page);
    await page.openDetails('Facebook');
    await page.paste(field.name(0), kName);
    await page.paste(field.notes(0), kName);
    await isKept(page, /onerror/);
    const values = await page.values();
    for (const name of ['second', 'third']) {
      const file = await saveAsBrowser(visit, page, name);
      page = await visit.open(file, offline);
      assert.deepEqual(await page.values(), values);
      assert.equal(await page.page.evaluate(() => window.pwned), undefined);
      assert.ok((await page.text()).includes(kName));
      assert.equal(await page.inside((root) => root.querySelectorAll('h1').length), 1);
      await isKept(page, /onerror/);
    }
    await page.type(field.closeRate, '10');
    await page.expect({ roi: (12_000 * 0.1 * 150 - 65_000) / 65_000 });
    await page.save();
    const again = await visit.open(fileUrl(await visit.saved()), offline);
    await again.expect({ roi: (12_000 * 0.1 * 150 - 65_000) / 65_000 });
    assert.ok((await again.text()).includes(kName));
  });

  test('two files the browser saved and that are open at once do not mix', async (visit) => {
    const page = await visit.open(fileUrl(singleFile), offline);
    await atEight(page);
    const one = await visit.open(await saveAsBrowser(visit, page, 'one'), offline);
    const other = await visit.open(await saveAsBrowser(visit, page, 'other'), offline);
    await other.type(field.closeRate, '20');
    await one.page.bringToFront();
    await one.expect({ roi: (12_000 * 0.08 * 150 - 65_000) / 65_000 });
    await one.type(field.closeRate, '5');
    await other.page.bringToFront();
    await other.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
  });

  test('a host page the browser saved shows the answer, or what the host put inside', async (visit) => {
    const page = await visit.open(embedHost(), { also: hosts.cdn.origin });
    await atEight(page);
    const file = await saveAsBrowser(visit, page, 'host');
    const text = await read(visit, file);
    if (/shadowrootmode/.test(await readFile(new URL(file), 'utf8'))) assertAnswer(text);
    else assert.match(text, /Open the calculator/);
  });
});

inChromium((test) => {
  const pages = {
    'the hosted page': [() => [`${hosts.cdn.origin}/?lang=en`], assertReport],
    'the single file': [() => [fileUrl(singleFile), offline], assertReport],
    'a page with an embed': [() => [embedHost(), { also: hosts.cdn.origin }], assertAnswer],
  };
  for (const [name, [address, assertRead]] of Object.entries(pages)) {
    test(`the snapshot (MHTML) of ${name} can be read`, async (visit) => {
      const page = await visit.open(...address());
      await atEight(page);
      const session = await page.page.createCDPSession();
      const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
      assertRead(await read(visit, await visit.file('snapshot.mhtml', data)));
    });
  }
});

// In the page of that Firefox

function typeCloseRate(text) {
  const { shadowRoot } = document.querySelector('roi-calculator');
  const input = shadowRoot?.querySelector('[name="/scenarios/0/closeRate"]');
  if (!input) return false;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return true;
}

const keeps = (words) =>
  document.querySelector('roi-calculator > article')?.textContent.includes(words) ?? false;

function shownRoi() {
  const { shadowRoot } = document.querySelector('roi-calculator');
  return Number(shadowRoot?.querySelector('[data-metric="roi"]')?.dataset.value);
}

once(
  'firefox: what “Save page as, complete” truly writes',
  { timeout: 3 * kPatience },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'roi-saved-'));
    const firefox = await SavingFirefox.start(folder);
    const open = async (url, text) => {
      await firefox.goTo(url);
      await until('the calculator', () => firefox.run(typeCloseRate, text));
    };
    const save = async (name, words) => {
      await until('the report', () => firefox.run(keeps, words));
      await firefox.save(path.join(folder, name));
      await firefox.goTo(fileUrl(path.join(folder, name)));
    };
    try {
      await open(`${hosts.cdn.origin}/?lang=en`, '8');
      await save('hosted.html', '12.00');
      const text = await firefox.run(() => document.body.innerText);
      assertReport(text);
      assert.ok(text.includes(`To change it, open ${hosts.cdn.origin}/`));

      await open(fileUrl(singleFile), '8');
      for (const name of ['second.html', 'third.html']) {
        await save(name, '12.00');
        const roi = await until('the answer', () => firefox.run(shownRoi));
        assert.equal(roi, (12_000 * 0.08 * 150 - 65_000) / 65_000);
      }
    } finally {
      await firefox.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
