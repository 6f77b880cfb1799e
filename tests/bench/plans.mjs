// Documents to measure with.
import { readFileSync } from 'node:fs';

const contract = new URL('../../core/contract/evidence.schema.json', import.meta.url);
const evidence = JSON.parse(readFileSync(contract, 'utf8'));

const document = (channels, more = {}) => ({
  schemaVersion: 1,
  scenarios: [
    {
      id: 'plan',
      period: { kind: 'quarter' },
      currency: 'EUR',
      action: 'lead',
      ...more,
      channels,
    },
  ],
});

/** Four ranges to each channel: clicks, two rates and the value of a customer. */
export function ranged(count) {
  const channel = (i) => ({
    id: `channel${i}`,
    clicks: { low: 900 + 100 * i, high: 1500 + 120 * i },
    conversionRate: { low: 0.05, high: 0.12 },
    closeRate: { low: 0.08, likely: 0.1, high: 0.2 },
    value: { mode: 'revenue', revenuePerCustomer: { low: 300, high: 600 + 50 * i } },
    costs: [{ kind: 'adSpend', amount: 1500 + 100 * i }],
    response: { elasticity: 0.6 },
  });
  const channels = Array.from({ length: count }, (_, i) => channel(i));
  return document(channels, { time: { horizonMonths: 24, discountRate: 0.08, lagMonths: 2 } });
}

/** The same, with the leads of some channels observed 40 days after it began. */
export function observed(plan, channels) {
  const counts = Array.from({ length: channels }, (_, i) => ({
    channel: `channel${i}`,
    date: '2026-05-10',
    leads: 40 + 5 * i,
  }));
  const [scenario] = plan.scenarios;
  return { ...plan, scenarios: [{ ...scenario, observed: { start: '2026-04-01', counts } }] };
}

/** Twenty lines of cost to each channel. */
export function large(count) {
  const lines = Array.from({ length: 20 }, (_, i) => ({ kind: 'tools', amount: 10 + i }));
  const channel = (i) => ({ id: `channel${i}`, leads: 100 + i, costs: lines });
  const channels = Array.from({ length: count }, (_, i) => channel(i));
  const value = { mode: 'revenue', revenuePerCustomer: 900 };
  return document(channels, { closeRate: 0.1, value });
}

/** The plan, and the same with other figures beside it. */
export function withAlternative(plan) {
  const [scenario] = plan.scenarios;
  const channels = scenario.channels.map((channel) => ({
    ...channel,
    closeRate: 0.12,
    costs: [
      { kind: 'adSpend', amount: 1700 },
      { kind: 'tools', amount: 90 },
    ],
  }));
  return { ...plan, scenarios: [scenario, { ...scenario, id: 'other', channels }] };
}

/** Every KPI of so many channels that know all its counts, each a number or a range. */
export function scorecardOf(count, areRanges) {
  const { kpiId, kpiCounts } = evidence.$defs;
  const inputs = Object.keys(kpiCounts.properties);
  const countOf = (at, i) => 1e6 / (at + 1) + i;
  const ranged = (likely) => ({ low: 0.9 * likely, likely, high: 1.2 * likely });
  const isMoney = (input) => kpiCounts.properties[input].$ref.endsWith('kpiMoney');
  const counts = (i) =>
    inputs.map((input, at) => {
      const number = countOf(at, i);
      return [input, areRanges && !isMoney(input) ? ranged(number) : number];
    });
  const channels = Array.from({ length: count }, (_, i) => ({
    id: `channel${i}`,
    counts: Object.fromEntries(counts(i)),
  }));
  return { goal: 'profit', kpis: kpiId.enum, channels };
}

/** The simulation of a ranged plan's ROI, in Squiggle. */
export function squiggleOf(plan) {
  const { channels } = plan.scenarios[0];
  const range = ({ low, high }) => `${low} to ${high}`;
  const lines = channels.map((channel, i) => {
    const factors = [channel.clicks, channel.conversionRate, channel.closeRate];
    const product = [...factors, channel.value.revenuePerCustomer].map((one) => `(${range(one)})`);
    return `back${i} = ${product.join(' * ')}\nroi${i} = back${i} / ${channel.costs[0].amount} - 1`;
  });
  const cost = channels.reduce((sum, channel) => sum + channel.costs[0].amount, 0);
  const all = channels.map((_, i) => `back${i}`).join(' + ');
  const levels = [0.05, 0.25, 0.5, 0.75, 0.95];
  const asked = ['total', ...channels.map((_, i) => `roi${i}`)].flatMap((name) =>
    levels.map((level) => `quantile(${name}, ${level})`),
  );
  return `${lines.join('\n')}\ntotal = (${all}) / ${cost} - 1\n[${asked.join(', ')}]`;
}
