#include "domain/routing/proofs.h"

#include <algorithm>
#include <vector>

namespace parlor::routing {
namespace {

// So many estimates that were right are imagined before the first one.
constexpr std::size_t kImagined = 10;
// Only the newest correct the next ones: what made them wrong may be over.
constexpr std::size_t kCorrecting = 100;
constexpr double kCorrectionMin = 0.5;
constexpr double kCorrectionMax = 2;

template <class Value>
Value median(std::vector<Value> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

double part(Millis time, Millis of) {
  return static_cast<double>(time.count()) / std::max(1.0, static_cast<double>(of.count()));
}

}  // namespace

void Proofs::add(const Told& told, Millis real) {
  if (told.wait <= Millis(0)) return;
  const auto error = std::chrono::abs(told.wait - real);
  kept_[added_++ % kept_.size()] = {error, part(error, real), told.correction * part(real, told.wait)};
  std::vector<double> factors(kImagined, 1.0);
  for (std::size_t i = 1; i <= std::min(added_, kCorrecting); ++i)
    factors.push_back(kept_[(added_ - i) % kept_.size()].right_factor);
  correction_ = std::clamp(median(std::move(factors)), kCorrectionMin, kCorrectionMax);
}

std::optional<Accuracy> Proofs::accuracy() const {
  const auto count = std::min(added_, kept_.size());
  if (count == 0) return std::nullopt;
  std::vector<Millis> errors;
  std::vector<double> parts;
  for (std::size_t i = 0; i < count; ++i) {
    errors.push_back(kept_[i].error);
    parts.push_back(kept_[i].error_part);
  }
  return Accuracy{count, median(std::move(errors)), static_cast<int>(median(std::move(parts)) * 100)};
}

}  // namespace parlor::routing
