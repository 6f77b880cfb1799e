// Runs those of the files of tests that no other process with the same folder has taken, one after the
// other in the same browsers:
//   node --test-reporter=tap tests/e2e/share.mjs FOLDER FILE...
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { closeAll, leaveOpen } from './lib/closing.mjs';

const [folder, ...files] = process.argv.slice(2);

function take(file) {
  try {
    writeFileSync(path.join(folder, path.basename(file)), '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

const run = (file) =>
  new Promise((done) => {
    describe(path.basename(file, '.test.mjs'), async () => {
      after(done);
      await import(pathToFileURL(path.resolve(file)));
    });
  });

leaveOpen();
for (const file of files) if (take(file)) await run(file);
await closeAll();
