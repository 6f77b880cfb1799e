/** In place of Vite's helper, which loads what parts need: here each is whole by itself. */
export const loadNothing = {
  name: 'load-nothing',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

/** The module is asked for along with the script that calls it, and not only by it. */
export const askForModule = {
  name: 'ask-for-module',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const part = Object.keys(bundle).find((name) => /roi\.first.*\.wasm$/.test(name));
      if (!part) return [];
      const attrs = { rel: 'preload', as: 'fetch', href: `./${part}`, crossorigin: true };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
  },
};
