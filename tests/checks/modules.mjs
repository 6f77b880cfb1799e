// Which files of web/src lead to which, as their imports say.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const src = fileURLToPath(new URL('../../web/src/', import.meta.url));

const kImport = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;
const kTypes = /import type [^;]*;|typeof import\([^)]*\)/g;

const fileOf = (name) =>
  [`${name}.ts`, `${name}/index.ts`, name].find((one) => existsSync(one) && /\.\w+$/.test(one));

/** What a file imports, from web/src on; without types, what it runs. */
export function importsOf(file, { withTypes = true } = {}) {
  const text = readFileSync(path.join(src, file), 'utf8');
  const asked = (withTypes ? text : text.replaceAll(kTypes, '')).matchAll(kImport);
  return [...asked].flatMap(([, to]) => {
    const found = fileOf(path.resolve(src, path.dirname(file), to));
    const name = found && path.relative(src, found);
    return name?.endsWith('.ts') ? [name.replace(/^\.\.\/generated\//, 'generated/')] : [];
  });
}
