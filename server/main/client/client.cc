#include "main/client/client.h"

#include <algorithm>
#include <charconv>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace parlor::client {
namespace {

namespace asio = runtime::asio;

constexpr auto kFirstWait = std::chrono::milliseconds(40);
constexpr auto kLongestWait = std::chrono::milliseconds(2000);
constexpr std::uint16_t kNeverComeBackFrom = 4500;

// With a token there is no cookie, and the other way round.
std::optional<std::string> token_of(const Credentials& credentials) {
  if (credentials.token.empty()) return std::nullopt;
  return credentials.token;
}

}  // namespace

std::shared_ptr<Client> Client::create(Loop& loop, ClientOptions options) {
  return std::make_shared<Client>(loop, std::move(options));
}

void Client::start() {
  state_ = State::connecting;
  asio::co_spawn(loop_.executor(), run(), asio::detached);
}

runtime::Task<> Client::run() {
  const auto self = shared_from_this();
  while (state_ != State::ended) {
    co_await attempt();
    if (state_ == State::ended) break;
    if (!options_.come_back || !may_come_back_) {
      state_ = State::ended;
      break;
    }
    state_ = State::waiting;
    co_await sleep(loop_, wait_before_next());
  }
  wake_waiting();
}

runtime::Task<> Client::attempt() {
  state_ = State::connecting;
  link_ = std::make_shared<Link>(loop_);
  const auto link = link_;
  auto opened = co_await link->open(options_.server, options_.credentials);
  if (!opened) {
    lost(opened.error().text);
    co_return;
  }
  if (state_ == State::ended) co_return link->drop();
  say_hello();
  const auto weak = weak_from_this();
  auto end = co_await link->read([weak](std::string_view text) {
    if (const auto self = weak.lock()) self->take_text(text);
  });
  if (end.code >= kNeverComeBackFrom && end.code < 5000) may_come_back_ = false;
  lost("closed with " + std::to_string(end.code) + " " + end.reason);
}

void Client::say_hello() {
  wire::SessionHelloParams hello{
      .token = token_of(options_.credentials), .client = {"parlor-cpp", "1"}, .page = options_.page};
  if (!positions_.empty()) {
    auto& resume = hello.resume.emplace();
    for (const auto& [topic, position] : positions_) {
      if (resume.size() == wire::kResumeTopicsMax) break;
      resume.push_back({topic, position.epoch, position.seq});
    }
  }
  call<wire::SessionHelloParams>(std::move(hello), [weak = weak_from_this()](Called<wire::SessionHelloResult> answer) {
    if (const auto self = weak.lock()) self->greeted(std::move(answer));
  });
}

void Client::greeted(Called<wire::SessionHelloResult> answer) {
  if (!answer) {
    if (answer.error().lost) return;
    if (!answer.error().is_worth_retrying()) may_come_back_ = false;
    asked_wait_ = answer.error().retry_after;
    why_ended_ = "hello was refused: " + std::string(wire::to_string(answer.error().reason));
    return link_->close();
  }
  failures_ = 0;
  state_ = State::live;
  hello_ = std::move(*answer);
  for (const auto& topic : hello_->topics) {
    if (!topic.recovered) positions_[topic.topic] = {topic.epoch, topic.seq};
  }
  if (hooks_.on_live) hooks_.on_live(*hello_);
  wake_waiting();
}

runtime::Task<Result<void>> Client::until_live() {
  const auto self = shared_from_this();
  while (state_ != State::live) {
    if (state_ == State::ended) co_return fail(why_ended_.empty() ? "the session has ended" : why_ended_);
    const auto timer = std::make_shared<Timer>(loop_.executor(), std::chrono::hours(24));
    waiting_for_live_.push_back(timer);
    co_await timer->async_wait(asio::as_tuple(runtime::use_task));
  }
  co_return Result<void>{};
}

void Client::wake_waiting() {
  for (const auto& timer : std::exchange(waiting_for_live_, {}))
    timer->cancel();
}

void Client::close() {
  if (state_ == State::ended) return;
  state_ = State::ended;
  hooks_ = {};
  if (link_) link_->close();
  fail_pending();
  wake_waiting();
}

void Client::call_raw(const wire::Params& params, RawAnswer answer) {
  const bool is_hello = std::holds_alternative<wire::SessionHelloParams>(params);
  if (state_ != State::live && !(is_hello && state_ == State::connecting)) {
    return asio::post(loop_.executor(), [told = std::move(answer)] {
      told(std::unexpected(CallError{.message = "not connected", .lost = true}));
    });
  }
  const auto id = next_id_++;
  pending_.emplace(id, std::move(answer));
  link_->send(wire::encode_request(std::to_string(id), params));
}

void Client::notify(const wire::Params& params) {
  if (state_ == State::live) link_->send(wire::encode_client_notification(params));
}

void Client::take_text(std::string_view text) {
  if (state_ == State::ended) return;
  auto messages = loop_.decoder().decode(text);
  if (!messages) {
    lost("a frame that cannot be read: " + messages.error().field + " " + messages.error().message);
    return link_->drop();
  }
  for (auto& message : *messages) {
    std::visit([this](auto& one) { take(std::move(one)); }, message);
  }
}

void Client::take(wire::Response&& response) {
  std::int64_t id = 0;
  std::from_chars(response.id.data(), response.id.data() + response.id.size(), id);
  auto found = pending_.extract(id);
  if (!found.empty()) found.mapped()(response.result);
}

void Client::take(wire::RpcError&& error) {
  std::int64_t id = 0;
  std::from_chars(error.id.data(), error.id.data() + error.id.size(), id);
  CallError told{.reason = error.reason, .message = std::move(error.message), .field = std::move(error.field)};
  if (error.retry_after_ms) told.retry_after = std::chrono::milliseconds(*error.retry_after_ms);
  auto found = pending_.extract(id);
  if (!found.empty()) found.mapped()(std::unexpected(std::move(told)));
}

void Client::take(wire::Notice&& notice) {
  if (std::holds_alternative<wire::HeartbeatParams>(notice)) return notify(wire::HeartbeatParams{});
  if (const auto* closing = std::get_if<wire::SessionClosing>(&notice)) {
    if (closing->reconnect == wire::Reconnect::kNever) may_come_back_ = false;
    if (closing->after_ms) asked_wait_ = std::chrono::milliseconds(*closing->after_ms);
  }
  if (const auto* event = std::get_if<wire::Event>(&notice); event && event->topic && event->epoch) {
    auto& position = positions_[*event->topic];
    position = {*event->epoch, std::max(position.seq, event->seq)};
  }
  if (hooks_.on_notice) hooks_.on_notice(notice);
}

CallError Client::of_decode_error(const wire::DecodeError& error) {
  return {.message = "an answer that cannot be read: " + error.field + " " + error.message};
}

void Client::fail_pending() {
  for (auto& [id, answer] : std::exchange(pending_, {})) {
    asio::post(loop_.executor(), [told = std::move(answer)] {
      told(std::unexpected(CallError{.message = "the connection was lost", .lost = true}));
    });
  }
}

void Client::lost(const std::string& why) {
  if (state_ == State::ended) return;
  state_ = State::waiting;
  if (why_ended_.empty()) why_ended_ = why;
  ++failures_;
  fail_pending();
  if (hooks_.on_lost) hooks_.on_lost(why);
}

std::chrono::milliseconds Client::wait_before_next() {
  if (const auto asked = std::exchange(asked_wait_, std::nullopt)) return loop_.jittered(*asked);
  const auto doublings = std::min(failures_, 6);
  return loop_.jittered(std::min(kFirstWait * (1 << doublings), kLongestWait));
}

}  // namespace parlor::client
