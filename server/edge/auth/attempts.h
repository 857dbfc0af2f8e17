// Attempts: how often strangers may try something, by key (an address prefix, an e-mail). Pure but for the times it is
// given; bounded: when it is full, the budgets that are whole again are forgotten, then the others. Belongs to one
// worker.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "base/time.h"
#include "wire/http/address.h"

namespace parlor::edge {

class Attempts {
 public:
  Attempts(double per_minute, std::size_t keys_max) : per_minute_(per_minute), keys_max_(keys_max) {}

  // Takes one attempt; or says how long until there is one.
  std::optional<Millis> take(const std::string& key, Time now);
  // It was no attempt that counts.
  void give_back(const std::string& key);
  std::size_t size() const { return budgets_.size(); }

 private:
  struct Budget {
    double left = 0;
    Time at{};
  };

  double refilled(const Budget& budget, Time now) const;
  void make_room(Time now);

  double per_minute_;
  std::size_t keys_max_;
  std::unordered_map<std::string, Budget> budgets_;
};

// An IPv4 address, or the first 64 bits of an IPv6 address: what one household has.
std::string prefix_of(const wire::http::IpAddress& address);

}  // namespace parlor::edge
