// MachineZones: the IANA files of the machine, which its system keeps up to date, read by Abseil. Thread-safe. Reads
// the list of places when it is made and each place's file when it is first asked for; new files count after a restart.
//
// On a machine without these files it knows UTC and nothing else: names() then says {"UTC"}. A listed place without its
// file is not known either; one whose file is broken is named but not found.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>

#include "app/ports/zones.h"

namespace parlor::zones {

class MachineZones final : public ports::Zones {
 public:
  // Where the list, tzdata.zi, stands beside each place's file.
  explicit MachineZones(std::filesystem::path folder = "/usr/share/zoneinfo");

  std::optional<hours::Zone> find(std::string_view iana_name) const override;
  std::vector<std::string> names() const override;

 private:
  struct Place {
    std::once_flag read;
    std::optional<hours::Zone> zone;
  };
  std::optional<hours::Zone> read(const std::string& name) const;

  const std::filesystem::path folder_;
  // Never grows once made, so that each place is guarded by its own flag and by nothing else.
  mutable std::map<std::string, Place, std::less<>> places_;
};

}  // namespace parlor::zones
