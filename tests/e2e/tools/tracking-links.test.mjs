// Tracking links in real browsers: by keyboard, on a phone, at their address; and their codes as pictures.
import assert from 'node:assert/strict';
import jsQR from '../../../web/node_modules/jsqr/dist/jsQR.js';
import { inEveryBrowser } from '../lib/browsers.mjs';
import { hosted } from '../lib/hosted.mjs';
import { focus, isThere, says } from '../lib/tool.mjs';
import { until } from '../lib/until.mjs';

const field = (kind) => `/scenarios/0/links/kind=${kind}/text`;

inEveryBrowser(/on a phone/, (test) => {
  test('by keyboard alone, in French on a phone, with nothing that scrolls sideways', async (visit) => {
    const page = await visit.open(hosted('?lang=fr#tool=tracking-links'), {
      viewport: { width: 360, height: 740 },
    });
    const { keyboard } = page.page;
    await isThere(page, `[name="${field('address')}"]`);
    await focus(page, `[name="${field('address')}"]`);
    await keyboard.type('https://a.example/caf%E9?x=a%20b#haut');
    await keyboard.press('Tab');
    await keyboard.type('Soldes d’été');
    await keyboard.press('Tab');
    await says(
      page,
      /https:\/\/a\.example\/caf%E9\?x=a%20b&utm_source=facebook&utm_medium=paid_social&utm_campaign=soldes_d_ete#haut/,
    );
    await says(page, /Paid Social\s+utm_source est un site de la liste «\srésea/);
    await focus(page, '.links-in [aria-expanded]');
    await keyboard.press('Enter');
    await isThere(page, '.links-in svg.qr');
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing scrolls sideways: ${width}`);
  });

  test('a link’s code as PNG is read by another program', async (visit) => {
    const page = await visit.open(hosted('?lang=en'));
    await page.openTool('tracking-links', 'Tracking links');
    await isThere(page, `[name="${field('address')}"]`);
    await page.type(field('address'), 'https://a.example/?q=1');
    await page.leave();
    await isThere(page, '.links-in [aria-expanded]');
    await page.page.evaluate(() => {
      const keep = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        globalThis.savedBlob = blob;
        return keep(blob);
      };
    });
    await page.inside((root) => root.querySelector('.links-in [aria-expanded]').click());
    await isThere(page, '.links-in svg.qr');
    await page.inside((root) => {
      const all = [...root.querySelectorAll('.links-in button')];
      all.find((one) => one.textContent === 'PNG').click();
    });
    await until('the picture', () => page.page.evaluate(() => globalThis.savedBlob !== undefined));
    const { size, pixels } = await page.page.evaluate(async () => {
      const image = await createImageBitmap(globalThis.savedBlob);
      // Four pixels a module are enough to be read, and few to be sent.
      const size = image.width / 4;
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = size;
      const pen = canvas.getContext('2d');
      pen.imageSmoothingEnabled = false;
      pen.drawImage(image, 0, 0, size, size);
      return { size, pixels: [...pen.getImageData(0, 0, size, size).data] };
    });
    const { data } = jsQR(Uint8ClampedArray.from(pixels), size, size);
    assert.match(data, /^https:\/\/a\.example\/\?q=1&utm_source=facebook&utm_medium=paid_social$/);
  });
});
