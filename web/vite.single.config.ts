// Scripts that are one module without imports; scripts/single.mjs and scripts/embed.mjs pack them.
// The mode says which: an entry of src/pages. What hosts load runs as a classic script as well.
import { defineConfig } from 'vite';
import { packStyles } from './scripts/css.mjs';

/** In place of Vite's helper, which loads what parts need: here all is one script. */
const loadNothing = {
  name: 'load-nothing',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

const kClassic = ['embed', 'frame-host'];

export default defineConfig(({ mode }) => {
  const isClassic = kClassic.includes(mode);
  return {
    plugins: [packStyles(), loadNothing],
    publicDir: false,
    build: {
      outDir: '../.build/single',
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        // Of Vite's own helper, which has nothing to load here.
        ...(isClassic ? { transform: { define: { 'import.meta': '{}' } } } : {}),
        input: `src/pages/${mode}.ts`,
        output: {
          format: isClassic ? 'iife' : 'es',
          entryFileNames: `${mode}.js`,
          codeSplitting: false,
        },
      },
    },
  };
});
