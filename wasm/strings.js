// How texts cross: by the browser's own coders. Embind's way looks at every byte of a reply in
// JavaScript, which took longer than to parse it.
// core/docs/decisions/0003-wasm-module.md
mergeInto(LibraryManager.library, {
  _embind_register_std_string__deps: ['$registerType', '$throwBindingError', 'malloc', 'free'],
  _embind_register_std_string: function (rawType) {
    const encoder = new TextEncoder();
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const kLength = 4;
    registerType(rawType, {
      name: 'std::string',
      fromWireType: (at) => {
        const start = at + kLength;
        const text = decoder.decode(HEAPU8.subarray(start, start + HEAPU32[at >> 2]));
        _free(at);
        return text;
      },
      toWireType: (destructors, text) => {
        if (typeof text !== 'string') throwBindingError('a string is expected');
        const bytes = encoder.encode(text);
        const at = _malloc(kLength + bytes.length + 1);
        HEAPU8.set(bytes, at + kLength);
        HEAPU8[at + kLength + bytes.length] = 0;
        HEAPU32[at >> 2] = bytes.length;
        destructors.push(_free, at);
        return at;
      },
      argPackAdvance: 8,
      destructorFunction: (at) => _free(at),
    });
  },
});
