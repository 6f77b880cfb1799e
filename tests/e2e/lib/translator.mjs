// A translator, or an extension, that enters open shadow roots and goes on with whatever comes anew. What it
// makes of a text is that text again, so that a translated page must say what another one says.

/** What becomes of a text's node. */
export const kTranslators = ['replace', 'wrap', 'append', 'rewrite'];

/** Lets one loose in the page; `window.translations` counts how often it went to work. */
export const translate = (page, way) => page.evaluate(translator, way);

/** All that a calculator says, without what was put beside it that says the same. */
export const wordsOf = (calculator) =>
  calculator.inside((root) => {
    const copy = document.createElement('div');
    copy.append(...[...root.children].map((one) => one.cloneNode(true)));
    const isSame = (one) => one.previousSibling?.data?.trim() === one.textContent.trim();
    for (const one of copy.querySelectorAll('.beside')) if (isSame(one)) one.remove();
    return copy.textContent.replaceAll('\u2063', '').replaceAll(/\s+/g, ' ').trim();
  });

function translator(way) {
  const kLeft = 'style, script, textarea, option, font, [translate="no"], .notranslate';
  const ways = {
    replace(text, font) {
      font.textContent = text.data;
      text.replaceWith(font);
    },
    wrap(text, font) {
      text.replaceWith(font);
      font.append(text);
    },
    append(text, font) {
      font.className = 'beside';
      font.textContent = ` ${text.data}`;
      if (!text.nextSibling?.classList?.contains('beside')) text.after(font);
    },
    rewrite(text) {
      if (!text.data.endsWith('\u2063')) text.data += '\u2063';
    },
  };
  const { shadowRoot } = document.querySelector('roi-calculator');
  const observer = new MutationObserver(() => {
    clearTimeout(window.translating);
    window.translating = setTimeout(work, 20);
  });
  function work() {
    window.translations = (window.translations ?? 0) + 1;
    const walk = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest(kLeft)) continue;
      ways[way](text, document.createElement('font'));
    }
    observer.takeRecords();
  }
  observer.observe(shadowRoot, { subtree: true, childList: true, characterData: true });
  work();
}
