// A page where no script runs, as in mail previews and viewers of text: seen in a frame that allows
// none, which its parent may look into.
import { serve } from './server.mjs';

const kFrame =
  '<!doctype html><title>-</title><iframe sandbox="allow-same-origin" src="/page.html"></iframe>';

/** What the page says, its elements by name, the rows of its tables by caption, and its report. */
export async function withoutScript(visit, html) {
  const extra = { '/frame.html': kFrame, '/page.html': html, '/favicon.ico': '' };
  const server = await serve('/nowhere', extra);
  try {
    const url = `${server.origin}/frame.html`;
    const { page } = await visit.blank(url);
    await page.goto(url);
    const seen = await page.evaluate(look);
    // Chromium complains of the scripts it does not run.
    await visit.takeComplaints();
    await page.close();
    visit.pages.splice(visit.pages.indexOf(page), 1);
    return seen;
  } finally {
    server.close();
  }
}

function look() {
  const { body } = document.querySelector('iframe').contentDocument;
  const cells = (row) => [...row.cells].map((cell) => cell.innerText.trim());
  const rows = (table) => [...table.rows].map(cells);
  return {
    text: body.innerText,
    names: [...new Set([...body.querySelectorAll('*')].map(({ localName }) => localName))],
    tables: Object.fromEntries(
      [...body.querySelectorAll('table')].map((table) => [table.caption.innerText, rows(table)]),
    ),
    language: body.querySelector('article')?.lang,
    content: body.querySelector('article')?.textContent,
  };
}
