// A host's TypeScript compiles against the published types, and wrong uses do not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

function compiles(source) {
  const folder = mkdtempSync(path.join(tmpdir(), 'roi-types-'));
  try {
    copyFileSync(at('dist/embed/roi-calculator.d.ts'), path.join(folder, 'roi-calculator.d.ts'));
    cpSync(at('dist/embed/types'), path.join(folder, 'types'), { recursive: true });
    const file = path.join(folder, 'host.ts');
    writeFileSync(
      file,
      `import type * as roi from './roi-calculator';\nexport type { roi };\n${source}`,
    );
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext'];
    const more = ['--moduleResolution', 'bundler', '--types', '', '--lib', 'es2022,dom'];
    const { status, stdout } = spawnSync(
      at('web/node_modules/.bin/tsc'),
      [...options, ...more, file],
      {
        encoding: 'utf8',
      },
    );
    return { isFine: status === 0, said: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a host listens, asks and sets', () => {
  const { isFine, said } = compiles(`
    const one = document.querySelector('roi-calculator')!;
    one.addEventListener('roi-change', ({ detail }) => {
      const roi: number | { undefined: string } = detail.results.total.roi;
      const currency: string | undefined = detail.scenario.scenarios[0]?.currency;
      console.log(roi, currency);
    });
    document.addEventListener('roi-goal', () => {});
    const made = document.createElement('roi-calculator');
    made.mode = 'compact';
    const done: Promise<void> = made.setScenario('{}');
    const plan: roi.Document | undefined = made.getScenario();
    console.log(done, plan);`);
  assert.ok(isFine, said);
});

for (const [title, source] of [
  ['a method that is not there', "document.querySelector('roi-calculator')!.getAnswer();"],
  [
    'a figure that is not there',
    "document.querySelector('roi-calculator')!.getResults()!.total.fortune;",
  ],
  [
    'a figure of the goal among those of the total',
    "document.querySelector('roi-calculator')!.getResults()!.total.goalGap;",
  ],
  [
    'a plan without scenarios',
    "document.querySelector('roi-calculator')!.setScenario({ schemaVersion: 1 });",
  ],
]) {
  test(`${title} is refused`, () => assert.equal(compiles(source).isFine, false));
}
