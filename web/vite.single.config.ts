// Scripts that are one module without imports; scripts/single.mjs and scripts/embed.mjs pack them.
// The mode says which: an entry of src/entries.
import { defineConfig } from 'vite';
import { packStyles } from './scripts/css.mjs';

export default defineConfig(({ mode }) => ({
  plugins: [packStyles()],
  publicDir: false,
  build: {
    outDir: '../.build/single',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: `src/entries/${mode}.ts`,
      output: { entryFileNames: `${mode}.js`, codeSplitting: false },
    },
  },
}));
