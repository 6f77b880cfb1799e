// What comes out of the printer: a page printed into a PDF, read by another program.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { seen } from './seen.mjs';

const run = promisify(execFile);
const kLarge = { maxBuffer: 64 * 1024 * 1024 };

export class Pdf {
  /** Prints as the browser's own command does. */
  static async of(page, folder, format) {
    const file = path.join(folder, `printed-${format}.pdf`);
    await page.pdf({ path: file, format });
    const { stdout: info } = await run('pdfinfo', [file]);
    const { stdout: text } = await run('pdftotext', ['-layout', file, '-'], kLarge);
    return new Pdf(file, info, text);
  }

  constructor(file, info, text) {
    this.file = file;
    const [, width, height] = info.match(/Page size:\s+([\d.]+) x ([\d.]+)/);
    this.size = [Number(width), Number(height)].map(Math.round);
    /** The lines of each page, without ligatures and with plain spaces. */
    this.pages = seen(text)
      .normalize('NFKC')
      .split('\f')
      .slice(0, -1)
      .map((page) => page.split('\n').filter((line) => line.trim() !== ''));
  }

  get lines() {
    return this.pages.flat();
  }

  /** Its words, wherever their lines were broken. */
  get text() {
    return this.lines.join(' ').replaceAll(/\s+/g, ' ');
  }

  /** Lightness of every dot of its first page, from 0 to 1. */
  async dots() {
    const [{ rows }] = await this.#drawn(1);
    return rows.flat();
  }

  /** How far down each page something stands, between the margins of the report, from 0 to 1. */
  async filled() {
    const drawn = await this.#drawn(this.pages.length);
    return drawn.map(({ rows }) => {
      const [top, bottom] = [15, 297 - 18].map((mm) => Math.round((rows.length * mm) / 297));
      const last = rows.slice(0, bottom).findLastIndex((row) => row.some((dot) => dot < 0.9));
      return (last - top) / (bottom - top);
    });
  }

  /** The dots of its first pages, row by row. */
  async #drawn(pages) {
    const args = ['-r', '30', '-gray', '-f', '1', '-l', String(pages), this.file];
    const { stdout } = await run('pdftoppm', args, { ...kLarge, encoding: 'buffer' });
    const drawn = [];
    for (let at = 0; at < stdout.length; ) {
      const text = stdout.subarray(at, at + 60).toString('latin1');
      const [head, width, height] = text.match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
      const [wide, high] = [Number(width), Number(height)];
      const dots = [...stdout.subarray(at + head.length, at + head.length + wide * high)];
      const rows = Array.from({ length: high }, (_, row) =>
        dots.slice(row * wide, (row + 1) * wide).map((dot) => dot / 255),
      );
      drawn.push({ rows });
      at += head.length + wide * high;
    }
    return drawn;
  }
}
