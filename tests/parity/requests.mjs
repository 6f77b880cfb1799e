// Requests for every analysis.

/** Every channel that may respond does so, up to a ceiling. */
function towardsCeilings(document) {
  const response = { ceiling: { low: 1e10, high: 1e11 }, shape: 1.5, carryOver: 0.3 };
  const scenarios = document.scenarios.map((one) => ({
    ...one,
    channels: one.channels.map((channel) => ({ ...channel, response })),
  }));
  return { ...document, scenarios };
}

/** Every analysis of a document, with figures that most documents have. */
export function analyses(document) {
  const [{ id, channels }] = document.scenarios;
  const input = `/scenarios/0/${document.scenarios[0].closeRate === undefined ? 'channels/0/leads' : 'closeRate'}`;
  const request = (fields) => JSON.stringify({ ...fields, document });
  const few = { trials: 1000, seed: 7 };
  // The first figure of its own rests on the first input of its own.
  const own = (document.own?.figures ?? []).map((figure) => `own:${figure.id}`);
  const typed = `/scenarios/0/own/${document.own?.inputs?.[0]?.id}`;
  return {
    simulate: [
      request({ ...few, histogram: true, pairs: [[channels[0].id, channels.at(-1).id]] }),
      request({ ...few, against: document.scenarios.at(-1).id, metrics: ['fullCostCac', 'value'] }),
      ...(own.length > 0 ? [request({ ...few, metrics: ['roi', ...own] })] : []),
    ],
    sensitivity: [
      request({ metric: 'profit', ...few }),
      request({ metric: 'fullCostCpl', ...few }),
      ...own.map((name) => request({ metric: name, ...few })),
    ],
    solve: [
      request({ metric: 'profit', target: 0, input }),
      request({ metric: 'roi', target: 0.5, input, probability: 0.8, trials: 512 }),
      ...own.slice(0, 1).map((metric) => request({ metric, target: 3000, input: typed })),
    ],
    cashFlow: [request({ channels: true, trials: 512 })],
    compare: [request({ from: id, to: document.scenarios.at(-1).id })],
    splitBudget: [
      request({ total: 5000, trials: 512 }),
      request({ targetRoi: 0.5, trials: 512 }),
      request({ targetMarginalRoi: 0.2, trials: 512 }),
      JSON.stringify({ document: towardsCeilings(document), total: 9000, trials: 512 }),
      request({ targetCustomers: 20, trials: 512, hold: [document.scenarios[0].channels[0].id] }),
    ],
    worth: [
      request(few),
      request({ ...few, channels: true }),
      request({ ...few, against: document.scenarios.at(-1).id }),
    ],
    reforecast: observedIn(document).map((seen) => JSON.stringify({ ...few, document: seen })),
    trackRecord: [
      request({}),
      JSON.stringify({ document: { ...document, forecasts: forecasts(random(7)) } }),
    ],
  };
}

/** A document as it is, and with leads that its plan expected, and with some that it did not. */
function observedIn(document) {
  const [plan, ...others] = document.scenarios;
  const [{ id: channel }] = plan.channels;
  const row = { channel, date: '2026-04-10', adSpend: 900, clicks: 700, customers: 3 };
  const seen = (leads) => ({
    ...document,
    scenarios: [
      { ...plan, observed: { start: '2026-04-01', counts: [{ ...row, leads }] } },
      ...others,
    ],
  });
  return [document, seen(40), seen(4000)];
}

const kFigures = ['spend', 'impressions', 'clicks', 'leads', 'customers', 'revenue'];

/** Numbers from 0 to 1, from a seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of counts, rates and what may be negative, most of which have come. */
const forecasts = (draw) =>
  Array.from({ length: 60 }, (_, i) => {
    const [metric, unit, size] = [
      ['leads', 'count', 500],
      ['closeRate', 'rate', 0.4],
      ['profit', 'money', 9000],
    ][i % 3];
    const low = size * (0.1 + 0.4 * draw());
    const likely = low * (1.1 + 0.5 * draw());
    const high = likely * (1.1 + 0.5 * draw());
    const actual = i % 7 === 0 ? {} : { actual: size * (0.05 + 1.2 * draw()) };
    const n = unit === 'rate' && i % 2 === 0 ? { n: 40 } : {};
    return {
      date: '2026-03-01',
      metric,
      unit,
      typed: i % 5 > 0,
      low,
      likely,
      high,
      ...actual,
      ...n,
    };
  });

const kPlaces = [
  'scenarios/*/closeRate',
  'scenarios/0/margin',
  'scenarios/0/channels/*/leads',
  'scenarios/*/channels/0/costs/*/amount',
  'scenarios/0/value/revenuePerCustomer',
  'scenarios/0/sharedCosts',
  'scenarios/0/action',
];

/** Briefs: of some fields each, of which some ask what cannot be. */
export function briefs(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const flags = () =>
    Object.fromEntries(['hidden', 'locked', 'required'].map((flag) => [flag, below(4) === 0]));
  const spans = [{}, { low: 0 }, { high: 1e9 }, { low: 0.05, high: 1e6 }, { low: 3, high: 2 }];
  const values = [{}, {}, { value: 0.2 }, { value: { low: 0.1, likely: 0.2, high: 0.4 } }];
  const field = (place) => ({
    pointer: `/${below(30) ? place : `${place}s`}`,
    ...flags(),
    ...spans[below(12)],
    ...values[below(12)],
  });
  return Array.from({ length: count }, () => ({
    briefVersion: 1,
    fields: kPlaces.filter(() => below(3) === 0).map(field),
    figures: [{ metric: ['rio', 'own:netSaved'][below(20)] ?? 'roi' }],
  }));
}

/** Requests to bring counts: of any size, of every counter, some with series. */
export function broughtParts(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const list = (length, of) => Array.from({ length }, (_, i) => of(i));
  const number = (figure) => {
    const whole = below(10 ** (1 + below(7)));
    return figure === 'spend' || figure === 'revenue' ? whole / 100 : whole;
  };
  const series = (figure, length) => list(length, () => (below(10) === 0 ? null : number(figure)));
  const countOf = (figure, length) => {
    const all = length > 0 ? series(figure, length) : undefined;
    const total = all ? all.reduce((sum, one) => sum + (one ?? 0), 0) : number(figure);
    return { total, ...(all && { series: all }) };
  };
  const part = () => {
    const length = below(3) * below(70);
    const figures = kFigures.filter(() => below(3) > 0);
    return {
      ...(length > 0 && { by: below(2) ? 'week' : 'month', start: '2025-01-06' }),
      ...Object.fromEntries(figures.map((figure) => [figure, countOf(figure, length)])),
    };
  };
  const counters = [{}, { claimed: true }, { analytics: true }];
  const counted = (one) => ({ ...one, ...counters[below(3)] });
  return list(count, () => ({
    as: below(2) ? 'plan' : 'past',
    scale: below(2) === 0,
    orders: below(4) === 0,
    channels: list(below(4), (i) => ({
      id: `c${i}`,
      parts: list(below(4), () => counted(part())),
    })),
    counted: list(below(2), part),
  }));
}

/** Of the plan, which works them out. */
const kNoRanges = ['revenue', 'profit', 'cost'];

/** Requests of scorecards: some counts known, some ranges, any recipe. */
export function scorecards(count, seed, { kpis, inputs, goals }) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const some = (list) => list.filter(() => below(2) > 0);
  const number = () => below(10 ** (1 + below(7)));
  const counted = () => {
    const low = 1 + number();
    return below(4) > 0 ? number() : { low, high: low + 1 + number() };
  };
  const figureOf = (input) => {
    if (/Share$/.test(input)) return next();
    return kNoRanges.includes(input) ? number() : counted();
  };
  const channel = (id) => ({
    id,
    counts: Object.fromEntries(some(inputs).map((input) => [input, figureOf(input)])),
  });
  const interactions = ['likes', 'comments', 'shares', 'saves', 'clicks'];
  return Array.from({ length: count }, () => ({
    goal: goals[below(goals.length)],
    kpis: some(kpis),
    interactions: some(interactions),
    channels: ['a', 'b', 'c'].slice(0, 1 + below(3)).map(channel),
    levers: [{ kind: 'impressions', channel: 'a', percent: number() / 7 }],
  }));
}

/** Requests of cohorts of any length, of whom any share leaves. */
export function cohorts(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const cohort = () => {
    const left = [1 + below(10_000)];
    for (let t = 1 + below(20); t > 0; t -= 1) left.push(Math.floor(left.at(-1) * next()));
    return left;
  };
  return Array.from({ length: count }, () => ({
    cohort: cohort(),
    by: below(2) ? 'month' : 'year',
    discountRate: 0.001 + next() / 2,
    ...(below(2) > 0 && { margin: below(1000) / 7 }),
  }));
}

/** Pasted tables as people type them: any headings, marks, totals, ranges and nonsense, half of them told what they mean. */
export function planTables(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  const headings = [
    'Channel',
    'Coût',
    'Cost (USD)',
    'Leads',
    'CTR',
    'Close rate',
    'Budget',
    'CPC',
    '',
  ];
  const cells = [
    'Fair',
    'Total',
    'Total Google',
    '"a;b"',
    '1234',
    '1.234',
    '1,5',
    '12 %',
    '0.2',
    '5-8',
    '$9',
    '—',
    '',
    '?',
  ];
  const row = (from, width) => Array.from({ length: width }, () => pick(from));
  const told = (width) => ({
    decimal: pick(['point', 'comma']),
    columns: [{ column: below(width), meaning: pick(['name', 'cost', 'leads', 'skip']) }],
    cells: [{ row: below(4), column: below(width), text: pick(cells) }],
    answers: [
      { key: 'budget', answer: 'keep' },
      { key: 'marks 1.234', answer: pick(['groups', 'decimals']) },
      { key: `fractions ${below(width)} Close rate`, answer: pick(['shares', 'percents']) },
    ],
  });
  return Array.from({ length: count }, () => {
    const width = 1 + below(6);
    const rows = Array.from({ length: 1 + below(6) }, () => row(cells, width));
    const mark = pick(['\t', ';', ',']);
    return {
      text: [row(headings, width), ...rows].map((one) => one.join(mark)).join(pick(['\n', '\r\n'])),
      marks: { decimal: pick(['.', ',']), currency: ['EUR', '€'] },
      currency: 'EUR',
      ...(below(2) ? told(width) : {}),
    };
  });
}

const kReportingInputs = [
  'hoursPerReport',
  'reportsPerClient',
  'clients',
  'people',
  'hourlyCost',
  'hoursPerReportWithTool',
  'licence',
  'setUp',
];

/** Requests of reporting times: most inputs known, some ranges, some 0. */
export function reportingTimes(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const amount = () => {
    const low = (1 + below(4000)) / 16;
    const high = low * (1.5 + next());
    const forms = [low, low, { low, high }, { low, likely: (low + high) / 2, high }, 0];
    return forms[below(forms.length)];
  };
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      kReportingInputs.flatMap((input) => (below(12) === 0 ? [] : [[input, amount()]])),
    ),
  );
}

/** Requests of A/B tests: two to eight variants, some with revenue, read once or while they run. */
export function abTests(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const variant = () => {
    const visitors = 1 + below(10 ** (1 + below(6)));
    const conversions = below(visitors * next() ** 3 + 1);
    const revenue =
      conversions > 0 ? { revenue: below(1e6) / 8, basketDeviation: below(800) / 8 } : {};
    return { visitors, conversions, ...(below(2) ? { share: 1 + below(3) } : {}), ...revenue };
  };
  return Array.from({ length: count }, () => ({
    variants: Array.from({ length: 2 + below(7) }, variant),
    running: below(2) === 0,
    confidence: [0.9, 0.95, 0.99][below(3)],
    ...(below(2) ? { days: 1 + below(60) } : {}),
    ...(below(2)
      ? {
          plan: {
            ...(below(2) ? { rate: (1 + below(99)) / 100 } : {}),
            onePercent: below(2000) - 500,
          },
        }
      : {}),
  }));
}

/** Requests of A/B tests that are planned. */
export function abTestPlans(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  return Array.from({ length: count }, () => ({
    rate: (1 + below(300)) / 1000,
    lift: (1 + below(100)) / 50,
    variants: 2 + below(3),
    ...(below(4) ? { visitorsPerDay: 1 + below(10000) } : {}),
    ...(below(4) ? { horizonDays: 10 + below(700), spread: (1 + below(200)) / 1000 } : {}),
  }));
}

/** Requests of holdout tests: counts, rates or neither, some of them nobody's. */
export function holdouts(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const group = () => {
    const people = 1 + below(5000);
    const forms = [{ customers: below(people + 1) }, { rate: below(1001) / 1000 }, {}];
    return { ...(below(8) && { people }), ...forms[below(3)] };
  };
  return Array.from({ length: count }, () => ({
    treated: group(),
    control: group(),
    ...(below(3) && { cost: below(10_000) / 7 }),
    ...(below(3) && { value: below(10_000) / 7 }),
  }));
}

/** Tables of regions and days, laid out in each way, some with gaps; half of them tested. */
export function geoTests(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const sold = (region, day) =>
    ((3 + region) * (40 + (day % 7) * (1 + (region % 3)) + 9 * next())).toFixed(below(3));
  const dayOf = (day) => new Date(Date.UTC(2026, 7, 1 + day)).toISOString().slice(0, 10);
  return Array.from({ length: count }, () => {
    const regions = Array.from({ length: 2 + below(12) }, (_, at) => `R${at}`);
    const days = Array.from({ length: 16 + below(60) }, (_, at) => dayOf(at));
    const cell = (region, day) => (below(2000) ? sold(region, day) : '');
    const wide = [
      ['day', ...regions],
      ...days.map((day, at) => [day, ...regions.map((_, region) => cell(region, at))]),
    ];
    const long = [
      ['region', 'day', 'sold'],
      ...regions.flatMap((name, region) => days.map((day, at) => [name, day, cell(region, at)])),
    ];
    const across = wide[0].map((_, column) => wide.map((row) => row[column]));
    const text = [wide, long, across][below(3)].map((row) => row.join('\t')).join('\n');
    const start = 10 + below(days.length - 10);
    return {
      text,
      decimal: 'point',
      ...(below(4) && { treated: regions.slice(0, 1 + below(2)) }),
      ...(below(4) && { start: days[start] }),
      ...(below(2) && { end: days[Math.min(days.length - 1, start + below(14))] }),
      ...(below(2) && { length: 1 + below(30) }),
      ...(below(2) && { claimed: 1000, cost: 500 / 3, value: 7 }),
    };
  });
}

/** Requests of tracking links: any addresses, values and rules. */
export function trackingLinks(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const pieces = ['?', '#', '&', '=', '%E9', '%', '+', ' ', 'é', 'utm_source=a', 'UTM_ID=1', 'x'];
  const values = ['google', 'Cpc', 'newsletter', 'Été – Soldes', '', 'a b', 'j@b.example', 'shop'];
  const pick = (list) => list[below(list.length)];
  const tags = () => ({ source: pick(values), medium: pick(values), campaign: pick(values) });
  const channel = (id) => ({ id, platform: pick(['x', 'search', 'other']), paid: below(2) > 0 });
  return Array.from({ length: count }, () => ({
    address: `https://a.example/${Array.from({ length: below(9) }, () => pick(pieces)).join('')}`,
    place: pick(['query', 'fragment']),
    existing: pick(['keep', 'replace']),
    rules: {
      lower: below(2) > 0,
      plain: below(2) > 0,
      separator: pick(['_', '-']),
      allowed: { medium: below(2) ? ['email', 'CPC'] : [] },
    },
    tags: tags(),
    channels: ['a', 'b'].slice(below(3)).map(channel),
    campaigns: [tags()],
    contents: Array.from({ length: below(3) }, () => ({ content: pick(values) })),
  }));
}

const kRules = ['last', 'first', 'linear', 'position', 'timeDecay', 'markov', 'shapley'];

/** Requests to split counts of channels by credits, some of which are 0. */
export function redistributions(count, seed) {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const credits = () => Object.fromEntries(kRules.map((rule) => [rule, below(4) * next() * 100]));
  return Array.from({ length: count }, () => ({
    channels: Array.from({ length: 1 + below(5) }, (_, at) => ({
      id: `c${at}`,
      count: below(1000) / 7,
      names: Array.from({ length: 1 + below(3) }, credits),
    })),
  }));
}
