#include "main/doctor/exchange.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include "wire/http/response_writer.h"
#include "wire/ws/encoder.h"

namespace parlor::doctor {
namespace {

using namespace std::chrono_literals;

namespace http = wire::http;
namespace ws = wire::ws;

std::string new_key() {
  std::array<unsigned char, 16> bytes{};
  std::array<unsigned char, 25> text{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  EVP_EncodeBlock(text.data(), bytes.data(), static_cast<int>(bytes.size()));
  return reinterpret_cast<const char*>(text.data());
}

ws::Mask new_mask() {
  ws::Mask mask;
  RAND_bytes(mask.data(), static_cast<int>(mask.size()));
  return mask;
}

}  // namespace

void send_question(Line& line, const Way& way, const Question& question) {
  http::Headers headers;
  headers.add("Host", way.authority());
  for (const auto& header : question.headers)
    headers.add(std::string(header.name), std::string(header.value));
  std::string bytes;
  http::append_request(bytes, {question.method, line.target_prefix() + question.target, headers, question.body});
  line.send(bytes);
}

std::optional<http::Response> receive_answer(Line& line, Clock::time_point deadline) {
  http::ResponseParser parser({.body_bytes_max = 16UL * 1024 * 1024});
  for (;;) {
    const std::string piece = line.receive(deadline);
    if (piece.empty()) {
      const bool whole = line.has_ended() && parser.finish() == http::ParseState::Complete;
      return whole ? std::optional(parser.take()) : std::nullopt;
    }
    std::string_view bytes = piece;
    http::Progress progress;
    do {
      progress = parser.feed(bytes);
      bytes.remove_prefix(progress.consumed);
    } while (progress.state == http::ParseState::HeadersDone);
    if (progress.state == http::ParseState::Error) return std::nullopt;
    if (progress.state != http::ParseState::Complete) continue;
    line.put_back(bytes);
    return parser.take();
  }
}

Handshake shake_hands(Line& line, const Way& way, const Offer& offer) {
  Question question{.target = offer.target};
  if (!offer.origin.empty()) question.headers.add("Origin", offer.origin);
  question.headers.add("Upgrade", "websocket");
  question.headers.add("Connection", "Upgrade");
  question.headers.add("Sec-WebSocket-Version", "13");
  question.headers.add("Sec-WebSocket-Key", new_key());
  question.headers.add("Sec-WebSocket-Protocol", "parlor.v1");
  send_question(line, way, question);
  return {receive_answer(line, Clock::now() + kAnswerWait)};
}

std::optional<std::string> Frames::receive(Clock::time_point deadline) {
  for (;;) {
    const auto event = decoder_.next(unread_);
    if (event.kind == ws::EventKind::Text) return std::string(event.payload);
    if (event.kind == ws::EventKind::Close || event.kind == ws::EventKind::Error) return std::nullopt;
    if (event.kind != ws::EventKind::NeedMore) continue;
    bytes_ = line_.receive(deadline);
    if (bytes_.empty()) return std::nullopt;
    unread_ = bytes_;
  }
}

void Frames::send(std::string_view text) {
  std::string bytes;
  ws::append_frame(bytes, {.payload = text, .mask = new_mask()});
  line_.send(bytes);
}

std::string Stream::receive(Clock::time_point deadline) {
  while (!complete_) {
    const std::string piece = line_.receive(deadline);
    if (piece.empty()) {
      complete_ = line_.has_ended() && head_ && parser_.finish() == http::ParseState::Complete;
      return {};
    }
    auto body = feed(piece);
    if (!body.empty()) return body;
  }
  return {};
}

std::string Stream::feed(std::string_view bytes) {
  for (;;) {
    const auto progress = parser_.feed(bytes);
    bytes.remove_prefix(progress.consumed);
    if (progress.state == http::ParseState::Error) return {};
    if (progress.state != http::ParseState::NeedMore && !head_) head_ = parser_.response();
    complete_ = progress.state == http::ParseState::Complete;
    if (progress.state != http::ParseState::HeadersDone) return head_ ? parser_.take_body_so_far() : std::string();
  }
}

}  // namespace parlor::doctor
