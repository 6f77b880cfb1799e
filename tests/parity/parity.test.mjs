// Native and wasm answer every question with the same bytes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadModule } from '../../web/scripts/module.mjs';

const root = new URL('../../', import.meta.url);
const release = new URL('.build/release/', root).pathname;
const module = await loadModule();
const seed = process.env.ROI_SEED ?? '20261122';

function native(args, input) {
  const { stdout, stderr } = spawnSync(`${release}core/roi`, args, { input, maxBuffer: 1 << 28 });
  return (stdout.length > 0 ? stdout : stderr).toString().replace(/\n$/, '');
}

const golden = new URL('tests/golden/', root);
const cases = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of cases) {
  test(`golden ${name}`, () => {
    const text = readFileSync(new URL(`${name}/scenario.json`, golden), 'utf8');
    assert.equal(module.evaluate(text), native(['evaluate', '-'], text));
    for (const metric of ['roi', 'fullCostCpl', 'breakEvenRoas', 'goalBudget']) {
      const request = `{"metric":"${metric}","document":${text}}`;
      assert.equal(module.explain(request), native(['explain', metric, '-'], text));
    }
  });
}

test(`1000 random scenarios, seed ${seed}`, () => {
  const made = execFileSync(`${release}tests/roi_random_documents`, ['1000', seed], {
    maxBuffer: 1 << 28,
  });
  const documents = made.toString().split('\n').filter(Boolean);
  assert.equal(documents.length, 1000);
  const replies = execFileSync(`${release}tests/roi_replies`, { input: made, maxBuffer: 1 << 30 });
  const lines = replies.toString().split('\n').filter(Boolean);
  assert.equal(lines.length, 1000);
  for (const [i, document] of documents.entries()) {
    assert.equal(module.evaluate(document), lines[i], `seed ${seed}, document ${i}: ${document}`);
  }
});

test('hostile texts', () => {
  const corpus = new URL('tests/fuzz/corpus/', root);
  for (const name of readdirSync(corpus)) {
    const text = readFileSync(new URL(name, corpus));
    const wellFormed = text.toString('utf8').toWellFormed();
    assert.equal(module.evaluate(wellFormed), native(['evaluate', '-'], wellFormed), name);
  }
});

test('numbers as typed', () => {
  const texts = ['1 234,5', '1.234', '12,5 %', '4..8', '50 ± 10', '1/10', '0.1', '99999999999.99'];
  for (const text of texts) {
    for (const locale of ['fr-FR', 'en-US']) {
      for (const unit of ['money', 'rate']) {
        const request = JSON.stringify({ text, locale, unit });
        assert.equal(module.readNumber(request), native(['read-number', '-'], request));
      }
    }
  }
});
