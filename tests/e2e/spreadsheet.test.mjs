// The workbook and the CSV table as files that a browser saves. What stands in them, and what
// LibreOffice makes of it, is tested without a browser: tests/page/spreadsheet.test.mjs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { exampleOf } from './lib/plans.mjs';
import { serve } from './lib/server.mjs';
import { assertSays, evaluated, exactly } from './lib/sheet-figures.mjs';
import { Workbook } from './lib/workbook.mjs';

const email = exampleOf('email');

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

inBothBrowsers((test) => {
  test('a workbook and a CSV table of the plan are saved', async (visit) => {
    const page = await visit.open(`${server.origin}/?lang=fr`);
    await page.type(field.closeRate, '20');
    await page.leave();
    const [plan] = email.scenarios;
    const expected = evaluated({ ...email, scenarios: [{ ...plan, closeRate: 0.2 }] }, 0);
    await page.takeAway('Classeur Excel', 'fr');
    const book = new Workbook(await readFile(await visit.saved('.xlsx')));
    assert.deepEqual(book.names, [
      'Synthèse',
      'Données',
      'Canaux',
      'Résultats',
      'Trésorerie par mois',
    ]);
    assertSays(book, expected, exactly);
    await page.takeAway('Tableau CSV', 'fr');
    const lines = (await readFile(await visit.saved('.csv'), 'utf8')).trimEnd().split('\r\n');
    assert.ok(lines[0].startsWith('\ufeffCanal;'), lines[0]);
    assert.ok(lines.at(-1).startsWith('Total;65000;12000;2400;360000;295000;'), lines.at(-1));
  });
});
