#include "edge/auth/attempts.h"

#include <algorithm>

namespace parlor::edge {

double Attempts::refilled(const Budget& budget, Time now) const {
  const auto minutes = std::chrono::duration<double, std::ratio<60>>(std::max(now - budget.at, Millis{0})).count();
  return std::min(per_minute_, budget.left + minutes * per_minute_);
}

std::optional<Millis> Attempts::take(const std::string& key, Time now) {
  if (budgets_.size() >= keys_max_ && !budgets_.contains(key)) make_room(now);
  auto& budget = budgets_.try_emplace(key, Budget{per_minute_, now}).first->second;
  budget = {refilled(budget, now), now};
  if (budget.left < 1) return Millis(static_cast<std::int64_t>((1 - budget.left) / per_minute_ * 60'000) + 1);
  budget.left -= 1;
  return std::nullopt;
}

void Attempts::give_back(const std::string& key) {
  const auto found = budgets_.find(key);
  if (found != budgets_.end()) found->second.left = std::min(per_minute_, found->second.left + 1);
}

void Attempts::make_room(Time now) {
  std::erase_if(budgets_, [&](const auto& entry) { return refilled(entry.second, now) >= per_minute_; });
  if (budgets_.size() >= keys_max_) budgets_.clear();
}

std::string prefix_of(const wire::http::IpAddress& address) {
  const auto* bytes = reinterpret_cast<const char*>(address.bytes.data());
  return address.is_v4() ? std::string(bytes + 12, 4) : std::string(bytes, 8);
}

}  // namespace parlor::edge
