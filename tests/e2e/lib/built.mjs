// Where the built pages are. ROI_DIST names another folder, such as a copy kept during a run.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const dist = path.resolve(
  process.env.ROI_DIST ?? fileURLToPath(new URL('../../../dist', import.meta.url)),
);

export const singleFile = path.join(dist, 'roi-calculator.html');

export const fileUrl = (file) => pathToFileURL(file).href;

/** The hosted page's script, as the page names it: assets/index-….js */
export function hostedScript() {
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const [, script] = page.match(/<script[^>]*\ssrc="\.?\/?([^"]+)"/) ?? [];
  if (!script) throw new Error('the hosted page names no script');
  return script;
}
