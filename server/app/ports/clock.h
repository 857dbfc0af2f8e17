// Clock and Ids: time and chance as ports, so that the simulation can own both. Thread-safe.
#pragma once

#include "base/id.h"
#include "base/time.h"

namespace parlor::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Time now() const = 0;
  // As now(), but nobody sets it: for silence, heartbeats and budgets, since the wall clock may go an hour ahead or
  // back at any moment. Only differences mean anything. A clock that nobody sets can serve as both.
  virtual Time steady() const { return now(); }
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
