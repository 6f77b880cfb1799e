import type { Metric } from '../../../generated/metrics';
import { percents } from '../format';
import { nouns } from '../nouns';
import type { RestWords } from './catalogue';

const levers: Partial<Record<Metric, string>> = {
  impressions: 'the impressions',
  clicks: 'the clicks',
  customers: 'the customers',
  ctr: 'the click-through rate',
  conversionRate: 'the conversion rate',
  closeRate: 'the close rate',
  incrementalShare: 'the incremental share',
  value: 'the value of a customer',
  margin: 'the gross margin',
  adSpend: 'ad spend',
  tools: 'tools and software',
  people: 'the cost of people',
  production: 'materials and production',
  fees: 'agency fees',
  otherCosts: 'other costs',
  savings: 'savings',
};

export const en: RestWords = {
  span: {
    low: 'Low (P5)',
    high: 'High (P95)',
    fromTo: (from, to) => `${from} → ${to}`,
    below: (value) => `below ${value}`,
    above: (value) => `above ${value}`,
  },

  without: (count) =>
    count === 1
      ? 'One figure has no value here, and why'
      : `${count} figures have no value here, and why`,

  errors: {
    'json.syntax': () => 'This is not a scenario file.',
    'json.size': () => 'This file is too large (1 MB at most).',
    'json.depth': () => 'This file is nested too deeply.',
    'json.number': () => 'This number is too large.',
    'json.duplicateKey': (d) => `The file names ${d} twice.`,
    'version.newer': () => 'This file was made by a newer version; open it there.',
    'field.unknown': (d) => `The file holds an unknown field: ${d}.`,
    'field.required': (d) => `${d} is missing.`,
    'field.type': () => 'This is not the kind of figure expected here.',
    'field.choice': () => 'This is not one of the choices.',
    'field.minimum': (d) => `Type ${d} or more.`,
    'field.maximum': (d) => `Type ${d} or less.`,
    'field.length': () => 'This text is too long.',
    'field.count': () => 'There are too many or too few of these.',
    'field.format': () => 'This is not written as it must be.',
    'errors.more': () => 'There are more errors.',
    'id.duplicate': (d) => `The name ${d} stands twice.`,
    'id.unknown': (d) => `${d} does not exist.`,
    'figure.form': () => 'Type one value, or a range.',
    'range.order': () => 'Type the lower figure first.',
    'range.edge': () =>
      'A range cannot start at 0 nor end at 100%: start a little inside, such as 0.1.',
    'range.twoCounts': () =>
      'Another count of this channel is a range already; give the rate instead.',
    'retention.churn': () =>
      'A subscription says by its monthly churn how many stay: leave this empty.',
    'provenance.source': () => 'A benchmark needs its source.',
    'period.months': () => 'State the number of months.',
    'goal.dates': () => 'The goal must end after it starts.',
    'response.observed': () =>
      'The point with more ad spend needs more leads, at most in proportion.',
    'response.bounds': () => 'The least must not be above the most.',
    'observed.date': () => 'The plan had not begun by that day.',
    'observed.twice': () => 'This figure stands twice for that day: remove one of the two.',
    'own.id': (d) =>
      `${d} cannot name a figure of the document: a small letter, then letters and digits, and no name of the calculator’s.`,
    'own.syntax': (d) => `This formula cannot be read at character ${d}.`,
    'own.name': (d) => `This formula names something that does not exist, at character ${d}.`,
    'own.unit': (d) => `This formula mixes different units, at character ${d}.`,
    'own.cycle': (d) => `This formula leads back to itself: ${d}.`,
    'response.ceiling': () => 'A ceiling must be above the leads that the channel brings.',
    'split.total': () => 'This is less than the least the channels may spend together.',
    'split.aims': () => 'A split has one total or one target.',
    'request.metric': () => 'Unknown figure.',
    'request.unit': () => 'Unknown unit.',
    'request.scenario': () => 'Unknown scenario.',
    'request.channel': () => 'Unknown channel.',
    'request.input': () => 'This figure cannot be moved.',
    'request.unrelated': () => 'Moving this figure does not change the result.',
    'request.number': (d) => `Type a number from ${d.replace('..', ' to ')}.`,
    'request.size': () => 'This is too much for one answer: ask for fewer channels or months.',
    'brief.place': (d) => `No plan has a field at ${d}.`,
    'brief.required': (d) =>
      `${d} is required and cannot be filled in: show it, or do not require it.`,
    'brief.span': (d) => `This lies outside its span, ${d}.`,
    'brief.locked': (d) => `${d ? `“${d}”` : 'A field'} is locked here, and this would change it.`,
    'brief.number': () => 'A span stands where no number belongs.',
    'brief.words': () => 'Nothing is said in any language.',
    'brief.address': (d) =>
      `“${d}” is not an address: write https://… for a link, name@host for a mailto.`,
    'number.empty': () => 'Type a number.',
    'number.malformed': () => 'Type a number (1,234.5), a range (40 to 60) or a spread (50 ± 10).',
    'number.ambiguous': (d) =>
      `Did you mean ${d.replace('|', ' or ')}? Type it without thousands separators.`,
    'number.digits': () => 'This number has too many digits.',
    'number.unit': () => 'No % sign belongs here.',
    'number.per': () =>
      'Type the figure alone: the field says what it is per, and the period stands in its own field.',
    'number.spread': () => 'Type both ends of the range: 15 to 25.',
    'number.credit': (d) =>
      `Brackets mark a credit, money that came back: type ${d.replace('-', '−')}, or leave the brackets out.`,
    'number.rate': (d) => `Did you mean ${percents(d).join('% or ')}%? Type it with the % sign.`,
  },

  own: {
    inputs: 'Further figures',
    figures: 'Further results',
    units: {
      hours: 'hours',
      moneyPerHour: 'per hour',
      moneyPerMonth: 'per month',
      hoursPerMonth: 'hours per month',
      countPerMonth: 'per month',
    },
    months: 'months',
    divides: (name) => `${name} divides by zero`,
    tooLarge: (name) => `${name} is too large a number`,
  },

  keeping: {
    figures: 'Your figures stay yours.',
    sent: 'The calculator works them out in your browser. It sends nothing and measures nothing: a link, a file or a print leaves by your own act alone, with your figures in it.',
    heading: 'Keep and share',
    close: 'Close',
    link: 'A link',
    linkNote: 'The whole plan is in the link itself: nothing is sent or stored anywhere.',
    copyLink: 'Copy the link',
    linkCopied: 'The link is copied.',
    linkShown: 'Copy the link from the field.',
    linkTooLong: 'This plan is too long for a link: save the scenario instead.',
    files: 'Files',
    filesNote:
      'A scenario opened here, or dropped on the page, takes the place of the plan; Undo brings it back.',
    saveScenario: 'Save the scenario',
    scenarioSaved: 'The scenario is saved.',
    openScenario: 'Open a scenario…',
    opened: 'The scenario is open. Undo brings back what was there.',
    refused: {
      link: (why) => `The link could not be opened: ${why} Your plan is unchanged.`,
      file: (why) => `The file could not be opened: ${why} Your plan is unchanged.`,
    },
    why: {
      notReadable: 'it holds no scenario of this calculator.',
      tooLarge: 'it is too large.',
      newer: 'it was made by a newer version of this calculator.',
      cut: 'its end is missing, cut off on the way. Copy it whole, or ask for it again.',
      empty: 'it is empty.',
      workbook: 'it is a workbook. Save its sheet as CSV in the spreadsheet, and open that.',
      pdf: 'it is a PDF, which holds no figures to read. Ask for the scenario file or a link.',
      picture:
        'it is a picture, which holds no figures to read. Ask for the scenario file or a link.',
      webPage: 'it is a web page. Open it in a browser: one saved from here holds its plan.',
      table: 'it is a table. Only the calculator’s own page takes tables.',
    },
    invalid: (where, what) => `${what} (at ${where})`,
    csv: 'CSV table',
    scenario: 'Scenario',
    csvSaved: 'The table of channels is saved.',
  },

  inputs: {
    allocations: {
      equally: 'equally',
      adSpend: 'by ad spend',
      leads: (action) => `by ${nouns.en[action].many}`,
      weights: 'by weights',
    },
    refundsNote: 'of revenue; ROAS stays before them',
    commissionsNote: 'of revenue, taken off the margin',
    businessRevenueNote: 'in the plan’s period, whatever brought it; for MER alone',
    incrementalNote: 'of customers who would not have come anyway; 100% unless stated',
    basisAutomatic: 'margin, once known',
    basisMargin: 'margin',
    basisRevenue: 'all revenue',
    otherPlatform: 'Other',
    removeChannel: (name) => `Remove ${name}`,
    aboutChannel: 'Name, kind and notes',
    whatCosts: 'What does it cost?',
    howMany: (action) => `How many ${nouns.en[action].many} does it bring?`,
    moreOnLine: 'When it is paid, and more',
    funnelNote: 'Fill in what you know. A count wins over the rate that leads to it.',
    ownFigures: 'Only for this channel',
    ownNote: 'Empty: as for the plan.',
    addLine: 'Add a cost',
    removeLine: 'Remove',
    lineKind: 'Kind of cost',
    lineLabel: 'What for',
    byHours: 'Hours × hourly cost',
    byAmount: 'Amount',
    bySalary: 'Hours × salary ÷ hours a year',
    calculation: 'Stated as',
    hourlyNote: 'with employer charges',
    linePeriod: 'Amount per',
    planPeriod: (period) => (period ? `${period.toLowerCase()}, as the plan` : 'the plan’s period'),
    includesAdSpend: 'Includes the ad spend',
    includesNote: 'the channel’s ad spend is then not added to its cost',
    weightOf: (name) => `Weight of ${name}`,
    currencyNote: 'a label; nothing is converted',
    goalBegin: 'Start from what the plan gives',
    goalRemove: 'Remove the goal',
    goalMetric: 'Reach',
    goalStart: 'From',
    goalDeadline: 'Until',
    goalPrice: 'Price per unit',
    goalPriceNote: 'if you pay per result',
  },

  savings: {
    add: 'Add a saving',
    remove: 'Remove',
    counts: 'Counts in profit and ROI',
    countsNote:
      'only for money that is really not spent any more: a licence cancelled, hours no longer paid. Not for what clicks or media would have cost.',
    ofWhich: 'Of which savings',
    note: 'They count in profit, ROI and payback, and are no part of the return.',
    put: 'Put into the plan as a saving',
    isPut: 'It is among the savings of the plan, and does not count yet. Undo takes it out.',
    doesNotCount: 'does not count',
    doesCount: 'counts',
  },

  influence: {
    most: (swing) => `Most of all, ${swing}`,
    swing: (what, low, high, subject, atLow, atHigh) =>
      `${what} from ${low} to ${high} moves ${subject} from ${atLow} to ${atHigh}`,
    dearerAds: 'dearer ads for the same clicks',
    lever: (kind, action) => levers[kind] ?? `the number of ${nouns.en[action].many}`,
    subject: {
      profit: (_, basis) => (basis === 'margin' ? 'profit' : 'the gain'),
      roi: () => 'the return on investment',
      fullCostCpl: (action) => `the cost per ${nouns.en[action].one}`,
      breakEvenCpl: (action) => `the break-even per ${nouns.en[action].one}`,
    },
    ofOwn: (title) => `“${title}”`,
    onePercentOf: (what, subject, by) => `${what}: one percent more moves ${subject} by ${by}`,
    onePercent: 'one percent more',
    onePoint: 'one point more',
    adds: (what, step, amount, subject) => `${what}: ${step} adds ${amount} to ${subject}`,
    takes: (what, step, amount, subject) => `${what}: ${step} takes ${amount} off ${subject}`,
  },

  channel: {
    moveUp: (name) => `Move ${name} up`,
    moveDown: (name) => `Move ${name} down`,
    next: (name) => `Next: ${name}`,
    duplicate: (name) => `Duplicate ${name}`,
    copyOf: (name) => `${name} (copy)`,
    slider: (label) => `${label}, slider`,
    usual: (low, high) => `Usual: ${low} to ${high}`,
  },

  fading: {
    of: 'of cases',
    note: 'The ends fade: the cost and the break-even lie within them 9 times in 10, 8 times in 10 where they are darker, and every other time where they are darkest.',
  },

  ranges: {
    defaultWidth: 'A default width; change it to yours.',
    below: (bound) => `Type less than ${bound}.`,
    above: (bound) => `Type more than ${bound}.`,
    moved: (low, high) => `The range moved along: ${low} to ${high}.`,
  },

  copied: {
    copy: (name, other) => `${name} is a copy of ${other} so far.`,
    what: {
      alternative: () => 'Change here what you would do differently.',
      past: (action) =>
        `Type here what it really cost and brought: costs, ${nouns.en[action].many}${action.startsWith('order') ? '' : ', close rate'}, value of a customer.`,
    },
    back: (other) => `${other} stays as it is; its name brings it back.`,
  },

  asking: {
    readings: (typed) => `${typed} can be read in two ways. Which one is it?`,
    range: (low, high) => `${low} to ${high}`,
    credit: (amount) => `This reads as a credit, ${amount}. Costs are typed as positive amounts.`,
    take: (amount) => `Take ${amount}`,
    size: (figure) => `Is ${figure} right?`,
    roi: (roi) => `This makes the return on investment ${roi}. Is it right?`,
    yes: 'Yes',
    vat: 'With VAT? The plan counts without.',
    withoutVat: 'It is without',
    currency: (named, own) =>
      `The text says ${named}; the plan is in ${own}. Nothing is converted.`,
    keep: 'Keep the figure',
  },

  blank: {
    reset: 'Reset',
    undoBringsBack: 'Undo brings back your plan.',
    toType: {
      firstThen: (first, others) => `Type ${first}, then ${others}.`,
      last: (what) => `All it takes now is ${what}.`,
      cost: (per) => `what you spend ${per}`,
      leads: (many) => `the ${many} it brings`,
      closeRate: 'your close rate',
      value: 'what a customer is worth',
    },
  },

  marking: {
    open: 'Source',
    of: (figure) => `Source of ${figure}`,
    kind: 'How it is known',
    unstated: 'not stated',
    provenance: {
      measured: 'measured',
      benchmark: 'a published benchmark',
      assumption: 'an assumption',
    },
    note: 'Where it comes from',
    cases: 'Seen on',
    casesNote: 'cases counted',
  },

  period: {
    changed: (per) => `Costs and counts are taken as typed ${per}: none was changed.`,
    keep: (per) => `Keep the costs as amounts ${per}`,
  },

  explain: {
    close: 'Close',
    from: 'made of',
    origin: {
      example: 'from the example',
      page: 'given by this page',
      link: 'from the shared plan',
      visitor: 'typed by you',
    },
    stated: 'stated in the plan',
    missing: 'not typed in',
    provenance: { measured: 'measured', benchmark: 'benchmark', assumption: 'assumption' },
    benchmark: (publisher, year, region) =>
      [`benchmark: ${publisher}`, year, ...(region ? [region] : [])].join(', '),
    default: 'by default',
    ofTotal: (metric) => `total ${metric}`,
    sumOfChannels: 'sum of the channels',
    sumOver: (metric) => `sum of ${metric}`,
    seenOn: (n, cases) => `seen on ${cases} ${n === 1 ? 'case' : 'cases'}`,
    rangeOf: (low, high) => `likely value of a range from ${low} to ${high}`,
    goTo: 'Change',
    part: {
      scaling: (metric) => `${metric} of channels with ads`,
      others: (metric) => `${metric} of the other channels`,
      counted: (metric) => `${metric} of the channels that count`,
      countedScaling: (metric) => `${metric} of the channels that count, with ads`,
      countedOthers: (metric) => `${metric} of the other channels that count`,
    },
    ifPositive: (test, yes, no) => `${yes}; if ${test} is zero, ${no}`,
    most: (what, on = 'it') => `What moves ${on} most: ${what}.`,
    adds: (step, amount) => `${step} adds ${amount}.`,
    takes: (step, amount) => `${step} takes off ${amount}.`,
    it: (on = 'it') => on,
    churned: {
      after: (months) => `With churn: ${months}.`,
      never: 'With churn, never: customers leave before they have paid.',
    },
    dropping: {
      takes: (name, amount, shared) =>
        `Dropping ${name} would take ${amount} off what the plan leaves: its part of shared costs, ${shared}, would stay.`,
      adds: (name, amount, shared) =>
        `Dropping ${name} would leave ${amount} more: its part of shared costs, ${shared}, would stay.`,
    },
    dropped: {
      takes: (name, amount, shared) =>
        `Without ${name}, ${amount} less would have been left: its part of shared costs, ${shared}, would have stayed.`,
      adds: (name, amount, shared) =>
        `Without ${name}, ${amount} more would have been left: its part of shared costs, ${shared}, would have stayed.`,
    },
    told: {
      payback:
        'The time from which what has come in, less what has gone out, stays above zero; between two ends of a month along a straight line.',
      netPresentValue:
        'What comes in less what goes out in each month, times the monthly discount factor as often as months have passed; added up.',
    },
    month: (n, amount) => `${n === 0 ? 'Before the start' : `End of month ${n}`}: ${amount}`,
    crossing: (months) => `Above zero for good: after ${months}`,
    inAll: (within, later, all) =>
      `With what is still to come, worth ${later} at the start: ${within} + ${later} = ${all}`,
  },

  cash: {
    paid: 'Paid',
    whenPaid: { first: 'before the start', monthly: 'month by month', end: 'at the end' },
  },

  believing: {
    group: 'How much of the return is believed',
    only: 'Believe only',
    ofReturn: 'of the return',
    stop: 'Believe all of it',
    chosen: 'chosen here, no part of the plan',
    range: 'Type a share above 0 and up to 100%.',
  },

  luckAside: ', luck aside since it has happened',

  lifetimes: {
    note: {
      margin:
        'Costs are those of the period; return and profit are over the customers’ whole lifetime.',
      revenue:
        'Costs are those of the period; revenue and gain are over the customers’ whole lifetime.',
    },
    figure: (name) => `${name} over the customers’ lifetime`,
  },

  goal: {
    basket: 'Target basket',
    basketNote: 'average order value that goes with this cost',
    basketReached: (basket, target) => `The basket is ${basket}, its target of ${target} is met.`,
    basketMissed: (basket, target) => `The basket is ${basket}, below its target of ${target}.`,
    basketUnknown: (target) =>
      `Target basket ${target}; no average order value is stated to compare it with.`,
    found: 'found by trying',
    takes: 'If channels respond as you say, and other costs stay as they are, it would take',
    took: 'If channels respond as you say, and other costs as they were, it would have taken',
    best: (isMost, reached, adSpend) =>
      `If channels respond as you say, ad spend alone does not reach it: at ${isMost ? 'most' : 'least'} ${reached}, with ${adSpend} of ad spend.`,
    beyond: (times, isMore) =>
      `Beyond what was seen: ${times} times the ${isMore ? 'highest' : 'lowest'} ad spend known.`,
    sayProgress: 'Say how far you are',
    paceNeeds: 'With a start and an end date, it is compared with an even pace.',
    forgetProgress: 'Take out how far you are',
    progressDate: 'On',
    reached: 'Reached by then',
    pace: (date, reached, expected, elapsed) =>
      `${reached} by ${date}; at an even pace it would be ${expected}, for ${elapsed} of the time has gone.`,
    held: (names) => `Unchanged, for want of a stated response: ${names}.`,
  },

  benchmarks: {
    unsure: 'Don’t know?',
    heading: (field) => `What is usual: ${field}`,
    sector: 'Sector',
    sectors: {
      all: 'all sectors',
      'arts & entertainment': 'arts and entertainment',
      'attorneys & legal services': 'lawyers and legal services',
      'business services': 'business services',
      'industrial & commercial': 'industry and trade',
      'apparel / fashion & jewelry': 'clothing, fashion and jewellery',
      b2b: 'business to business',
      'b2b saas': 'software for businesses (SaaS)',
      technology: 'technology',
    },
    regions: {
      US: 'US',
      Americas: 'Americas',
      EMEA: 'Europe, Middle East and Africa',
      APAC: 'Asia-Pacific',
      'not stated': 'region not stated',
    },
    statistics: { average: 'on average', median: 'median', quartiles: 'for the middle half' },
    kinds: {
      leads: 'campaigns for leads',
      traffic: 'campaigns for visits',
      image: 'single-image ads',
      video: 'video ads',
      messaging: 'sponsored messages',
      document: 'document ads',
      carousel: 'carousel ads',
    },
    measured: {
      ctr: 'clicks / impressions, as the platform counts clicks',
      adSpendCpc: 'ad spend / clicks, as the platform counts clicks',
      adSpendCpm: 'ad spend / impressions × 1000',
      conversionRate:
        'conversions / clicks; a conversion is a lead or what the advertiser counts as one',
      adSpendCpl: 'ad spend / leads (or what the advertiser counts as one)',
    },
    samples: {
      ws26: '13,474 search campaigns in Google and Microsoft Ads',
      ws26b: 'campaigns of the publisher’s customers',
      fb25: '726 campaigns for leads',
      fb25a: '1,180 campaigns for visits, all sectors',
      metadata: '138 B2B advertisers',
      zen: '936 single-image ads, 342 video ads',
      hockey: 'over 70 B2B software companies',
      yirla: 'sample not stated',
    },
    grade: (grade) => `grade ${grade}`,
    use: (low, high) => `Use ${low} to ${high}`,
    taken: (field, low, high) =>
      `${field}: from ${low} to ${high}. Undo brings back what was there.`,
    between: (low, high) => `${low} to ${high}`,
    rule: 'One figure for many advertisers says little of your own: it is taken over as half to double.',
    ruleOfQuartiles: 'The middle half is widened to nine in ten.',
    gradeB: 'Grade B: a named publisher with a disclosed sample, or a careful quotation of one.',
    notConverted: (from, to) =>
      `In ${from}; your figures are in ${to}. Nothing is converted here, so these can be read but not taken over.`,
    noneOfSector: (sector) =>
      `Nothing published here is of this sector (${sector}); these are wider.`,
    none: {
      closeRate:
        'No published figure here counts customers per lead, as this field does. What is published are steps in between, such as qualified leads or opportunities won, which would promise too much. Count how many of your last leads bought, or type a range you believe in, such as 5..15.',
      margin:
        'No published gross margin here. It is what is left of 100 of revenue once the goods or the work sold are paid for: your accounts have it. Until then type a range, such as 30..50.',
    },
    noneOfAction: (many) =>
      `What is published here counts leads. You count ${many}, which is something else: nothing is offered.`,
    noneOfChannel: (channel) =>
      `Nothing published here was measured as this field of ${channel} is.`,
    usual: (figure) => `${figure}: what is usual`,
    medians: 'medians by region and kind of ad',
    usually: 'Usual',
    yours: 'Your plan',
    ask: 'What is usual in your sector?',
    where: 'Where this is from',
    unconverted: 'Nothing is converted.',
  },
};
