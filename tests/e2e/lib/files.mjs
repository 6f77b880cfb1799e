// Files that a visitor drops on a calculator.
import { exampleOf } from './plans.mjs';

const example = exampleOf('email');

/** `content`: a text, or bytes. */
export const dropFile = (calculator, name, content, type = '') =>
  calculator.page.evaluate(
    (at, called, parts, kind) => {
      const { shadowRoot } = document.querySelectorAll('roi-calculator')[at];
      const content = typeof parts === 'string' ? parts : new Uint8Array(parts);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], called, { type: kind }));
      const init = { bubbles: true, composed: true, cancelable: true, dataTransfer };
      shadowRoot.querySelector('h1').dispatchEvent(new DragEvent('drop', init));
    },
    calculator.index,
    name,
    typeof content === 'string' ? content : [...content],
    type,
  );

/** Files of something else, and what is said of each. */
export const kForeign = {
  'report.pdf': [Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), /PDF/],
  'shot.png': [Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /picture/, 'image/png'],
  'page.html': ['<!doctype html>\n<html lang="en"><p>Hello, you', /web page/],
  'empty.csv': ['', /is empty/],
  'blank.json': [' \r\n\t', /is empty/],
  'song.mp3': [Buffer.from('4944330400000000', 'hex'), /no scenario/],
  'letter.txt': ['Dear all,\nplease find enclosed', /no scenario/],
};

/** Workbooks that cannot be opened, and what is said of each. */
export const kNoWorkbooks = {
  'report.xlsx': [Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\0\0', 'latin1'), /damaged.*CSV/],
  'old.xls': [Buffer.from('d0cf11e0a1b11ae1', 'hex'), /workbook.*CSV/],
};

/** Files that are no plan, and why. */
export const kBadFiles = {
  'not-json.json': ['hello', /no scenario/],
  'large.json': [`"${'x'.repeat(2_000_001)}"`, /too large/],
  'limit.json': [
    JSON.stringify({ ...example, scenarios: [{ ...example.scenarios[0], closeRate: 2 }] }),
    /at \/scenarios\/0\/closeRate/,
  ],
};

const kAccented = 'Canal;Coût;Abonnés\r\nÉté;1234,50;85\r\nNoël;2300;42\r\n';
const wide = Buffer.from(`\uFEFF${kAccented.replaceAll(';', '\t')}`, 'utf16le');

/** The same two channels, as spreadsheets write them. */
export const kEncoded = {
  'utf-8.csv': Buffer.from(kAccented),
  'utf-8-marked.csv': Buffer.from(`\uFEFF${kAccented}`),
  'windows-1252.csv': Buffer.from(kAccented, 'latin1'),
  'utf-16.tsv': wide,
  'utf-16-unmarked.txt': wide.subarray(2),
  'utf-16-reversed.tsv': Buffer.from(wide).swap16(),
  'without-an-ending': Buffer.from(kAccented),
  'misnamed.json': Buffer.from(kAccented),
};
