// The command `parlor doctor`: examines a public address and reports. Blocks its caller.
#pragma once

#include <string>

#include "main/doctor/facts.h"
#include "main/doctor/line.h"

namespace parlor::doctor {

struct DoctorOptions {
  std::string url;
  // Asked to go through this forward proxy, as a visitor's browser in an office would.
  std::string via = {};
  std::string ca_file = {};
  // Whose lines to show; empty: everybody's.
  std::string proxy = {};
  // Leaves out what takes half a minute: whether quiet connections live.
  bool quick = false;
};

Facts examine(Way way, bool patient);

// The exit code: 0 all is well, 1 something is broken, 2 nothing works.
int run_doctor(const DoctorOptions& options);

}  // namespace parlor::doctor
