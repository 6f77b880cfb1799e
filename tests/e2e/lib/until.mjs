/** Waits until `find` gives something, looking again and again. */
export async function until(what, find, timeout = 10_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
