// Requests for every analysis.

/** Every analysis of a document, with figures that most documents have. */
export function analyses(document) {
  const [{ id, channels }] = document.scenarios;
  const input = `/scenarios/0/${document.scenarios[0].closeRate === undefined ? 'channels/0/leads' : 'closeRate'}`;
  const request = (fields) => JSON.stringify({ ...fields, document });
  const few = { trials: 1000, seed: 7 };
  return {
    simulate: [
      request({ ...few, histograms: true, pairs: [[channels[0].id, channels.at(-1).id]] }),
      request({ ...few, against: document.scenarios.at(-1).id, metrics: ['fullCostCac', 'value'] }),
    ],
    sensitivity: [
      request({ metric: 'profit', ...few }),
      request({ metric: 'fullCostCpl', ...few }),
    ],
    solve: [
      request({ metric: 'profit', target: 0, input }),
      request({ metric: 'roi', target: 0.5, input, probability: 0.8, trials: 512 }),
    ],
    cashFlow: [request({ channels: true, trials: 512 })],
    compare: [request({ from: id, to: document.scenarios.at(-1).id })],
    splitBudget: [request({ total: 5000, trials: 512 })],
  };
}
