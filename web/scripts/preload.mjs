/** In place of Vite's helper, which loads what parts need: here each is whole by itself. */
export const loadNothing = {
  name: 'load-nothing',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

/** The module is asked for along with the script that calls it, and not only by it; and so are the words. */
export const askAhead = {
  name: 'ask-ahead',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const names = Object.keys(bundle);
      const part = names.find((name) => /roi\.first.*\.wasm$/.test(name));
      const ahead = names.find((name) => /ahead.*\.js$/.test(name));
      if (!part || !ahead) return [];
      const wasm = { rel: 'preload', as: 'fetch', href: `./${part}`, crossorigin: true };
      const words = { type: 'module', async: true, crossorigin: true, src: `./${ahead}` };
      return [
        { tag: 'script', attrs: words, injectTo: 'head' },
        { tag: 'link', attrs: wasm, injectTo: 'head' },
      ];
    },
  },
};
