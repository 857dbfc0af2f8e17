#include "tests/proxies/transport.h"

#include <fmt/format.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
using doctor::Clock;
using doctor::Line;
using doctor::Question;

std::string hello_text(std::string_view token) {
  return fmt::format(
      R"({{"jsonrpc":"2.0","id":0,"method":"session.hello","params":{{"token":"{}","client":{{"name":"test","version":"1"}}}}}})",
      token);
}

std::string request_of(int id, std::string_view method, std::string_view params) {
  return fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{}}})", id, method, params);
}

class WebSocketTransport final : public Transport {
 public:
  explicit WebSocketTransport(Passage passage) : passage_(std::move(passage)) {}

  bool open(std::string token, Clock::time_point deadline) override {
    auto opened = passage_.tunnel ? Line::open_tunnel(passage_.way) : Line::open(passage_.way);
    if (!opened) return false;
    line_ = std::move(*opened);
    if (!doctor::shake_hands(*line_, passage_.way, {"/realtime"}).is_open()) return false;
    frames_.emplace(*line_);
    const auto first = frames_->receive(deadline);
    if (!first || first->find("session.ready") == std::string::npos) return false;
    frames_->send(hello_text(token));
    return answer_to(0, deadline).find("\"result\"") != std::string::npos;
  }

  std::string call(std::string_view method, std::string_view params) override {
    const int id = next_id_++;
    frames_->send(request_of(id, method, params));
    return answer_to(id, Clock::now() + kAnswerWait);
  }

  bool listen(Clock::time_point deadline) override {
    while (Clock::now() < deadline) {
      const auto frame = frames_->receive(deadline);
      if (!frame) return !line_->has_ended();
      take(*frame);
    }
    return true;
  }

 private:
  void take(const std::string& frame) {
    if (frame.find("\"heartbeat\"") != std::string::npos)
      frames_->send(R"({"jsonrpc":"2.0","method":"heartbeat","params":{}})");
    heard_ += frame;
  }

  std::string answer_to(int id, Clock::time_point deadline) {
    const auto mark = fmt::format("\"id\":{},", id);
    while (auto frame = frames_->receive(deadline)) {
      if (frame->find(mark) != std::string::npos && frame->find("\"jsonrpc\"") < 3) return *frame;
      take(*frame);
    }
    return {};
  }

  Passage passage_;
  std::unique_ptr<Line> line_;
  std::optional<doctor::Frames> frames_;
  int next_id_ = 1;
};

// What the two over plain HTTP share: calls are POSTs, each on a line of its own.
class HttpTransport : public Transport {
 public:
  explicit HttpTransport(Passage passage) : passage_(std::move(passage)) {}

  std::string call(std::string_view method, std::string_view params) override {
    return post("/realtime/sessions/" + session_, request_of(next_id_++, method, params));
  }

 protected:
  bool say_hello(std::string token) {
    token_ = std::move(token);
    session_ = field(post("/realtime/sessions", hello_text(token_)), "session");
    return !session_.empty();
  }

  Question question(std::string_view method, std::string target, std::string body = {}) const {
    Question asked{.method = method, .target = std::move(target), .body = std::move(body)};
    asked.headers.add("Authorization", "Bearer " + token_);
    if (method == "POST") asked.headers.add("Content-Type", "application/json");
    return asked;
  }

  // Empty when it failed.
  std::string post(std::string target, std::string body, std::chrono::seconds patience = kAnswerWait) {
    auto line = Line::open(passage_.way);
    if (!line) return {};
    doctor::send_question(**line, passage_.way, question("POST", std::move(target), std::move(body)));
    const auto answer = doctor::receive_answer(**line, Clock::now() + patience);
    return answer && answer->status / 100 == 2 ? answer->body : std::string();
  }

  Passage passage_;
  std::string session_;

 private:
  std::string token_;
  int next_id_ = 1;
};

class EventsTransport final : public HttpTransport {
 public:
  using HttpTransport::HttpTransport;

  bool open(std::string token, Clock::time_point deadline) override {
    if (!say_hello(std::move(token))) return false;
    auto opened = Line::open(passage_.way);
    if (!opened) return false;
    line_ = std::move(*opened);
    doctor::send_question(*line_, passage_.way, question("GET", "/realtime/sessions/" + session_ + "/events"));
    stream_.emplace(*line_);
    while (heard_.find("session.ready") == std::string::npos) {
      if (Clock::now() >= deadline || !listen(std::min(deadline, Clock::now() + 50ms))) return false;
    }
    return true;
  }

  bool listen(Clock::time_point deadline) override {
    while (Clock::now() < deadline) {
      heard_ += stream_->receive(deadline);
      if (stream_->is_complete() || line_->has_ended()) return false;
    }
    return true;
  }

 private:
  std::unique_ptr<Line> line_;
  std::optional<doctor::Stream> stream_;
};

class PollTransport final : public HttpTransport {
 public:
  using HttpTransport::HttpTransport;

  bool open(std::string token, Clock::time_point deadline) override {
    if (!say_hello(std::move(token))) return false;
    while (heard_.find("session.ready") == std::string::npos) {
      if (Clock::now() >= deadline || !ask(1s)) return false;
    }
    return true;
  }

  bool listen(Clock::time_point deadline) override {
    while (Clock::now() < deadline) {
      const auto left = std::chrono::ceil<std::chrono::seconds>(deadline - Clock::now());
      if (!ask(std::min<std::chrono::seconds>(left, 25s))) return false;
    }
    return true;
  }

 private:
  bool ask(std::chrono::seconds wait) {
    const auto body = post("/realtime/sessions/" + session_ + "/poll",
                           fmt::format(R"({{"after":{},"wait_s":{}}})", after_, wait.count()), wait + kAnswerWait);
    if (body.empty()) return false;
    const auto next = body.rfind("\"next\":");
    if (next == std::string::npos) return false;
    after_ = std::stoll(body.substr(next + 7));
    heard_ += body;
    return true;
  }

  long long after_ = 0;
};

}  // namespace

std::string_view to_string(TransportKind kind) {
  switch (kind) {
    case TransportKind::websocket:
      return "websocket";
    case TransportKind::events:
      return "events";
    case TransportKind::poll:
      return "poll";
  }
  return "";
}

std::unique_ptr<Transport> make_transport(TransportKind kind, Passage passage) {
  switch (kind) {
    case TransportKind::websocket:
      return std::make_unique<WebSocketTransport>(std::move(passage));
    case TransportKind::events:
      return std::make_unique<EventsTransport>(std::move(passage));
    case TransportKind::poll:
      break;
  }
  return std::make_unique<PollTransport>(std::move(passage));
}

}  // namespace parlor::tests
