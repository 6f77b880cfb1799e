// Whether an address holds a plan: what the first answer needs to know of links.

/** Where the plan of a fragment starts; programs that pass links on may encode the sign after the key. */
export const kLinkStart = /[#&]s(?:=|%(?:25)*3[Dd])/;

/** The same of a brief. */
export const kBriefStart = /[#&]brief(?:=|%(?:25)*3[Dd])/;

export const isLink = (fragment: string): boolean => kLinkStart.test(fragment);
