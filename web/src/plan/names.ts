// Which channel a name in a file stands for: told apart as people write names, and remembered in the plan.
import { type Document, kLabelLimit, kNameLimit } from '../../generated/contract';

type Names = NonNullable<Document['names']>;

/** Upper and lower case, accents and what is no letter set no names apart. */
export const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How names were taken, for the next time: '' for one that is left out, nothing for what is not kept. */
export function remembering(
  before: Names = [],
  taken: readonly (readonly [name: string, channel: string | undefined])[],
): Names {
  const now = new Map(before.map((one) => [one.name, one.channel]));
  for (const [name, channel] of taken) {
    if (channel === undefined || name.length > kLabelLimit) now.delete(name);
    else now.set(name, channel);
  }
  return [...now].slice(-kNameLimit).map(([name, channel]) => ({ name, channel }));
}
