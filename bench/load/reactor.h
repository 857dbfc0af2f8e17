// Reactor: one thread, one epoll, a few timers: what the swarm runs on. It is deliberately bare, so that a swarm on one
// core can drive a server on another. Everything of the swarm lives on its thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace parlor::bench {

using Clock = std::chrono::steady_clock;

double ms_between(Clock::time_point from, Clock::time_point to);
Clock::duration in_seconds(double count);

// Whoever waits for a descriptor. Must outlive its place in the reactor.
class Watcher {
 public:
  Watcher() = default;
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  virtual ~Watcher() = default;
  virtual void readable() = 0;
  virtual void writable() = 0;
  // What it gathered in this turn leaves now.
  virtual void flush() = 0;
};

class Reactor {
 public:
  Reactor();
  ~Reactor();
  Reactor(const Reactor&) = delete;
  Reactor& operator=(const Reactor&) = delete;

  void watch(int descriptor, Watcher& watcher, bool writable);
  void change(int descriptor, Watcher& watcher, bool writable);
  // Also forgets what the watcher was still to be told in this turn.
  void forget(int descriptor, Watcher& watcher);
  void flush_soon(Watcher& watcher) { to_flush_.push_back(&watcher); }

  void after(Clock::duration wait, std::function<void()> function);
  // Turns until the question is answered with yes, or the time is over; says whether it was yes.
  bool run_until(const std::function<bool()>& is_done, Clock::duration at_most);

  // Lent to whoever reads at the moment.
  std::span<char> read_buffer() { return read_buffer_; }
  std::uint64_t random();

 private:
  void turn(Clock::time_point deadline);
  void run_timers();
  void flush();

  int epoll_ = -1;
  std::vector<char> read_buffer_;
  std::vector<Watcher*> to_flush_;
  std::vector<Watcher*> told_;
  std::multimap<Clock::time_point, std::function<void()>> timers_;
  std::uint64_t random_;
};

}  // namespace parlor::bench
