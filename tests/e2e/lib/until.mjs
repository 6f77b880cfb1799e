/** Milliseconds that a busy machine may need for anything: who waits for what never comes fails that late. */
export const kPatience = 120_000;

/** Waits until `find` gives something, looking again and again. */
export async function until(what, find) {
  const end = Date.now() + kPatience;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
