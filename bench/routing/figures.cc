#include "figures.h"

#include <algorithm>
#include <cmath>

namespace parlor::bench {
namespace {

double seconds(Millis time) {
  return static_cast<double>(time.count()) / 1'000;
}

template <class Value>
void append(std::vector<Value>& to, const std::vector<Value>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

void Figures::add(const Figures& other) {
  visitors += other.visitors;
  append(waits, other.waits);
  append(until_helped, other.until_helped);
  gave_up += other.gave_up;
  taken_within_60_s += other.taken_within_60_s;
  reassigned += other.reassigned;
  busy += other.busy;
  staffed += other.staffed;
  append(proofs, other.proofs);
}

double mean_s(const std::vector<Millis>& times) {
  double sum = 0;
  for (const auto time : times)
    sum += seconds(time);
  return times.empty() ? 0 : sum / static_cast<double>(times.size());
}

double percentile_s(std::vector<Millis> times, double part) {
  if (times.empty()) return 0;
  std::ranges::sort(times);
  return seconds(times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))]);
}

double percent(double part, double of) {
  return of > 0 ? 100 * part / of : 0;
}

double median_error(const std::vector<Proof>& proofs) {
  if (proofs.empty()) return 0;
  std::vector<double> errors;
  errors.reserve(proofs.size());
  for (const auto& proof : proofs)
    errors.push_back(percent(std::abs(seconds(proof.told - proof.real)), seconds(std::max(proof.real, Millis(1)))));
  std::ranges::sort(errors);
  return errors[errors.size() / 2];
}

}  // namespace parlor::bench
