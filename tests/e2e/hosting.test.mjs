// The pages under the headers that web/docs/hosting.md recommends.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test as check } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { assets, dist } from './lib/built.mjs';
import { Calculator, field } from './lib/calculator.mjs';
import { recommended, rules } from './lib/headers.mjs';
import { embedFile, embedHash, embedLater } from './lib/host.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

const kRoi = '1.7692307692307692';
const guide = readFileSync(new URL('../../web/docs/hosting.md', import.meta.url), 'utf8');
/** The last worker of a page that is taken away. */
const [lastWorker] = guide.match(/^ {4}const ours = [\s\S]*?\n\n/m);

let site;
let host;
const leaving = [];
before(async () => {
  site = await serve(dist, {}, { pack: true, headers: recommended });
  host = await serve('/nowhere', {
    '/script.html': `<!doctype html><html lang="en"><title>Host</title>
<script type="module" src="${site.origin}/${embedFile}" integrity="${embedHash}" crossorigin></script>
<roi-calculator lang="fr" loading="eager"></roi-calculator></html>`,
    '/frame.html': `<!doctype html><html lang="en"><title>Host</title>
<iframe src="${site.origin}/embed.html#lang=fr"></iframe></html>`,
    '/favicon.ico': '',
  });
});
after(() => {
  site.close();
  host.close();
  for (const server of leaving) server.close();
});

inBothBrowsers(
  (test) => {
    test('the hosted page works, keeps itself and saves itself', async (visit) => {
      const page = await visit.open(`${site.origin}/`);
      assert.equal(await page.value('roi'), kRoi);
      await page.keptOffline();
      await page.reload();
      await page.type(field.closeRate, '4..8');
      await page.useLanguage('fr');
      await page.takeAway('Copier le lien', 'fr');
      await page.press('Fermer', '.keeping');
      await page.save('fr');
      await visit.saved();
    });

    test('a page can be taken away for good', async (visit) => {
      const extra = {};
      const server = await serve(dist, extra);
      leaving.push(server);
      const page = await visit.open(`${server.origin}/`);
      await page.keptOffline();
      extra['/sw.js'] = lastWorker;
      await page.reload();
      await until('nothing kept', () =>
        page.page.evaluate(async () => {
          const [workers, names] = [navigator.serviceWorker.getRegistrations(), caches.keys()];
          return (await workers).length === 0 && (await names).length === 0;
        }),
      );
    });

    test('the page of snippets works', async (visit) => {
      await visit.open(`${site.origin}/snippet.html`);
    });

    test('another site takes the script, and the frame', async (visit) => {
      const url = `${host.origin}/script.html`;
      const { page, requests } = await visit.blank(url, { also: site.origin });
      const embedded = new Calculator(page, 0, requests);
      await embedded.goTo(url);
      assert.equal(await embedded.value('roi'), kRoi);

      const { page: other } = await visit.blank(url, { also: site.origin });
      await other.goto(`${host.origin}/frame.html`);
      const frame = await until('the frame', () => other.frames()[1]);
      const framed = new Calculator(frame);
      await framed.answered();
      assert.equal(await framed.language(), 'fr');
    });

    test('another site cannot put the hosted page into a frame', async (visit) => {
      const own = await serve(dist, {}, { headers: recommended });
      const thief = await serve('/nowhere', {
        '/': `<!doctype html><html lang="en"><title>Thief</title>
<iframe src="${own.origin}/"></iframe></html>`,
        '/favicon.ico': '',
      });
      leaving.push(own, thief);
      const { page } = await visit.blank(thief.origin, { also: own.origin });
      await page.goto(`${thief.origin}/`);
      await until('the attempt', () => own.requests.length > 0);
      assert.deepEqual(own.requests, ['GET /'], 'no script of the page is asked for');
      for (const complaint of visit.complaints.splice(0))
        assert.match(complaint, /frame-ancestors/);
    });
  },
  { worker: true },
);

check('every file has its headers', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(dist.length));
  for (const { where } of rules.filter((rule) => !/(^\/|\*)$/.test(rule.where))) {
    assert.ok(files.includes(where), `${where} is none of the files`);
  }
  assert.deepEqual(recommended('/'), recommended('/index.html'));
  const lasting = files.filter((file) => /immutable/.test(recommended(file)['Cache-Control']));
  const named = [...assets(), embedFile, embedLater].map((file) => `/${file}`);
  assert.deepEqual(lasting.sort(), named.sort());
});
