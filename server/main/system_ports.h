// The system's clock and chance behind the app's ports. Thread-safe.
#pragma once

#include <chrono>

#include "app/ports/clock.h"

namespace parlor::main {

class SystemClock final : public ports::Clock {
 public:
  Time now() const override;
  // What the wall clock would show had nobody set it since the start.
  Time steady() const override;

 private:
  const Time began_ = now();
  const std::chrono::steady_clock::time_point steady_began_ = std::chrono::steady_clock::now();
};

class SystemIds final : public ports::Ids {
 public:
  // UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits.
  IdBytes next() override;
};

}  // namespace parlor::main
