// The embed script in pages of someone else: strict, hostile, slow or broken ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { inChromium, inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { Calculator, field, kPlan } from './lib/calculator.mjs';
import { dropFile } from './lib/files.mjs';
import {
  cors,
  embedFile,
  embedHash,
  embedLater,
  embedText,
  Hosts,
  listen,
  told,
} from './lib/host.mjs';
import { smallPlan } from './lib/plans.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

/** A telephone's, far from its mast, in bytes a second: the script takes more than a second. */
const kSlowLine = 100_000;

let hosts;
let slow;
before(async () => {
  hosts = await Hosts.start();
  slow = await serve(dist, {}, { headers: cors, pack: true, pace: kSlowLine });
});
after(() => {
  hosts.close();
  slow.close();
});

/** The example: 12 000 subscribers, 65 000 spent, 1 in 10 becomes a customer worth 150. */
const kRoi = (12_000 * 0.1 * 150 - 65_000) / 65_000;
const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;
const isNear = (actual, expected) => Math.abs(Number(actual) - expected) < 1e-12;
const near = (actual, expected) =>
  assert.ok(isNear(actual, expected), `${actual} is not ${expected}`);

const open = async (visit, url) => {
  const { page, requests } = await visit.blank(url, { also: hosts.cdn.origin });
  await listen(page);
  const calculator = new Calculator(page, 0, requests);
  await calculator.goTo(url);
  return calculator;
};

/** A host's plan as it is handed back: in this version, its figures marked as those of the page. */
const kFigures = ['closeRate', 'revenuePerCustomer', 'leads', 'amount'];
const asOfPage = (plan) =>
  JSON.parse(JSON.stringify({ ...plan, schemaVersion: 2 }), (key, value) =>
    kFigures.includes(key) ? { value, origin: 'page' } : value,
  );

/** A page whose calculator is not expected to answer. */
const openBroken = async (visit, url) => {
  const { page } = await visit.blank(url, { also: hosts.cdn.origin });
  await listen(page);
  await page.goto(url);
  return page;
};

const shownRoi = (calculator) =>
  calculator.inside((root) => root.querySelector('.numbers [data-metric="roi"]').dataset.value);

/** Links to other pages, each in a tab of its own; they start so. */
async function linksOut(calculator, start = '') {
  const links = () =>
    calculator.inside((root) =>
      [...root.querySelectorAll('a')].map(({ href, target, rel, textContent }) => ({
        href,
        isApart: target === '_blank' && rel === 'noopener',
        text: textContent,
      })),
    );
  const all = await until('the plan in a link', async () => {
    const found = await links();
    return found.every(({ href }) => href.includes('#')) && found;
  });
  for (const { href, isApart } of all) assert.ok(isApart && href.startsWith(start), href);
  return all;
}

/** How many columns inputs and results stand in; nothing is wider than the place. */
async function columnsAt(calculator, width) {
  await calculator.page.evaluate((px) => {
    document.querySelector('#place').style.setProperty('width', `${px}px`);
  }, width);
  await calculator.settled();
  const { lefts, right } = await calculator.inside((root) => {
    const parts = [...root.querySelectorAll('main > .inputs, main > .results')];
    const isSeen = (one) => one.checkVisibility() && !one.closest('.scroll, svg, .unseen, .slim');
    const all = [...root.querySelectorAll('main *')].filter(isSeen);
    return {
      lefts: parts.map((one) => Math.round(one.getBoundingClientRect().left)),
      right: Math.max(...all.map((one) => one.getBoundingClientRect().right)),
    };
  });
  assert.ok(right <= width + 1, `${right} px in a place of ${width} px`);
  return new Set(lefts).size;
}

const seesFallback = (page) =>
  page.evaluate(() => document.querySelector('#fallback').checkVisibility());

const kCloseRate = '/scenarios/0/closeRate';

inEveryBrowser(
  /strict CSP with Trusted|as it was built|refuses the script|hostile styles|slow line/,
  (test) => {
    test('two requests, under a strict CSP with Trusted Types', async (visit) => {
      const url = hosts.page('strict', hosts.element(), { csp: hosts.csp() });
      const calculator = await open(visit, url);
      assert.equal(await calculator.value('roi'), String(kRoi));
      await calculator.explain('roi');
      await calculator.useLanguage('fr');
      await calculator.says(/Calculateur/);
      await calculator.openAll();
      const foreign = calculator.requests.filter((one) => one.startsWith(hosts.cdn.origin));
      assert.deepEqual(foreign, [hosts.script, hosts.later]);
      assert.deepEqual(
        calculator.requests.filter((one) => !one.startsWith(hosts.cdn.origin) && one !== url),
        calculator.requests.filter((one) => one.endsWith('/favicon.ico')),
      );
    });

    test('a page that lets no script be named but by Lit gets the later part as a module', async (visit) => {
      const csp = hosts.csp().replace(' roi-calculator', '');
      const calculator = await open(visit, hosts.page('lit-alone', hosts.element(), { csp }));
      await calculator.explain('roi');
    });

    test('the build tells the hash of its script', async () => {
      const facts = JSON.parse(readFileSync(path.join(dist, 'embed/integrity.json'), 'utf8'));
      assert.equal(facts.integrity, embedHash);
      assert.ok(facts.snippet.includes(embedHash) && facts.snippet.includes(facts.file));
      assert.ok(embedFile.endsWith(facts.file));
    });

    test('the manifest tells of what is there', async (visit) => {
      const text = readFileSync(path.join(dist, 'embed/custom-elements.json'), 'utf8');
      const [told] = JSON.parse(text).modules[0].declarations;
      const names = (kind) => told[kind].map(({ name }) => name);
      const { page } = await open(visit, hosts.page('manifest', hosts.element()));
      const is = await page.evaluate(() => {
        const one = document.querySelector('roi-calculator');
        const root = one.shadowRoot;
        const all = (css, read) => [...new Set([...root.querySelectorAll(css)].map(read))].sort();
        return {
          attributes: one.constructor.observedAttributes.toSorted(),
          parts: all('[part]', (part) => part.getAttribute('part')),
          slots: all('slot', (slot) => slot.name),
        };
      });
      assert.deepEqual(names('attributes').sort(), is.attributes);
      assert.deepEqual(names('cssParts').sort(), is.parts);
      assert.deepEqual(names('slots').filter(Boolean).sort(), is.slots);
      const present = await page.evaluate((members) => {
        const one = document.querySelector('roi-calculator');
        return members.filter((name) => !(name in one));
      }, names('members'));
      assert.deepEqual(present, []);
      const methods = told.members.filter(({ kind }) => kind === 'method');
      assert.deepEqual(
        methods.map(({ name }) => name).sort(),
        ['getResults', 'getScenario', 'handOver', 'reset', 'setScenario'],
        'what a host may ask of it',
      );
    });

    test('a page that lets no WebAssembly run keeps what it put inside', async (visit) => {
      const body = hosts.element('frame-src="none"');
      const page = await openBroken(visit, hosts.page('no-wasm', body, { csp: hosts.csp('') }));
      const [failure] = await until('an error', async () => {
        const errors = await told(page, 'roi-error');
        return errors.length > 0 && errors;
      });
      assert.equal(failure.detail.code, 'load');
      assert.match(failure.detail.message, /could not start/);
      assert.ok(await seesFallback(page));
      assert.deepEqual(await told(page, 'roi-ready'), []);
      visit.overlookComplaints();
    });

    test('a page that refuses the script keeps what it put inside', async (visit) => {
      const csp = "default-src 'none'; script-src 'self'; img-src 'self'";
      const page = await openBroken(visit, hosts.page('blocked', hosts.element(), { csp }));
      assert.ok(await seesFallback(page));
      const { broken } = await visit.takeComplaints();
      assert.equal(broken.length, 1, 'only the script is refused');
    });

    test('compact answers where the later part is not as it was built, and the next opening asks again', async (visit) => {
      const files = { [`/${embedLater}`]: 'document.title = "taken over"' };
      const cdn = await serve(dist, files, { headers: cors });
      try {
        const tags = hosts.tag.replace(hosts.cdn.origin, cdn.origin);
        const csp = hosts.csp().replace(hosts.cdn.origin, cdn.origin);
        const url = hosts.page('forged', hosts.element('mode="compact"'), { csp, tags });
        const { page } = await visit.blank(url, { also: cdn.origin });
        await listen(page);
        await page.goto(url);
        await until('an answer', async () => (await told(page, 'roi-ready')).length === 1);
        const calculator = new Calculator(page);
        // 1 500 spent, 40 leads, 1 in 5 becomes a customer who pays 800, of which 40 % stay
        near(await shownRoi(calculator), ((40 / 5) * 800 * 0.4 - 1500) / 1500);
        await calculator.type(kCloseRate, '4');
        await until('why it does not count', async () =>
          /What you typed cannot be read/.test(await calculator.visibleText()),
        );
        await calculator.press('Open the whole calculator');
        const kInfluence = '[data-section="influence"] > summary';
        await until('the sections', () =>
          calculator.inside((root, css) => root.querySelector(css)?.checkVisibility(), kInfluence),
        );
        // By keyboard: what comes late moves what a pointer aims at.
        const toggle = async () => {
          await (await calculator.element(kInfluence)).focus();
          await page.keyboard.press('Enter');
        };
        await toggle();
        await until('a word of the section', async () =>
          /This part could not be fetched/.test(await calculator.visibleText()),
        );
        assert.equal(await page.title(), 'Host');
        delete files[`/${embedLater}`];
        await toggle();
        await calculator.explain('roi');
        await until('what was typed to count', async () =>
          isNear(await shownRoi(calculator), ((40 / 4) * 800 * 0.4 - 1500) / 1500),
        );
        visit.overlookComplaints();
      } finally {
        cdn.close();
      }
    });

    test('attributes choose example, currency, language and look', async (visit) => {
      const attributes = 'lang="fr-CH" currency="CHF" preset="email" theme="dark"';
      const calculator = await open(visit, hosts.page('attributes', hosts.element(attributes)));
      await calculator.says(/5[.,]42\s*CHF/);
      await calculator.doesNotSay(/€/);
      near(await shownRoi(calculator), kRoi);
      await calculator.choose('preset', 'saas');
      await calculator.says(/CHF/);
      await calculator.doesNotSay(/€/);
      const paper = await calculator.page.evaluate(
        () => getComputedStyle(document.querySelector('roi-calculator')).backgroundColor,
      );
      assert.ok(
        paper.match(/\d+/g).every((part) => Number(part) < 60),
        paper,
      );
    });

    for (const [name, attributes, code, says] of [
      ['an unknown example', 'preset="constructor"', 'preset', /“constructor”.*b2b-leads/],
      ['a currency that is none', 'currency="&lt;b&gt;"', 'currency', /“<b>”/],
      ['a plan that is not JSON', 'scenario="{"', 'scenario', /not JSON/],
      [
        'a plan of the future',
        `scenario='{"schemaVersion":99,"scenarios":[]}'`,
        'scenario',
        /schemaVersion/,
      ],
      [
        'a prototype',
        `scenario='{"__proto__":{"schemaVersion":1}}'`,
        'scenario',
        /cannot be shown/,
      ],
      ['depth', `scenario='${'['.repeat(5000)}'`, 'scenario', /cannot be shown/],
    ]) {
      test(`${name} in an attribute is told, and the example shown`, async (visit) => {
        const url = hosts.page(code + name.length, hosts.element(attributes));
        const calculator = await open(visit, url);
        near(await shownRoi(calculator), kRoi);
        const errors = await told(calculator.page, 'roi-error');
        assert.deepEqual(
          errors.map(({ detail }) => detail.code),
          [code],
        );
        assert.match(errors[0].detail.message, says);
      });
    }

    // What each value is taken as is tested without a browser: tests/page/attributes.test.mjs.
    for (const [attributes, wanted, says] of [
      ['lang=”fr”', { lang: 'fr' }, /L’attribut lang dit «\s”fr”\s»/],
      ['preset=" B2B_Leads "', { preset: 'b2b-leads' }, /taken as b2b-leads/],
      ['page-src=”none”', { 'page-src': 'none' }, /taken as none/],
      ['mode="true"', { mode: 'true' }, /mode says “true”.*full, compact/],
      ['lang="de"', { lang: 'de' }, /fr, en/],
    ]) {
      test(`an attribute is taken as it was meant, and told: ${attributes}`, async (visit) => {
        const page = `meant-${Buffer.from(attributes).toString('hex')}`;
        const calculator = await open(visit, hosts.page(page, hosts.element(attributes)));
        const [[name, value]] = Object.entries(wanted);
        const errors = await told(calculator.page, 'roi-error');
        assert.deepEqual(
          errors.map(({ detail }) => detail.code),
          [name],
        );
        assert.match(errors[0].detail.message, says);
        const property = name.replace(/-(\w)/, (_, letter) => letter.toUpperCase());
        const now = await calculator.page.evaluate(
          (one) => document.querySelector('roi-calculator')[one],
          property,
        );
        assert.equal(now, value);
      });
    }

    test('what was meant is what is shown', async (visit) => {
      const attributes =
        'lang=”fr” preset=“E-Commerce” mode="Compact" currency="chf" theme=" dark"';
      const calculator = await open(visit, hosts.page('all-meant', hosts.element(attributes)));
      await calculator.says(/Ouvrir le calculateur complet/);
      await calculator.says(/CHF/);
      const { page } = calculator;
      const shown = await page.evaluate(() => {
        const one = document.querySelector('roi-calculator');
        return [one.getScenario().scenarios[0].action, getComputedStyle(one).colorScheme];
      });
      assert.deepEqual(shown, ['order', 'dark']);
      await page.evaluate(() =>
        document.querySelector('roi-calculator').setAttribute('mode', 'FULL'),
      );
      await calculator.settled();
      await calculator.says(/Coller|Comparer|Tous les chiffres|Garder et partager/);
      const codes = (await told(page, 'roi-error')).map(({ detail }) => detail.code);
      assert.deepEqual(codes, ['lang', 'currency', 'preset', 'mode', 'theme', 'mode']);
    });

    test('a plan comes in and goes out by methods, and what the core refuses does not', async (visit) => {
      const calculator = await open(visit, hosts.page('methods', hosts.element()));
      const { page } = calculator;
      const given = smallPlan();
      const after = await page.evaluate(async (document_) => {
        const calculator = document.querySelector('roi-calculator');
        await calculator.setScenario(document_);
        document_.scenarios[0].closeRate = 1; // a host's own document is the host's
        const out = calculator.getScenario();
        calculator.getScenario().scenarios[0].closeRate = 1;
        return { out, roi: calculator.getResults().total.roi };
      }, given);
      assert.deepEqual(after.out, asOfPage(given));
      near(after.roi, (100 * 0.1 * 500 - 1000) / 1000);
      near(await shownRoi(calculator), 4);
      const refused = await page.evaluate(async (document_) => {
        const calculator = document.querySelector('roi-calculator');
        document_.scenarios[0].closeRate = 7;
        document_.scenarios[0].surprise = 1;
        const error = await calculator.setScenario(document_).then(
          () => undefined,
          ({ message, code, errors }) => ({ message, code, errors }),
        );
        return { error, kept: calculator.getScenario() };
      }, given);
      assert.equal(refused.error.code, 'scenario');
      assert.ok(refused.error.errors.length >= 1);
      assert.match(refused.error.message, /\/scenarios\/0\//);
      assert.deepEqual(refused.kept, after.out);
      await page.evaluate(() => document.querySelector('roi-calculator').reset());
      near(await shownRoi(calculator), kRoi);
      const types = (await told(page)).map(({ type }) => type);
      assert.deepEqual(types, ['roi-ready'], 'what the host does is no event');
    });

    test('a host that changes an attribute later is followed', async (visit) => {
      const calculator = await open(visit, hosts.page('later', hosts.element()));
      const set = (name, value) =>
        calculator.page.evaluate(
          async (property, wanted) => {
            const one = document.querySelector('roi-calculator');
            one[property] = wanted;
            await one.updateComplete;
          },
          name,
          value,
        );
      await calculator.type(field.closeRate, '20');
      await set('currency', 'GBP');
      await calculator.says(/£/);
      near(await shownRoi(calculator), roiAt(0.2));
      await set('scenario', smallPlan({ leads: 10 }));
      near(await shownRoi(calculator), (10 * 0.1 * 500 - 1000) / 1000);
      await set('scenario', undefined);
      near(await shownRoi(calculator), kRoi);
      const changes = await told(calculator.page, 'roi-change');
      near(changes.at(-1).detail.results.total.roi, roiAt(0.2));
    });

    test('what the visitor does is told, through shadow roots, with the plan and its answer', async (visit) => {
      const url = hosts.page('events', `${hosts.element()}<div id="outer"></div>`);
      const calculator = await open(visit, url);
      const { page } = calculator;
      assert.deepEqual(
        (await told(page)).map(({ type }) => type),
        ['roi-ready'],
      );
      await page.evaluate(() => {
        const root = document.querySelector('#outer').attachShadow({ mode: 'open' });
        root.append(document.querySelector('roi-calculator'));
        window.inner = root.querySelector('roi-calculator');
      });
      await page.evaluate(
        () =>
          new Promise((done) => {
            document.addEventListener('roi-change', done, { once: true });
            const input = window.inner.shadowRoot.querySelector('[name="/scenarios/0/closeRate"]');
            input.focus();
            input.value = '30';
            input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          }),
      );
      const [change, ...more] = await told(page, 'roi-change');
      assert.deepEqual(more, []);
      near(change.detail.results.total.roi, roiAt(0.3));
      near(change.detail.scenario.scenarios[0].closeRate, 0.3);
    });

    test('a goal that comes to be attained or missed is told', async (visit) => {
      const goal = { metric: 'roi', target: 5 };
      const json = JSON.stringify(smallPlan({ goal })).replaceAll('"', '&quot;');
      const calculator = await open(visit, hosts.page('goal', hosts.element(`scenario="${json}"`)));
      // 0.1 gives 4; 0.13 gives 5.5.
      await calculator.type(kCloseRate, '13');
      const attained = await told(calculator.page, 'roi-goal');
      near(attained.at(-1).detail.value, (100 * 0.13 * 500 - 1000) / 1000);
      assert.deepEqual(
        { ...attained.at(-1).detail, value: 0 },
        { attained: true, metric: 'roi', target: 5, value: 0 },
      );
      await calculator.type(kCloseRate, '11');
      const missed = await told(calculator.page, 'roi-goal');
      assert.equal(missed.at(-1).detail.attained, false);
    });

    test('a file the visitor saves is told', async (visit) => {
      const calculator = await open(visit, hosts.page('export', hosts.element()));
      await calculator.openKeeping();
      await calculator.press('Save the scenario', '.keeping');
      await visit.saved('.json');
      assert.deepEqual(
        (await told(calculator.page, 'roi-export')).map(({ detail }) => detail.type),
        ['application/json'],
      );
    });

    test('what is for pages of our own is left out, and one click away', async (visit) => {
      const calculator = await open(visit, hosts.page('ways', hosts.element('lang="fr"')));
      await calculator.type(field.closeRate, '20');
      await calculator.openKeeping('fr');
      await calculator.openAll();
      await calculator.doesNotSay(/Préparer le rapport|Classeur Excel|Coller un tableau|SVG/);
      await calculator.says(/Il n’enregistre rien\. La page qui l’entoure peut lire/);
      const here = `${hosts.cdn.origin}/index.html?lang=fr`;
      await calculator.explain('roi');
      const links = await linksOut(calculator, here);
      const plan = links.find(({ text }) => /Y ouvrir ce plan/.test(text));
      const definition = links.find(({ text }) => /Définition/.test(text));
      assert.match(definition.href, /#method-roi$/);
      near(await (await visit.open(plan.href)).value('roi'), roiAt(0.2));
      const { page } = await visit.open(definition.href);
      await page.waitForFunction(
        () =>
          document.querySelector('roi-calculator').shadowRoot.activeElement?.id === 'method-roi',
      );
    });

    test('a host states where the page of the calculator is, or that there is none', async (visit) => {
      const stated = await open(visit, hosts.page('stated', hosts.element('page-src="/ours"')));
      await stated.explain('roi');
      await linksOut(stated, `${hosts.host.origin}/ours?lang=en-US#method-roi`);
      const busy = hosts.element('page-src="/ours?utm=x#/top"');
      const withQuery = await open(visit, hosts.page('with-query', busy));
      await withQuery.explain('roi');
      await linksOut(withQuery, `${hosts.host.origin}/ours?utm=x&lang=en-US#method-roi`);
      const none = await open(visit, hosts.page('none', hosts.element('page-src="none"')));
      await none.explain('roi');
      await none.openKeeping();
      await none.says(/Save the scenario[\s\S]*CSV/);
      assert.deepEqual(await linksOut(none), []);
    });

    test('it starts when it comes near the window', async (visit) => {
      const far = '<div style="height: 9000px"></div>';
      const body = hosts.element('loading="eager"') + far + hosts.element('id="far"');
      const { page } = await visit.blank(hosts.host.origin, { also: hosts.cdn.origin });
      await listen(page);
      await page.goto(hosts.page('lazy', body));
      await until('the first answer', async () => (await told(page, 'roi-ready')).length === 1);
      const answered = () =>
        page.evaluate(() => document.querySelector('#far').getResults() !== undefined);
      assert.equal(await answered(), false);
      await page.evaluate(() =>
        document.querySelector('#far').scrollIntoView({ block: 'center', behavior: 'instant' }),
      );
      await until('the answer that was far', answered);
    });

    test('one that is hidden starts when it is shown', async (visit) => {
      const body = `<div hidden>${hosts.element('preset="email"')}</div>${hosts.element('loading="eager" preset="email"')}`;
      const { page } = await visit.blank(hosts.host.origin, { also: hosts.cdn.origin });
      await listen(page);
      await page.goto(hosts.page('hidden', body));
      await until('the first answer', async () => (await told(page, 'roi-ready')).length === 1);
      const hide = (isHidden) =>
        page.evaluate((wanted) => {
          document.querySelector('div').hidden = wanted;
        }, isHidden);
      await hide(false);
      await until('the other answer', async () => (await told(page, 'roi-ready')).length === 2);
      await hide(true);
      const other = new Calculator(page, 1);
      await other.settledAnswers(); // what is typed is read by what comes later
      await other.type(field.closeRate, '20');
      await hide(false);
      near(await shownRoi(other), roiAt(0.2));
      near(await shownRoi(new Calculator(page, 0)), kRoi);
    });

    test('it fits its place, whatever the width of the window, and follows it', async (visit) => {
      hosts.put('/place.css', '#place { width: 1100px } body { margin: 0 }');
      const head = '<link rel="stylesheet" href="/place.css">';
      const body = `<div id="place">${hosts.element()}</div>`;
      const calculator = await open(visit, hosts.page('place', body, { head }));
      await calculator.openAll();
      const columns = await columnsAt(calculator, 1100);
      assert.ok(columns > 1, 'a wide place has columns');
      assert.equal(await columnsAt(calculator, 320), 1);
      assert.equal(await columnsAt(calculator, 1100), columns);
    });

    test('a method starts one that is far away', async (visit) => {
      const body = `<div style="height: 9000px"></div>${hosts.element()}`;
      const { page } = await visit.blank(hosts.host.origin, { also: hosts.cdn.origin });
      await listen(page);
      await page.goto(hosts.page('far', body));
      const roi = await page.evaluate(async (document_) => {
        await customElements.whenDefined('roi-calculator');
        const one = document.querySelector('roi-calculator');
        const before = one.getResults();
        await one.setScenario(document_);
        return [before === undefined, one.getResults().total.roi];
      }, smallPlan());
      assert.deepEqual(roi, [true, 4]);
    });

    test('compact shows the answer and its first inputs, and opens in place', async (visit) => {
      const attributes = 'mode="compact" preset="email"';
      const calculator = await open(visit, hosts.page('compact', hosts.element(attributes)));
      near(await shownRoi(calculator), kRoi);
      await calculator.type(field.closeRate, '5');
      near(await shownRoi(calculator), roiAt(0.2));
      assert.equal(
        await calculator.inside((root) => root.querySelectorAll('.live :is(table, header)').length),
        0,
      );
      await calculator.press('Open the whole calculator');
      await calculator.expect({ roi: roiAt(0.2) });
      assert.equal(await calculator.inside((root) => root.activeElement?.id), 'answer');
    });

    test('compact begins with one channel and four questions, and another takes no answer away', async (visit) => {
      const page = await open(visit, hosts.page('four', hosts.element('mode="compact"')));
      const names = () =>
        page.inside((root) => [...root.querySelectorAll('.inputs input')].map(({ name }) => name));
      const rest = [field.closeRate, field.value, `${kPlan}/margin`];
      assert.deepEqual(await names(), [field.cost(0), field.leads(0), ...rest]);
      // 1 500 spent, 40 leads, 1 in 5 becomes a customer who pays 800, of which 40 % stay
      const alone = ((40 / 5) * 800 * 0.4 - 1500) / 1500;
      near(await shownRoi(page), alone);
      await page.press('Add a channel');
      await page.says(/Channel: nothing typed yet, so not counted\./);
      near(await shownRoi(page), alone);
      const rows = [0, 1].flatMap((one) => [field.cost(one), field.leads(one)]);
      assert.deepEqual(await names(), [...rows, ...rest]);
      assert.equal(await page.focused(), field.cost(1));
      await page.type(field.cost(1), '500');
      await page.type(field.leads(1), '20');
      near(await shownRoi(page), ((60 / 5) * 800 * 0.4 - 2000) / 2000);
      await page.doesNotSay(/nothing typed yet/);
    });

    test('a blank compact says once what is missing', async (visit) => {
      const url = hosts.page('blank', hosts.element('mode="compact" preset="blank"'));
      const page = await open(visit, url);
      const text = await page.visibleText();
      assert.equal(text.match(/Type what you spend/g)?.length, 1);
      assert.doesNotMatch(text, /missing|Believe less/);
    });

    test('what compact leaves out opens where a field of it is asked for', async (visit) => {
      const url = hosts.page('asked', hosts.element('mode="compact" preset="b2b-leads"'));
      const calculator = await open(visit, url);
      await calculator.explain('profit');
      await calculator.unfoldExplanation();
      await calculator.change('Hours');
      assert.match(await calculator.focused(), /^\/scenarios\/0\/sharedCosts\/\d+\/hours$/);
      const slim = () => calculator.inside((root) => root.querySelector('.slim.shown') !== null);
      await until('the bar that keeps the answer in sight', slim);
    });

    test('keys and files that are for what a host put inside stay its own', async (visit) => {
      const inside = '<input slot="cta" id="mail">';
      const calculator = await open(visit, hosts.page('inside', hosts.element('', inside)));
      const { page } = calculator;
      await calculator.type(field.closeRate, '20');
      await calculator.leave();
      await page.evaluate(() => {
        window.prevented = [];
        for (const type of ['keydown', 'dragover'])
          addEventListener(type, ({ key, defaultPrevented }) => {
            if (key !== 'Control') window.prevented.push(defaultPrevented);
          });
      });
      const undo = { key: 'z', ctrlKey: true };
      const told = await page.evaluate((keys) => {
        const mail = document.querySelector('#mail');
        const options = { bubbles: true, composed: true, cancelable: true };
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['{}'], 'a.json'));
        mail.dispatchEvent(new KeyboardEvent('keydown', { ...options, ...keys }));
        mail.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer }));
        return window.prevented;
      }, undo);
      assert.deepEqual(told, [false, false]);
      near(await shownRoi(calculator), roiAt(0.2));
      await page.evaluate(() =>
        document.querySelector('roi-calculator').shadowRoot.querySelector('button').focus(),
      );
      await calculator.chord('z');
      near(await shownRoi(calculator), roiAt(0.1));
    });

    test('a table that is dropped is told where it belongs, in the tone of an error', async (visit) => {
      const calculator = await open(visit, hosts.page('table', hosts.element()));
      await dropFile(calculator, 'channels.csv', 'Channel,Cost,Leads\nFacebook,100,10\n');
      const said = () =>
        calculator.inside((root) => root.querySelector('.notice.loss')?.textContent);
      await until('a refusal', async () =>
        /only the calculator’s own page/i.test((await said()) ?? ''),
      );
      near(await shownRoi(calculator), kRoi);
    });

    test('the script thrice, and in two versions', async (visit) => {
      hosts.put('/older.js', embedText);
      const tags = `${hosts.tag}${hosts.tag}<script type="module" src="${hosts.script}?again" crossorigin></script>
      <script type="module" src="/older.js"></script>`;
      const url = hosts.page('versions', hosts.element() + hosts.element(), { tags });
      const one = await open(visit, url);
      const other = new Calculator(one.page, 1);
      await one.type(field.closeRate, '20');
      near(await shownRoi(one), roiAt(0.2));
      near(await shownRoi(other), kRoi);
    });

    test('an element of that name of someone else is left alone', async (visit) => {
      hosts.put(
        '/foreign.js',
        "customElements.define('roi-calculator', class extends HTMLElement { connectedCallback() { this.dataset.foreign = '1' } })",
      );
      const tags = `<script src="/foreign.js"></script>${hosts.tag}`;
      const url = hosts.page('foreign', hosts.element(), { tags });
      const page = await openBroken(visit, url);
      const loaded = () =>
        page.evaluate(
          (src) => performance.getEntriesByName(src).some(({ responseEnd }) => responseEnd > 0),
          hosts.script,
        );
      await until('the script', loaded);
      assert.ok(await seesFallback(page));
      assert.equal(
        await page.evaluate(() => document.querySelector('roi-calculator').dataset.foreign),
        '1',
      );
    });

    test('one that is taken out and put back keeps its figures and refines its ranges', async (visit) => {
      const url = hosts.page('moved', hosts.element());
      const calculator = await open(visit, url);
      await calculator.type(field.closeRate, '33');
      const roi = await shownRoi(calculator);
      await calculator.page.evaluate(async () => {
        const one = document.querySelector('roi-calculator');
        one.remove();
        await new Promise((done) => requestAnimationFrame(done));
        document.body.append(one);
      });
      assert.equal(await shownRoi(calculator), roi);
      await calculator.type(field.closeRate, '20..40');
      await calculator.says(/chances? in 10/);
    });

    test('hostile styles of the page reach nothing inside', async (visit) => {
      hosts.put(
        '/hostile.css',
        '* { all: unset !important; font-size: 44px !important; box-sizing: content-box !important }' +
          'html { background: #000 !important; color: #fff !important }',
      );
      const link = '<link rel="stylesheet" href="/hostile.css">';
      const measure = (calculator) =>
        calculator.inside((root) =>
          ['.sentence', '.numbers dd', '[name="/scenarios/0/closeRate"]', '.link'].map((css) => {
            const one = root.querySelector(css);
            const { fontSize, color, display, fontFamily } = getComputedStyle(one);
            return [fontSize, color, display, fontFamily, one.getBoundingClientRect().height];
          }),
        );
      const body = hosts.element('mode="compact" preset="email"');
      const plain = await measure(
        await open(visit, hosts.page('plain', `<style>body{margin:0}</style>${body}`)),
      );
      const hostile = await open(visit, hosts.page('hostile', body, { head: link }));
      assert.deepEqual(await measure(hostile), plain);
      await hostile.type(field.closeRate, '5');
      near(await shownRoi(hostile), roiAt(0.2));
    });

    test('a brand in a few lines, by properties, parts and slots', async (visit) => {
      hosts.put(
        '/brand.css',
        'roi-calculator { --roi-accent: rgb(1, 2, 3); --roi-sans: monospace }' +
          'roi-calculator::part(verdict) { border-top: 7px solid rgb(4, 5, 6) }' +
          'roi-calculator::part(link) { text-transform: uppercase }',
      );
      const inside = ['header', 'cta', 'footer'].map((name) => `<p slot="${name}">My ${name}</p>`);
      const body = hosts.element('mode="compact"', inside.join(''));
      const head = '<link rel="stylesheet" href="/brand.css">';
      const calculator = await open(visit, hosts.page('brand', body, { head }));
      const seen = await calculator.inside((root) => ({
        border: getComputedStyle(root.querySelector('.verdict')).borderTopColor,
        link: getComputedStyle(root.querySelector('.link')).textTransform,
        accent: getComputedStyle(root.querySelector('.brief > .link')).color,
        font: getComputedStyle(root.querySelector('dd')).fontFamily,
        slots: [...document.querySelectorAll('[slot]')].map((one) => one.checkVisibility()),
      }));
      assert.deepEqual(seen, {
        border: 'rgb(4, 5, 6)',
        link: 'uppercase',
        accent: 'rgb(1, 2, 3)',
        font: 'monospace',
        slots: [true, true, true],
      });
      assert.equal(await seesFallback(calculator.page), false);
    });

    test('a host learns coarse events in its data layer only where it asks', async (visit) => {
      const url = hosts.page(
        'layer',
        hosts.element() + hosts.element('data-layer="mine" currency="USD"'),
      );
      const one = await open(visit, url);
      const other = new Calculator(one.page, 1);
      await one.type(field.closeRate, '20');
      await other.type(field.closeRate, '1');
      const pushed = (await one.page.evaluate(() => window.mine)).filter(
        ({ event }) => event !== 'roi_progress',
      );
      assert.ok(await one.page.evaluate(() => !('dataLayer' in window)));
      assert.deepEqual(pushed, [
        { event: 'roi_ready', roi: 'positive', preset: 'email' },
        { event: 'roi_change', roi: 'negative', preset: 'own' },
      ]);
    });

    test('on a slow line one sees what the page put inside, and what stands below stays where it is', async (visit) => {
      hosts.put('/reserve.css', kReserve);
      const head = '<link rel="stylesheet" href="/reserve.css">';
      const body = `${hosts.element('mode="compact"')}<p id="below">Below</p>`;
      const tags = hosts.tag.replace(hosts.cdn.origin, slow.origin);
      const url = hosts.page('slow', body, { head, tags });
      const { page } = await visit.blank(url, { also: slow.origin });
      await listen(page);
      await noteFrames(page);
      await page.goto(url);
      await until('an answer', async () => (await told(page, 'roi-ready')).length === 1);
      assert.equal(await seesFallback(page), false);
      await new Calculator(page).settled();
      const { places, inside, height } = await page.evaluate(() => ({
        places: [...window.places],
        inside: [...window.inside],
        height: innerHeight,
      }));
      assert.deepEqual(
        inside,
        [true],
        'whether one sees what the page put inside, until it starts',
      );
      const moved = Math.max(...places) - Math.min(...places);
      assert.ok(moved <= 0.02 * height, `seen at ${places} of ${height} px`);
    });

    test('a hundred come and go, and the next hundred need no more memory', async (visit) => {
      const url = hosts.page('hundred', hosts.element('id="first"'));
      const { page } = await visit.blank(url, { also: hosts.cdn.origin });
      await listen(page);
      await page.evaluateOnNewDocument(() => {
        const { instantiate } = WebAssembly;
        WebAssembly.instantiate = async (...args) => {
          const made = await instantiate.apply(WebAssembly, args);
          window.wasm ??= Object.values(made.instance.exports).find((one) => one.buffer);
          return made;
        };
      });
      await page.goto(url);
      await until('an answer', async () => (await told(page, 'roi-ready')).length === 1);
      await new Calculator(page).answered();
      const sizes = [];
      for (let round = 0; round < 3; round += 1) {
        await page.evaluate(comeAndGo, 'agency-pitch');
        sizes.push(await page.evaluate(() => window.wasm.buffer.byteLength));
      }
      assert.equal(sizes[2], sizes[1]);
      assert.equal(
        await page.evaluate(() => document.querySelectorAll('roi-calculator').length),
        1,
      );
    });
  },
);

/** What a host is told to write, so that the page keeps still. */
const kReserve = 'roi-calculator:not(:defined) { display: block; min-height: 960px }';

/**
 * Notes frame by frame where, in the window, what stands below the calculator begins, and whether
 * one sees what the page put inside while there is no calculator.
 */
const noteFrames = (page) =>
  page.evaluateOnNewDocument(() => {
    window.places = new Set();
    window.inside = new Set();
    const look = () => {
      const top = document.querySelector('#below')?.getBoundingClientRect().top;
      if (top !== undefined) {
        window.places.add(Math.min(innerHeight, Math.round(top)));
        const isThere = customElements.get('roi-calculator') !== undefined;
        if (!isThere) window.inside.add(document.querySelector('#fallback').checkVisibility());
      }
      requestAnimationFrame(look);
    };
    look();
  });

/** Notes by how much the page jumps, all in all. */
const noteShifts = (page) =>
  page.evaluateOnNewDocument(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** A hundred calculators, each answered and taken out again. */
async function comeAndGo(preset) {
  for (let batch = 0; batch < 10; batch += 1) {
    const made = Array.from({ length: 10 }, () => {
      const one = document.createElement('roi-calculator');
      Object.assign(one, { preset, loading: 'eager', mode: 'compact' });
      return one;
    });
    const ready = made.map((one) => new Promise((done) => one.addEventListener('roi-ready', done)));
    document.body.append(...made);
    await Promise.all(ready);
    for (const one of made) one.remove();
  }
}

/** What waits for an idle moment has had several. */
async function comeToRest() {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((done) => requestIdleCallback(done));
  }
}

inChromium((test) => {
  for (const width of [360, 1280]) {
    test(`the page does not jump at ${width} px`, async (visit) => {
      const head = '<link rel="stylesheet" href="/reserve.css">';
      hosts.put('/reserve.css', kReserve);
      const body = `<p>Above</p>${hosts.element('mode="compact"')}<p id="below">Below</p>`;
      const url = hosts.page('jump', body, { head });
      const { page } = await visit.blank(url, {
        also: hosts.cdn.origin,
        viewport: { width, height: 900 },
      });
      await listen(page);
      await noteShifts(page);
      await page.goto(url);
      await until('an answer', async () => (await told(page, 'roi-ready')).length === 1);
      await new Calculator(page).settled();
      const shift = await page.evaluate(() => window.shift);
      assert.ok(shift <= 0.02, `shifted by ${shift}`);
    });
  }

  test('a hundred that have gone leave no nodes and no listeners', async (visit) => {
    const url = hosts.page('leak', hosts.element());
    const calculator = await open(visit, url);
    const { page } = calculator;
    const session = await page.createCDPSession();
    const count = async () => {
      await page.evaluate(comeToRest);
      await session.send('HeapProfiler.collectGarbage');
      const { Nodes, JSEventListeners } = await page.metrics();
      return { Nodes, JSEventListeners };
    };
    await page.evaluate(comeAndGo, 'email');
    const before = await count();
    await page.evaluate(comeAndGo, 'agency-pitch');
    // One calculator has some 700 nodes and 40 listeners; rubbish may be held for a turn or two.
    await until('a hundred calculators to be gone', async () => {
      const after = await count();
      const nodes = after.Nodes - before.Nodes;
      return nodes < 700 && after.JSEventListeners - before.JSEventListeners < 40;
    });
  });
});
