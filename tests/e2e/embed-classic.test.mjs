// The embed script as consent managers, optimisers and tag managers run it: as a classic script, late,
// twice, and in pages written in another encoding.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { embedHash, embedLater, embedText, Hosts } from './lib/host.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
  // Whoever copies the script copies what it asks for.
  hosts.put(`/${path.basename(embedLater)}`, readFileSync(path.join(dist, embedLater), 'utf8'));
});
after(() => hosts.close());

/** The example: 12 000 subscribers, 65 000 spent, 1 in 10 becomes a customer worth 150. */
const kRoi = (12_000 * 0.1 * 150 - 65_000) / 65_000;

const tag = (attributes = '') => `<script ${attributes} src="${hosts.script}"></script>`;
const checked = () => `integrity="${embedHash}" crossorigin`;
const kLater = (type) => `addEventListener('load', () => setTimeout(() => {
  const script = document.createElement('script');
  script.type = '${type}';
  script.src = document.querySelector('meta[name="embed"]').content;
  document.head.append(script);
}, 50));`;

/** What a host's page holds of it: in its head, and at its end. */
const kWays = {
  'without a type': () => ['', tag()],
  'in the head': () => [tag(), ''],
  'with its hash, deferred': () => [tag(`type="text/javascript" defer ${checked()}`), ''],
  async: () => [tag('async'), ''],
  'put in after the page has loaded': () => ['<script src="/later-classic.js"></script>', ''],
  'put in as a module': () => ['<script src="/later-module.js"></script>', ''],
  twice: () => [tag('async'), tag()],
  'as a module as well': () => [hosts.tag, tag('defer')],
};

async function open(visit, name, [head, tags], { inside, type } = {}) {
  hosts.put('/later-classic.js', kLater('text/javascript'));
  hosts.put('/later-module.js', kLater('module'));
  const meta = `<meta name="embed" content="${hosts.script}">`;
  const body = inside ?? hosts.element('lang="fr"');
  const url = hosts.page(name, body, { head: meta + head, tags, type });
  return visit.open(url, { also: hosts.cdn.origin });
}

inEveryBrowser(/classic/, (test) => {
  for (const [name, way] of Object.entries(kWays)) {
    test(`a classic script, ${name}`, async (visit) => {
      const calculator = await open(visit, name.replaceAll(/\W/g, '-'), way());
      assert.equal(await calculator.value('roi'), String(kRoi));
      await calculator.says(/Vos clients/);
      await calculator.explain('roi');
      const ownPage = await calculator.inside((root) => root.querySelector('.explanation a').href);
      assert.equal(ownPage.split(/[?#]/)[0], `${hosts.cdn.origin}/index.html`);
    });
  }

  test('a classic script in a page of another encoding', async (visit) => {
    hosts.put('/bare.js', embedText, { 'content-type': 'text/javascript' });
    const type = 'text/html; charset=windows-1252';
    const calculator = await open(visit, 'old', ['', '<script src="/bare.js"></script>'], { type });
    assert.equal(await calculator.value('roi'), String(kRoi));
    await calculator.says(/Réglages|désabonn|Coût|coûte/);
  });

  test('a classic script that is part of another', async (visit) => {
    hosts.put('/all.js', `var a = 1;\n${embedText}\nvar b = 2;`);
    const calculator = await open(visit, 'all', ['', '<script src="/all.js"></script>']);
    assert.equal(await calculator.value('roi'), String(kRoi));
    const names = await calculator.page.evaluate(() => Object.keys(window));
    const short = names.filter((one) => one.length < 4 && one !== 'top');
    assert.deepEqual(short.sort(), ['a', 'b'], 'it leaves no names of its own in the page');
  });
});
