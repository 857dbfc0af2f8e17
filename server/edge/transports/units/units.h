// Units: what a session over HTTP has told its client, numbered from 1 and kept until the client confirms it by asking
// for what comes after. Bounded in bytes: what was handed out already may be forgotten first; when only unheard units
// are left, the client is too slow. Pure.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "edge/session/frame.h"

namespace parlor::edge {

class Units {
 public:
  explicit Units(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  // False when there is no room; then nothing was added.
  bool add(const SharedFrame& frame);
  // The client has everything up to here. False when what comes next was forgotten, or never was: it must start afresh.
  bool confirm(std::uint64_t upto);
  // The next unit after `after`, if it is there.
  const SharedFrame* next(std::uint64_t after) const;
  void handed_out(std::uint64_t upto) { handed_out_ = std::max(handed_out_, upto); }
  // The number of the newest unit; 0 before the first.
  std::uint64_t last() const { return first_ + units_.size() - 1; }
  std::size_t bytes() const { return bytes_; }

 private:
  void forget_first();

  std::size_t bytes_max_;
  std::deque<SharedFrame> units_;
  // The number of the first that is kept.
  std::uint64_t first_ = 1;
  std::uint64_t handed_out_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace parlor::edge
