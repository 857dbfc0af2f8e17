#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace parlor {

void assertion_failed(const char* belief, const char* file, int line) {
  std::fprintf(stderr, "assertion failed: %s (%s:%d)\n", belief, file, line);
  std::abort();
}

}  // namespace parlor
