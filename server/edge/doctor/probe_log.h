// ProbeLog: what arrived under ids that owners have reserved. One for the whole server; touched only on the first
// worker. Never remembers anything for an id that nobody reserved, and nothing for long.
#pragma once

#include <deque>
#include <optional>

#include "base/time.h"
#include "wire/generated/rest.h"
#include "wire/json/uuid.h"

namespace parlor::edge {

class ProbeLog {
 public:
  // What has arrived so far, if it was reserved before. The oldest makes room.
  wire::DoctorProbe reserve(const wire::Uuid& id, Time now);
  void record(const wire::Uuid& id, const wire::DoctorArrival& arrival, Time now);
  std::optional<wire::DoctorProbe> find(const wire::Uuid& id, Time now);

 private:
  struct Entry {
    wire::Uuid id;
    Time since;
    wire::DoctorProbe seen;
  };

  Entry* entry_of(const wire::Uuid& id, Time now);

  // By age.
  std::deque<Entry> entries_;
};

}  // namespace parlor::edge
