// Clock and Ids: time and chance as ports, so that the simulation can own both. Thread-safe.
#pragma once

#include "base/id.h"
#include "base/time.h"

namespace parlor::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Time now() const = 0;
  // For silence, heartbeats and budgets: the wall clock may be set an hour ahead or back at any moment. A clock that
  // nobody sets can serve as both.
  virtual Instant instant() const { return Instant(now().time_since_epoch()); }
};

class Ids {
 public:
  virtual ~Ids() = default;
  // UUIDv7 (RFC 9562): 48 bits of milliseconds, then random.
  virtual IdBytes next() = 0;

  template <class IdType>
  IdType make() {
    return IdType{next()};
  }
};

}  // namespace parlor::ports
