// Pasting a table of channels: what it is read as, what is asked back, and what it becomes.
import assert from 'node:assert/strict';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { field } from '../lib/calculator.mjs';
import { dropFile, kEncoded } from '../lib/files.mjs';
import { hosted } from '../lib/hosted.mjs';
import { kAsked, kFrench, roiOf } from '../lib/tables.mjs';
import { until } from '../lib/until.mjs';

inBothBrowsers((test) => {
  test('what would be misread is asked about, and nothing is taken over before', async (visit) => {
    // Every export is read without a browser: tests/page/tools/table.test.mjs.
    const [{ text, answers, cost, leads }] = kAsked;
    const page = await visit.open(hosted());
    const start = await page.values();
    await page.pasteTable(text);
    assert.deepEqual(
      await page.openDoubts(),
      answers.map(([doubt]) => doubt),
    );
    for (const [doubt, answer] of answers) {
      await page.applyTable();
      assert.deepEqual(await page.values(), start, 'taken before it was answered');
      await page.answerDoubt(doubt, answer);
    }
    assert.deepEqual(await page.openDoubts(), []);
    await page.applyTable();
    await page.expect({ cost, leads });
  });

  test('a French spreadsheet takes the place of the example, in one step', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    const start = await page.values();
    await page.pasteTable(kFrench, 'fr');
    assert.deepEqual(await page.meanings(), [
      'name',
      'adSpend',
      'impressions',
      'ctr',
      'leads',
      'skip',
    ]);
    assert.equal((await page.preview()).length, 3);
    await page.says(/Total/);
    assert.deepEqual(await page.values(), start, 'nothing has happened yet');
    await page.applyTable();
    assert.deepEqual(await page.channelNames(), ['Facebook', 'LinkedIn', 'Salon']);
    const [facebook, linkedIn, fair] = [1234.5 / 85, 2300 / 42, 900 / 60];
    await page.expect({
      'fullCostCpl@facebook': facebook,
      'fullCostCpl@linkedin': linkedIn,
      'clicks@facebook': 120_000 * 0.012,
      roi: roiOf(1234.5 + 2300 + 900, 85 + 42 + 60),
    });
    const ids = await page.ranking();
    const [added] = ids.filter((id) => !['facebook', 'linkedin'].includes(id));
    await page.expect({ [`fullCostCpl@${added}`]: fair });
    await page.chord('z');
    assert.deepEqual(await page.values(), start, 'undone at once');
    await page.chord('y');
    await page.expect({ roi: roiOf(4434.5, 187) });
  });

  test('a table that is opened or dropped is shown first, and read in its encoding', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    const start = await page.values();
    // Every encoding is read without a browser: tests/page/files.test.mjs.
    for (const name of ['windows-1252.csv', 'utf-16-reversed.tsv']) {
      await dropFile(page, name, kEncoded[name]);
      await until(name, async () => (await page.preview())[0]?.[0] === 'Été');
      assert.deepEqual(
        (await page.preview()).map(([channel]) => channel),
        ['Été', 'Noël'],
      );
      assert.equal(await page.focused(), 'table');
      await page.press('Annuler le collage');
    }
    assert.deepEqual(await page.values(), start, 'nothing has happened yet');
    await page.openKeeping('fr');
    const input = await page.page.evaluateHandle(() =>
      document.querySelector('roi-calculator').shadowRoot.querySelector('[name="scenario-file"]'),
    );
    assert.match(await input.evaluate((one) => one.accept), /\.json.*\.csv.*\.tsv/);
    await input.uploadFile(await visit.put('table.csv', kEncoded['utf-8.csv']));
    await until('a preview', async () => (await page.preview()).length === 2);
    await page.applyTable();
    await page.expect({ roi: roiOf(1234.5 + 2300, 85 + 42) });
  });

  test('what has two readings is asked back in its cell, and mended there', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    await page.pasteTable('Canal\tCoût\tAbonnés\nFacebook\t2.300\t85\nSalon\t900 ou 950\t60', 'fr');
    await page.says(/2 cellules illisibles/);
    assert.match(await page.error('cell-0:1'), /2300.*2,3/);
    assert.match(await page.error('cell-1:1'), /\p{L}+ \p{L}+/u);
    await page.type('cell-0:1', '2300');
    assert.equal(await page.error('cell-0:1'), undefined);
    assert.equal(await page.focused(), 'cell-0:1');
    await page.says(/1 cellule illisible/);
    await page.applyTable();
    assert.equal(await page.fieldText(field.cost(0)), '2\u202f300');
    assert.equal(await page.fieldText(field.cost(1)), '', 'what cannot be read is not guessed');
  });

  test('cells pasted over a field of a channel open the table or the import; one cell does not', async (visit) => {
    const page = await visit.open(hosted());
    assert.equal(await page.pasteOver(field.cost(0), '1234\r\n'), false);
    assert.equal(await page.pasteOver(field.closeRate, '1\t2'), false, 'not a field of a channel');
    assert.equal(await page.pasteOver(field.cost(0), 'Fair\t100\t20\r\nPost\t200\t20\r\n'), true);
    await until('the table', async () => (await page.focused()) === 'table');
    await page.answerDoubt('guessed', 'That is right');
    await page.applyTable();
    await page.expect({ roi: roiOf(300, 40) });
    await page.openDetails('Fair');
    assert.equal(await page.pasteOver(field.notes(0), 'a\nb'), false, 'notes have lines');
    assert.equal(await page.pasteOver(field.name(0), 'Fair\t1'), true);
    const byDay = 'Day\tChannel\tCost\tLeads\n2026-01-01\tFair\t100\t20\n2026-01-02\tFair\t50\t9';
    assert.equal(await page.pasteOver(field.name(0), byDay), true);
    await until('the import', async () => /January 1.–.2, 2026/.test(await page.visibleText()));
  });

  test('by keyboard alone, with the focus kept', async (visit) => {
    const page = await visit.open(hosted());
    const { keyboard } = page.page;
    await (await page.button('Paste a table')).focus();
    await keyboard.press('Enter');
    await page.settled();
    assert.equal(await page.focused(), 'table');
    for (const line of ['Channel;Cost;Leads', 'Fair;100;20', 'Post;200;20']) {
      await keyboard.type(line);
      await keyboard.press('Enter');
    }
    await (await page.element('[data-applies]')).focus();
    await keyboard.press('Enter');
    await page.settled();
    assert.equal(await page.inside((root) => root.activeElement.textContent.trim()), 'Fair');
    await page.says(/2 channels are in the plan/);
    await keyboard.press('Tab');
    await page.chord('z');
    await page.expect({ roi: roiOf(65_000, 12_000) });
    await (await page.button('Paste a table')).focus();
    await keyboard.press('Enter');
    await page.press('Cancel', '.pasting');
    await page.settled();
    assert.equal(
      await page.inside((root) => root.activeElement.textContent.trim()),
      'Paste a table',
    );
  });

  test('hostile and enormous text is refused or is only text', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    const row = (name) => `${name}\t100\t20`;
    for (const text of [
      'x'.repeat(1_000_000),
      'a\tb\n'.repeat(250_000),
      'a\n'.repeat(140_000),
      row('a\n').repeat(1001),
      'a\t'.repeat(5000),
    ]) {
      await page.press('Paste a table');
      await page.settled();
      const isTaken = await page.pasteOver('table', text);
      if (!isTaken) await page.paste('table', text);
      assert.ok(isTaken || text.length < 20_000, 'long text never enters the field');
      await page.settled();
      assert.match(
        await page.inside((root) => root.querySelector('.pasting .wrongly')?.textContent ?? ''),
        /Paste/,
      );
      await page.press('Cancel', '.pasting');
    }
    assert.deepEqual(await page.values(), start);
    const names = [
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'constructor',
      '=HYPERLINK("http://x")',
      '"',
      '\u202eevil',
      'a\u0000b',
    ];
    await page.pasteTable(['__proto__\tconstructor\ttoString', ...names.map(row)].join('\n'));
    await page.doesNotSay(/NaN|undefined|\[object/);
    await page.press('Cancel', '.pasting');
    await page.pasteTable(
      ['Channel\tCost\tLeads', ...names.filter((name) => name !== '"').map(row)].join('\n'),
    );
    await page.applyTable();
    await page.expect({ roi: roiOf(600, 120) });
    assert.equal(await page.inside((root) => root.querySelectorAll('img').length), 0);
    assert.ok((await page.channelNames()).includes('<img src=x onerror=alert(1)>'));
    await visit.assertQuiet();
  });
});
