// How far a visitor comes, for a host that asks: which field was reached, which section opened, whether there was
// an answer after own typing, whether the page was left. Names only; of what is typed nothing is read.
import type { ReactiveControllerHost } from 'lit';
import type { RoiAnswer, RoiProgress } from './api';

type Watched = HTMLElement &
  Pick<ReactiveControllerHost, 'addController'> & {
    readonly renderRoot: DocumentFragment | HTMLElement;
  };

const kField = '[name^="/scenarios/"]';

/** The field in the document, without whose it is: places in lists and ids are left out. */
const questionOf = (pointer: string) =>
  (pointer.split('/weights/')[0] ?? '')
    .split('/')
    .slice(2)
    .filter((part) => /^[A-Za-z]+$/.test(part))
    .join('/');

export function watchProgress(element: Watched, tell: (progress: RoiProgress) => void): void {
  const root = element.renderRoot;
  const told = new Set<string>();
  let hasTyped = false;
  const once = (step: RoiProgress['step'], name?: string) => {
    const key = `${step} ${name}`;
    if (told.has(key)) return;
    told.add(key);
    tell(name ? { step, name } : { step });
  };
  const reached = (target: EventTarget | null | undefined) => {
    const field = target instanceof Element ? target.closest(kField) : null;
    if (field) once('question', questionOf(field.getAttribute('name') ?? ''));
  };
  root.addEventListener('focusin', ({ target }) => reached(target));
  root.addEventListener('input', ({ target }) => {
    hasTyped ||= target instanceof Element && target.matches(kField);
  });
  root.addEventListener(
    'toggle',
    ({ target }) => {
      const { open, dataset } = target as HTMLDetailsElement;
      if (open && dataset.section) once('section', dataset.section);
    },
    true,
  );
  element.addEventListener('roi-change', (event) => {
    const { results } = (event as CustomEvent<RoiAnswer>).detail;
    if (hasTyped && typeof results.total.roi === 'number') once('finished');
  });
  const leave = () => {
    if (hasTyped && document.visibilityState === 'hidden') once('left');
  };
  element.addController({
    hostConnected: () => document.addEventListener('visibilitychange', leave),
    hostDisconnected: () => document.removeEventListener('visibilitychange', leave),
  });
  reached(element.shadowRoot?.activeElement);
}
