// The hosted page: index.html with hashed assets, usable in any folder.
import { defineConfig } from 'vite';
import { packStyles } from './scripts/css.mjs';
import { askAhead, loadNothing } from './scripts/preload.mjs';

export default defineConfig({
  plugins: [packStyles(), loadNothing, askAhead],
  base: './',
  // While it is worked on: the module lies beside web, and other pages are made by scripts.
  server: { fs: { allow: ['..'] } },
  optimizeDeps: { entries: ['index.html'] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // What is fetched later needs nothing else that is not there yet.
    modulePreload: false,
    rolldownOptions: {
      input: { index: 'index.html', ahead: 'src/pages/ahead.ts' },
      // What chooses the language is one small file, which each language needs, and nothing else.
      output: {
        codeSplitting: { groups: [{ name: 'ahead', test: /pages\/ahead|locales\/(index|nouns)/ }] },
      },
    },
    license: { fileName: 'licences.json' },
  },
});
