#include "reactor.h"

#include <algorithm>
#include <array>
#include <random>

#include <sys/epoll.h>
#include <unistd.h>

#include "base/assert.h"

namespace parlor::bench {
namespace {

constexpr std::size_t kReadBufferBytes = 256 * 1024;
constexpr std::size_t kEventsPerTurn = 1024;
constexpr auto kTurnMax = std::chrono::milliseconds(5);

}  // namespace

double ms_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

Clock::duration in_seconds(double count) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(count));
}

Reactor::Reactor()
    : epoll_(epoll_create1(EPOLL_CLOEXEC)), read_buffer_(kReadBufferBytes), random_(std::random_device{}() | 1U) {
  PARLOR_ASSERT(epoll_ >= 0);
}

Reactor::~Reactor() {
  ::close(epoll_);
}

void Reactor::watch(int descriptor, Watcher& watcher, bool writable) {
  epoll_event event{.events = EPOLLIN | (writable ? EPOLLOUT : 0U), .data = {.ptr = &watcher}};
  PARLOR_ASSERT(epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event) == 0);
}

void Reactor::change(int descriptor, Watcher& watcher, bool writable) {
  epoll_event event{.events = EPOLLIN | (writable ? EPOLLOUT : 0U), .data = {.ptr = &watcher}};
  PARLOR_ASSERT(epoll_ctl(epoll_, EPOLL_CTL_MOD, descriptor, &event) == 0);
}

void Reactor::forget(int descriptor, Watcher& watcher) {
  epoll_ctl(epoll_, EPOLL_CTL_DEL, descriptor, nullptr);
  std::ranges::replace(to_flush_, &watcher, nullptr);
  std::ranges::replace(told_, &watcher, nullptr);
}

void Reactor::after(Clock::duration wait, std::function<void()> function) {
  timers_.emplace(Clock::now() + wait, std::move(function));
}

bool Reactor::run_until(const std::function<bool()>& is_done, Clock::duration at_most) {
  const auto deadline = Clock::now() + at_most;
  while (!is_done()) {
    if (Clock::now() >= deadline) return false;
    turn(deadline);
  }
  return true;
}

void Reactor::turn(Clock::time_point deadline) {
  auto until = std::min(deadline, Clock::now() + kTurnMax);
  if (!timers_.empty()) until = std::min(until, timers_.begin()->first);
  const auto wait = std::max(until - Clock::now(), Clock::duration::zero());
  const timespec time{.tv_sec = 0, .tv_nsec = std::chrono::nanoseconds(wait).count()};
  std::array<epoll_event, kEventsPerTurn> events{};
  const int count = epoll_pwait2(epoll_, events.data(), events.size(), &time, nullptr);
  told_.clear();
  for (int index = 0; index < count; ++index)
    told_.push_back(static_cast<Watcher*>(events[static_cast<std::size_t>(index)].data.ptr));
  for (std::size_t index = 0; index < told_.size(); ++index) {
    const auto what = events[index].events;
    if (told_[index] != nullptr && (what & EPOLLOUT) != 0) told_[index]->writable();
    if (told_[index] != nullptr && (what & ~EPOLLOUT) != 0) told_[index]->readable();
  }
  run_timers();
  flush();
}

void Reactor::run_timers() {
  const auto now = Clock::now();
  while (!timers_.empty() && timers_.begin()->first <= now) {
    const auto function = std::move(timers_.begin()->second);
    timers_.erase(timers_.begin());
    function();
  }
}

void Reactor::flush() {
  for (std::size_t index = 0; index < to_flush_.size(); ++index) {
    if (to_flush_[index] != nullptr) to_flush_[index]->flush();
  }
  to_flush_.clear();
}

std::uint64_t Reactor::random() {
  random_ ^= random_ << 13U;
  random_ ^= random_ >> 7U;
  random_ ^= random_ << 17U;
  return random_;
}

}  // namespace parlor::bench
