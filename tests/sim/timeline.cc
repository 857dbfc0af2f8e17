#include "timeline.h"

#include <algorithm>

namespace parlor::sim {

using namespace std::chrono_literals;

Timeline::Timeline() : now_(1h) {
  runtime::Clock::drive(now_);
}

Timeline::~Timeline() {
  runtime::Clock::release();
}

void Timeline::after(Span wait, Action action) {
  waiting_.push_back({now_ + wait, orders_++, std::move(action)});
  std::push_heap(waiting_.begin(), waiting_.end());
}

bool Timeline::step() {
  if (waiting_.empty()) return false;
  std::pop_heap(waiting_.begin(), waiting_.end());
  auto next = std::move(waiting_.back());
  waiting_.pop_back();
  now_ = next.at;
  runtime::Clock::drive(now_);
  ++steps_;
  next.action();
  return true;
}

}  // namespace parlor::sim
