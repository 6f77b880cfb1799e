import type { PageWords } from './catalogue';

export const en: PageWords = {
  keeping: {
    stored:
      'It stores none of them unless you ask; to work offline, your browser keeps the page’s own files, which hold none.',
    page: 'A page',
    pageNote: 'One file with the calculator and your plan inside. It opens without a network.',
    savePage: 'Save this page',
    pageSaved: 'Saved as a file that works without a network.',
    pageNotSaved: 'The page could not be saved; its file was not found beside it.',
    report: 'A report',
    reportNote: 'On paper or as a PDF: verdict, channels, charts, assumptions and method.',
    prepare: 'Prepare the report',
    device: 'This device',
    deviceNote: 'Only in this browser, until you untick it. Nothing leaves the device.',
    remember: 'Remember my plan here',
    remembered: 'Your plan is remembered on this device.',
    forgotten: 'Your plan is no longer remembered on this device.',
    cannotRemember: 'This browser does not let the page remember anything.',
    visiting: 'Another plan is remembered on this device; this one is not.',
    unread:
      'The plan kept here cannot be read by this version. It is left as it is; an example is shown.',
    backToOwn: 'Go back to my plan',
    rememberThis: 'Remember this one instead',
    tableNote: 'A table (CSV, TSV) is shown first, to be checked.',
    workbook: 'Excel workbook',
    workbookSaved: 'The workbook is saved. Its formulas are live: change an input there.',
    workbookTooLarge: 'This plan is too large for a workbook.',
  },

  shared: {
    looking: 'You are looking at a plan someone shared.',
    yours: 'What you change in it stays with you.',
    keep: 'Keep it',
    back: { own: 'Back to my plan', example: 'Back to the example' },
  },

  sheet: {
    inputs: 'Inputs',
    channels: 'Channels',
    results: 'Results',
    cash: 'Cash month by month',
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
    title: 'Title',
    client: 'Client',
    author: 'Prepared by',
    note: 'They stand at the head of the report, and are kept with the plan.',
    holds: 'Below the verdict',
    print: 'Print or save as PDF',
    untitled: 'ROI report',
    scenario: 'Scenario',
    date: 'Date',
    keyNumbers: 'Key figures',
    observed: (n, figure) => `Observation ${n}: ${figure}`,
    goal: 'The goal',
    channels: 'Channels, from highest to lowest return',
    assumptions: 'The figures behind it',
    figure: 'Figure',
    value: 'Value',
    from: 'Where it comes from',
    plan: 'Whole plan',
    range: (low, high) => `${low} to ${high}, 9 times in 10`,
    likely: (value) => `likely ${value}`,
    per: { month: 'a month', quarter: 'a quarter', year: 'a year' },
    over: (months) => `for ${months}`,
    notes: 'Notes',
    method: 'How it is worked out',
    private: 'Worked out in the browser by the ROI calculator: no figure left the page.',
    needsScript:
      'As it stood when the page was saved. To change it, open it in a browser with JavaScript.',
    asSaved: 'As it stood when the page was saved.',
    editable: (address) => `To change it, open ${address} and choose “Save this page” there.`,
  },

  method: {
    heading: 'How it is worked out',
    answer: (figures) => `the principles, ${figures} definitions and the sources`,
    definition: 'How this is defined',
    back: 'Back to the number',
    lead: 'One model works out every figure. Letters in brackets are the sources below.',
    principles: [
      [
        'What counts as return',
        'The margin customers bring, once it is known; else their revenue: the page says which. ROAS is always on revenue. [M] [S]',
      ],
      [
        'What the figures cannot say',
        'They are as good as what is typed. A lead credited to its last click stays so: nothing here shows that a channel caused a sale. Only the incremental share, customers who would not have come anyway, does; it is 100% unless you state it, and takes an experiment to know.',
      ],
      [
        'Cost',
        'Nothing counts twice: where a fee includes the ad spend, the fee is the cost. An amount for another period is scaled to that of the plan.',
      ],
      [
        'No number',
        'A missing field, or a division by zero, leaves a dash and its reason, also for all that depends on it. A channel without a return keeps its cost in the total, and is named.',
      ],
      [
        'Totals',
        'A total adds sums, such as cost, leads and return, and works out the rest from them. It never averages ratios.',
      ],
      [
        'Ranges',
        '9 outcomes in 10 lie within a range: a normal distribution on the scale of logarithms, for rates of log odds, with half on each side of the likely value. [W] [J]',
      ],
      [
        'How sure it is',
        'Each trial draws every range once, and the customers of each channel as a count about their mean (Poisson; binomial of leads that were counted; not at all where customers were counted or the campaign has happened) [C] [V] [Q] [F] [N]; its low, middle and high are quantiles [H]. The error stated is the simulation’s, not that of your ranges. Below 30 customers luck alone moves their number by about 1 ÷ √customers.',
      ],
      [
        'What matters most',
        'The effect of one percent or one point is a slope at today’s figures, all else held [A]: good for small steps. A range’s share of the variance is what would go if it were certain [T].',
      ],
      [
        'Goals, and what it would take',
        'One figure moves until the target is met. A goal moves ad spend, and volume in proportion or as you say channels respond, at today’s rates: the further it goes, the less they hold. An answer below half or above twice what was seen says so.',
      ],
      [
        'Over time',
        'Tools and production are paid at the start, the rest evenly over the period. Sales follow their leads after the lag; their return comes at once, or month by month while customers stay. Undiscounted, the months add up to the profit.',
      ],
      [
        'Comparisons',
        'Each kind of figure is switched to its new value, averaged over all orders of doing so [L]. The parts add up to the change.',
      ],
      [
        'Budget split',
        'It rests on your assumption of how leads follow ad spend. Money goes where the last amount brings most, within your limits [B].',
      ],
    ],
    figures: 'Every figure',
    figuresNote:
      'Where there are several formulas, what you typed decides: a count wins over the rate that leads to it. What has no formula is typed.',
    several: (n) => `${n} formulas, by what is typed`,
    categories: {
      goal: 'Goal',
      cash: 'Cash over time',
      input: 'Typed figures',
      line: 'Lines of costs',
    },
    units: {
      count: 'number',
      money: 'amount',
      rate: 'percentage',
      ratio: 'ratio',
      months: 'months',
    },
    unitOfGoal: 'in the unit of the goal',
    unitOfGoalParts: 'number or amount, as the goal',
    better: { higher: 'higher is better', lower: 'lower is better', neither: '' },
    sources: 'Sources',
  },

  charts: {
    take: (format) => `Save the chart as ${format}`,
    taken: 'The chart is saved.',
    notTaken: 'The chart could not be saved.',
  },
};
