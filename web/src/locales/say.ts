// What a language says: a sentence, or one made of what varies.

export type Say<A extends unknown[] = []> = (...args: A) => string;

/** A number, and how it is shown. */
export type Counted = readonly [n: number, shown: string];

/** What is said differently while no margin counts: revenue is called revenue, and nothing earned. */
export type ByBasis<T> = Record<'margin' | 'revenue', T>;
