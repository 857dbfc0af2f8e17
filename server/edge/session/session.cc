#include "edge/session/session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/presence/presence.h"
#include "base/limits.h"
#include "edge/session/answers.h"
#include "edge/session/calls.h"
#include "edge/session/tasks.h"
#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

Time now_of(const Services& services) {
  return services.node.clock.steady();
}

}  // namespace

Session::Session(Services& services, Opening opening, Sink& sink)
    : services_(services),
      caller_(std::move(opening.caller)),
      id_(opening.id),
      transport_(opening.transport),
      sink_(&sink),
      budget_(limits::kVisitorRequestsPerSecond, limits::kVisitorRequestsBurst),
      opened_at_(now_of(services)),
      heard_at_(opened_at_),
      told_at_(opened_at_) {}

Session::~Session() {
  leave();
}

void Session::open() {
  send(make_frame(wire::encode_notification(wire::SessionReady{to_wire(id_), transport_})));
}

void Session::send(const SharedFrame& frame) {
  if (is_closed()) return;
  told_at_ = now_of(services_);
  sink_->send(frame);
}

void Session::send_event(const EventFrame& event) {
  const bool is_own = event.client_id && std::erase(own_calls_, *event.client_id) > 0;
  if (!is_own) return send(event.frame);
  if (is_closed()) return;
  told_at_ = now_of(services_);
  sink_->send_with_next(event.frame);
}

void Session::expect_own(ClientId client_id) {
  if (transport_ == wire::Transport::kWebsocket) return;
  if (own_calls_.size() == limits::kOwnCallsKept) own_calls_.erase(own_calls_.begin());
  own_calls_.push_back(client_id);
}

void Session::touch() {
  heard_at_ = now_of(services_);
}

void Session::receive(std::string_view text, AnswerTo answer) {
  if (is_closed()) return answer({});
  touch();
  if (state_ == State::greeting) {
    if (waiting_.size() < limits::kBatchRequestsMax) return waiting_.push_back({std::string(text), std::move(answer)});
    return answer(wire::encode_error({}, wire::Reason::kTryLater));
  }
  auto frame = services_.decoder.decode(text);
  if (!frame) return answer(wire::encode_error(frame.error()));
  auto answers = std::make_shared<Answers>(std::move(answer), frame->is_batch);
  for (auto& message : frame->messages) {
    Answers::Slot slot(answers);
    // The last slot alone keeps the answers, so that they go out with the last of them and not when this function ends.
    if (&message == &frame->messages.back()) answers.reset();
    Calls(*this).take(std::move(message), std::move(slot));
  }
}

void Session::receive_waiting() {
  while (state_ != State::greeting && !waiting_.empty()) {
    auto next = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    receive(next.text, std::move(next.answer));
  }
}

void Session::tick(Time now) {
  if (is_closed()) return;
  if (state_ == State::opened && now - opened_at_ > limits::kHelloWait) return close(wire::Closing::kHelloTimeout);
  // Readers over HTTP are looked after by their transport.
  if (state_ != State::live || transport_ != wire::Transport::kWebsocket) return;
  const bool is_visitor = principal_->role == access::Role::visitor;
  if (now - heard_at_ > (is_visitor ? limits::kVisitorSilenceMax : limits::kAgentSilenceMax)) {
    return close(wire::Closing::kHeartbeatTimeout);
  }
  if (now - told_at_ < (is_visitor ? limits::kVisitorHeartbeat : limits::kAgentHeartbeat)) return;
  static const auto kHeartbeat = make_frame(wire::encode_notification(wire::HeartbeatParams{}));
  send(kHeartbeat);
}

// An agent's hand is told of now and then, not with each key.
void Session::note_act() {
  if (!principal_ || principal_->role == access::Role::visitor) return;
  if (acted_at_ && heard_at_ - *acted_at_ < limits::kAgentActEvery) return;
  acted_at_ = heard_at_;
  services_.node.presence.acted(*principal_, id_);
}

void Session::close(wire::Closing why, std::optional<Millis> after) {
  if (is_closed()) return;
  const auto& code = wire::close_code(why);
  wire::SessionClosing closing{code.code, std::string(code.reason), code.reconnect, std::nullopt};
  if (after) closing.after_ms = after->count();
  auto* sink = sink_;
  leave();
  sink->send(make_frame(wire::encode_notification(closing)));
  sink->end(why);
}

void Session::gone() {
  leave();
}

void Session::end() {
  if (is_closed()) return;
  auto* sink = sink_;
  leave();
  sink->end(wire::Closing::kReplaced);
}

void Session::leave() {
  if (is_closed()) return;
  state_ = State::closed;
  for (const auto& [topic, subscription] : subscriptions_)
    services_.local.hub.unfollow(topic, *this);
  subscriptions_.clear();
  for (auto& waiting : std::exchange(waiting_, {}))
    waiting.answer({});
  if (principal_) services_.node.presence.session_closed(*principal_, id_);
}

// A Task that waited may come here after the session has closed; the hub must never hear of it again.
void Session::follow(const app::Topic& topic, ports::Seq sent) {
  if (is_closed()) return;
  services_.local.hub.follow(topic, *this);
  subscriptions_[topic] = {sent, false, {}};
}

void Session::follow_later(const app::Topic& topic) {
  if (is_closed()) return;
  services_.local.hub.follow(topic, *this);
  subscriptions_[topic].catching_up = true;
}

void Session::unfollow(const app::Topic& topic) {
  services_.local.hub.unfollow(topic, *this);
  subscriptions_.erase(topic);
}

void Session::caught_up(const app::Topic& topic, ports::Seq sent) {
  const auto found = subscriptions_.find(topic);
  if (found == subscriptions_.end()) return;
  found->second.sent = std::max(found->second.sent, sent);
  found->second.catching_up = false;
  for (const auto& publication : std::exchange(found->second.held, {}))
    deliver(publication);
}

void Session::deliver(const app::SharedPublication& publication) {
  const auto found = subscriptions_.find(publication->topic);
  if (found == subscriptions_.end()) return;
  if (const auto* ended = std::get_if<app::CredentialEnded>(&publication->what)) {
    if (caller_.credential == ended->hash) close(wire::Closing::kSessionRevoked);
    return;
  }
  const auto audience = principal_->audience();
  if (const auto& notice = services_.frames.notice(publication, audience)) {
    const auto* typing = std::get_if<app::Typing>(&publication->what);
    if (!typing || typing->actor != principal_->actor()) send(notice);
    if (std::holds_alternative<app::TopicEnded>(publication->what) && !is_closed()) unfollow(publication->topic);
    return;
  }
  deliver_events(publication, found->second);
}

void Session::deliver_events(const app::SharedPublication& publication, Subscription& subscription) {
  if (subscription.catching_up) return subscription.held.push_back(publication);
  const auto audience = principal_->audience();
  if (const auto* seen = std::get_if<app::HeadSeen>(&publication->what)) {
    const auto head = audience == Audience::visitor ? seen->head.visitor_seq : seen->head.seq;
    if (head > subscription.sent) catch_up_before(publication, subscription);
    return;
  }
  // A copy: telling may close this session, or make the cache take up another publication.
  const auto frames = services_.frames.events(publication, audience, services_.node.directory);
  for (const auto& event : frames) {
    if (event.seq <= subscription.sent) continue;
    if (event.prev > subscription.sent) return catch_up_before(publication, subscription);
    subscription.sent = event.seq;
    send_event(event);
    // A slow client may have been closed just now, and its subscriptions with it.
    if (is_closed()) return;
  }
  if (const auto* started = std::get_if<app::ContactConversationStarted>(&publication->what)) join_started(*started);
}

void Session::catch_up_before(const app::SharedPublication& publication, Subscription& subscription) {
  subscription.catching_up = true;
  subscription.held.push_back(publication);
  auto task = read_missed(shared_from_this(), publication->topic, subscription.sent);
  runtime::asio::co_spawn(services_.worker.executor(), std::move(task), runtime::asio::detached);
}

void Session::join_started(const app::ContactConversationStarted& started) {
  auto task = follow_from_start(shared_from_this(), started.conversation.loaded.state.id);
  runtime::asio::co_spawn(services_.worker.executor(), std::move(task), runtime::asio::detached);
}

}  // namespace parlor::edge
