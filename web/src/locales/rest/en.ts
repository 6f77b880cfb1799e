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
    heading: 'Spreadsheet',
  },

  report: {
    heading: 'Report',
  },

  method: {
    heading: 'How it is worked out',
    answer: (figures) => `the principles, ${figures} definitions and the sources`,
    most: (what) => `What moves it most: ${what}.`,
    adds: (step, amount) => `${step} adds ${amount}.`,
    takes: (step, amount) => `${step} takes off ${amount}.`,
    it: 'it',
    definition: 'How this is defined',
    back: 'Back to the number',
    lead: 'One model works out every figure; all that is shown here comes from it. Letters in brackets are the sources below.',
    principles: [
      [
        'What counts as return',
        'The margin that customers bring, as soon as it is known; else their revenue. The page says which. ROAS is always on revenue. A customer counts with the whole value you state. [M] [S]',
      ],
      [
        'What the figures cannot say',
        'They are as good as what is typed. Leads credited to the last click, say, stay so: nothing here shows that a channel caused a sale. Only the incremental share, the customers who would not have come anyway, makes the return a gain; it is 100% unless you state it. It takes an experiment to know it.',
      ],
      [
        'Cost',
        'The full cost holds ad spend, tools, people, production, fees and a part of shared costs. Nothing counts twice: where a fee includes the ad spend, the fee is the cost. An amount for another period is scaled to that of the plan.',
      ],
      [
        'No number',
        'Where a field is missing, or a division is by zero, a dash and the reason stand instead, and so for all that depends on it. A channel whose return is unknown keeps its cost in the total and is named.',
      ],
      [
        'Totals',
        'A total adds sums, such as cost, leads and return, and works out everything else from them. It never averages ratios.',
      ],
      [
        'Ranges',
        'A range holds 9 outcomes in 10. It is a normal distribution on a logarithmic scale, for rates on that of their odds; with a likely value, one half on each side of it. [W] [J]',
      ],
      [
        'How sure it is',
        'Each trial draws every range once and works out the plan [C] [V] [Q]; low, middle and high are quantiles of the outcomes [H]. The error stated is that of the simulation, not of your ranges. With fewer than 30 customers, luck alone moves their number by about 1 ÷ √customers; the ranges do not hold it.',
      ],
      [
        'What matters most',
        'Effects of one percent or one point are slopes at today’s figures, all else held [A]: for small steps. A range’s share of the variance is what would go if it were certain [T].',
      ],
      [
        'Goals, and what it would take',
        'One figure moves until the target is met, the others stay. A goal moves ad spend and volume in proportion, at the same rates: the further from today, the less that holds.',
      ],
      [
        'Over time',
        'Tools and production are paid at the start, other costs evenly over the period. Sales follow their leads after the lag; their return comes at once, or month by month while customers stay. Undiscounted months add up to the profit.',
      ],
      [
        'Comparisons',
        'A change is told apart by switching each kind of figure to its new value, averaged over all orders of doing so [L]. The parts add up.',
      ],
      [
        'Budget split',
        'It rests on an assumption of yours: by how much leads follow ad spend. Spend is moved to where the last amount brings most, within your limits [B].',
      ],
    ],
    figures: 'Every figure',
    figuresNote:
      'Where there are several formulas, what you typed decides: a count wins over the rate that leads to it. What has no formula is typed.',
    several: (n) => `${n} formulas, by what is typed`,
    categories: { goal: 'Goal', input: 'Typed figures', line: 'Lines of costs' },
    units: {
      count: 'number',
      money: 'amount',
      rate: 'percentage',
      ratio: 'ratio',
      months: 'months',
    },
    unitOfGoal: 'in the unit of the goal',
    better: { higher: 'higher is better', lower: 'lower is better', neither: '' },
    sources: 'Sources',
    told: {
      payback:
        'The time from which what has come in, less what has gone out, stays above zero; between two ends of a month along a straight line.',
      netPresentValue:
        'What comes in less what goes out in each month, times the monthly discount factor as often as months have passed; added up.',
    },
    month: (n, amount) => `End of month ${n}: ${amount}`,
    crossing: (months) => `Above zero for good: after ${months}`,
  },

  charts: {
    heading: 'Chart',
  },
};
