// What has happened is said in the past.
import type { Scenario } from '../../generated/contract';
import type { Catalogue } from '../locales/catalogue';
import type { Format } from '../locales/format';
import { pastWords } from '../locales/later/past';
import { hasHappened } from '../view/view';

export const wordsOf = (text: Catalogue, format: Format, scenario: Scenario): Catalogue =>
  hasHappened(scenario) ? pastWords({ format })(text) : text;
