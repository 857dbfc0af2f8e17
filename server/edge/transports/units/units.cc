#include "edge/transports/units/units.h"

namespace parlor::edge {

bool Units::add(const SharedFrame& frame) {
  const auto size = frame->json().size();
  while (bytes_ + size > bytes_max_ && !units_.empty() && first_ <= handed_out_)
    forget_first();
  if (bytes_ + size > bytes_max_ && !units_.empty()) return false;
  units_.push_back(frame);
  bytes_ += size;
  return true;
}

bool Units::confirm(std::uint64_t upto) {
  if (upto > last() || upto + 1 < first_) return false;
  while (first_ <= upto)
    forget_first();
  return true;
}

const SharedFrame* Units::next(std::uint64_t after) const {
  if (after + 1 < first_ || after >= last()) return nullptr;
  return &units_[static_cast<std::size_t>(after + 1 - first_)];
}

void Units::forget_first() {
  bytes_ -= units_.front()->json().size();
  units_.pop_front();
  ++first_;
}

}  // namespace parlor::edge
