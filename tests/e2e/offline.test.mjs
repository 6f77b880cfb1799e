// The hosted page without a network after one visit, its next version, and how it is installed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test as check } from 'node:test';
import { inChromium, inEveryBrowser } from './lib/browsers.mjs';
import { dist, fileUrl, hostedScript, laterScript, singleFile } from './lib/built.mjs';
import { Calculator, field } from './lib/calculator.mjs';
import { inEdition, isOf, publish, toldBy, writeEdition } from './lib/editions.mjs';
import { goBusy } from './lib/first-answer.mjs';
import { embedFile } from './lib/host.mjs';
import { inBlock } from './lib/packed.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

const kRoi = '1.7692307692307692';
const kFolder = '/some folder/roi';
const kProbe = '<!doctype html><title>Probe</title><link rel="icon" href="data:,">';

let work;
let editionA;
let editionB;
before(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'roi-offline-'));
  [editionA, editionB] = [path.join(work, 'a'), path.join(work, 'b')];
  await writeEdition('A', editionA);
  await writeEdition('B', editionB);
});
/** A test that fails closes none of its own, and the process would wait for them. */
const servers = [];
after(() => {
  for (const one of servers) one.close();
  return rm(work, { recursive: true, force: true });
});

async function closeDown(server) {
  server.close();
  await assert.rejects(fetch(server.origin), 'the server is gone');
}

/** A host that has the page in a folder, which can be published anew. */
async function hostOf(edition) {
  const root = await mkdtemp(path.join(work, 'host-'));
  const folder = path.join(root, kFolder);
  await publish(edition, folder);
  const server = await serve(root, { '/probe.html': kProbe, '/favicon.ico': '' });
  servers.push(server);
  return { server, folder, root, url: `${server.origin}${encodeURI(kFolder)}/` };
}

/** What the browser keeps of the page, seen from outside its folder. */
async function probe(visit, { server }) {
  const { page } = await visit.blank(server.origin);
  await page.goto(`${server.origin}/probe.html`);
  const scope = encodeURI(`${kFolder}/`);
  return {
    page,
    states: () =>
      page.evaluate(async (at) => {
        const { installing, waiting, active } = await navigator.serviceWorker.getRegistration(at);
        return [installing?.state, waiting?.state, active?.state].map((state) => state ?? '');
      }, scope),
    caches: () => page.evaluate(async () => (await caches.keys()).sort()),
  };
}

const isWaiting = ([installing, waiting]) => !installing && waiting === 'installed';
const isAlone = ([installing, waiting, active]) =>
  !installing && !waiting && active === 'activated';

const chunksOf = (page) => page.page.evaluate(() => globalThis.chunks.toSorted());

/** Opens a page that has no time for what comes later, until it is let. */
async function openBusy(visit, url) {
  const { page, requests } = await visit.blank(url);
  const letIdle = await goBusy(page, url);
  return { busy: new Calculator(page, 0, requests), letIdle };
}

/** Everything a cache of the page's origin holds: addresses and texts. */
const cached = ({ page }) =>
  page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        found.push([request.url, await response.text()]);
      }
    }
    return found;
  });

const kNotKept = /^(embed.*|npm.*|snippet\.html|sw\.js|_headers|licences\.txt)$/;
const keptNames = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath ?? entry.path, entry.name)))
  .filter((name) => !kNotKept.test(name))
  .map((name) => (name === 'index.html' ? '' : name))
  .sort();

/** Counts what is registered; `calls` in every window. */
const countRegistrations = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.calls = 0;
    if (!globalThis.ServiceWorkerContainer) return;
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...args) {
      globalThis.calls += 1;
      return register.apply(this, args);
    };
  });

inEveryBrowser(
  /the server may go$/,
  (test) => {
    test('after one visit the server may go', async (visit) => {
      const root = await mkdtemp(path.join(work, 'host-'));
      await cp(dist, path.join(root, kFolder), { recursive: true });
      const server = await serve(root);
      const url = `${server.origin}${encodeURI(kFolder)}/`;
      const page = await visit.open(url);
      const values = await page.values();
      assert.equal(values.roi, kRoi);
      await page.keptOffline();
      await closeDown(server);

      await page.reload();
      assert.deepEqual(await page.values(), values);
      await page.useLanguage('fr');
      assert.match(await page.shown('fullCostCpl'), /5,42/);
      assert.deepEqual(await page.values(), values);

      await page.type(field.closeRate, '12');
      const changed = await page.values();
      await page.save('fr');
      const saved = await visit.open(fileUrl(await visit.saved()));
      assert.deepEqual(await saved.values(), changed);
      assert.equal(await saved.language(), 'fr');

      for (const address of ['?lang=fr', 'index.html?lang=fr', 'index.html']) {
        const other = await visit.open(url + address);
        assert.deepEqual(await other.values(), values);
        assert.equal(await other.language(), address.includes('fr') ? 'fr' : 'en');
      }
    });

    test('the page of the first visit can still be saved when the server has gone', async (visit) => {
      const server = await serve(dist);
      const page = await visit.open(`${server.origin}/`);
      await page.keptOffline();
      await closeDown(server);
      await page.type(field.closeRate, '12');
      await page.save();
      const saved = await visit.open(fileUrl(await visit.saved()));
      assert.deepEqual(await saved.values(), await page.values());
      for (const complaint of visit.complaints.splice(0)) {
        assert.match(complaint, /ERR_CONNECTION_REFUSED/);
      }
    });

    test('the cache holds the files of the page and nothing that was typed', async (visit) => {
      const server = await serve(dist);
      const page = await visit.open(`${server.origin}/`);
      await page.keptOffline();
      await page.goTo(`${server.origin}/?campaign=73519137`);
      await page.type(field.value, '73519137');
      await page.leave();
      await page.takeAway('Copy the link');
      await page.takeAway('Save the scenario');
      await visit.saved('.json');
      await page.press('Close', '.keeping');
      await page.save();
      await visit.saved();
      const found = await cached(page);
      const names = found.map(([url]) => url.slice(server.origin.length + 1));
      assert.deepEqual(names.sort(), keptNames);
      for (const [url, text] of found) assert.ok(!(url + text).includes('73519137'), url);
      server.close();
    });

    test('a new version waits until every page of the old one is closed', async (visit) => {
      visit.published.push(editionA, editionB);
      const host = await hostOf(editionA);
      const first = await visit.open(host.url);
      await first.keptOffline();
      const { page: outside, states, caches } = await probe(visit, host);
      const [cacheA, ...others] = await caches();
      assert.deepEqual(others, []);
      const foreign = ['roi-calculator / x', `${cacheA.split('%20')[0]}%20folder/roi/more/ x`, 'x'];
      await outside.evaluate(
        async (names, icon) => {
          for (const name of names) await (await caches.open(name)).add(icon);
        },
        foreign,
        `${host.url}icon.svg`,
      );
      await visit.leave(first.page);

      await publish(editionB, host.folder);
      host.server.requests.length = 0;
      const { busy, letIdle } = await openBusy(visit, host.url);
      await until('the next version', async () => isWaiting(await states()));
      await letIdle();
      await busy.answered();
      assert.deepEqual(await chunksOf(busy), toldBy('A'));
      const second = await visit.open(`${host.url}?lang=fr`);
      assert.deepEqual(await chunksOf(second), toldBy('A'));
      await second.reload();
      assert.deepEqual(await chunksOf(second), toldBy('A'));
      assert.deepEqual(
        host.server.requests.filter((one) => isOf('A', one)),
        [],
        'what is gone is not asked for',
      );
      await visit.leave(busy.page);
      assert.ok(isWaiting(await states()), 'one page is still open');
      await visit.leave(second.page);

      await until('the next version alone', async () => isAlone(await states()));
      const next = await visit.open(host.url);
      assert.deepEqual(await chunksOf(next), toldBy('B'));
      assert.equal(await next.value('roi'), kRoi);
      const cacheB = (await caches()).filter((name) => !foreign.includes(name));
      assert.equal(cacheB.length, 1);
      assert.notEqual(cacheB[0], cacheA);
      assert.equal((await caches()).length, 1 + foreign.length, 'caches of others stay');

      await closeDown(host.server);
      await next.reload();
      assert.deepEqual(await chunksOf(next), toldBy('B'));
    });

    for (const [how, spoil] of [
      ['lacks a file', (folder) => rm(path.join(folder, inEdition('B', laterScript())))],
      [
        'is half uploaded',
        (folder) => cp(path.join(editionA, 'index.html'), path.join(folder, 'index.html')),
      ],
    ]) {
      test(`a version that ${how} changes nothing until it is whole`, async (visit) => {
        visit.published.push(editionA, editionB);
        const host = await hostOf(editionA);
        const first = await visit.open(host.url);
        await first.keptOffline();
        const { page: outside, states, caches } = await probe(visit, host);
        const before = await caches();
        await visit.leave(first.page);

        await publish(editionB, host.folder);
        await spoil(host.folder);
        host.server.requests.length = 0;
        const asked = () => host.server.requests.some((one) => isOf('B', one));
        const second = await visit.open(host.url);
        await until('a look at the next version', async () => asked() && isAlone(await states()));
        await visit.leave(second.page);
        const third = await visit.open(host.url);
        assert.deepEqual(await chunksOf(third), toldBy('A'));
        assert.deepEqual(await caches(), before);

        await publish(editionB, host.folder);
        await outside.evaluate(
          (at) => navigator.serviceWorker.getRegistration(at).then((found) => found.update()),
          encodeURI(`${kFolder}/`),
        );
        await visit.leave(third.page);
        await until('the next version alone', async () => {
          const now = await caches();
          return isAlone(await states()) && now.length === 1 && now[0] !== before[0];
        });
        const last = await visit.open(host.url);
        assert.deepEqual(await chunksOf(last), toldBy('B'));
        host.server.close();
      });
    }

    for (const [title, redirects, url] of [
      ['the folder leads to index.html', { '/': '/index.html' }, '/'],
      [
        'names lose their ending',
        { '/index.html': '/', '/roi-calculator.html': '/roi-calculator' },
        '/index.html',
      ],
    ]) {
      test(`a host that redirects: ${title}`, async (visit) => {
        const extra = { '/roi-calculator': readFileSync(singleFile) };
        const server = await serve(dist, extra, { redirects });
        const page = await visit.open(server.origin + url);
        await page.keptOffline();
        await closeDown(server);
        for (const address of ['/', '/index.html', '/?lang=en']) {
          await page.goTo(server.origin + address);
          assert.equal(await page.value('roi'), kRoi);
        }
        await page.save();
        await visit.saved();
      });
    }

    test('a browser without service workers, or that refuses them, shows the page', async (visit) => {
      const headers = (file) => (file === '/sw.js' ? { 'content-type': 'text/plain' } : {});
      const server = await serve(dist, {}, { headers });
      for (const without of [true, false]) {
        const { page, requests } = await visit.blank(server.origin);
        if (without) {
          await page.evaluateOnNewDocument(() => {
            delete Navigator.prototype.serviceWorker;
          });
        }
        const calculator = new Calculator(page, 0, requests);
        await calculator.goTo(`${server.origin}/`);
        if (!without) await until('the refusal', () => server.requests.includes('GET /sw.js'));
        assert.equal(await calculator.value('roi'), kRoi);
        await calculator.save();
        await visit.saved();
      }
      for (const complaint of visit.complaints.splice(0)) assert.match(complaint, /MIME/);
      server.close();
    });

    test('only the page itself keeps itself, and not in a frame', async (visit) => {
      const hosts = (body) =>
        `<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>`;
      const element = '<roi-calculator loading="eager"></roi-calculator>';
      const server = await serve(dist, {
        '/hosted.html': hosts(`${element}<script type="module" src="${hostedScript()}"></script>`),
        '/embeds.html': hosts(`${element}<script type="module" src="${embedFile}"></script>`),
        '/frames.html': hosts(
          '<iframe src="index.html"></iframe><iframe src="embed.html"></iframe>',
        ),
        '/favicon.ico': '',
      });
      const addresses = ['/hosted.html', '/embeds.html'];
      for (const url of [...addresses.map((one) => server.origin + one), fileUrl(singleFile)]) {
        const { page, requests } = await visit.blank(url);
        await countRegistrations(page);
        const calculator = new Calculator(page, 0, requests);
        await calculator.goTo(url);
        await calculator.settled();
        assert.equal(await page.evaluate(() => globalThis.calls), 0, url);
      }
      const { page } = await visit.blank(server.origin);
      await countRegistrations(page);
      await page.goto(`${server.origin}/frames.html`);
      for (const frame of page.frames().slice(1)) {
        const framed = new Calculator(frame);
        await framed.answered();
        await framed.settled();
        assert.equal(await frame.evaluate(() => globalThis.calls), 0, frame.url());
      }

      const { page: alone } = await visit.blank(server.origin);
      await countRegistrations(alone);
      const own = new Calculator(alone);
      await own.goTo(`${server.origin}/`);
      await own.keptOffline();
      assert.equal(await alone.evaluate(() => globalThis.calls), 1);
      server.close();
    });
  },
  { worker: true },
);

inChromium(
  (test) => {
    test('the page can be installed', async (visit) => {
      const server = await serve(dist);
      // What is opened apart from the visitor's own windows is never installable.
      const page = await visit.browser.newPage();
      try {
        const calculator = new Calculator(page);
        await calculator.goTo(`${server.origin}/`);
        await calculator.keptOffline();
        const session = await page.createCDPSession();
        const { errors, data } = await session.send('Page.getAppManifest');
        assert.deepEqual(errors, []);
        assert.equal(JSON.parse(data).name, 'ROI calculator');
        const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
        assert.deepEqual(installabilityErrors, []);
      } finally {
        await page.close();
        server.close();
      }
    });
  },
  { worker: true },
);

check('files for other pages know nothing of service workers', () => {
  const single = readFileSync(singleFile, 'utf8');
  const texts = [single, inBlock(single, 'roi-code').toString()];
  texts.push(readFileSync(path.join(dist, embedFile), 'utf8'));
  for (const text of texts) assert.doesNotMatch(text, /serviceWorker|sw\.js/);
});
