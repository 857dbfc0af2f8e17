// What the connection doctor can find on the way to a server, and the lines that mend it: the words of
// protocol/doctor.json.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace parlor::wire {

// With a broken one some chats fail or fall back; a note costs little.
enum class Severity : std::uint8_t {
  kBroken,
  kNote,
};

struct DoctorCondition {
  std::string_view fact;
  std::string_view value;
};

// Lines to add to the configuration of this proxy (or, for `parlor`, to the command).
struct DoctorAdvice {
  std::string_view proxy;
  std::vector<std::string_view> lines;
};

struct DoctorFault {
  std::string_view id;
  Severity severity;
  // It is there when everything of one of these is so.
  std::vector<std::vector<DoctorCondition>> when;
  // Texts and lines may hold {figures}.
  std::string_view title;
  std::string_view meaning;
  std::vector<DoctorAdvice> advice;
};

const std::vector<DoctorFault>& doctor_faults();

}  // namespace parlor::wire
