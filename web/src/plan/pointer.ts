// Reads and writes a JSON value at a JSON Pointer without changing what was there.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const unescaped = (part: string): string =>
  part.includes('~') ? part.replaceAll('~1', '/').replaceAll('~0', '~') : part;

const parts = (pointer: string): string[] => pointer.split('/').slice(1).map(unescaped);

export function getAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const part of parts(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}

/** A copy with the value set; objects and lists on the way are made, of a bare number the figure that
 * may say more of itself; `undefined` removes the field. */
export function setAt<T>(root: T, pointer: string, value: unknown): T {
  return change(root, parts(pointer), value) as T;
}

function change(at: unknown, [part, ...rest]: string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (at === undefined && /^\d+$/.test(part)) return changeItem([], Number(part), rest, value);
  if (Array.isArray(at)) return changeItem(at, Number(part), rest, value);
  const copy: Record<string, unknown> =
    typeof at === 'number' ? { value: at } : { ...(at as object) };
  const next = change(copy[part], rest, value);
  if (next === undefined) delete copy[part];
  else copy[part] = next;
  return copy;
}

function changeItem(at: unknown[], index: number, rest: string[], value: unknown): unknown[] {
  const next = change(at[index], rest, value);
  return next === undefined ? at.toSpliced(index, 1) : at.toSpliced(index, 1, next);
}
