// What is opened once for every file of tests in a process, and closed after them.
import { after } from 'node:test';

const closings = [];
let isLeft = false;

/** Who runs several files, one after the other, calls closeAll when all are done. */
export function leaveOpen() {
  isLeft = true;
}

export async function closeAll() {
  for (const close of closings) await close();
}

export function closeAfterAll(close) {
  closings.push(close);
  if (!isLeft) after(close);
}
