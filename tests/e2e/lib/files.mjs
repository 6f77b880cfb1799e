// Files that a visitor drops on a calculator.

/** `content`: a text, or bytes. */
export const dropFile = (calculator, name, content, type = '') =>
  calculator.page.evaluate(
    (at, called, parts, kind) => {
      const { shadowRoot } = document.querySelectorAll('roi-calculator')[at];
      const content = typeof parts === 'string' ? parts : new Uint8Array(parts);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], called, { type: kind }));
      const init = { bubbles: true, composed: true, cancelable: true, dataTransfer };
      shadowRoot.querySelector('h1').dispatchEvent(new DragEvent('drop', init));
    },
    calculator.index,
    name,
    typeof content === 'string' ? content : [...content],
    type,
  );
