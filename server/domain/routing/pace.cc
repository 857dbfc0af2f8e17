#include "domain/routing/pace.h"

#include <algorithm>

namespace parlor::routing {
namespace {

// With fewer events than these a guess stands in for the missing ones.
constexpr std::size_t kEventsEnough = 10;

double once_in(Millis time) {
  return 1.0 / static_cast<double>(time.count());
}

}  // namespace

void Pace::Rate::count(double exposure) {
  until_[counted_++ % until_.size()] = exposure;
}

double Pace::Rate::value(double exposure, double guess) const {
  // Once the ring is full its oldest event only marks where the exposure begins.
  const bool is_full = counted_ >= until_.size();
  const auto events = is_full ? until_.size() - 1 : counted_;
  const auto from = is_full ? until_[counted_ % until_.size()] : 0;
  const auto guessed = static_cast<double>(kEventsEnough - std::min(kEventsEnough, events));
  const auto exposed = exposure - from + guessed / guess;
  return exposed > 0 ? (static_cast<double>(events) + guessed) / exposed : guess;
}

void Pace::pass_time(Time at) {
  if (now_ == Time{}) now_ = at;
  const auto passed = static_cast<double>((std::max(at, now_) - now_).count());
  waited_ += passed * static_cast<double>(waiting_);
  served_ += passed * static_cast<double>(busy_);
  now_ = std::max(at, now_);
}

void Pace::arrived(Time at) {
  pass_time(at);
  ++waiting_;
}

void Pace::began(Time at) {
  pass_time(at);
  waiting_ -= std::min<std::size_t>(waiting_, 1);
  ++busy_;
}

void Pace::ended(Time at) {
  pass_time(at);
  busy_ -= std::min<std::size_t>(busy_, 1);
  ends_.count(served_);
}

void Pace::left(Time at) {
  pass_time(at);
  waiting_ -= std::min<std::size_t>(waiting_, 1);
  leaves_.count(waited_);
}

double Pace::ends() const {
  return ends_.value(served_, once_in(limits::kChatTimeGuess));
}
double Pace::leaves() const {
  return leaves_.value(waited_, once_in(limits::kPatienceGuess));
}

}  // namespace parlor::routing
