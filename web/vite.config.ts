// The hosted page: index.html with hashed assets, usable in any folder.
import { defineConfig } from 'vite';
import { packStyles } from './scripts/css.mjs';
import { askForModule, loadNothing } from './scripts/preload.mjs';

export default defineConfig({
  plugins: [packStyles(), loadNothing, askForModule],
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
    // In the first script, though only languages use it: each of them is one file that needs no other.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /locales\/nouns/, sideEffects: true }] },
    },
    license: { fileName: 'licences.json' },
  },
});
