// The page that writes the snippet: what it writes works in a page of someone else.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { field } from './lib/calculator.mjs';
import { Hosts, listen, told } from './lib/host.mjs';
import { until } from './lib/until.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

async function openBuilder(visit, lang = 'en') {
  const url = `${hosts.cdn.origin}/snippet.html?lang=${lang}`;
  return visit.open(url);
}

const set = (page, name, value) =>
  page.evaluate(
    (which, text) => {
      const one = document.querySelector(`form [name="${which}"]`);
      one.value = text;
      one.dispatchEvent(new Event('input', { bubbles: true }));
      one.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    value,
  );

const lines = (page) => page.evaluate(() => document.querySelector('#lines').value);

const chooseAll = async (page) => {
  await set(page, 'lang', 'fr');
  await set(page, 'currency', 'chf');
  await set(page, 'font', 'monospace');
  await set(page, 'radius', '11');
  await page.evaluate(() => document.querySelector('form input[type="checkbox"]').click());
  await set(page, 'accent', '#010203');
};

/** Puts the lines up as a host's page, and opens it. */
async function paste(visit, name, text) {
  const url = hosts.page(name, text, { tags: '' });
  const { page } = await visit.blank(url, { also: hosts.cdn.origin });
  await listen(page);
  await page.goto(url);
  return page;
}

const looks = (root) => {
  const link = getComputedStyle(root.querySelector('.brief > .link'));
  const { borderRadius } = getComputedStyle(root.querySelector('.box'));
  const sentence = root.querySelector('.sentence').innerText;
  return { color: link.color, font: link.fontFamily, borderRadius, sentence };
};
const inCalculator = (frame) =>
  frame.evaluate(`(${looks})(document.querySelector('roi-calculator').shadowRoot)`);

function isAsChosen({ color, font, borderRadius, sentence }) {
  assert.equal(color, 'rgb(1, 2, 3)');
  assert.equal(font, 'monospace');
  assert.equal(borderRadius, '11px');
  assert.match(sentence, /Chaque prospect coûte 37,50\s*CHF/);
}

inBothBrowsers((test) => {
  test('the script it writes gives what was chosen', async (visit) => {
    const { page } = await openBuilder(visit);
    await chooseAll(page);
    await until('the preview', async () => /CHF/.test((await inCalculator(page)).sentence));
    isAsChosen(await inCalculator(page));
    const host = await paste(visit, 'pasted', await lines(page));
    await until('an answer', async () => (await told(host, 'roi-ready')).length === 1);
    isAsChosen(await inCalculator(host));
    assert.deepEqual(await told(host, 'roi-error'), []);
  });

  test('so does the frame it writes', async (visit) => {
    const { page } = await openBuilder(visit);
    await set(page, 'kind', 'frame');
    await chooseAll(page);
    const host = await paste(visit, 'pasted-frame', await lines(page));
    const framed = () => host.frames().find((frame) => frame.url().includes('/embed.html'));
    await until('an answer in the frame', async () => {
      const frame = framed();
      return frame?.evaluate(() => {
        const root = document.querySelector('roi-calculator')?.shadowRoot;
        return Boolean(root?.querySelector('.sentence'));
      });
    });
    isAsChosen(await inCalculator(framed()));
  });

  test('nothing typed breaks out of the snippet', async (visit) => {
    const { page } = await openBuilder(visit);
    await set(page, 'font', 'x</style><script>alert(1)</script>}*{display:none');
    await set(page, 'layer', '"><script>');
    await set(page, 'currency', '"><script>');
    const text = await lines(page);
    assert.equal(text.match(/<script/g).length, 1);
    assert.equal(text.match(/<\/style>/g).length, 1);
    assert.equal(text.match(/}/g).length, 2);
    await set(page, 'kind', 'frame');
    const frame = await lines(page);
    assert.equal(frame.match(/</g).length, 4);
  });

  test('it speaks both languages, and its own is not that of the snippet', async (visit) => {
    const { page } = await openBuilder(visit, 'fr');
    assert.equal(await page.title(), 'Intégrer le calculateur de ROI');
    await page.select('[name="page-language"]', 'en');
    assert.equal(await page.title(), 'Embed the ROI calculator');
    assert.match(await lines(page), /<roi-calculator lang="fr"[\s\S]*Ouvrir le calculateur/);
    assert.match(await page.evaluate(() => document.body.innerText), /WordPress[\s\S]*HubSpot/);
  });

  test('a form in the cta slot gets the result, and nothing is sent', async (visit) => {
    const calculator = await openBuilder(visit);
    const { page, requests } = calculator;
    await calculator.type(field.closeRate, '4');
    const asked = requests.length;
    await page.type('form [name="email"]', 'a@example.com');
    await page.click('[slot="cta"] button');
    const said = await until('what would be sent', () =>
      page.evaluate(() => document.querySelector('[slot="cta"] code')?.textContent),
    );
    const { email, verdict, roi, link } = JSON.parse(said);
    assert.equal(email, 'a@example.com');
    assert.equal(Number(roi), ((40 / 4) * 800 * 0.4 - 1500) / 1500);
    assert.match(verdict, /37\.50/);
    assert.match(link, /#s=1\./);
    assert.equal(requests.length, asked);
  });

  test('the snippet is copied, or marked', async (visit) => {
    const { page } = await openBuilder(visit);
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Copy').click(),
    );
    await until('a word about it', () =>
      page.evaluate(() => /Copied|Copy the marked/.test(document.body.innerText)),
    );
  });
});
