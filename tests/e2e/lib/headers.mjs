// The headers that web/docs/hosting.md recommends, read off dist/_headers as hosts read it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dist } from './built.mjs';

const text = readFileSync(path.join(dist, '_headers'), 'utf8');

/** Paths and their headers, in the order of the file. */
export const rules = text
  .replaceAll(/^#.*\n/gm, '')
  .trim()
  .split(/\n{2,}/)
  .map((block) => {
    const [where, ...lines] = block.split('\n');
    const headers = lines.map((line) => line.match(/^ {2}([\w-]+): (.+)$/).slice(1));
    return { where, headers: Object.fromEntries(headers) };
  });

const applies = (where, file) =>
  where.endsWith('*') ? file.startsWith(where.slice(0, -1)) : file === where;

/** What goes with a file, such as /index.html: for `serve`. */
export function recommended(file) {
  const found = rules.filter(({ where }) => applies(where, file));
  return Object.assign({}, ...found.map(({ headers }) => headers));
}
