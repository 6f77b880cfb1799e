// Presses as whoever looks what is under the pointer: a page may move between being looked at and being pressed.
import { until } from './until.mjs';

/** Does what presses an element. A press that something else would get reaches nothing, and is done again, as is
 * one that a driver lost. */
export async function press(element, act) {
  let got;
  const isPressed = async () => {
    await element.evaluate(watch);
    await act();
    got = await element.evaluate(whatElseGotIt).catch(isGone);
    return got === undefined;
  };
  await until({ toString: () => `a press that ${got} does not get` }, isPressed);
}

/** What is pressed may go, with its page. */
const isGone = () => undefined;

/** Runs in the page: lets nothing but the element have what begins with a press. */
function watch(element) {
  const key = Symbol.for('pressing');
  const down = ['pointerdown', 'mousedown', 'touchstart'];
  const up = ['pointerup', 'mouseup', 'touchend', 'click'];
  const pressing = { isBegun: false, inTheWay: undefined };
  const keep = (event) => {
    if (event.type === 'pointerdown') {
      const path = event.composedPath();
      pressing.isBegun = true;
      if (!path.includes(element))
        pressing.inTheWay = path[0].outerHTML?.slice(0, 200) ?? 'the window';
    }
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

/** What a driver lost never comes; what is only late does, in a busy page after seconds. */
async function whatElseGotIt() {
  const pressing = window[Symbol.for('pressing')];
  if (!pressing) return undefined;
  for (let looks = 0; !pressing.isBegun && looks < 100; ++looks)
    await new Promise((resolve) => setTimeout(resolve, 100));
  pressing.leave();
  return pressing.isBegun ? pressing.inTheWay : 'nobody';
}
