// What the page asks for, and that nothing typed is sent or kept. (That no page breaks its CSP,
// complains in the console or stores anything but its own files is checked after every test:
// lib/visit.mjs.)
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist, hostedScript } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { recommended } from './lib/headers.mjs';
import { serve } from './lib/server.mjs';

const ownFiles = new Set(
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const name = path.relative(dist, path.join(entry.parentPath ?? entry.path, entry.name));
      return `GET /${name.replaceAll(path.sep, '/')}`;
    }),
);

/** What may have changed since the page was sent: the service worker makes sure. */
const askedAgain = new Set(['GET /', 'GET /icon.svg', 'GET /manifest.webmanifest']);
/** What only the service worker asks for, once the page is there. */
const forLater = /\/sw\.js|roi\.reader|roi-calculator\.html|icon-\d+|icon-maskable|manifest/;

/** Everything a visitor does, but saving. */
async function useEverything(page) {
  await page.type(field.closeRate, '12,5');
  await page.type(field.value, 'abc');
  await page.leave();
  await page.type(field.value, '200');
  await page.type(field.cost(0), '100..200');
  await page.addChannel();
  await page.type(field.name(3), 'https://example.com/?q=1');
  await page.paste(field.notes(3), '<img src="https://example.com/x.png">');
  await page.openAll();
  await page.explain('roi');
  await page.unfoldExplanation();
  await page.useLanguage('fr');
  await page.choose('preset', 'agency-pitch');
  await page.useLanguage('en');
  await page.undo();
}

/** Every way out of the page but the page itself. */
async function takeEverything(page, visit) {
  await page.takeAway('Copy the link');
  for (const [words, ending] of [
    ['Save the scenario', '.json'],
    ['Excel workbook', '.xlsx'],
    ['CSV table', '.csv'],
  ]) {
    await page.takeAway(words);
    await visit.saved(ending);
  }
}

inBothBrowsers(
  (test) => {
    test('the hosted page asks for its own files, and only while it loads', async (visit) => {
      const server = await serve(dist, {}, { headers: recommended });
      try {
        const page = await visit.open(`${server.origin}/`);
        await page.keptOffline();
        const loaded = [...server.requests];
        assert.ok(loaded.includes(`GET /${hostedScript()}`));
        for (const one of loaded) {
          const isIcon = one === 'GET /favicon.ico';
          assert.ok(one === 'GET /' || ownFiles.has(one) || isIcon, `asked for ${one}`);
        }
        const again = loaded.filter((one, at) => loaded.indexOf(one) < at);
        for (const one of again) assert.ok(askedAgain.has(one), `${one} is asked for twice`);
        const ofThePage = loaded.slice(0, loaded.indexOf('GET /sw.js'));
        for (const one of ownFiles) {
          assert.equal(ofThePage.includes(one), loaded.includes(one) && !forLater.test(one), one);
        }

        await useEverything(page);
        await takeEverything(page, visit);
        // The statement, and below that it is true; what is stored is looked at after every test.
        await page.says(
          /It sends nothing and measures nothing.*stores none of them unless you ask/,
        );
        assert.deepEqual(server.requests.slice(loaded.length), []);
        await page.press('Close', '.keeping');
        await page.save();
        await visit.saved();
        assert.deepEqual(server.requests.slice(loaded.length), ['GET /roi-calculator.html']);
        for (const url of page.requests) assert.ok(url.startsWith(server.origin), url);
      } finally {
        server.close();
      }
    });

    test('the page works in a folder of any name', async (visit) => {
      const folder = '/some folder/roi';
      const files = [...ownFiles].map((one) => one.slice('GET '.length));
      const extra = Object.fromEntries(
        files.map((one) => [folder + one, readFileSync(path.join(dist, one))]),
      );
      const server = await serve('/nowhere', extra);
      try {
        const page = await visit.open(`${server.origin}${encodeURI(folder)}/index.html`);
        assert.equal(await page.value('roi'), '1.7692307692307692');
        await page.keptOffline();
        await page.save();
        await visit.saved();
      } finally {
        server.close();
      }
    });

    test('nothing typed stays in the address, the title or the history', async (visit) => {
      const server = await serve(dist);
      try {
        const page = await visit.open(`${server.origin}/`);
        await page.keptOffline();
        const before = await page.page.evaluate(() => [location.href, history.length]);
        await useEverything(page);
        assert.deepEqual(await page.page.evaluate(() => [location.href, history.length]), before);
        assert.doesNotMatch(await page.page.title(), /example/);
        assert.equal(await page.page.evaluate(() => document.querySelectorAll('img').length), 0);
      } finally {
        server.close();
      }
    });

    test('Trusted Types are enforced on every page', async (visit) => {
      const server = await serve(dist);
      try {
        for (const name of ['', 'roi-calculator.html', 'embed.html', 'snippet.html']) {
          const page = await visit.open(`${server.origin}/${name}`);
          const refused = await page.page.evaluate(() => {
            const tries = [
              () => Object.assign(document.createElement('p'), { innerHTML: '<b>' }),
              () => Object.assign(document.createElement('script'), { textContent: '1' }),
              () => Object.assign(document.createElement('script'), { src: '/x.js' }),
              () => trustedTypes.createPolicy('other', {}),
            ];
            return tries.filter((one) => {
              try {
                one();
                return false;
              } catch (error) {
                return error instanceof TypeError;
              }
            }).length;
          });
          assert.equal(refused, 4, name);
        }
        visit.overlookComplaints();
      } finally {
        server.close();
      }
    });

    test('the CSP is as tight as it can be', async () => {
      for (const name of ['index.html', 'roi-calculator.html', 'embed.html', 'snippet.html']) {
        const page = readFileSync(path.join(dist, name), 'utf8');
        const [, csp = ''] = page.match(/Content-Security-Policy" content="([^"]+)"/) ?? [];
        assert.match(csp, /default-src 'none'/);
        assert.match(csp, /require-trusted-types-for 'script'; trusted-types lit-html roi/);
        // A chart becomes a PNG by way of an image of its SVG, which the page itself makes.
        const withoutCharts = csp.replace(/(img-src(?: 'self')?) blob:/, '$1');
        assert.doesNotMatch(withoutCharts, /unsafe-inline|'unsafe-eval'|\*|https?:|data:|blob:/);
      }
    });
  },
  { worker: true, whole: true },
);
