#include "base/limits.h"
#include "line.h"

namespace parlor::sim {

using namespace std::chrono_literals;

PollLine::PollLine(World& world, SimNode& node, std::weak_ptr<Hearer> hearer)
    : Line(world, node, std::move(hearer)), units_(limits::kOutboxBytesMax) {}

// One request at a time; what gathers meanwhile goes as one batch.
void PollLine::say(std::string text) {
  to_say_.push_back(std::move(text));
  if (!asking_) request_next();
}

void PollLine::request_next() {
  asking_ = !to_say_.empty();
  if (!asking_) return;
  auto texts = std::exchange(to_say_, {});
  auto body = texts.size() == 1 ? std::move(texts.front()) : wire::encode_batch(texts);
  auto self = std::static_pointer_cast<PollLine>(shared_from_this());
  travel(up_, [self, body = std::move(body)]() mutable { self->request_arrived(std::move(body)); });
}

void PollLine::request_arrived(std::string body) {
  auto self = std::static_pointer_cast<PollLine>(shared_from_this());
  // A session that the node does not know, or not any more.
  if (!lives_at_server() || ended_) return end_for_client();
  at_server([self, body = std::move(body)](edge::Session& session) {
    session.receive(body, [weak = std::weak_ptr(self)](std::string answer) {
      const auto line = weak.lock();
      if (line) line->travel(line->down_, [line, answer = std::move(answer)] { line->answered(answer); });
    });
  });
}

void PollLine::answered(const std::string& text) {
  if (!text.empty()) tell(text);
  if (over_for_client_) return;
  request_next();
  if (!std::exchange(polling_, true)) poll();
}

void PollLine::poll() {
  const auto number = ++polls_;
  auto self = std::static_pointer_cast<PollLine>(shared_from_this());
  travel(unit_up_, [self, after = last_unit_] { self->poll_arrived(after); });
  // No answer: asked again, for the same.
  world_.timeline.after(28s, [weak = std::weak_ptr(self), number] {
    const auto line = weak.lock();
    if (line && !line->over_for_client_ && line->polls_ == number && !line->is_cut_) line->poll();
  });
}

void PollLine::poll_arrived(std::uint64_t after) {
  if (!lives_at_server() || ended_) return end_for_client();
  auto self = std::static_pointer_cast<PollLine>(shared_from_this());
  at_server([self, after](edge::Session& session) {
    if (!self->units_.confirm(after)) return self->end_for_client_later();
    session.touch();
    self->read_at_ = self->world_.wall_now();
    self->reader_after_ = after;
    self->reader_waits_ = true;
    if (self->units_.next(after) != nullptr) self->answer_poll();
  });
}

void PollLine::end_for_client_later() {
  auto self = std::static_pointer_cast<PollLine>(shared_from_this());
  world_.timeline.after(1ms, [self] { self->end_for_client(); });
}

void PollLine::answer_poll() {
  reader_waits_ = false;
  std::vector<Unit> units;
  auto n = reader_after_;
  for (const auto* frame = units_.next(n); frame != nullptr; frame = units_.next(n))
    units.push_back({++n, std::string((*frame)->json())});
  units_.handed_out(n);
  auto self = std::static_pointer_cast<PollLine>(shared_from_this());
  if (world_.strikes(25)) {
    world_.tally.add(Count::polls_repeated);
    world_.timeline.after(world_.chance.between(50ms, 1s), [self] {
      if (!self->over_for_client_) self->poll();
    });
    return;
  }
  travel(unit_down_, [self, units = std::move(units)] { self->take_units(units); });
}

void PollLine::take_units(const std::vector<Unit>& units) {
  for (const auto& [n, text] : units) {
    if (n <= last_unit_) continue;
    last_unit_ = n;
    tell(text);
  }
  if (!over_for_client_) poll();
}

void PollLine::send(const edge::SharedFrame& frame) {
  if (ended_) return;
  if (!units_.add(frame)) return session_->close(wire::Closing::kSlowConsumer);
  if (reader_waits_) answer_poll();
}

void PollLine::end(wire::Closing) {
  ended_ = true;
  if (reader_waits_) answer_poll();
  end_for_server();
}

void PollLine::tick(Time now) {
  Line::tick(now);
  if (reader_waits_ && world_.wall_now() - read_at_ > limits::kPollWaitMax) return answer_poll();
  const bool is_silent = read_at_ != Time{} && world_.wall_now() - read_at_ > limits::kAgentSilenceMax;
  if (is_silent) at_server([](edge::Session& session) { session.close(wire::Closing::kHeartbeatTimeout); });
}

std::vector<Line::Direction*> PollLine::directions() {
  return {&up_, &down_, &unit_up_, &unit_down_};
}

}  // namespace parlor::sim
