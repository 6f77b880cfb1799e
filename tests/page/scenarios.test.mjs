// Other versions of the plan, kept beside it: each edited in its turn, none of them ever lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field } from '../e2e/lib/calculator.mjs';
import { open } from './lib/calculator.mjs';

/** The return on investment of the example at another close rate. */
const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;

const inScenario = (index, name) => name.replace('/scenarios/0/', `/scenarios/${index}/`);
const closeRate = (index) => inScenario(index, field.closeRate);

const tabs = (page) => page.root.all('[data-scenario]').map(({ words }) => words);

const shown = (page) => page.root.first('.scenarios [aria-current]')?.words;

function compareWith(page, what) {
  page.press('Compare with…');
  page.press(what);
}

const show = (page, name) => page.press(name, '.tabs');

test('with one plan there is one quiet link', () => {
  const page = open();
  assert.deepEqual(tabs(page), []);
  page.idle();
  const before = page.root.words;
  page.press('Compare with…');
  page.says(/an alternative/);
  page.press('Compare with…');
  assert.equal(page.root.words, before);
});

test('undo and redo show what they change', () => {
  const page = open();
  compareWith(page, 'the last campaign');
  page.type(closeRate(1), '20');
  page.leave();
  show(page, 'Plan');
  page.undo();
  assert.equal(shown(page), 'Last campaign');
  page.expect({ roi: roiAt(0.1) });
  show(page, 'Plan');
  page.redo();
  assert.equal(shown(page), 'Last campaign');
  page.expect({ roi: roiAt(0.2) });
  page.undo();
  page.undo();
  assert.deepEqual(tabs(page), []);
  assert.equal(page.fieldText(field.closeRate), '10');
  page.redo();
  assert.equal(shown(page), 'Last campaign');
});

test('removing is undone; the only one left is the plan', () => {
  const page = open();
  compareWith(page, 'an alternative');
  page.type(closeRate(1), '20');
  page.leave();
  show(page, 'Plan');
  page.press('Remove Plan');
  assert.deepEqual(tabs(page), []);
  page.expect({ roi: roiAt(0.2) });
  assert.equal(page.fieldText(closeRate(0)), '20');
  compareWith(page, 'the same period last year');
  assert.deepEqual(tabs(page), ['Plan', 'Same period last year']);
  page.undo();
  page.undo();
  assert.deepEqual(tabs(page), ['Plan', 'Alternative']);
  assert.equal(shown(page), 'Plan');
  page.expect({ roi: roiAt(0.1) });
});

test('scenarios are named after their role until they are renamed', () => {
  const page = open();
  compareWith(page, 'an alternative');
  compareWith(page, 'an alternative');
  assert.deepEqual(tabs(page), ['Plan', 'Alternative 1', 'Alternative 2']);
  page.press('Rename');
  page.type('/scenarios/2/name', 'More video');
  page.leave();
  assert.deepEqual(tabs(page), ['Plan', 'Alternative 1', 'More video']);
  page.useLanguage('fr');
  assert.deepEqual(tabs(page), ['Plan', 'Variante 1', 'More video']);
  page.choose('/scenarios/2/role', 'lastCampaign');
  page.clear('/scenarios/2/name');
  assert.deepEqual(tabs(page), ['Plan', 'Variante', 'Dernière campagne']);
  page.assertNumbersAreNumbers();
});

test('what is wrong in one scenario is not said of another', () => {
  const page = open();
  compareWith(page, 'an alternative');
  page.type(closeRate(1), 'abc');
  page.leave();
  page.says(/last valid/);
  show(page, 'Plan');
  page.doesNotSay(/last valid/);
  assert.equal(page.error(closeRate(0)), undefined);
  show(page, 'Alternative');
  assert.match(page.error(closeRate(1)), /\w+ \w+/);
  assert.equal(page.fieldText(closeRate(1)), 'abc');
});

test('a preset replaces them all, and undo brings them back', () => {
  const page = open();
  compareWith(page, 'an alternative');
  page.type(closeRate(1), '20');
  page.leave();
  page.choose('preset', 'saas');
  assert.deepEqual(tabs(page), []);
  page.undo();
  assert.equal(shown(page), 'Alternative');
  page.expect({ roi: roiAt(0.2) });
});

test('channels that are added in two scenarios are two channels', () => {
  const page = open();
  compareWith(page, 'an alternative');
  page.addChannel();
  show(page, 'Plan');
  page.addChannel();
  const ids = page.store.document.scenarios.map(({ channels }) => channels.at(-1).id);
  assert.equal(new Set(ids).size, 2);
});
