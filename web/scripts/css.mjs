// Takes the indentation out of the styles within scripts.

const kStyles = /css`([^`]*)`/g;

const packed = (text) =>
  text
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/([:,]) /g, '$1')
    .replaceAll(';}', '}');

export const packStyles = () => ({
  name: 'pack-styles',
  transform: (code, id) =>
    id.includes('/src/') && kStyles.test(code)
      ? { code: code.replaceAll(kStyles, (_, text) => `css\`${packed(text)}\``), map: null }
      : undefined,
});
