#include "load.h"

#include <algorithm>

#include <fmt/format.h>

#include "main/replay/tally.h"

namespace parlor::bench {
namespace {

std::string line(std::string_view name, std::vector<double>& values) {
  std::ranges::sort(values);
  const auto at = [&](double share) { return replay::percentile(values, share); };
  return fmt::format("{} ms: p50 {:.2f}, p90 {:.2f}, p99 {:.2f}, max {:.2f}\n", name, at(0.5), at(0.9), at(0.99),
                     at(1));
}

}  // namespace

std::string report(const LoadPlan& plan, LoadFigures figures) {
  const std::string mode = plan.rate > 0 ? fmt::format("open-loop, {:.0f} messages/s wanted", plan.rate)
                                         : fmt::format("saturated, {} in flight in each conversation", plan.window);
  std::string text = fmt::format("{} conversations, {}, {} bytes, {:.0f} s\n", plan.conversations, mode,
                                 plan.text_bytes, plan.seconds);
  text += fmt::format("{:.0f} messages/s delivered\n", figures.delivered_per_s);
  text += line("acknowledged after", figures.acknowledge_ms);
  text += line("delivered after", figures.deliver_ms);
  return text + fmt::format("sent {}, acknowledged {}, delivered {}, lost {}, doubled {}, reordered {}, refused {}\n",
                            figures.sent, figures.acknowledged, figures.delivered, figures.lost, figures.doubled,
                            figures.reordered, figures.refused);
}

}  // namespace parlor::bench
