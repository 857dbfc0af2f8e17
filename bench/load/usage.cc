#include "usage.h"

#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "scan.h"

namespace parlor::bench {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

double kib_of(const std::string& rollup, std::string_view key) {
  const auto at = rollup.find(key);
  return at == std::string::npos ? 0 : std::strtod(rollup.c_str() + at + key.size(), nullptr);
}

// Fields 14 and 15 of /proc/PID/stat; the name in field 2 may hold blanks.
double processor_s_of(const std::string& stat) {
  const auto name_end = stat.rfind(')');
  if (name_end == std::string::npos) return 0;
  std::istringstream fields(stat.substr(name_end + 2));
  std::string skipped;
  for (int field = 3; field < 14; ++field)
    fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

Usage usage_of(const std::vector<int>& pids) {
  Usage usage;
  for (const int pid : pids) {
    const auto rollup = contents(fmt::format("/proc/{}/smaps_rollup", pid));
    usage.resident_kib += kib_of(rollup, "\nRss:");
    usage.proportional_kib += kib_of(rollup, "\nPss:");
    usage.processor_s += processor_s_of(contents(fmt::format("/proc/{}/stat", pid)));
  }
  return usage;
}

double own_processor_s() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace parlor::bench
