// The script of the single file: one module without imports; scripts/single.mjs packs it.
import { defineConfig } from 'vite';
import { packStyles } from './scripts/css.mjs';

export default defineConfig({
  plugins: [packStyles()],
  publicDir: false,
  build: {
    outDir: '../.build/single',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: 'src/entries/single.ts',
      output: { entryFileNames: 'single.js', codeSplitting: false },
    },
  },
});
