// Client: one session with the server. It says hello, carries calls and their answers, hands out notices, and, if asked
// to, comes back by itself with resume when the connection is lost. Lives on its loop's thread; create() gives a
// shared_ptr, since a running session holds itself until close(). Never judges what it is told: doubled or missing
// events reach the hooks as they came.
//
//   idle --start()--> connecting --hello answered--> live --connection lost--> waiting --> connecting ...
//                          |                          |                          (without come_back: ended)
//                          +---- refused for good ----+---- close() -----------> ended
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "main/client/link.h"
#include "runtime/resume.h"

namespace parlor::client {

struct CallError {
  wire::Reason reason = wire::Reason::kInternal;
  std::string message;
  std::string field;
  std::optional<std::chrono::milliseconds> retry_after;
  bool lost = false;  // the connection ended before the answer: nobody knows whether it was done

  [[nodiscard]] bool is_worth_retrying() const { return lost || wire::error_kind(reason).retry != wire::Retry::kNo; }
};

template <class T>
using Called = std::expected<T, CallError>;

struct ClientHooks {
  std::function<void(const wire::SessionHelloResult&)> on_live = {};
  std::function<void(const wire::Notice&)> on_notice = {};
  // A connection attempt failed, or a live session ended; with come_back another attempt follows.
  std::function<void(const std::string&)> on_lost = {};
};

struct ClientOptions {
  ServerAddress server;
  Credentials credentials;
  bool come_back = false;
  std::optional<wire::Page> page = {};
};

class Client : public std::enable_shared_from_this<Client> {
 public:
  enum class State : std::uint8_t { idle, connecting, live, waiting, ended };

  static std::shared_ptr<Client> create(Loop& loop, ClientOptions options);
  Client(Loop& loop, ClientOptions options) : loop_(loop), options_(std::move(options)) {}

  // Before start().
  void set_hooks(ClientHooks hooks) { hooks_ = std::move(hooks); }
  void start();
  // Resolves when live, or with why it never will be.
  runtime::Task<Result<void>> until_live();
  // Says goodbye and ends. Hooks are not called any more.
  void close();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool is_live() const { return state_ == State::live; }
  [[nodiscard]] const std::optional<wire::SessionHelloResult>& hello() const { return hello_; }
  Loop& loop() { return loop_; }

  // `answer` is called exactly once, never from within call().
  template <class P>
  void call(P params, std::function<void(Called<wire::ResultOf<P>>)> answer);
  // The same for coroutines.
  template <class P>
  runtime::Task<Called<wire::ResultOf<P>>> ask(P params);
  // As ask(), but asks again while the server says "later" and after a lost connection: for calls that carry a
  // client_id, and for reading.
  template <class P>
  runtime::Task<Called<wire::ResultOf<P>>> ask_patiently(P params);

  void notify(const wire::Params& params);
  // From here on the topic is named in resume.
  void follow(const wire::Topic& topic, std::string epoch, std::int64_t seq) {
    positions_[topic] = {std::move(epoch), seq};
  }
  void forget(const wire::Topic& topic) { positions_.erase(topic); }

 private:
  using RawAnswer = std::function<void(Called<wire::Element>)>;

  void call_raw(const wire::Params& params, RawAnswer answer);
  static CallError of_decode_error(const wire::DecodeError& error);
  runtime::Task<> run();
  runtime::Task<> attempt();
  void say_hello();
  void greeted(Called<wire::SessionHelloResult> answer);
  void take_text(std::string_view text);
  void take(wire::Response&& response);
  void take(wire::RpcError&& error);
  void take(wire::Notice&& notice);
  void fail_pending();
  void lost(const std::string& why);
  void wake_waiting();
  std::chrono::milliseconds wait_before_next();

  Loop& loop_;
  ClientOptions options_;
  ClientHooks hooks_;
  State state_ = State::idle;
  std::shared_ptr<Link> link_;
  std::unordered_map<std::int64_t, RawAnswer> pending_;
  std::unordered_map<wire::Topic, wire::Position> positions_;
  std::vector<std::shared_ptr<Timer>> waiting_for_live_;
  std::optional<wire::SessionHelloResult> hello_;
  std::optional<std::chrono::milliseconds> asked_wait_;
  std::string why_ended_;
  std::int64_t next_id_ = 1;
  int failures_ = 0;
  bool may_come_back_ = true;
};

template <class P>
void Client::call(P params, std::function<void(Called<wire::ResultOf<P>>)> answer) {
  call_raw(wire::Params(std::move(params)), [answer = std::move(answer)](Called<wire::Element> element) {
    if (!element) return answer(std::unexpected(std::move(element.error())));
    auto result = wire::decode_as<wire::ResultOf<P>>(*element);
    if (!result) return answer(std::unexpected(of_decode_error(result.error())));
    answer(std::move(*result));
  });
}

template <class P>
runtime::Task<Called<wire::ResultOf<P>>> Client::ask(P params) {
  using Answer = Called<wire::ResultOf<P>>;
  const auto self = shared_from_this();
  auto begin = [self, params = std::move(params)](std::move_only_function<void(Answer)> done) mutable {
    auto shared = std::make_shared<std::move_only_function<void(Answer)>>(std::move(done));
    self->call<P>(std::move(params), [shared](Answer answer) { (*shared)(std::move(answer)); });
  };
  auto waiting = runtime::await_callback<Answer>(std::move(begin));
  auto answer = co_await std::move(waiting);
  co_return answer;
}

template <class P>
runtime::Task<Called<wire::ResultOf<P>>> Client::ask_patiently(P params) {
  const auto self = shared_from_this();
  for (;;) {
    auto live = co_await until_live();
    if (!live) co_return std::unexpected(CallError{.message = live.error().text, .lost = true});
    auto answer = co_await ask(params);
    if (answer || !answer.error().is_worth_retrying()) co_return answer;
    if (!answer.error().lost) co_await sleep(loop_, answer.error().retry_after.value_or(std::chrono::milliseconds(50)));
  }
}

}  // namespace parlor::client
