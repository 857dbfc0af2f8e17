// An HTTP request and its answer on a Line, and the two answers that do not end: a WebSocket and a stream. One
// thread's. Never follows a redirect and never sends a request twice.
#pragma once

#include <optional>

#include "main/doctor/line.h"
#include "wire/http/message.h"
#include "wire/http/parser.h"
#include "wire/ws/decoder.h"

namespace parlor::doctor {

// For an answer that should come at once.
inline constexpr auto kAnswerWait = std::chrono::seconds(10);

struct Question {
  std::string_view method = "GET";
  std::string target = "/";
  // Host and the length are added.
  wire::http::Headers headers = {};
  std::string body = {};
};

void send_question(Line& line, const Way& way, const Question& question);

// The whole answer; none when it did not come in time.
std::optional<wire::http::Response> receive_answer(Line& line, Clock::time_point deadline);

// The answer to a WebSocket handshake at this target.
struct Handshake {
  std::optional<wire::http::Response> answer;
  [[nodiscard]] bool is_open() const { return answer && answer->status == 101; }
  [[nodiscard]] bool names_subprotocol() const {
    return answer && answer->headers.get("sec-websocket-protocol") == "parlor.v1";
  }
};
// Without an origin as programs speak, with one as browsers do.
struct Offer {
  std::string target;
  std::string origin = {};
};
Handshake shake_hands(Line& line, const Way& way, const Offer& offer);

// The messages of a WebSocket that is open on a line.
class Frames {
 public:
  explicit Frames(Line& line)
      : line_(line), decoder_({.role = wire::ws::Role::Client, .message_bytes_max = 256 * 1024}) {}

  // None: it ended, or nothing came in time.
  std::optional<std::string> receive(Clock::time_point deadline);
  void send(std::string_view text);

 private:
  Line& line_;
  wire::ws::Decoder decoder_;
  std::string bytes_;
  std::span<char> unread_;
};

// A response that is read while it comes.
class Stream {
 public:
  explicit Stream(Line& line) : line_(line) {}

  // What came of the body since the last call; empty when it ended, or nothing came in time.
  std::string receive(Clock::time_point deadline);
  // Status and headers, once they are there.
  [[nodiscard]] const std::optional<wire::http::Response>& head() const { return head_; }
  [[nodiscard]] bool is_complete() const { return complete_; }

 private:
  // What came of the body.
  std::string feed(std::string_view bytes);

  Line& line_;
  wire::http::ResponseParser parser_{{.body_bytes_max = 16 * 1024 * 1024}};
  std::optional<wire::http::Response> head_;
  bool complete_ = false;
};

}  // namespace parlor::doctor
