#include "roi/figure.h"

namespace roi {

std::string text(Reason reason) {
  if (!reason) return {};
  const char* kind = reason.kind == Reason::Kind::zero ? "zero:" : "missing:";
  return kind + std::string(info(reason.id).id);
}

}  // namespace roi
