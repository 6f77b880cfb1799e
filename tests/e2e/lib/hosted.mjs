// The built page, served for as long as the tests of a file run.
import { after, before } from 'node:test';
import { dist } from './built.mjs';
import { serve } from './server.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

export const hosted = (query = '') => `${server.origin}/${query}`;
