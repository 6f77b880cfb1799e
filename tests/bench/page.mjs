// Speeds of the built page in Chromium against the bars of the product: ./dev bench. Medians of runs on
// this machine; never a test. What takes its time is the page's work: frames do not wait for a display of 60 Hz,
// on which a page with one field and nothing to do needs 16 ms as well.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from '../e2e/lib/browsers.mjs';
import { dist, fileUrl, singleFile } from '../e2e/lib/built.mjs';
import { field } from '../e2e/lib/calculator.mjs';
import { serve } from '../e2e/lib/server.mjs';
import { Visit } from '../e2e/lib/visit.mjs';
import { large, ranged } from './plans.mjs';

const kSlow = { download: (1.6e6 / 8) | 0, upload: (0.75e6 / 8) | 0, latency: 150 };
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

const server = await serve(dist, {}, { pack: true });
const browser = await launch('chromium', { unpaced: true, still: false, whole: true });
const visit = new Visit('chromium', browser, await mkdtemp(path.join(tmpdir(), 'roi-bench-')));
await visit.start();

/** Milliseconds from navigation until the first result stands in the page. */
async function firstAnswer(runs, slow, address = server.origin) {
  const page = await browser.newPage();
  if (slow) await page.emulateNetworkConditions(kSlow);
  if (slow) await page.emulateCPUThrottling(4);
  // the worker of an earlier visit would answer without the line
  await page.setBypassServiceWorker(slow);
  await page.setCacheEnabled(!slow);
  const times = [];
  for (let run = 0; run <= runs; run += 1) {
    await page.goto(address);
    const time = await page.waitForFunction(() => {
      const root = document.querySelector('roi-calculator')?.shadowRoot;
      return root?.querySelector('[data-metric]') ? performance.now() : undefined;
    });
    times.push(await time.jsonValue());
  }
  await page.close();
  return median(times.slice(1));
}

/** Milliseconds from a key press to the end of the frame that shows its answer. */
async function keyPress(document, pointer, throttling) {
  const calculator = await visit.open(server.origin);
  const { page } = calculator;
  await page.evaluate(
    (plan) => document.querySelector('roi-calculator').store.replace(plan),
    document,
  );
  await page.emulateCPUThrottling(throttling);
  await (await calculator.input(pointer)).focus();
  await page.evaluate(() => {
    globalThis.took = [];
    addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => globalThis.took.push(performance.now() - start);
          port2.postMessage(undefined);
        });
      },
      true,
    );
  });
  for (let i = 0; i < 24; i += 1) {
    await page.keyboard.press(i % 2 === 0 ? '7' : 'Backspace');
    await page.waitForFunction((count) => globalThis.took.length > count, {}, i);
  }
  const took = await page.evaluate(() => globalThis.took);
  await page.close();
  return median(took.slice(4));
}

const row = (name, value, bar) =>
  process.stdout.write(
    `${name.padEnd(72)}${value.toFixed(0).padStart(8)} ms${String(bar).padStart(8)} ms\n`,
  );

process.stdout.write(
  `${'median in Chromium'.padEnd(72)}${'page'.padStart(8)}   ${'bar'.padStart(8)}\n`,
);
row('navigation to first answer, localhost, warm', await firstAnswer(15, false), 150);
row(
  'the same, 4x slower, 1.6 Mbit/s, 150 ms round trip, nothing cached',
  await firstAnswer(5, true),
  1000,
);
row(
  'navigation to first answer, single file from disk',
  await firstAnswer(15, false, fileUrl(singleFile)),
  300,
);
const fifty = large(50);
const cost = field.cost(0);
row('key press to repainted answer, 50 channels', await keyPress(fifty, field.value, 1), 16.7);
row('the same, 4x slower', await keyPress(fifty, field.value, 4), 50);
row(
  'key press to repainted answer, 8 channels, 32 ranges',
  await keyPress(ranged(8), cost, 1),
  16.7,
);

await browser.close();
server.close();
