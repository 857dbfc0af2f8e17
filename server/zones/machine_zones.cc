#include "zones/machine_zones.h"

#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include <absl/time/time.h>

#include "base/limits.h"

namespace parlor::zones {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

constexpr auto kUtc = "UTC";
constexpr Time kKnownFrom = std::chrono::sys_days{std::chrono::year(limits::kHoursYearMin) / std::chrono::January / 1};
constexpr Time kKnownUntil =
    std::chrono::sys_days{std::chrono::year(limits::kHoursYearMax + 1) / std::chrono::January / 1};

// "Z Europe/Vienna 1:5:21 ..." defines a place, "L Asia/Kolkata Asia/Calcutta" its old name; other lines name none.
std::string name_in(const std::string& line) {
  std::istringstream words(line);
  std::string kind;
  std::string name;
  words >> kind >> name;
  if (kind == "Z") return name;
  if (kind == "L" && words >> name) return name;
  return {};
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::ifstream list(folder / "tzdata.zi");
  std::error_code error;
  for (std::string line; std::getline(list, line);) {
    auto name = name_in(line);
    // Some systems have the old names' files in a package of their own.
    if (!name.empty() && fs::is_regular_file(folder / name, error)) names.push_back(std::move(name));
  }
  return names;
}

// Abseil tells a change by what clocks show just before and just after it.
hours::Transition transition_of(const absl::TimeZone::CivilTransition& change, seconds offset_before) {
  const seconds shown_before(change.from - absl::CivilSecond());
  return {Time{shown_before - offset_before}, offset_before + seconds(change.to - change.from)};
}

hours::Zone zone_of(const absl::TimeZone& place) {
  hours::Transition last{kKnownFrom, seconds(place.At(absl::FromChrono(kKnownFrom)).offset)};
  hours::Zone zone{{last}};
  absl::TimeZone::CivilTransition change;
  while (place.NextTransition(absl::FromChrono(last.from), &change)) {
    const auto next = transition_of(change, last.offset);
    if (next.from >= kKnownUntil) break;
    // Some changes only give the time another name.
    if (next.offset != last.offset) zone.transitions.push_back(next);
    last = next;
  }
  return zone;
}

}  // namespace

MachineZones::MachineZones(fs::path folder) : folder_(std::move(folder)) {
  places_.try_emplace(kUtc);
  for (auto& name : names_in(folder_))
    places_.try_emplace(std::move(name));
}

std::optional<hours::Zone> MachineZones::find(std::string_view iana_name) const {
  // A name may come from a stranger. Abseil makes a path of any, and keeps all that it was ever asked for.
  const auto listed = places_.find(iana_name);
  if (listed == places_.end()) return std::nullopt;
  auto& [name, place] = *listed;
  std::call_once(place.read, [&] { place.zone = read(name); });
  return place.zone;
}

std::vector<std::string> MachineZones::names() const {
  std::vector<std::string> names;
  names.reserve(places_.size());
  for (const auto& [name, place] : places_)
    names.push_back(name);
  return names;
}

std::optional<hours::Zone> MachineZones::read(const std::string& name) const {
  absl::TimeZone place;
  // UTC is built in and needs no file. The others are asked for by path: by name, TZDIR of the environment may lead
  // away from the folder that was listed.
  if (!absl::LoadTimeZone(name == kUtc ? name : (folder_ / name).string(), &place)) return std::nullopt;
  return zone_of(place);
}

}  // namespace parlor::zones
