#include "line.h"

#include "base/limits.h"

namespace parlor::sim {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kSlowBytesMax = 8 * 1024;

}  // namespace

Line::Line(World& world, SimNode& node, std::weak_ptr<Hearer> hearer)
    : world_(world),
      node_(node),
      life_(node.lives()),
      worker_(0),
      hearer_(std::move(hearer)),
      is_slow_(world.strikes(12)) {}

Line::~Line() = default;

std::shared_ptr<Line> Line::open(World& world, SimNode& node, std::weak_ptr<Hearer> hearer, bool push) {
  std::shared_ptr<Line> line;
  if (push) {
    line = std::make_shared<PushLine>(world, node, std::move(hearer));
  } else {
    line = std::make_shared<PollLine>(world, node, std::move(hearer));
  }
  line->travel(line->up_, [line] { line->accept(); });
  return line;
}

void Line::accept() {
  if (!node_.is_up()) return end_for_client();
  life_ = node_.lives();
  worker_ = world_.chance.below(node_.workers());
  const auto self = shared_from_this();
  node_.add(self);
  node_.post(worker_, [self] {
    auto& services = self->node_.services(self->worker_);
    edge::Opening opening{{}, SessionId{WorldIds::make(self->world_)}, self->transport()};
    self->session_ = std::make_shared<edge::Session>(services, std::move(opening), *self);
    self->session_->open();
  });
}

void Line::travel(Direction& direction, std::move_only_function<void()> arrive) {
  if (direction.is_cut) return world_.tally.add(Count::frames_lost);
  const auto slow = world_.strikes(30) ? Span(400ms) : is_slow_ ? Span(60ms) : Span(4ms);
  const auto at = std::max(direction.last, world_.timeline.now() + world_.chance.between(100us, slow));
  direction.last = at;
  auto self = shared_from_this();
  world_.timeline.after(at - world_.timeline.now(), [self, &direction, arrive = std::move(arrive)]() mutable {
    if (direction.is_cut) return self->world_.tally.add(Count::frames_lost);
    arrive();
  });
}

void Line::at_server(std::move_only_function<void(edge::Session&)> function) {
  if (!lives_at_server()) return;
  node_.post(worker_, [self = shared_from_this(), function = std::move(function)]() mutable {
    // Held, since it may let go of itself meanwhile.
    const auto session = self->session_;
    if (session) function(*session);
  });
}

bool Line::lives_at_server() const {
  return !node_.is_down() && node_.lives() == life_;
}

void Line::tell(const std::string& text) {
  if (over_for_client_) return;
  if (const auto hearer = hearer_.lock()) hearer->heard(*this, text);
}

void Line::end_for_client() {
  if (std::exchange(over_for_client_, true)) return;
  if (const auto hearer = hearer_.lock()) hearer->line_ended(*this);
}

void Line::end_for_server() {
  if (!lives_at_server()) return;
  node_.post(worker_, [self = shared_from_this()] {
    if (self->session_) self->session_->gone();
    self->session_.reset();
    self->node_.remove(*self);
  });
}

void Line::hang_up() {
  if (std::exchange(over_for_client_, true)) return;
  travel(up_, [self = shared_from_this()] { self->end_for_server(); });
}

void Line::cut() {
  if (std::exchange(is_cut_, true)) return;
  world_.tally.add(Count::connections_cut);
  const auto self = shared_from_this();
  for (auto* direction : directions())
    world_.timeline.after(world_.chance.between(0us, 20ms), [self, direction] { direction->is_cut = true; });
  world_.timeline.after(world_.chance.between(1ms, 3s), [self] { self->end_for_client(); });
  const bool half_open = world_.chance.one_in(4);
  world_.timeline.after(world_.chance.between(1ms, half_open ? 40s : 2s), [self] { self->end_for_server(); });
}

void Line::tick(Time now) {
  at_server([now](edge::Session& session) { session.tick(now); });
}

void Line::node_crashed() {
  if (session_) session_->gone();
  session_.reset();
  world_.timeline.after(world_.chance.between(5ms, 1s), [self = shared_from_this()] { self->end_for_client(); });
}

void PushLine::say(std::string text) {
  auto self = std::static_pointer_cast<PushLine>(shared_from_this());
  travel(up_, [self, text = std::move(text)]() mutable {
    self->at_server([self, text = std::move(text)](edge::Session& session) {
      session.receive(text, [weak = std::weak_ptr(self)](std::string answer) {
        const auto line = weak.lock();
        if (line && !answer.empty()) line->send(edge::make_frame(answer));
      });
    });
  });
}

void PushLine::send(const edge::SharedFrame& frame) {
  const auto size = frame->json().size();
  bytes_on_the_way_ += size;
  auto self = std::static_pointer_cast<PushLine>(shared_from_this());
  travel(down_, [self, frame, size] {
    self->bytes_on_the_way_ -= size;
    self->tell(std::string(frame->json()));
  });
  const auto room = is_slow_ ? kSlowBytesMax : limits::kOutboxBytesMax;
  if (bytes_on_the_way_ > room && session_) session_->close(wire::Closing::kSlowConsumer);
}

void PushLine::end(wire::Closing) {
  auto self = std::static_pointer_cast<PushLine>(shared_from_this());
  travel(down_, [self] { self->end_for_client(); });
  end_for_server();
}

}  // namespace parlor::sim
