import type { EmbedWords } from './catalogue';

export const en: EmbedWords = {
  questions: {
    spend: (per) => `What do you spend ${per}?`,
    leads: (many, per) => `How many ${many} does that bring${per && ` ${per}`}?`,
    oneIn: '1 in',
    becomes: 'becomes a customer',
    oneInName: '1 in how many becomes a customer',
    worth: 'What is a customer worth?',
    margin: 'Your margin',
  },
  handing: {
    consent:
      'By pressing you hand your plan, its verdict and its figures over to this site. The calculator sends nothing before.',
    what: 'What is handed over',
    data: 'The same as data, with the whole plan',
  },
  openAll: 'Open the whole calculator',
  cannotSave: 'The page around lets this calculator save nothing.',
  frame: 'ROI calculator',
  page: {
    heading: 'The calculator’s page',
    open: 'Open this plan there',
    note: 'In a new tab. There it also becomes a report, a workbook or a page to keep.',
  },
  asSaved: 'As it stood when the page was saved.',
  stored: 'It stores nothing. The page around it can read what you type here.',
  definition: 'How this is defined (new tab)',
  problem: {
    mended: (name, value, meant) =>
      `The attribute ${name} says “${value}”; it is taken as ${meant}.`,
    unknown: (name, value, known) =>
      `The attribute ${name} says “${value}”, which is left out. There are ${known}.`,
    preset: (id, known) =>
      `There is no example “${id}”; the usual one is shown. There are ${known}.`,
    currency: (code) =>
      `“${code}” is not a currency code such as EUR; the example keeps its own currency.`,
    scenario: (why) => `The plan cannot be shown: ${why}`,
    brief: (why) => `The brief is left out: ${why}`,
    load: 'The calculator could not start in this page.',
  },
  notJson: 'it is not JSON.',
  unreadable: {
    notReadable: 'the link is damaged.',
    cut: 'the end of the link is missing.',
    tooLarge: 'it is too large.',
    newer: 'the link was made by a newer version of this calculator.',
  },
  at: (place, what) => `${place}: ${what}`,
};
