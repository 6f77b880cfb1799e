// Scripts that are one module without imports; scripts/single.mjs and scripts/embed.mjs pack them.
// The mode says which: an entry of src/pages. What hosts load runs as a classic script as well; of the
// embed script, which is two chunks, scripts/embed.mjs makes such scripts.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { packStyles } from './scripts/css.mjs';
import { importAtOnce } from './scripts/one-script.mjs';
import { loadNothing } from './scripts/preload.mjs';
import { leaveOut, onlyTemplates } from './scripts/tools-alone.mjs';

const kGlueOfAll = fileURLToPath(new URL('../.build/wasm/wasm/roi.all.mjs', import.meta.url));
const kClassic = ['embed', 'frame-host'];

export default defineConfig(({ mode }) => {
  const isTool = mode.startsWith('tool-');
  const isClassic = isTool || kClassic.includes(mode);
  const isInTwo = mode === 'embed';
  return {
    plugins: [
      packStyles(),
      loadNothing,
      ...(mode === 'single' || isTool ? [importAtOnce] : []),
      ...(isTool ? [leaveOut] : []),
    ],
    publicDir: false,
    // The single file has one module for all (core/docs/decisions/0020-the-reader-apart.md).
    ...(mode === 'single'
      ? { resolve: { alias: [{ find: /^.*\/roi\.mjs$/, replacement: kGlueOfAll }] } }
      : {}),
    ...(isTool ? { resolve: { alias: onlyTemplates } } : {}),
    build: {
      outDir: '../.build/single',
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        // Of Vite's own helper, which has nothing to load here.
        ...(isClassic ? { transform: { define: { 'import.meta': '{}' } } } : {}),
        // Of languages, which are chunks of their own in the hosted page only.
        ...(isInTwo ? { checks: { ineffectiveDynamicImport: false } } : {}),
        input: `src/pages/${mode}.ts`,
        output: {
          format: isClassic && !isInTwo ? 'iife' : 'es',
          entryFileNames: `${mode}.js`,
          ...(isInTwo ? { chunkFileNames: 'embed-[name].js' } : { codeSplitting: false }),
        },
      },
    },
  };
});
