// What axe finds wrong with a page as it stands.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const axe = readFileSync(
  new URL('../../../web/node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

export async function assertAccessible(calculator, state) {
  const { page } = calculator;
  // Transitions would show colours between two states.
  await calculator.drawn();
  if (await page.evaluate(() => !window.axe)) await page.evaluate(`(() => {${axe}})()`);
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
      reporter: 'v2',
    });
    return found.violations.map(({ id, nodes }) => {
      const [first] = nodes;
      const said = [...first.any, ...first.all, ...first.none].map(({ message }) => message);
      return `${id} × ${nodes.length}: ${first.html.slice(0, 160)} (${said.join('; ')})`;
    });
  });
  assert.deepEqual(violations, [], state);
}
