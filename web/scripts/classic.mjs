// Of a build in two chunks, the first of which imports the other one later: classic scripts, for a script
// that is loaded as one can neither export nor import.

const kName = '[\\w$]+';
const kNames = `\\{(${kName}(?: as ${kName})?(?:,${kName}(?: as ${kName})?)*)\\}`;
const kImport = new RegExp(`^import${kNames}from"\\./embed\\.js";`);
const kExport = new RegExp(`export${kNames};\\s*$`);
const kStatement = /(?<![\w$.])(?:import\s*\(?\s*["'`{*]|export\s*[{*])/;

/** What the statement names, taken out of a chunk; `entry` makes of two names those of a property. */
function without(chunk, statement, entry) {
  const [whole, names] = chunk.match(statement) ?? [];
  if (!whole) throw new Error(`a chunk of the embed script has no ${statement}`);
  const entries = names.split(',').map((name) => entry(...name.split(' as ')));
  return { code: chunk.replace(whole, () => ''), names: `{${entries}}` };
}

const exported = (own, other = own) => `${other}:${own}`;
const imported = (other, own = other) => `${other}:${own}`;

function checked(code) {
  const [found] = code.match(kStatement) ?? [];
  if (found) throw new Error(`a chunk of the embed script has one ${found} more`);
  return code;
}

/** The first chunk; what it imports later is worked out once, by ROI_CODE, which is there by then. */
export function firstScript(chunk) {
  const { code, names } = without(chunk, kExport, exported);
  const parts = code.split('import(`./embed-later.js`)');
  if (parts.length !== 2) throw new Error('the embed script imports its later part once');
  const whole = checked(parts.join(`(ROI_REST??=ROI_CODE(${names}))`));
  return `(()=>{"use strict";let ROI_CODE,ROI_REST;${whole}})();`;
}

/** The other chunk: a function from what the first one exports to what it exports itself. */
export function laterFunction(chunk) {
  const start = without(chunk, kImport, imported);
  const { code, names } = without(start.code, kExport, exported);
  return `(ROI_FIRST)=>{"use strict";const${start.names}=ROI_FIRST;${checked(code)}return${names}}`;
}
