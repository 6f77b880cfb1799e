// Of a script that is one file nothing comes later: what would be imported then is imported with the rest. Otherwise
// each module would stand in a function of its own, which waits until something asks for it.

const kLater = /\bimport\('(\.[^']+)'\)/g;

export const importAtOnce = {
  name: 'import-at-once',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id)) return undefined;
    const heads = [];
    const rewritten = code.replaceAll(kLater, (_, path) => {
      heads.push(`import * as atOnce${heads.length} from '${path}';`);
      return `Promise.resolve(atOnce${heads.length - 1})`;
    });
    return heads.length > 0 ? `${heads.join('\n')}\n${rewritten}` : undefined;
  },
};
