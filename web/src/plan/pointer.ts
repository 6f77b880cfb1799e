// Reads and writes a JSON value at a JSON Pointer without changing what was there. An entry of a list may
// also be named by its kind, costs/kind=people: the first of it, or one that is not there yet.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const unescaped = (part: string): string =>
  part.includes('~') ? part.replaceAll('~1', '/').replaceAll('~0', '~') : part;

const parts = (pointer: string): string[] => pointer.split('/').slice(1).map(unescaped);

const kKind = 'kind=';

const kindOf = (part: string) => (part.startsWith(kKind) ? part.slice(kKind.length) : undefined);

function placeIn(list: readonly unknown[], part: string): number {
  const kind = kindOf(part);
  return kind === undefined
    ? Number(part)
    : list.findIndex((entry) => (entry as { kind?: unknown } | null)?.kind === kind);
}

export function getAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const part of parts(pointer)) {
    if (typeof at !== 'object' || at === null) return undefined;
    const key = Array.isArray(at) ? String(placeIn(at, part)) : part;
    if (!Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** The same place, whose entry of a list goes by its number, if it is there. */
export const placed = (root: unknown, pointer: string): string =>
  pointer.replace(/^(.*)\/(kind=\w+)/, (named, list, part) => {
    const at = placeIn((getAt(root, list) ?? []) as unknown[], part);
    return at < 0 ? named : `${list}/${at}`;
  });

/** A copy with the value set; objects and lists on the way are made, of a bare number the figure that
 * may say more of itself; `undefined` removes the field. */
export function setAt<T>(root: T, pointer: string, value: unknown): T {
  return change(root, parts(pointer), value) as T;
}

function change(at: unknown, [part, ...rest]: string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (at === undefined && (/^\d+$/.test(part) || kindOf(part) !== undefined))
    return changeItem([], part, rest, value);
  if (Array.isArray(at)) return changeItem(at, part, rest, value);
  const copy: Record<string, unknown> =
    typeof at === 'number' ? { value: at } : { ...(at as object) };
  const next = change(copy[part], rest, value);
  if (next === undefined) delete copy[part];
  else copy[part] = next;
  return copy;
}

function changeItem(at: unknown[], part: string, rest: string[], value: unknown): unknown[] {
  const found = placeIn(at, part);
  const index = found < 0 ? at.length : found;
  const kind = kindOf(part);
  const next = change(at[index] ?? (kind === undefined ? undefined : { kind }), rest, value);
  return next === undefined ? at.toSpliced(index, 1) : at.toSpliced(index, 1, next);
}
