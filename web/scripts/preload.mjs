/** In place of Vite's helper, which loads what parts need: here each is whole by itself. */
export const loadNothing = {
  name: 'load-nothing',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};
