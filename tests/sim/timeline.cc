#include "timeline.h"

#include <algorithm>
#include <cerrno>

// Asio asks for a descriptor that tells when its next timer is due. Here time is driven and there is none to be had, so
// that each poll looks at the timers itself: setting the descriptor anew took four fifths of a simulation.
extern "C" int timerfd_create(int /*clock*/, int /*flags*/) {
  errno = ENOSYS;
  return -1;
}

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
