// Text as it is seen: what keeps a sign on the line of its currency has no look.

const kWordJoiner = '\u2060';

/** The same of every text within what was found. */
export function seen(found) {
  if (typeof found === 'string') return found.replaceAll(kWordJoiner, '');
  if (Array.isArray(found)) return found.map(seen);
  if (found?.constructor !== Object) return found;
  return Object.fromEntries(Object.entries(found).map(([key, one]) => [key, seen(one)]));
}
