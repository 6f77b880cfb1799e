// Contexts of browsers: what their pages keep, and where they save to. Most visits are paid one after the
// other in the same one, for then what an engine has compiled is still there: half of what a page costs.
import { createServer } from 'node:http';

const kShared = new WeakMap();

/** A context of its own, or the one that all visits share; what its pages save goes into the folder. */
export async function contextOf({ browser, engine, downloads, isApart }) {
  const downloadBehavior = { policy: 'allow', downloadPath: downloads };
  // Each of WebKit's is a process of its own, with a window that it ends with.
  if (isApart || engine === 'webkit') return browser.createBrowserContext({ downloadBehavior });
  if (!kShared.has(browser)) kShared.set(browser, sharedContext(browser, downloadBehavior));
  const { context } = await kShared.get(browser);
  await saveTo(browser, context, downloadBehavior);
  return context;
}

/** Closes what a visit opened. One that may have left something behind takes the context along. */
export async function leaveContext(browser, context, { isClean }) {
  const shared = await kShared.get(browser);
  if (shared?.context !== context) return context.close();
  if (!isClean) {
    kShared.delete(browser);
    return context.close();
  }
  const pages = await context.pages();
  return Promise.all(pages.filter((page) => !shared.kept.has(page)).map((page) => page.close()));
}

async function sharedContext(browser, downloadBehavior) {
  const context = await browser.createBrowserContext({ downloadBehavior });
  return { context, kept: new Set(await keepProcesses(context)) };
}

/** A process ends with the last of its pages: one is kept for what a server of this machine has, one for files. */
async function keepProcesses(context) {
  const addresses = [await emptyAddress(), import.meta.url];
  const pages = await Promise.all(addresses.map(() => context.newPage()));
  await Promise.all(pages.map((page, at) => page.goto(addresses[at])));
  return pages;
}

let empty;

/** Of a page on this machine that says nothing, as long as this process lives. */
function emptyAddress() {
  empty ??= new Promise((resolve) => {
    const headers = { connection: 'close' };
    const server = createServer((_, response) => response.writeHead(200, headers).end());
    server.unref();
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
  });
  return empty;
}

/** Puppeteer lets it be said for a new context alone in Firefox. */
function saveTo(browser, context, downloadBehavior) {
  if (context.setDownloadBehavior) return context.setDownloadBehavior(downloadBehavior);
  return browser.connection.send('browser.setDownloadBehavior', {
    downloadBehavior: { type: 'allowed', destinationFolder: downloadBehavior.downloadPath },
    userContexts: [context.id],
  });
}
