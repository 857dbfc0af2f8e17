#include "edge/session/reception.h"

namespace parlor::edge {

Reception::Reception(std::size_t at_once, std::size_t waiting_max)
    : line_(std::make_shared<Line>(Line{.at_once = at_once, .waiting_max = waiting_max})) {}

std::optional<Millis> Reception::enter(Comer comer, Begin begin_greeting) {
  if (line_->running < line_->at_once) {
    begin(line_, std::move(begin_greeting));
    return std::nullopt;
  }
  if (line_->waiting() >= line_->waiting_max) return limits::kGreetingsWaitingTime;
  auto& queue = comer == Comer::resuming ? line_->resuming : line_->fresh;
  queue.push_back(std::move(begin_greeting));
  return std::nullopt;
}

std::size_t Reception::waiting() const {
  return line_->waiting();
}

void Reception::begin(const std::shared_ptr<Line>& line, Begin begin) {
  ++line->running;
  begin(Turn(line));
}

Reception::Turn::~Turn() {
  const auto line = line_.lock();
  if (!line) return;
  --line->running;
  auto& queue = line->resuming.empty() ? line->fresh : line->resuming;
  if (queue.empty()) return;
  auto next = std::move(queue.front());
  queue.pop_front();
  begin(line, std::move(next));
}

}  // namespace parlor::edge
