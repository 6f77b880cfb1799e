// What a host wrote into attributes: what it is taken as, and what is said of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meantBy, valuesOf } from '../../web/src/embed/attributes.ts';
import { presetIds } from '../../web/src/plan/presets.ts';

/** As editors and people write them. */
const kMeant = [
  ['lang', '”fr”', 'fr'],
  ['lang', 'FR', 'fr'],
  ['lang', 'fr_CH', 'fr-CH'],
  ['lang', 'fr-CA', 'fr-CA'],
  ['preset', '“saas”', 'saas'],
  ['preset', 'SaaS', 'saas'],
  ['preset', ' B2B_Leads ', 'b2b-leads'],
  ['preset', 'B2B Leads', 'b2b-leads'],
  ['preset', 'b2b–leads', 'b2b-leads'],
  ['mode', '«compact»', 'compact'],
  ['mode', 'Compact', 'compact'],
  ['theme', 'DARK', 'dark'],
  ['theme', ' dark', 'dark'],
  ['loading', '’eager’', 'eager'],
  ['currency', '“chf”', 'CHF'],
  ['currency', '„eur“', 'EUR'],
  ['pageSrc', '”none”', 'none'],
];

const kUnknown = [
  ['mode', 'true'],
  ['theme', 'blue'],
  ['lang', 'de'],
  ['loading', 'yes'],
  ['preset', 'constructor'],
  ['preset', '__proto__'],
  ['currency', '<b>'],
  ['currency', 'euro'],
];

test('an attribute is taken as it was meant', () => {
  for (const [name, written, meant] of kMeant) assert.equal(meantBy(name, written), meant, written);
});

test('what is written as it should be stays so', () => {
  for (const name of ['lang', 'preset', 'mode', 'theme', 'loading']) {
    assert.ok(valuesOf(name).length > 1, name);
    for (const value of valuesOf(name)) assert.equal(meantBy(name, value), value);
  }
  assert.deepEqual(valuesOf('preset'), presetIds);
  assert.equal(meantBy('currency', 'USD'), 'USD');
});

test('what means nothing is left out', () => {
  for (const [name, written] of kUnknown) assert.equal(meantBy(name, written), undefined, written);
});
