// The track record in real browsers: at its address, by keyboard, on a phone, and in the saved page.
import assert from 'node:assert/strict';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { fileUrl, singleFile } from '../lib/built.mjs';
import { hosted } from '../lib/hosted.mjs';
import { focus, isThere, says } from '../lib/tool.mjs';

const kKeep = '.evidence p > .link';
const kActual = '[name="/forecasts/0/actual"]';

/** 5 to 20 % buy. */
async function typeRange(page) {
  await page.paste('/scenarios/0/closeRate', '5..20');
  await page.leave();
}

inBothBrowsers((test) => {
  test('by keyboard alone, in French on a phone, with nothing that scrolls sideways', async (visit) => {
    const page = await visit.open(hosted('?lang=fr#tool=track-record'), {
      viewport: { width: 360, height: 740 },
    });
    const { keyboard } = page.page;
    await says(page, /Que valaient|Aucune fourchette|Garder la prévision/);
    await typeRange(page);
    await isThere(page, kKeep);
    await focus(page, kKeep);
    await keyboard.press('Enter');
    await isThere(page, kActual);
    await focus(page, kActual);
    await keyboard.type('50');
    await keyboard.press('Tab');
    // Half of the range is ½ ln(19/4) of log-odds; 50 % lies ½ ln(76) from its middle.
    await says(page, /n’a pas tenu\s: il l’aurait fallu 2,8 fois plus large/);
    await says(page, /encore 8/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing scrolls sideways: ${width}`);
  });

  test('the saved page keeps and scores without a network', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}?lang=en#tool=track-record`);
    await typeRange(page);
    await isThere(page, kKeep);
    await page.press('Keep today’s forecast');
    await isThere(page, kActual);
    await page.type('/forecasts/0/actual', '12');
    await page.leave();
    await says(page, /Forecast: 5% to 20% – held/);
    await page.undo();
    await page.undo();
    await says(page, /stay as they are today/);
  });
});
