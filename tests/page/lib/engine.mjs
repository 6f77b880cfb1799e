// The page's engine over the built module.
import { loadModule } from '../../../web/scripts/module.mjs';
import { Engine } from '../../../web/src/engine/engine.ts';

export const engine = new Engine(await loadModule());
