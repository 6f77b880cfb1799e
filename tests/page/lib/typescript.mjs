// Lets Node run the page's TypeScript as it stands: node --import ./tests/page/lib/typescript.mjs
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
