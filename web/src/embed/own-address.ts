// Where a script that hosts load came from.

/** Where this script came from. Hosts, and the tools they hand it to, run it as a module or as a classic
 * script, which knows no import.meta; a module finds itself in a stack. */
export function ownAddress(): string | undefined {
  const script = document.currentScript as HTMLScriptElement | null;
  const [inStack] = new Error().stack?.match(/https?:[^\s()]+?(?=:\d+:\d+)/) ?? [];
  return script?.src || inStack;
}
