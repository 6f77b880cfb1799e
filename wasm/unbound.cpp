// The calls take and give texts and whole numbers. Embind registers every type it knows; the glue
// of those that no call has is left out of the page's script, but of emscripten::val, which later
// versions register otherwise.
// core/docs/decisions/0003-wasm-module.md

#include <cstddef>

extern "C" {

void __wrap__embind_register_bigint(const void*, const char*, std::size_t, long long,
                                    unsigned long long) {}
void __wrap__embind_register_float(const void*, const char*, std::size_t) {}
void __wrap__embind_register_std_wstring(const void*, std::size_t, const char*) {}
void __wrap__embind_register_memory_view(const void*, unsigned, const char*) {}

}  // extern "C"
