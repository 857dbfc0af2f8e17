// PARLOR_ASSERT: a belief about our own code, checked in release too. A broken one prints where and ends the process:
// going on would risk what was acknowledged.
#pragma once

namespace parlor {

[[noreturn]] void assertion_failed(const char* belief, const char* file, int line);

}  // namespace parlor

#define PARLOR_ASSERT(belief) ((belief) ? void(0) : ::parlor::assertion_failed(#belief, __FILE__, __LINE__))
