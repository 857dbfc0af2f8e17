#include "domain/routing/estimate.h"

#include <algorithm>
#include <vector>

namespace parlor::routing {
namespace {

// With fewer events than these a guess stands in for the missing ones.
constexpr std::size_t kEventsEnough = 10;
// Until chats have ended here, how long one takes; and how long a visitor waits before giving up.
constexpr Millis kChatGuess = std::chrono::minutes(8);
constexpr Millis kPatienceGuess = std::chrono::minutes(60);
constexpr std::size_t kPlacesOneByOne = 64;

double per_ms(Millis time) {
  return 1.0 / static_cast<double>(time.count());
}

template <class Value>
Value median(std::vector<Value> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace

void Estimator::Rate::count(double exposure) {
  until_[counted_++ % kKept] = exposure;
}

double Estimator::Rate::value(double exposure, double guess) const {
  const auto kept = std::min(counted_, kKept);
  // The oldest one kept only marks where the exposure begins.
  const auto events = kept == kKept ? kept - 1 : kept;
  const auto from = kept == kKept ? until_[counted_ % kKept] : 0;
  const auto guessed = static_cast<double>(kEventsEnough - std::min(kEventsEnough, events));
  const auto exposed = exposure - from + guessed / guess;
  return exposed > 0 ? (static_cast<double>(events) + guessed) / exposed : guess;
}

void Estimator::Mean::add(double value) {
  values_[counted_++ % kKept] = value;
}

double Estimator::Mean::value(double guess) const {
  const auto kept = std::min(counted_, kKept);
  const auto guessed = kEventsEnough - std::min(kEventsEnough, kept);
  double sum = static_cast<double>(guessed) * guess;
  for (std::size_t i = 0; i < kept; ++i)
    sum += values_[i];
  return sum / static_cast<double>(kept + guessed);
}

void Estimator::see(const QueueEvent& event, Time at) {
  pass_time(at);
  std::visit([&](const auto& one) { on(one, at); }, event);
}

void Estimator::pass_time(Time at) {
  if (!began_at_) began_at_ = now_ = at;
  const auto passed = static_cast<double>((std::max(at, now_) - now_).count());
  served_ += passed * busy_;
  waited_ += passed * static_cast<double>(waiting_.size());
  now_ = std::max(at, now_);
}

double Estimator::age() const {
  return began_at_ ? static_cast<double>((now_ - *began_at_).count()) : 0;
}

void Estimator::on(const AgentCame& event, Time) {
  slots_ += event.slots;
}
void Estimator::on(const AgentLeft& event, Time) {
  slots_ = std::max(0, slots_ - event.slots);
}

void Estimator::on(const Arrived& event, Time at) {
  arrivals_.count(age());
  if (!waiting_.empty()) {
    const auto behind = waiting_.size() - std::min(event.ahead, waiting_.size());
    overtakes_.add(static_cast<double>(behind) / static_cast<double>(waiting_.size()));
  }
  waiting_[event.conversation] = {at, estimate(event.ahead)};
}

void Estimator::on(const Began& event, Time at) {
  ++busy_;
  const auto found = waiting_.find(event.conversation);
  const bool is_ours = found != waiting_.end();
  // Who gets a slot says something only while somebody of ours would have wanted it.
  if (waiting_.size() > (is_ours ? 1U : 0U)) shares_.add(is_ours ? 1 : 0);
  if (!is_ours) return;
  if (found->second.estimated && *found->second.estimated > Millis(0))
    prove(*found->second.estimated, at - found->second.since);
  waiting_.erase(found);
}

void Estimator::on(const Ended&, Time) {
  busy_ = std::max(0, busy_ - 1);
  ends_.count(served_);
}

void Estimator::on(const LeftQueue& event, Time) {
  if (waiting_.erase(event.conversation) > 0) leaves_.count(waited_);
}

void Estimator::prove(Millis estimated, Millis real) {
  proofs_[proven_++ % proofs_.size()] = {estimated, real};
}

std::optional<Millis> Estimator::estimate(std::size_t ahead) const {
  if (slots_ == 0) return std::nullopt;
  const auto free = static_cast<std::size_t>(std::max(0, slots_ - busy_));
  if (ahead < free) return Millis(0);
  const auto freed = ends_.value(served_, per_ms(kChatGuess)) * slots_ * shares_.value(1);
  const auto gives_up = leaves_.value(waited_, per_ms(kPatienceGuess));
  const auto overtaking = arrivals_.value(age(), per_ms(kChatGuess)) * overtakes_.value(0);
  double wait = 0;
  // From place to place, since the fewer are ahead the fewer can give up; in strides where there are very many.
  for (auto places = ahead - free + 1; places > 0;) {
    const auto stride = 1 + places / kPlacesOneByOne;
    const auto moves = freed + static_cast<double>(places - 1) * gives_up - overtaking;
    // More may overtake than are served, but not for ever; and of fifty slots none may have been for this queue.
    wait += static_cast<double>(stride) / std::max({moves, freed / 4, per_ms(limits::kEstimateMax)});
    places -= stride;
  }
  return std::min(Millis(static_cast<std::int64_t>(wait)), Millis(limits::kEstimateMax));
}

std::optional<Accuracy> Estimator::accuracy() const {
  const auto kept = std::min(proven_, proofs_.size());
  if (kept == 0) return std::nullopt;
  std::vector<Millis> errors;
  std::vector<double> parts;
  for (std::size_t i = 0; i < kept; ++i) {
    const auto error = std::chrono::abs(proofs_[i].estimated - proofs_[i].real);
    errors.push_back(error);
    parts.push_back(static_cast<double>(error.count()) / std::max(1.0, static_cast<double>(proofs_[i].real.count())));
  }
  return Accuracy{kept, median(std::move(errors)), static_cast<int>(median(std::move(parts)) * 100)};
}

WaitBand band(Millis wait) {
  if (wait < std::chrono::minutes(1)) return WaitBand::under_1_min;
  if (wait < std::chrono::seconds(210)) return WaitBand::about_2_min;
  return wait < std::chrono::minutes(10) ? WaitBand::about_5_min : WaitBand::over_10_min;
}

}  // namespace parlor::routing
