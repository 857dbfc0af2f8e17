// Timeline: virtual time, and everything that is going to happen in it. Drives the clock of the runtime while it lives.
// One step is one thing that happens.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "chance.h"

namespace parlor::sim {

class Timeline {
 public:
  using Action = std::move_only_function<void()>;

  Timeline();
  ~Timeline();
  Timeline(const Timeline&) = delete;
  Timeline& operator=(const Timeline&) = delete;

  Span now() const { return now_; }
  std::uint64_t steps() const { return steps_; }
  // What was asked for first happens first among things of one moment.
  void after(Span wait, Action action);
  // False: nothing is going to happen any more.
  bool step();
  // Drops what has not happened.
  void clear() { waiting_.clear(); }

 private:
  struct Waiting {
    Span at;
    std::uint64_t order;
    Action action;
    bool operator<(const Waiting& other) const { return at != other.at ? at > other.at : order > other.order; }
  };

  Span now_;
  std::uint64_t steps_ = 0;
  std::uint64_t orders_ = 0;
  // A heap, the next on top.
  std::vector<Waiting> waiting_;
};

}  // namespace parlor::sim
