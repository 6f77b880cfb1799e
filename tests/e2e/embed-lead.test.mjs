// What hands the plan over: each recipe of web/docs/embedding.md as it stands there, in a page of its own, pressed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { assertAccessible } from './lib/accessible.mjs';
import { inBothBrowsers, inChromium, inEveryBrowser } from './lib/browsers.mjs';
import { Calculator } from './lib/calculator.mjs';
import { Hosts, listen } from './lib/host.mjs';
import { randomOf } from './lib/hostile.mjs';
import { until } from './lib/until.mjs';

let hosts;
let inbox;
before(async () => {
  hosts = await Hosts.start();
  inbox = await startInbox();
});
after(() => {
  hosts.close();
  inbox.close();
});

/** Whoever gets forms: notes the fields of each, and leaves the page where it is. */
async function startInbox() {
  const got = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      if (request.method === 'POST') {
        got.push(Object.fromEntries(new URLSearchParams(body)));
      }
      response.writeHead(204).end();
    });
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    got,
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A recipe, with our servers in the place of those it names. */
function recipe(name) {
  const text = readFileSync(
    new URL(`../../web/docs/recipes/${name}.html`, import.meta.url),
    'utf8',
  );
  const services = /https:\/\/[\w.]*\b(?:list-manage\.com|sibforms\.com)/g;
  return text
    .replaceAll('https://example.com', hosts.cdn.origin)
    .replaceAll('https://js.hsforms.net', hosts.host.origin)
    .replaceAll('action="https://agency.example', `action="${inbox.origin}`)
    .replaceAll(encodeURIComponent('https://agency.example'), encodeURIComponent(hosts.host.origin))
    .replaceAll(services, inbox.origin);
}

/** What HubSpot's script leaves of a form that is rendered as raw HTML, and what its button does. */
const kHubSpot = `const markup = \`<form id="hsForm_0123" method="POST" accept-charset="UTF-8"
  enctype="application/x-www-form-urlencoded" novalidate="" class="hs-form-private hs-form stacked" target="_self">
  <div class="hs_email hs-email hs-fieldtype-text field hs-form-field"><label class="" for="email-0123"><span>Email</span></label>
    <div class="input"><input id="email-0123" name="email" required="" type="email" class="hs-input" inputmode="email" autocomplete="email" value=""></div></div>
  <div class="hs_roi_verdict hs-fieldtype-textarea field hs-form-field" style="display: none;"><div class="input"><input name="roi_verdict" class="hs-input" type="hidden" value=""></div></div>
  <div class="hs_roi_link hs-fieldtype-textarea field hs-form-field" style="display: none;"><div class="input"><input name="roi_link" class="hs-input" type="hidden" value=""></div></div>
  <div class="hs_submit hs-submit"><div class="actions"><input type="submit" class="hs-button primary large" value="Submit"></div></div></form>\`;
window.hbspt = { forms: { create({ target, onFormReady }) {
  const place = document.querySelector(target);
  place.innerHTML = markup;
  place.firstElementChild.action = 'INBOX/submissions/v3';
  onFormReady(place.firstElementChild);
} } };`;

/** The example of one channel: 1 500 spent, 40 leads, 1 in 5 becomes a customer who pays 800, of which 40 % stay. */
const kRoi = ((40 / 5) * 800 * 0.4 - 1500) / 1500;
const near = (actual, expected) =>
  assert.ok(Math.abs(Number(actual) - expected) < 1e-12, `${actual} is not ${expected}`);

async function open(visit, url) {
  const also = [hosts.cdn.origin, inbox.origin];
  const { page, requests } = await visit.blank(url, { also });
  await listen(page);
  await page.evaluateOnNewDocument(() => {
    window.leads = [];
    document.addEventListener('roi-cta', ({ detail }) => window.leads.push(detail));
  });
  await page.goto(url);
  return new Calculator(page, 0, requests);
}

async function openAnswered(visit, name, body, more) {
  const calculator = await open(visit, hosts.page(name, body, more));
  await calculator.answered();
  return calculator;
}

const leadsOf = (page) => page.evaluate(() => window.leads);

let visitors = 0;

/** Fills in an address and presses as a visitor does; gives what came of it. */
async function send(page, email, button) {
  visitors += 1;
  const own = `visitor-${visitors}@example.com`;
  const there = async (css) =>
    (await page.evaluateHandle((one) => document.querySelector(one), css)).asElement();
  await (await there(email)).focus();
  await page.keyboard.type(own);
  await (await there(button)).click();
  const from = () => inbox.got.filter((fields) => Object.values(fields).includes(own));
  await until('a form', () => from().length > 0);
  assert.equal(from().length, 1);
  return from()[0];
}

function holdsThePlan(link) {
  assert.ok(link.startsWith(`${hosts.cdn.origin}/index.html?lang=en`), link);
  assert.match(link, /#s=1\.[\w-]{100,}$/);
}

/** In words, with the figures a visitor reads. */
const saysTheVerdict = (text) => assert.match(text, /Each lead costs.*37\.50.*brings.*64\.00/s);

const kForms = {
  own: ['[name="email"]', 'form button'],
  mailchimp: ['#mce-EMAIL', '#mc-embedded-subscribe'],
  brevo: ['#EMAIL', '.sib-form-block__button'],
  hubspot: ['#email-0123', '.hs-button'],
};

const kGot = {
  own({ verdict, roi, link, plan }) {
    saysTheVerdict(verdict);
    near(roi, kRoi);
    holdsThePlan(link);
    assert.equal(JSON.parse(plan).scenarios[0].channels[0].leads.value ?? 40, 40);
  },
  mailchimp({ VERDICT, ROI, b_0123456789abcdef01234567a_0123456789: trap }) {
    saysTheVerdict(VERDICT);
    near(ROI, kRoi);
    assert.equal(trap, '');
  },
  brevo({ ROI_VERDICT, ROI_LINK, email_address_check: trap, locale }) {
    saysTheVerdict(ROI_VERDICT);
    holdsThePlan(ROI_LINK);
    assert.deepEqual([trap, locale], ['', 'en']);
  },
  hubspot({ roi_verdict, roi_link }) {
    saysTheVerdict(roi_verdict);
    holdsThePlan(roi_link);
  },
};

// WebKit's frames wait for nothing.
inEveryBrowser(/form of/, (test) => {
  for (const [name, [email, button]] of Object.entries(kForms)) {
    test(`a form of ${name} gets the figures by a press, and nothing before`, async (visit) => {
      hosts.put('/forms/embed/v2.js', kHubSpot.replace('INBOX', inbox.origin));
      const { page } = await openAnswered(visit, `recipe-${name}`, recipe(name));
      assert.deepEqual(await leadsOf(page), []);
      kGot[name](await send(page, email, button));
      assert.equal((await leadsOf(page)).length, 1);
    });
  }

  test('From a frame under its own policy, to a host with a strict one', async (visit) => {
    const [, lines] = recipe('frame').match(/<script>\n(.*)<\/script>/s);
    hosts.put('/recipe.js', lines);
    const body = recipe('frame').replace(/<script>\n.*<\/script>/s, '');
    const { cdn } = hosts;
    const csp = `default-src 'none'; script-src 'self' ${cdn.origin}; frame-src ${cdn.origin}; form-action ${inbox.origin}; img-src 'self'`;
    const tags = '<script src="/recipe.js"></script>';
    const { page } = await open(visit, hosts.page('recipe-frame', body, { csp, tags }));
    const frame = await until('the frame', async () =>
      (await page.frames()).find((one) => one.url().includes('/embed.html')),
    );
    const button = await frame.waitForFunction(() => {
      const offered = document.querySelector('roi-calculator > button');
      return offered?.checkVisibility() && offered;
    });
    assert.equal(await page.evaluate(() => document.querySelector('#contact').hidden), true);
    await button.click();
    await until('the form', () => page.evaluate(() => !document.querySelector('#contact').hidden));
    const fields = await send(page, '#contact [name="email"]', '#contact button');
    saysTheVerdict(fields.verdict);
    holdsThePlan(fields.link);
  });
});

const kForm = `<form slot="cta" action="/nowhere" method="post" data-roi-send>
  <input name="email" type="email" required><input name="roi" type="hidden" data-roi="roi"><button>Go</button></form>`;

const consent = (calculator) =>
  calculator.inside((root) => root.querySelector('.handing')?.textContent ?? '');

/** Every text and number that something holds. */
const leaves = (thing) =>
  typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(leaves) : [thing];

inChromium((test) => {
  test('a link that writes a message gets the text', async (visit) => {
    const { page } = await openAnswered(visit, 'recipe-mail', recipe('mail'));
    await page.evaluate(() =>
      document.addEventListener('click', (event) => {
        event.preventDefault();
        window.written = event.target.href;
      }),
    );
    await page.click('[data-roi-send]');
    const to = new URL(await until('a message', () => page.evaluate(() => window.written)));
    const lines = to.searchParams.get('body').split('\r\n');
    assert.equal(to.pathname, 'hello@agency.example');
    assert.equal(to.searchParams.get('subject'), 'Our plan');
    saysTheVerdict(lines[0]);
    holdsThePlan(lines.at(-1));
    assert.ok(
      lines.some((line) => /ROI.*\+?70\.7|71/.test(line)),
      lines.join('\n'),
    );
    await page.click('[data-roi-send]');
    await until('the same again', () => page.evaluate(() => window.leads.length === 2));
    const again = new URL(await page.evaluate(() => window.written));
    assert.equal(again.searchParams.getAll('body').length, 1);
  });

  for (const [lang, says, shows] of [
    ['en', /hand your plan.*sends nothing before/, 'What is handed over'],
    ['fr', /transmettez à ce site votre plan/, 'Ce qui est transmis'],
  ]) {
    test(`what is handed over stands beside the press, all of it: ${lang}`, async (visit) => {
      const body = hosts.element(`mode="compact" lang="${lang}"`, kForm);
      const calculator = await openAnswered(visit, `shown-${lang}`, body, {
        csp: `${hosts.csp()}; form-action 'none'`,
      });
      assert.match(await consent(calculator), says);
      await calculator.page.evaluate(() => {
        document
          .querySelector('roi-calculator')
          .shadowRoot.querySelector('.handing summary')
          .click();
      });
      const lead = await calculator.page.evaluate(() =>
        document.querySelector('roi-calculator').handOver(),
      );
      const text = await until('what is handed over', async () => {
        const shown = await consent(calculator);
        return shown.includes('scenarios') && shown;
      });
      assert.ok(text.includes(shows));
      for (const leaf of leaves(lead)) {
        const written = [String(leaf), ...JSON.stringify(leaf).split('\\n')];
        assert.ok(
          written.some((one) => text.includes(one)),
          `“${leaf}” is not shown`,
        );
      }
    });
  }

  test('what is shown of it follows what is typed', async (visit) => {
    const body = hosts.element('mode="compact"', kForm);
    const calculator = await openAnswered(visit, 'follows', body);
    await calculator.click(await calculator.element('.handing summary'));
    await until('it', async () => /70\.\d|71/.test(await consent(calculator)));
    await calculator.type('/scenarios/0/channels/0/leads', '4321');
    await until('the new figure', async () =>
      /"leads":\s*(?:\{[^}]*)?4321/.test(await consent(calculator)),
    );
  });

  test('a form that is not filled in is not held, and hands nothing over', async (visit) => {
    const { page } = await openAnswered(visit, 'invalid', hosts.element('mode="compact"', kForm));
    await page.click('form button');
    const isAsked = await page.evaluate(
      () => document.activeElement.name === 'email' && document.querySelector('[name="roi"]').value,
    );
    assert.equal(isAsked, '');
    assert.deepEqual(await leadsOf(page), []);
  });

  test('without figures a form goes all the same', async (visit) => {
    const body = hosts.element(
      'frame-src="none"',
      kForm.replace('/nowhere', `${inbox.origin}/none`),
    );
    const url = hosts.page('none', body, { csp: hosts.csp('') });
    const { page } = await open(visit, url);
    await until('the form', () =>
      page.evaluate(() => document.querySelector('form').checkVisibility()),
    );
    const { roi } = await send(page, '[name="email"]', 'form button');
    assert.equal(roi, '');
    visit.overlookComplaints();
  });

  test('where the frame stands in for it, the form of the page gets the same', async (visit) => {
    const form = kForm.replace('/nowhere', `${inbox.origin}/framed`);
    const body = hosts.element('mode="compact"', form);
    const csp = `${hosts.csp('')}; frame-src ${hosts.cdn.origin}`;
    const { page } = await open(visit, hosts.page('framed-form', body, { csp }));
    await until('an answer', () =>
      page.evaluate(() => window.told.some(({ type }) => type === 'roi-ready')),
    );
    const { roi } = await send(page, '[name="email"]', 'form button');
    near(roi, kRoi);
    visit.overlookComplaints();
  });

  test('no script presses it', async (visit) => {
    const body = hosts.element('mode="compact"', '<button slot="cta" data-roi-send>Go</button>');
    const { page } = await openAnswered(visit, 'scripted', body);
    await page.evaluate(() => document.querySelector('[data-roi-send]').click());
    await page.click('[data-roi-send]');
    await until('the press', async () => (await leadsOf(page)).length === 1);
  });

  for (const mode of ['compact', 'full']) {
    test(`the places are right under the verdict and at the end: ${mode}`, async (visit) => {
      const inside = '<p slot="cta">One</p><p slot="cta-end">Two</p>';
      const calculator = await openAnswered(
        visit,
        `places-${mode}`,
        hosts.element(`mode="${mode}"`, inside),
      );
      const { tops, text } = await calculator.inside((root) => {
        const top = (one) => one.getBoundingClientRect().top;
        const [cta, end] = document.querySelectorAll('[slot^="cta"]');
        const bottom = root.querySelector('.verdict svg').getBoundingClientRect().bottom;
        const last = root.querySelector('.results').getBoundingClientRect().bottom;
        return {
          tops: [bottom, top(cta), top(root.querySelector('.numbers')), last, top(end)],
          text: root.querySelector('.handing'),
        };
      });
      const isInOrder = tops.every((one, at) => at === 0 || one >= tops[at - 1] - 1);
      assert.ok(isInOrder, tops.join(', '));
      assert.equal(text, null, 'nothing is said of handing over where nothing hands over');
    });
  }

  test('an agency learns how far visitors come, and no figure', async (visit) => {
    const seed = Number(process.env.ROI_SEED ?? Date.now() % 1e9);
    const random = randomOf(seed);
    const body = `${hosts.element('mode="compact" data-layer="mine"')}${hosts.element('mode="compact"')}`;
    const calculator = await openAnswered(visit, 'progress', body);
    const { page } = calculator;
    await page.evaluate(() => {
      window.steps = [];
      document.addEventListener('roi-progress', ({ detail }) => window.steps.push(detail));
    });
    const typed = [];
    for (const name of [
      'closeRate',
      'value/revenuePerCustomer',
      'channels/0/leads',
      'channels/0/costs/0/amount',
    ]) {
      const figure = String(100 + random.below(900_000));
      typed.push(figure);
      await calculator.type(
        `/scenarios/0/${name}`,
        name === 'closeRate' ? `${figure.slice(0, 2)}` : figure,
      );
    }
    await calculator.press('Open the whole calculator');
    await calculator.click(await calculator.element('[data-section="influence"] > summary'));
    await until('the section', () =>
      page.evaluate(() => window.steps.some(({ step }) => step === 'section')),
    );
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const [pushed, steps] = await page.evaluate(() => [window.mine, window.steps]);
    const progress = pushed.filter(({ event }) => event === 'roi_progress');
    assert.deepEqual(
      progress.map(({ event: _, ...step }) => step),
      steps,
    );
    const wanted = [
      { step: 'question', name: 'closeRate' },
      { step: 'question', name: 'value/revenuePerCustomer' },
      { step: 'question', name: 'channels/leads' },
      { step: 'question', name: 'channels/costs/amount' },
      { step: 'section', name: 'influence' },
      { step: 'finished' },
      { step: 'left' },
    ];
    for (const one of wanted) {
      const found = steps.filter((step) => JSON.stringify(step) === JSON.stringify(one));
      assert.equal(found.length, 1, `${JSON.stringify(one)} once; seed ${seed}`);
    }
    const all = JSON.stringify(pushed);
    assert.ok(!/\d/.test(all), `no digit: ${all}; seed ${seed}, typed ${typed}`);
  });

  test('a frame hands nothing to a page that its address does not name, whatever that asks', async (visit) => {
    const other = encodeURIComponent('https://other.example');
    const frames = [`parent=${other}&cta=Go`, 'cta=Go'].map(
      (wish) =>
        `<iframe src="${hosts.cdn.origin}/embed.html#mode=compact&${wish}" height="900" title="ROI"></iframe>`,
    );
    const url = hosts.page('unnamed', frames.join(''), { tags: '' });
    const { page } = await visit.blank(url, { also: hosts.cdn.origin });
    await page.evaluateOnNewDocument(() => {
      window.heard = [];
      addEventListener('message', ({ data }) => window.heard.push(data));
    });
    await page.goto(url);
    const [named, unnamed] = await until('both frames', async () => {
      const all = page.frames().filter((one) => one.url().includes('/embed.html'));
      return (
        all.length === 2 && [
          all.find((one) => one.url().includes('other')),
          all.find((one) => !one.url().includes('other')),
        ]
      );
    });
    const button = await named.waitForFunction(() => {
      const offered = document.querySelector('roi-calculator > button');
      return offered?.checkVisibility() && offered;
    });
    await unnamed.waitForFunction(() =>
      document.querySelector('roi-calculator')?.shadowRoot.querySelector('.sentence'),
    );
    assert.equal(
      await unnamed.evaluate(() => document.querySelector('roi-calculator > button')),
      null,
      'nobody is named to whom it could hand anything',
    );
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe'))
        frame.contentWindow.postMessage({ roi: 1, type: 'hand-over' }, '*');
    });
    await button.click();
    // what is handed over has been made once a lead was told in the frame, and the press went on
    await named.evaluate(() => document.querySelector('roi-calculator').handOver());
    await unnamed.evaluate(() => document.querySelector('roi-calculator').handOver());
    const types = await page.evaluate(() => window.heard.map(({ type }) => type));
    assert.deepEqual(
      types.filter((type) => type === 'cta'),
      [],
    );
    visit.overlookComplaints();
  });

  test('a frame tells how far visitors come where its address asks for it, to the page it names', async (visit) => {
    const parent = encodeURIComponent(hosts.host.origin);
    const frames = ['progress=1&parent=', 'parent='].map(
      (wish) =>
        `<iframe src="${hosts.cdn.origin}/embed.html#mode=compact&${wish}${parent}" height="900" title="ROI"></iframe>`,
    );
    const url = hosts.page('frames', frames.join(''), { tags: '' });
    const { page } = await visit.blank(url, { also: hosts.cdn.origin });
    await page.evaluateOnNewDocument(() => {
      window.heard = [];
      addEventListener('message', ({ data, source }) =>
        window.heard.push({ ...data, at: Array.from(frames).indexOf(source) }),
      );
    });
    await page.goto(url);
    const all = await until('both frames', async () => {
      const found = page.frames().filter((one) => one.url().includes('/embed.html'));
      return found.length === 2 && found;
    });
    const [asking, other] = all;
    const goAround = (frame) =>
      frame.evaluate(() => {
        const root = document.querySelector('roi-calculator')?.shadowRoot;
        for (const name of ['leads', 'closeRate'])
          root?.querySelector(`[name$="/${name}"]`)?.focus();
      });
    await until('a step', async () => {
      await goAround(other);
      await goAround(asking);
      return page.evaluate(() => window.heard.some(({ type }) => type === 'progress'));
    });
    const heard = await page.evaluate(() => window.heard.filter(({ type }) => type === 'progress'));
    assert.deepEqual([...new Set(heard.map(({ at }) => at))], [0]);
    assert.ok(heard.every(({ progress }) => progress.step === 'question'));
  });
});

/** A host's own background, and a form that says what is typed into it. */
const kHostLook =
  '<style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>';
const kPlainForm = kForm.replace('<input name="email"', '<input name="email" aria-label="E-mail"');

/** Where the focus is in the calculator. */
const focused = (calculator) =>
  calculator.inside(
    (root) => root.activeElement?.closest('.handing') && root.activeElement.localName,
  );

/** By Tab alone, from the field before it. */
async function openByKeyboard(calculator) {
  const { page } = calculator;
  await page.focus('[name="email"]');
  await until('the disclosure', async () => {
    await page.keyboard.press('Tab');
    return (await focused(calculator)) === 'summary';
  });
  await page.keyboard.press('Enter');
  await until('what is handed over', async () => (await consent(calculator)).includes('scenarios'));
}

async function openInHost(visit, lang, width) {
  const body = hosts.element(`mode="compact" lang="${lang}"`, kPlainForm);
  const inside = `<main><h1>ROI</h1>${body}</main>`;
  const url = hosts.page(`handing-${lang}-${width}`, inside, { head: kHostLook, lang });
  const viewport = { width, height: 740 };
  const { page, requests } = await visit.blank(url, { also: hosts.cdn.origin, viewport });
  await page.goto(url);
  const calculator = new Calculator(page, 0, requests);
  await calculator.answered();
  return calculator;
}

/** All of it can be scrolled to without a mouse; then it is closed, and the focus stays. */
async function readByKeyboard(calculator) {
  const { page } = calculator;
  const scrolled = () =>
    calculator.inside((root) => {
      const long = [...root.querySelectorAll('.handing pre')].at(-1);
      return long.scrollTop + long.clientHeight >= long.scrollHeight - 1;
    });
  assert.equal(await scrolled(), false, 'the plan is longer than its place');
  const isAtPlan = () =>
    calculator.inside(
      (root) => root.activeElement === [...root.querySelectorAll('.handing pre')].at(-1),
    );
  await until('the plan', async () => {
    await page.keyboard.press('Tab');
    return isAtPlan();
  });
  await page.keyboard.press('End');
  await until('the end of it', scrolled);
  await page.keyboard.down('Shift');
  await until('the disclosure', async () => {
    await page.keyboard.press('Tab');
    return (await focused(calculator)) === 'summary';
  });
  await page.keyboard.up('Shift');
  await page.keyboard.press('Enter');
  await until('it is closed', async () => !(await consent(calculator)).includes('scenarios'));
  assert.equal(await focused(calculator), 'summary');
}

for (const dark of [false, true])
  inBothBrowsers(
    (test) => {
      for (const [lang, width] of [
        ['fr', 360],
        ['en', 1280],
      ])
        test(`what is handed over by keyboard alone, ${dark ? 'dark' : 'light'}, ${width} pixels: ${lang}`, async (visit) => {
          const calculator = await openInHost(visit, lang, width);
          await assertAccessible(calculator, 'closed');
          await openByKeyboard(calculator);
          await assertAccessible(calculator, 'open');
          const wide = await calculator.page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${wide} pixels`);
          await readByKeyboard(calculator);
        });
    },
    { dark },
  );
