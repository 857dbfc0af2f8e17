#include "edge/doctor/probe_log.h"

#include <algorithm>

#include "edge/doctor/limits.h"

namespace parlor::edge {

wire::DoctorProbe ProbeLog::reserve(const wire::Uuid& id, Time now) {
  if (const auto* entry = entry_of(id, now)) return entry->seen;
  if (entries_.size() == limits::kProbesReservedMax) entries_.pop_front();
  entries_.push_back({id, now, {}});
  return {};
}

void ProbeLog::record(const wire::Uuid& id, const wire::DoctorArrival& arrival, Time now) {
  auto* entry = entry_of(id, now);
  if (entry == nullptr || entry->seen.arrivals.size() == limits::kProbeArrivalsMax) return;
  entry->seen.arrivals.push_back(arrival);
}

std::optional<wire::DoctorProbe> ProbeLog::find(const wire::Uuid& id, Time now) {
  const auto* entry = entry_of(id, now);
  return entry == nullptr ? std::nullopt : std::optional(entry->seen);
}

ProbeLog::Entry* ProbeLog::entry_of(const wire::Uuid& id, Time now) {
  while (!entries_.empty() && now - entries_.front().since > limits::kProbeReservedTime)
    entries_.pop_front();
  const auto found = std::ranges::find(entries_, id, &Entry::id);
  return found == entries_.end() ? nullptr : &*found;
}

}  // namespace parlor::edge
