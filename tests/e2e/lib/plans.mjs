// Plans small enough to be worked out by hand.

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
