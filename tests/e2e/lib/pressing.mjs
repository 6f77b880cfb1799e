// Presses as whoever looks what is under the pointer: a page may move between being looked at and being pressed.
import { until } from './until.mjs';

/** Does what presses an element. A press that something else would get reaches nothing, and is done again. */
export async function press(element, act) {
  let inTheWay;
  const isPressed = async () => {
    await element.evaluate(watch);
    await act();
    inTheWay = await element.evaluate(whatWasInTheWay).catch(isGone);
    return inTheWay === undefined;
  };
  await until({ toString: () => `a press that ${inTheWay} does not get` }, isPressed);
}

/** What is pressed may go, with its page. */
const isGone = () => undefined;

/** Runs in the page: lets nothing but the element have what begins with a press. */
function watch(element) {
  const key = Symbol.for('pressing');
  const down = ['pointerdown', 'mousedown', 'touchstart'];
  const up = ['pointerup', 'mouseup', 'touchend', 'click'];
  const pressing = { inTheWay: undefined };
  const keep = (event) => {
    if (event.type === 'pointerdown' && !event.composedPath().includes(element))
      pressing.inTheWay = event.composedPath()[0].outerHTML?.slice(0, 200) ?? 'the window';
    if (pressing.inTheWay === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const listen = (act) => {
    for (const type of [...down, ...up]) window[act](type, keep, { capture: true, passive: false });
  };
  window[key]?.leave();
  pressing.leave = () => listen('removeEventListener');
  window[key] = pressing;
  listen('addEventListener');
}

function whatWasInTheWay() {
  const pressing = window[Symbol.for('pressing')];
  pressing?.leave();
  return pressing?.inTheWay;
}
