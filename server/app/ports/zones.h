// Zones: the places of the IANA time zone database and their clocks, from limits::kHoursYearMin to kHoursYearMax;
// before and after, the offset at that end holds. Thread-safe. The first call for a place may take a millisecond or
// read a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/hours/zone.h"

namespace parlor::ports {

class Zones {
 public:
  virtual ~Zones() = default;
  // "Europe/Vienna", exact to the letter, old names too; or "UTC".
  virtual std::optional<hours::Zone> find(std::string_view iana_name) const = 0;
  // All that find() knows, in the order of the alphabet.
  virtual std::vector<std::string> names() const = 0;
};

}  // namespace parlor::ports
