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
    textLabel: 'Cells from a spreadsheet, or CSV',
    how: 'One channel per row. Headings are recognised, in English or French.',
    close: 'Cancel',
    none: {
      empty: () => 'Copy the rows in your spreadsheet, then paste them here.',
      tooLong: () => 'That is too much text for a table of channels. Paste only the rows you need.',
      tooMany: (channels) =>
        `A plan holds at most ${channels} channels, and a table 60 columns. Paste fewer.`,
    },
    found: (n) => (n === 1 ? '1 channel found.' : `${n} channels found.`),
    sums: (names) => `Left out, as a row of sums: ${names}.`,
    unread: (n) =>
      n === 1
        ? '1 cell cannot be read: mend it below, or it stays empty.'
        : `${n} cells cannot be read: mend them below, or they stay empty.`,
    onTop: 'The cost column counts on top of ad spend. Leave it out if it already holds it.',
    preview: 'What the table becomes',
    meaning: (column) => `What “${column}” is`,
    column: (n) => `Column ${n}`,
    name: 'Channel name',
    skip: 'leave out',
    mend: (meaning, channel) => `${meaning}, ${channel}`,
    orLeave: 'Left so, it stays empty.',
    moreRows: (n) => (n === 1 ? 'and 1 more row' : `and ${n} more rows`),
    numbersAs: 'Numbers written as',
    numbers: { en: '1,234.5', fr: '1\u202f234,5' },
    placing: 'These channels',
    replace: 'replace those of the plan',
    add: 'come after those of the plan',
    replaceNote: 'Costs and figures of the present channels go; Undo brings them back.',
    addNote: 'Your channels stay as they are.',
    apply: (n) => (n === 1 ? 'Use this channel' : `Use these ${n} channels`),
    applied: (n) =>
      n === 1
        ? '1 channel is in the plan. Undo takes it back.'
        : `${n} channels are in the plan. Undo takes them back.`,
    refused: (what) => `The table does not fit the plan: ${what} Nothing has changed.`,
    headings: {
      name: 'channel|name|source|platform|campaign|medium|network',
      cost: 'cost|spend|spent|budget|spending|investment',
      adSpend:
        'ad spend|ads? cost|ads? budget|advertising|media spend|media cost|amount spent|paid media',
      leads:
        'lead|prospect|contact|sign ?up|subscriber|subscription|order|booking|download|call|conversion|result|registration|purchase|quantity',
      impressions: 'impression|view|impr',
      clicks: 'click|visit|session',
      ctr: 'ctr|click through rate|click rate',
      conversionRate: 'conversion rate|conv rate|cvr|landing rate',
      closeRate: 'close rate|closing rate|win rate|sales rate|lead to customer',
      customers: 'customer|sale|deal|client|buyer',
      value: 'value|customer value|ltv|clv|lifetime value',
      margin: 'margin|gross margin|margin rate',
      adSpendCpm: 'cpm|cost per mille|cost per thousand|cost per 1000',
      adSpendCpc: 'cpc|cost per click|cost per link click',
      tools: 'tool|software',
      people: 'people|staff|team|salary|salarie|labou?r',
      production: 'production|creative|creation|content',
      fees: 'fee|agency|agency fee',
      otherCosts: 'other cost|other expense',
      skip: 'cost (per|conv|lead|result|acquisition)|cpl|cpa|cac|roi|roas|revenue|conversion value|conv value|total|currency|date|reach|frequency',
      total: '(grand |sub)?total|sum|overall|total (account|campaign|row)',
    },

    moveUp: (name) => `Move ${name} up`,
    moveDown: (name) => `Move ${name} down`,
    duplicate: (name) => `Duplicate ${name}`,
    copyOf: (name) => `${name} (copy)`,
    slider: (label) => `${label}, slider`,

    reset: 'Reset',
    undoBringsBack: 'Undo brings back your plan.',
    toType: {
      sentence: (list) => `For an answer, type ${list}.`,
      cost: 'what you spend',
      leads: (many) => `the ${many} it brings`,
      closeRate: 'your close rate',
      value: 'what a customer is worth',
    },
  },

  sheet: {
    heading: 'Spreadsheet',
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
