// Runs in the page: hands hostile texts to its calculator one after the other, and notes what came
// of each. One page is enough for all of them.

/** How long a page may stand still, in milliseconds. It should not be over 200, which a busy machine
 * cannot promise: ROI_STANDSTILL=200 asks for that. */
const kLongest = Number(process.env.ROI_STANDSTILL ?? 1000);

/** Puts `window.siege` into the page. */
export const besiege = (page) => page.evaluate(`window.siege = (${siege})(${kLongest})`);

/** The same as `window.siege.attack`, called from outside. */
export const attack = (page, way, inputs) =>
  page.evaluate((how, list) => window.siege.attack(how, list), way, inputs);

function siege(longest) {
  const host = document.querySelector('roi-calculator');
  const kTries = 3;

  const textOf = (input) => {
    if (typeof input === 'string') return input;
    const [start, piece, times, end] = input.made;
    return start + piece.repeat(times) + end;
  };

  const transferOf = (text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'plan.json', { type: 'application/json' }));
    return transfer;
  };

  /** What hands a text over, once all is ready for it. */
  const ways = {
    link(text) {
      return () => {
        location.hash = text;
      };
    },
    drop(text) {
      const init = { bubbles: true, composed: true, cancelable: true };
      const event = new DragEvent('drop', { ...init, dataTransfer: transferOf(text) });
      return () => host.shadowRoot.querySelector('h1').dispatchEvent(event);
    },
    button(text) {
      const input = host.shadowRoot.querySelector('[name="scenario-file"]');
      const { files } = transferOf(text);
      return () => {
        input.files = files;
        input.dispatchEvent(new Event('change'));
      };
    },
  };

  /** The longest time between two ticks while something happens. */
  function probe() {
    let last = performance.now();
    let gap = 0;
    let isOver = false;
    const tick = () => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      if (!isOver) setTimeout(tick);
    };
    setTimeout(tick);
    return () => {
      isOver = true;
      return Math.max(gap, performance.now() - last);
    };
  }

  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  /** The longest standstill while `act` works and the page shows what came of it. */
  async function gapOf(act) {
    const stop = probe();
    await act();
    await frame();
    await frame();
    return stop();
  }

  /** Some milliseconds of work, to see how busy the machine is. */
  function timeOfWork() {
    const start = performance.now();
    let sum = 0;
    for (let at = 0; at < 2_000_000; at += 1) sum += at % 7;
    return sum > 0 ? performance.now() - start : 0;
  }

  const times = (count) => Array.from({ length: count }, timeOfWork);
  const fastest = Math.max(1, Math.min(...times(40)));

  /** How many times as long work takes now as when the machine does nothing else. */
  function slowdown() {
    const taken = times(20);
    return Math.max(1, taken.reduce((sum, time) => sum + time, 0) / taken.length / fastest);
  }

  /** The longest gap, as long as it would be on a machine with nothing else to do; 0 if it is fine. */
  async function standstill(act) {
    let best = Number.POSITIVE_INFINITY;
    for (let left = kTries; left > 0 && best > longest; left -= 1) {
      const gap = await gapOf(act);
      best = Math.min(best, gap > longest ? gap / slowdown() : gap);
    }
    return best > longest ? Math.round(best) : 0;
  }

  /** The next sentence the calculator says. */
  const sentence = () =>
    new Promise((done) => {
      const { announcing } = host;
      announcing.announce = (said, isRefusal) => {
        delete announcing.announce;
        announcing.announce(said, isRefusal);
        done(said);
      };
    });

  async function one(way, text, patience) {
    const before = host.store.document;
    const act = ways[way](text);
    const said = sentence();
    act();
    const answer = await Promise.race([said, pause(patience)]);
    delete host.announcing.announce;
    await host.updateComplete;
    const isSame = host.store.document === before;
    const images = host.shadowRoot.querySelectorAll('img, iframe, script, object, embed').length;
    if (!isSame) host.store.undo();
    await host.updateComplete;
    const isBack = host.store.document === before;
    return { answer: answer?.slice(0, 400), isSame, isBack, images };
  }

  async function attack(way, inputs, patience = 10_000) {
    const outcomes = [];
    for (const input of inputs) {
      const text = textOf(input);
      let outcome;
      const gap = await standstill(async () => {
        outcome = await one(way, text, patience);
      });
      outcomes.push({ ...outcome, gap });
    }
    return { outcomes, pwned: window.pwned, polluted: {}.polluted };
  }

  return { attack, standstill };
}
