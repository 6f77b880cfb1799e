// The page's examples, and plans small enough to be worked out by hand.
import { readdirSync, readFileSync } from 'node:fs';

const examples = new URL('../../../web/src/plan/presets/', import.meta.url);

/** The names of the examples that hold figures. */
export const exampleNames = readdirSync(examples).map((name) => name.replace('.json', ''));

export const exampleOf = (name) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, examples), 'utf8'));

/** One lead in ten becomes a customer, who brings 300 unless `fields` say otherwise. */
export const planOf = (channels, fields = {}) => ({
  schemaVersion: 2,
  scenarios: [
    {
      id: 'plan',
      period: { kind: 'month' },
      currency: 'EUR',
      action: 'lead',
      closeRate: 0.1,
      value: { mode: 'revenue', revenuePerCustomer: 300 },
      ...fields,
      channels,
    },
  ],
});

/** So many leads cost so much, and a customer brings 500. */
export const smallPlan = ({ leads = 100, amount = 1000, goal } = {}) =>
  planOf([{ id: 'one', platform: 'email', leads, costs: [{ kind: 'adSpend', amount }] }], {
    value: { mode: 'revenue', revenuePerCustomer: 500 },
    ...(goal ? { goal } : {}),
  });
