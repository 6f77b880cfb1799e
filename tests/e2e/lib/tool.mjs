// What tests of the tools that bring figures do and see: the tool that is open, its words, its fields.
import { until } from './until.mjs';

const kOpen = '.evidence';

/** All that the open tool says; nothing while it is not there. */
const words = (page) => page.inside((root, css) => root.querySelector(css)?.innerText ?? '', kOpen);

export const says = (page, pattern) =>
  until(String(pattern), async () => pattern.test(await words(page)));

export const isThere = (page, selector) =>
  until(selector, () => page.inside((root, css) => root.querySelector(css) !== null, selector));

export const focus = (page, selector) =>
  page.inside((root, css) => root.querySelector(css).focus(), selector);
