// Pictures of the built page: node tests/e2e/screenshots.mjs [folder]
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { serve } from './lib/server.mjs';
import { Visit } from './lib/visit.mjs';

const folder = path.resolve(process.argv[2] ?? 'screenshots');
await mkdir(folder, { recursive: true });

const kStates = {
  default: async () => {},
  explained: (page) => page.explain('roi'),
  'b2b-leads': (page) => page.choose('preset', 'b2b-leads'),
};

const server = await serve(dist);
for (const look of ['light', 'dark']) {
  const browser = await launch('chromium', { dark: look === 'dark' });
  const visit = new Visit('chromium', browser, await mkdtemp(path.join(tmpdir(), 'roi-')));
  await visit.start();
  for (const language of ['en', 'fr']) {
    for (const width of [360, 768, 1280]) {
      for (const [state, reach] of Object.entries(kStates)) {
        const viewport = { width, height: width === 360 ? 740 : 900, deviceScaleFactor: 1 };
        const calculator = await visit.open(`${server.origin}/?lang=${language}`, { viewport });
        await reach(calculator);
        await calculator.page.evaluate(() => scrollTo(0, 0));
        await calculator.drawn();
        const name = `${state}-${width}-${language}-${look}.png`;
        await calculator.page.screenshot({ path: path.join(folder, name), fullPage: true });
        await calculator.page.close();
      }
    }
  }
  await browser.close();
}
server.close();
console.log(folder);
