// A page as it stands with its first answer, before anything else of it has come.

export const firstAnswer = (page) =>
  page.waitForFunction(() =>
    document.querySelector('roi-calculator').shadowRoot?.querySelector('[data-metric]'),
  );

/** Goes to a page that has no time for what comes later, until it is let: gives what lets it. */
export async function goBusy(page, url) {
  await page.evaluateOnNewDocument(() => {
    globalThis.held = [];
    globalThis.requestIdleCallback = (act) => globalThis.held.push(act);
  });
  await page.goto(url);
  await firstAnswer(page);
  return () =>
    page.evaluate(() => {
      for (const act of globalThis.held.splice(0)) act();
    });
}
