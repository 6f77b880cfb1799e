// The single file over file:// with the network off, and the pages that are saved.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist, fileUrl, singleFile } from './lib/built.mjs';
import { ends, field } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';
import { withoutScript } from './lib/unscripted.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const offline = { offline: true };
const openSingle = (visit, query = '') => visit.open(fileUrl(singleFile) + query, offline);

const kState = /(<meta name="roi-state" content=")[^"]*(">)/;
const kReport = /<noscript.*?<\/noscript>/s;
const withoutState = (text) => text.replace(kState, '$1$2').replace(kReport, '');

const assertAskedOnly = (page, file) => {
  const url = new URL(file);
  url.search = '';
  for (const asked of page.requests) assert.ok(asked.startsWith(url.href), asked);
};

const inWebKit =
  /without a network|an export|reopens with what was typed|hostile text|do not mix|no script/;

inEveryBrowser(inWebKit, (test) => {
  test('the single file answers without a network', async (visit) => {
    const page = await openSingle(visit);
    const values = await page.values();
    assert.equal(values.roi, '1.7692307692307692');
    assert.equal(values.breakEvenCpl, '15');
    assert.equal(values.fullCostCpl, '5.416666666666667');
    assert.deepEqual(await page.ranking(), ['instagram', 'facebook', 'linkedin']);
    await page.type(field.closeRate, '8');
    await page.expect({ roi: (12_000 * 0.08 * 150 - 65_000) / 65_000 });
    await page.useLanguage('fr');
    assert.match(await page.page.title(), /Calculateur/);
    assertAskedOnly(page, fileUrl(singleFile));
    const loaded = await page.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    assert.deepEqual(loaded, []);
  });

  test('the single file reads an export without a network', async (visit) => {
    const page = await openSingle(visit);
    const reply = await page.page.evaluate(async (text) => {
      const { around } = customElements.get('roi-calculator');
      const { calls, bytes } = await around(document.querySelector('roi-calculator')).reader();
      const export_ = new TextEncoder().encode(text);
      bytes(calls.place(export_.length), export_.length).set(export_);
      calls.begin(0);
      calls.feed();
      const length = calls.finish();
      return new TextDecoder().decode(bytes(calls.place(length), length));
    }, 'Month,Campaign,Cost\n2026-01,Spring,120.50\n2026-02,Spring,79.50\n');
    const { ok, value } = JSON.parse(reply);
    assert.ok(ok, reply);
    assert.equal(value.totals.spend, 120.5 + 79.5);
    assert.deepEqual(page.requests.slice(1), []);
  });

  test('the single file says what the hosted page says', async (visit) => {
    const single = await openSingle(visit, '?lang=fr');
    const hosted = await visit.open(`${server.origin}/?lang=fr`);
    assert.deepEqual(await single.values(), await hosted.values());
    await single.settledAnswers();
    await hosted.settledAnswers();
    // templates of the single file have no indents
    const wordsOf = async (page) => (await page.text()).replace(/[ \n]+/g, ' ');
    assert.equal(await wordsOf(single), await wordsOf(hosted));
  });

  test('a saved page reopens with what was typed, and saves again', async (visit) => {
    const first = await openSingle(visit, '?lang=en');
    await first.useLanguage('fr');
    await first.type(field.closeRate, '12,5');
    await first.type(field.cost(2), '9 000');
    await first.type(field.value, '120..180');
    await first.leave();
    const values = await first.values();
    await first.save('fr');
    const second = await visit.open(fileUrl(await visit.saved()), offline);
    assert.deepEqual(await second.values(), values);
    await second.expect({
      roi: (12_000 * 0.125 * Math.sqrt(120 * 180) - 47_000) / 47_000,
      'fullCostCpl@linkedin': 9000 / 1500,
    });
    assert.match(await second.page.title(), /Calculateur/);
    assert.match(await second.page.evaluate(() => document.documentElement.lang), /^fr/);
    assert.match(await second.fieldText(field.closeRate), /^12,5$/);
    assert.deepEqual(await second.texts(ends(field.value)), ['120', '', '180']);

    await second.type(field.leads(0), '8000');
    await second.useLanguage('en');
    const changed = await second.values();
    assert.notEqual(changed.roi, values.roi);
    await second.save('en');
    const file = await visit.saved();
    const third = await visit.open(fileUrl(file), offline);
    assert.deepEqual(await third.values(), changed);
    assert.match(await third.page.title(), /ROI calculator/);
    await third.type(field.leads(0), '9000');
    await third.expect({
      roi: (14_500 * 0.125 * Math.sqrt(120 * 180) - 47_000) / 47_000,
    });
    const [original, grown] = await Promise.all([singleFile, file].map((one) => readFile(one)));
    assert.ok(grown.length < original.length + 10_000, 'generations do not pile up');
    assertAskedOnly(third, fileUrl(file));
  });

  test('hostile text survives saving and does nothing', async (visit) => {
    const hostile = `</script><img src=x onerror="window.hacked=1"><!--"'&amp;é😀\u2028\u2029 $& \\u003c`;
    const page = await openSingle(visit);
    await page.openDetails('Facebook');
    await page.paste(field.name(0), hostile);
    await page.paste(field.notes(0), `${hostile}\n<script>window.hacked = 2</script>`);
    const notes = await page.fieldText(field.notes(0));
    const values = await page.values();
    assert.ok((await page.text()).includes(hostile));
    let saving = page;
    for (const generation of [2, 3]) {
      await saving.save();
      const again = await visit.open(fileUrl(await visit.saved()), offline);
      await again.openDetails(hostile);
      assert.equal(await again.fieldText(field.name(0)), hostile, `generation ${generation}`);
      assert.equal(await again.fieldText(field.notes(0)), notes);
      assert.deepEqual(await again.values(), values);
      assert.ok((await again.text()).includes(hostile));
      assert.equal(await again.page.evaluate(() => window.hacked), undefined);
      saving = again;
    }
  });

  test('a saved page is a report where no script runs', async (visit) => {
    const page = await openSingle(visit, '?lang=fr');
    await page.type(field.closeRate, '8');
    await page.leave();
    await page.save('fr');
    const { text, names, tables, language } = await withoutScript(
      visit,
      await readFile(await visit.saved(), 'utf8'),
    );
    assert.match(language, /^fr/);
    assert.match(text, /Chaque abonné coûte 5,42\s€ et rapporte 12,00\s€/);
    assert.match(text, new RegExp(String(new Date().getFullYear())));
    assert.match(text, /ouvrez-la dans un navigateur avec JavaScript/);
    assert.doesNotMatch(text, /needs JavaScript|null|undefined|\[object/);
    const [, ...figures] = tables['Chiffres clés'];
    assert.match(figures[0].join(' '), /^Retour sur investissement .*\+121,54\s%/);
    const [heads, ...channels] = tables['Les canaux, du meilleur au moins bon retour'];
    assert.deepEqual(heads.slice(0, 3), ['Canal', 'Coût total', 'Abonnés']);
    const shown = channels.map(([name, cost, leads]) => [name, cost, leads].join(' '));
    assert.match(
      shown.join('|'),
      /^Instagram 12\s000\s€ 4\s000\|Facebook .*\|LinkedIn .*\|Total 65\s000/,
    );
    assert.match(tables['Les chiffres de départ'].join('|'), /Taux de transformation,8\s%/);
    const shell = ['roi-calculator', 'noscript', 'script'];
    const plain = 'article bdi caption dd dl dt em h1 h2 p small table tbody td th thead tr';
    for (const name of names) assert.ok([...shell, ...plain.split(' ')].includes(name), name);
  });

  test('where no script runs a profit of more than the period says so beside it, too', async (visit) => {
    const page = await openSingle(visit);
    await page.choose('preset', 'saas');
    await page.save();
    const { text } = await withoutScript(visit, await readFile(await visit.saved(), 'utf8'));
    assert.match(text, /Period: ?\s*Quarter/);
    assert.match(text, /Costs are those of the period; return and profit are over .* lifetime\./);
  });

  test('the report of a saved page is that of its last saving', async (visit) => {
    const name = '</noscript><img src=x onerror="parent.hacked=1"><!--&amp; \u202eبِدِ😀';
    const first = await openSingle(visit);
    await first.openDetails('Facebook');
    await first.paste(field.name(0), name);
    await first.paste(field.notes(0), 'one\ntwo </noscript></article>');
    await first.save();
    const second = await visit.open(fileUrl(await visit.saved()), offline);
    await second.paste(field.closeRate, '8');
    await second.save();
    const saved = await readFile(await visit.saved(), 'utf8');
    assert.equal(saved.match(/<article/g).length, 1);
    const { text, names, content } = await withoutScript(visit, saved);
    assert.match(text, /Each subscriber costs .5\.42 and brings .12\.00/);
    assert.ok(content.includes(name));
    assert.match(text, /one\ntwo <\/noscript><\/article>/);
    assert.ok(!names.includes('img'));
  });

  test('two files open at the same time do not mix', async (visit) => {
    const one = await openSingle(visit);
    const other = await visit.open(
      await visit.file('other.html', await readFile(singleFile, 'utf8')),
      offline,
    );
    const start = await one.values();
    await other.page.bringToFront();
    await other.type(field.closeRate, '20');
    assert.deepEqual(await one.values(), start);
    const otherValues = await other.values();
    await one.page.bringToFront();
    await one.type(field.closeRate, '5');
    assert.deepEqual(await other.values(), otherValues);
    await one.reload();
    assert.deepEqual(await one.values(), start, 'nothing is kept unasked');
    assert.deepEqual(await other.values(), otherValues);
  });

  test('the hosted page saves the same kind of file', async (visit) => {
    const hosted = await visit.open(`${server.origin}/?lang=en`);
    await hosted.type(field.closeRate, '7.5');
    await hosted.addChannel();
    await hosted.type(field.name(3), 'Radio');
    await hosted.type(field.cost(3), '1000');
    await hosted.type(field.leads(3), '800');
    await hosted.leave();
    const values = await hosted.values();
    await hosted.save();
    const file = await visit.saved();
    const saved = await readFile(file, 'utf8');
    assert.equal(withoutState(saved), withoutState(await readFile(singleFile, 'utf8')));
    const reopened = await visit.open(fileUrl(file), offline);
    assert.deepEqual(await reopened.values(), values);
    await reopened.expect({ roi: (12_800 * 0.075 * 150 - 66_000) / 66_000 });
    await reopened.says(/Radio/);
  });
});
