import type { RestWords } from './catalogue';

export const en: RestWords = {
  keeping: {
    heading: 'Keep and share',
    close: 'Close',
    link: 'A link',
    linkNote: 'The whole plan is in the link itself: nothing is sent or stored anywhere.',
    copyLink: 'Copy the link',
    linkCopied: 'The link is copied.',
    linkShown: 'Copy the link from the field.',
    linkTooLong: 'This plan is too long for a link: save the page or the scenario instead.',
    page: 'A page',
    pageNote: 'One file with the calculator and your plan inside. It opens without a network.',
    files: 'Files',
    filesNote:
      'A scenario opened here, or dropped on the page, takes the place of the plan; undo brings it back.',
    saveScenario: 'Save the scenario',
    scenarioSaved: 'The scenario is saved.',
    openScenario: 'Open a scenario…',
    opened: 'The scenario is open. Undo brings back what was there.',
    report: 'A report',
    reportNote: 'On paper or as a PDF: verdict, channels, charts, assumptions and method.',
    print: 'Print',
    device: 'This device',
    deviceNote: 'Only in this browser, until you untick it. Nothing leaves the device.',
    remember: 'Remember my plan here',
    remembered: 'Your plan is remembered on this device.',
    forgotten: 'Your plan is no longer remembered on this device.',
    cannotRemember: 'This browser does not let the page remember anything.',
    visiting: 'This is a plan from a link. Your own is kept on this device.',
    backToOwn: 'Go back to my plan',
    rememberThis: 'Remember this one instead',
    refused: {
      link: (why) => `The link could not be opened: ${why} Your plan is unchanged.`,
      file: (why) => `The file could not be opened: ${why} Your plan is unchanged.`,
    },
    notReadable: 'it holds no scenario of this calculator.',
    tooLarge: 'it is too large.',
    newer: 'it was made by a newer version of the calculator.',
    invalid: (where, what) => `${what} (at ${where})`,
  },

  table: {
    heading: 'Paste a table',
  },

  sheet: {
    workbook: 'Excel workbook',
    csv: 'CSV table',
    workbookSaved: 'The workbook is saved. Its formulas are live: change an input there.',
    csvSaved: 'The table of channels is saved.',
    tooLarge: 'This plan is too large for a workbook.',
    inputs: 'Inputs',
    channels: 'Channels',
    results: 'Results',
    value: 'Value (likely)',
    low: 'Low',
    high: 'High',
    unit: 'Unit',
    units: { count: 'number', rate: '%', ratio: 'ratio', months: 'months' },
    source: 'Source',
    steps: 'Steps of long sums',
  },

  report: {
    heading: 'Report',
  },

  method: {
    heading: 'How it is worked out',
  },

  charts: {
    heading: 'Chart',
  },
};
