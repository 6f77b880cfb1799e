// The built page, served for as long as tests run.
import { dist } from './built.mjs';
import { closeAfterAll } from './closing.mjs';
import { serve } from './server.mjs';

const server = await serve(dist);
closeAfterAll(() => server.close());

export const hosted = (query = '') => `${server.origin}/${query}`;
