// A tool alone in a page of someone else: <roi-calculator tool="…"> with the script of that tool.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { inChromium, inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { Hosts, toolFile } from './lib/host.mjs';
import { until } from './lib/until.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

const textOf = (id) => readFileSync(path.join(dist, toolFile(id)), 'utf8');
const hashOf = (id) => `sha384-${createHash('sha384').update(textOf(id)).digest('base64')}`;
const address = (id) => `${hosts.cdn.origin}/${toolFile(id)}`;
const tag = (id, type = 'module') =>
  `<script ${type && `type="${type}"`} src="${address(id)}" integrity="${hashOf(id)}" crossorigin></script>`;

const element = (id, attributes = '', inside = '') =>
  hosts.element(`tool="${id}" ${attributes}`, inside);

/** Who finds the element of a tool in a page. */
const there = `(at = 0) => document.querySelectorAll('roi-calculator[tool]')[at]`;

class Tool {
  constructor(page, requests, at = 0) {
    this.page = page;
    this.requests = requests;
    this.at = at;
  }

  static async open(visit, url) {
    const { page, requests } = await visit.blank(url, { also: hosts.cdn.origin });
    await page.goto(url);
    const tool = new Tool(page, requests);
    await tool.answered();
    return tool;
  }

  inside(act, ...args) {
    const [at, given] = [this.at, args.map((one) => JSON.stringify(one))];
    return this.page.evaluate(`(${act})((${there})(${at}).shadowRoot, ${given})`);
  }

  answered() {
    return until('the tool', () =>
      this.page.evaluate(`Boolean((${there})(${this.at})?.shadowRoot?.querySelector('.evidence'))`),
    );
  }

  text() {
    return this.inside(`(root) => root.querySelector('.live').innerText`);
  }

  says(pattern) {
    return until(String(pattern), async () => pattern.test(await this.text()));
  }

  async type(name, text) {
    await this.inside(`(root, name) => root.querySelector('[name="' + name + '"]').focus()`, name);
    await this.page.keyboard.type(text);
  }
}

const kTools = {
  // 4 h a report, 10 clients, 50 an hour: 2 000 a month; with the tool 250 and a licence of 200: 1 550 are left.
  'reporting-time': {
    begins: /1,550/,
    commence: /1\s?550/,
    async use(tool) {
      await tool.type('/scenarios/0/reporting/clients', '20');
      // 20 clients: 4 000, then 500 and 200
      await tool.says(/3,300/);
      await tool.type('/scenarios/0/reporting/hourlyCost', '1 234,5');
      // 80 h and 10 h at 1 234.50: 86 415, less 200
      await tool.says(/86,215/);
    },
  },
  // 250 and 295 of 5 000 each
  'ab-test': {
    begins: /5\.9\s?%/,
    commence: /5,9\s?%/,
    async use(tool) {
      await tool.type('/scenarios/0/abTest/a/visitors', '1000');
      await tool.type('/scenarios/0/abTest/a/conversions', '100');
      await tool.type('/scenarios/0/abTest/b/visitors', '1000');
      await tool.type('/scenarios/0/abTest/b/conversions', '150');
      await tool.says(/10\s?%.*15\s?%/s);
      await tool.says(/B is better|better than A|B converts|B beats/i);
    },
  },
  'tracking-links': {
    begins: /Facebook/,
    commence: /Facebook/,
    async use(tool) {
      await tool.type('/scenarios/0/links/kind=address/text', 'https://shop.example/été?a=1#x');
      await tool.says(/https:\/\/shop\.example\/été\?a=1&utm_source=facebook&utm_medium=\w+#x/);
      await tool.says(/Paid Social/);
    },
  },
};

inEveryBrowser(/alone, under|beside the calculator|hostile/, (test) => {
  for (const [id, { begins, use }] of Object.entries(kTools)) {
    test(`${id} alone, under a strict CSP with Trusted Types: one request`, async (visit) => {
      const csp = hosts.csp().replace(' roi-calculator', '');
      const url = hosts.page(`alone-${id}`, element(id), { csp, tags: tag(id) });
      const tool = await Tool.open(visit, url);
      await tool.says(begins);
      await use(tool);
      const foreign = tool.requests.filter((one) => one.startsWith(hosts.cdn.origin));
      assert.deepEqual(foreign, [address(id)]);
    });
  }

  for (const [order, tags] of [
    ['before', () => tag('reporting-time') + hosts.tag],
    ['after', () => hosts.tag + tag('reporting-time', '')],
    ['twice', () => tag('reporting-time') + hosts.tag + tag('reporting-time', '') + tag('ab-test')],
  ]) {
    test(`tools beside the calculator, their scripts ${order}`, async (visit) => {
      const body = hosts.element('mode="compact"') + element('reporting-time') + element('ab-test');
      const url = hosts.page(`beside-${order}`, body, { tags: tags() });
      const tool = await Tool.open(visit, url);
      await tool.says(kTools['reporting-time'].begins);
      await until('the calculator', () =>
        tool.page.evaluate(() =>
          Boolean(document.querySelector('roi-calculator').shadowRoot?.querySelector('.sentence')),
        ),
      );
      await kTools['reporting-time'].use(tool);
      const other = new Tool(tool.page, [], 1);
      if (order === 'twice') {
        await other.answered();
        await kTools['ab-test'].use(other);
      } else {
        const seen = await tool.page.evaluate(() =>
          document.querySelectorAll('#fallback')[2].checkVisibility(),
        );
        assert.ok(seen, 'a tool whose script is not there keeps what was put inside');
      }
      const roi = await tool.page.evaluate(
        () => document.querySelector('roi-calculator').getResults().total.roi,
      );
      // 1 500 spent, 40 leads, 1 in 5 becomes a customer who pays 800, of which 40 % stay
      assert.ok(Math.abs(roi - ((40 / 5) * 800 * 0.4 - 1500) / 1500) < 1e-12);
    });
  }

  test('hostile styles of the page reach nothing inside a tool', async (visit) => {
    const measure = (tool) =>
      tool.inside(`(root) => ['h2', 'input', 'dd, td', '.link'].map((css) => {
        const one = root.querySelector(css);
        const { fontSize, color, display, fontFamily } = getComputedStyle(one);
        return [fontSize, color, display, fontFamily, Math.round(one.getBoundingClientRect().height)];
      })`);
    hosts.put(
      '/worst.css',
      '* { all: unset !important; color: red !important; font: 40px fantasy !important; display: inline !important }',
    );
    const body = `<style>body{margin:0}</style>${element('reporting-time')}`;
    const tags = tag('reporting-time');
    const plain = await measure(await Tool.open(visit, hosts.page('tool-plain', body, { tags })));
    const head = '<link rel="stylesheet" href="/worst.css">';
    const hostile = await Tool.open(visit, hosts.page('tool-worst', body, { head, tags }));
    assert.deepEqual(await measure(hostile), plain);
    await kTools['reporting-time'].use(hostile);
  });
});

inChromium((test) => {
  for (const [id, { commence }] of Object.entries(kTools)) {
    test(`${id} speaks French, and what may be said of a plan is said of none`, async (visit) => {
      const body = element(id, 'lang="fr" currency="CHF"');
      const tool = await Tool.open(visit, hosts.page(`fr-${id}`, body, { tags: tag(id, '') }));
      await tool.says(commence);
      const text = await tool.text();
      assert.match(text, /Le calculateur complet en fait les chiffres d’un plan/);
      assert.doesNotMatch(text, /undefined|NaN|€|\[object/);
      const href = await tool.inside(`(root) => root.querySelector('a.link').href`);
      assert.equal(href, `${hosts.cdn.origin}/index.html?lang=fr-FR#tool=${id}`);
    });
  }

  test('all that a tool can open and say is there', async (visit) => {
    for (const id of Object.keys(kTools)) {
      for (const lang of ['fr', 'en']) {
        const url = hosts.page(`all-${id}-${lang}`, element(id, `lang="${lang}"`), {
          tags: tag(id),
        });
        const tool = await Tool.open(visit, url);
        if (lang === 'en') await kTools[id].use(tool);
        await tool.inside(
          `(root) => { for (const one of root.querySelectorAll('details')) one.open = true; }`,
        );
        await until('what is inside', () =>
          tool.inside(
            `(root) => [...root.querySelectorAll('details')].every((one) => one.children.length > 1)`,
          ),
        );
        // every field wrongly, every button once: whatever is said of that is there
        await tool.inside(`(root) => {
          for (const one of root.querySelectorAll('input[inputmode]')) {
            one.focus();
            for (const text of ['x', '50..40', '-3', '1e9', '40..60']) {
              one.value = text;
              one.dispatchEvent(new InputEvent('input', { bubbles: true }));
              one.dispatchEvent(new FocusEvent('blur'));
            }
          }
          for (const one of [...root.querySelectorAll('button')].slice(0, 40)) if (!/csv|png|svg/i.test(one.textContent)) one.click();
        }`);
        const text = await tool.inside(`(root) => root.textContent`);
        assert.doesNotMatch(text, /undefined|NaN|\[object/, `${id} ${lang}`);
        await visit.leave(tool.page);
      }
    }
  });

  test('attributes are followed: language, currency, look; and slots are there', async (visit) => {
    const inside = '<p slot="header">Head</p><p slot="cta">Call</p><p slot="footer">Foot</p>';
    const body = `<style>roi-calculator { --roi-accent: rgb(1, 2, 3) }</style>${element('reporting-time', 'currency="usd"', inside)}`;
    const tool = await Tool.open(
      visit,
      hosts.page('followed', body, { tags: tag('reporting-time') }),
    );
    await tool.says(/\$1,550/);
    await tool.page.evaluate(() => {
      const one = document.querySelector('roi-calculator');
      one.setAttribute('lang', 'fr');
      one.setAttribute('theme', 'dark');
      one.setAttribute('currency', 'CHF');
      one.setAttribute('page-src', 'none');
    });
    await tool.says(/1\s?550\s?CHF/);
    const seen = await tool.page.evaluate(() => {
      const one = document.querySelector('roi-calculator');
      return {
        scheme: getComputedStyle(one).colorScheme,
        slots: [...document.querySelectorAll('[slot]')].map((each) => each.checkVisibility()),
        fallback: document.querySelector('#fallback').checkVisibility(),
        link: one.shadowRoot.querySelector('a.link'),
      };
    });
    assert.deepEqual(seen, {
      scheme: 'dark',
      slots: [true, true, true],
      fallback: false,
      link: null,
    });
  });

  test('one that is put in, cloned or moved later works like the others', async (visit) => {
    const body = `<div id="one">${element('reporting-time')}</div><div id="two"></div>`;
    const tool = await Tool.open(visit, hosts.page('moved', body, { tags: tag('reporting-time') }));
    await kTools['reporting-time'].use(tool);
    await tool.page.evaluate(() => {
      const one = document.querySelector('roi-calculator');
      const clone = one.cloneNode(true);
      document.querySelector('#two').append(one);
      document.querySelector('#one').append(clone);
    });
    const clone = new Tool(tool.page, [], 0);
    await clone.answered();
    await clone.says(kTools['reporting-time'].begins);
    const moved = new Tool(tool.page, [], 1);
    await moved.says(/86,215/);
    await moved.type('/scenarios/0/reporting/licence', '1000');
    await moved.says(/85,415/);
  });

  for (const [what, csp] of [
    ['lets no WebAssembly run', () => hosts.csp('')],
    ['refuses the script', () => "default-src 'none'; script-src 'self'; img-src 'self'"],
  ]) {
    test(`a page that ${what} keeps what it put inside`, async (visit) => {
      const url = hosts.page(`tool-${what.length}`, element('reporting-time'), {
        csp: csp(),
        tags: tag('reporting-time'),
      });
      const { page } = await visit.blank(url, { also: hosts.cdn.origin });
      const ended = [];
      page.on('console', (message) => ended.push(message.text()));
      page.on('requestfinished', (request) => ended.push(request.url()));
      page.on('requestfailed', (request) => ended.push(request.url()));
      await page.goto(url);
      await until('the end of it', () => ended.some((one) => /roi-/.test(one)));
      assert.ok(await page.evaluate(() => document.querySelector('#fallback').checkVisibility()));
      visit.overlookComplaints();
    });
  }

  test('what stands below does not move where the page reserves the room', async (visit) => {
    const head = `<style>roi-calculator { display: block; min-height: 1400px }</style><script>
      window.shifts = [];
      new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifts.push(one.value); })
        .observe({ type: 'layout-shift', buffered: true });</script>`;
    const body = `${element('reporting-time')}<p>Below</p>`;
    const url = hosts.page('still', body, { head, tags: tag('reporting-time', '') });
    const tool = await Tool.open(visit, url);
    await tool.says(kTools['reporting-time'].begins);
    const shifts = await tool.page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.shifts)));
        }),
    );
    assert.deepEqual(shifts, []);
  });

  test('the build tells the hashes of the tools', () => {
    const facts = JSON.parse(readFileSync(path.join(dist, 'embed/integrity.json'), 'utf8'));
    assert.deepEqual(Object.keys(facts.tools), Object.keys(kTools));
    for (const [id, { file, integrity }] of Object.entries(facts.tools)) {
      assert.deepEqual([`embed/${file}`, integrity], [toolFile(id), hashOf(id)]);
    }
  });
});
