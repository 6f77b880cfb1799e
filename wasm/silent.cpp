// The module prints nothing: what of the libraries refers to printf are last words before an abort,
// and texts of errors that are told otherwise. core/docs/decisions/0003-wasm-module.md says what
// printf would weigh.

#include <cstdarg>
#include <cstdio>

extern "C" {

int vfprintf(std::FILE*, const char*, std::va_list) { return 0; }
int vfiprintf(std::FILE*, const char*, std::va_list) { return 0; }
int __small_vfprintf(std::FILE*, const char*, std::va_list) { return 0; }

}  // extern "C"
