// One tool alone in someone else's page: <roi-calculator tool="reporting-time">, with nothing of the calculator but
// what the tool needs. The element is nobody's: it is found by its attribute, so that the calculator's own script may
// define its name before or after. What is inside it stays until there is something to show.
import { ownAddress } from '../embed/own-address';
import { fieldsAtOnce } from './fields';
import { type Answering, answeringFrom } from './module';
import { type Alone, Stage } from './stage';

const kWatched = ['tool', 'lang', 'currency', 'theme', 'page-src'];

export function standAlone(alone: Omit<Alone, 'page'>): void {
  const { id } = alone.tool;
  const address = ownAddress();
  const page = address?.startsWith('http') ? new URL('../index.html', address).href : undefined;
  // The script may be there twice.
  const key = Symbol.for(`roi-calculator ${id}`);
  if (key in globalThis) return;
  Object.assign(globalThis, { [key]: true });
  const stages = new WeakMap<Element, Promise<Stage>>();
  let answering: Promise<Answering> | undefined;
  const begin = async (element: HTMLElement) => {
    answering ??= answeringFrom();
    await fieldsAtOnce();
    return Stage.on(element, { ...alone, page }, await answering);
  };
  const look = (element: HTMLElement) => {
    const known = stages.get(element);
    if (known) known.then((stage) => stage.follow(), nothing);
    else if (element.getAttribute('tool') === id) {
      const stage = begin(element);
      stage.catch((why) => console.info(`roi-calculator tool="${id}"`, why));
      stages.set(element, stage);
    }
  };
  const lookIn = (node: ParentNode) => {
    for (const one of node.querySelectorAll<HTMLElement>('roi-calculator[tool]')) look(one);
  };
  lookIn(document);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') {
        if (target instanceof HTMLElement && target.localName === 'roi-calculator') look(target);
      }
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        if (node.matches('roi-calculator[tool]')) look(node);
        lookIn(node);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: kWatched });
}

const nothing = () => {};
