// Runs files of tests in one process, which launches each browser and reads each module once:
//   node --test-reporter=tap tests/together.mjs FILE...
import path from 'node:path';
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) await import(pathToFileURL(path.resolve(file)));
