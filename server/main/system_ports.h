// The system's clock and chance behind the app's ports. Thread-safe.
#pragma once

#include "app/ports/clock.h"

namespace parlor::main {

class SystemClock final : public ports::Clock {
 public:
  Time now() const override;
  Instant instant() const override;
};

class SystemIds final : public ports::Ids {
 public:
  // UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits.
  IdBytes next() override;
};

}  // namespace parlor::main
