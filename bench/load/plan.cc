#include "plan.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace parlor::bench {

void Figures::add_percentiles(std::string_view name, std::vector<double> values) {
  if (values.empty()) return;
  std::ranges::sort(values);
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1];
  };
  add(fmt::format("{}_p50", name), at(0.5));
  add(fmt::format("{}_p90", name), at(0.9));
  add(fmt::format("{}_p99", name), at(0.99));
  add(fmt::format("{}_max", name), at(1));
}

double Figures::get(std::string_view name) const {
  const auto found = std::ranges::find(numbers_, name, &std::pair<std::string, double>::first);
  return found == numbers_.end() ? 0 : found->second;
}

std::string Figures::json(const RunPlan& plan) const {
  std::string text = fmt::format(R"({{"mode":"{}","peer":"{}","transport":"{}")", plan.mode, plan.peer.name,
                                 plan.peer.transport == Transport::poll ? "poll" : "websocket");
  for (const auto& [name, value] : numbers_)
    text += fmt::format(R"(,"{}":{:.6g})", name, value);
  return text + "}\n";
}

}  // namespace parlor::bench
