// The JSON-RPC 2.0 envelope as the server needs it: frames to calls, answers and notifications to frames. The client's
// half is server_message.h.
//
// A FrameDecoder owns a parser and belongs to one thread; the rest are pure functions. Nothing here knows a session:
// who may call what is decided elsewhere.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/errors.h"
#include "wire/generated/limits.h"
#include "wire/generated/methods.h"
#include "wire/generated/rpc.h"
#include "wire/json/writer.h"

namespace parlor::wire {

// The id of a request exactly as it is put into its answer: 7 or "a7", quotes included.
using RawId = std::string;

struct Request {
  RawId id;
  Params params;  // also of a notification's method: its answer is {}

  [[nodiscard]] Method method() const { return method_of(params); }
};

struct Notification {
  Params params;

  [[nodiscard]] Method method() const { return method_of(params); }
};

struct RpcError {
  RawId id{};  // empty when unknown: written as null
  Reason reason = Reason::kInternal;
  std::string message{};  // empty: the usual one of the reason
  std::string field{};
  std::optional<std::int64_t> retry_after_ms{};
  std::optional<ConflictState> current{};
  bool wants_answer = true;  // false for what was wrong in a notification: JSON-RPC forbids to answer it
};

using Incoming = std::variant<Request, Notification, RpcError>;

struct Frame {
  bool is_batch = false;  // then the answers go back as one list
  std::vector<Incoming> messages;
};

class Parser;

class FrameDecoder {
 public:
  explicit FrameDecoder(std::size_t bytes_max = kFrameBytesMax);
  FrameDecoder(FrameDecoder&& other) noexcept;
  FrameDecoder& operator=(FrameDecoder&& other) noexcept;
  ~FrameDecoder();

  // A fault of the whole frame (no JSON, bad UTF-8, too large, an empty or too long batch) is the error; a fault of one
  // message stands among the messages, in its place.
  std::expected<Frame, RpcError> decode(std::string_view text);

 private:
  std::unique_ptr<Parser> parser_;
};

// What the usual answer and the usual event fit in, so that they are written with one allocation.
inline constexpr std::size_t kAnswerBytes = 192;
inline constexpr std::size_t kNoticeBytes = 512;

// Answers.
void write_error(Writer& out, const RpcError& error);
std::string encode_error(const RpcError& error);
std::string encode_error(std::string_view id, Reason reason);

template <typename T>
void write_result(Writer& out, std::string_view id, const T& result) {
  out.begin_object();
  out.field("jsonrpc", std::string_view("2.0"));
  out.key("id");
  out.raw(id);
  out.field("result", result);
  out.end_object();
}

template <typename T>
std::string encode_result(std::string_view id, const T& result) {
  std::string text;
  text.reserve(kAnswerBytes);
  Writer out(text);
  write_result(out, id, result);
  return text;
}

// A batch's answers, each of them encoded already.
std::string encode_batch(const std::vector<std::string>& messages);

template <typename T>
std::string encode_named(std::string_view method, const T& params) {
  std::string text;
  text.reserve(kNoticeBytes);
  Writer out(text);
  out.begin_object();
  out.field("jsonrpc", std::string_view("2.0"));
  out.field("method", method);
  out.field("params", params);
  out.end_object();
  return text;
}

template <typename Variant, typename T>
inline constexpr std::size_t kIndexIn = [] {
  return []<typename... Ts>(std::type_identity<std::variant<Ts...>>) {
    std::size_t index = 0;
    bool found = false;
    ((found = found || std::is_same_v<T, Ts>, index += found ? 0 : 1), ...);
    return index;
  }(std::type_identity<Variant>{});
}();

// What the server tells: encode_notification(SessionReady{…}), encode_notification(event).
template <typename T>
std::string encode_notification(const T& notice) {
  static_assert(kIndexIn<Notice, T> < std::variant_size_v<Notice>, "not a notification of the server");
  return encode_named(to_string(static_cast<NoticeKind>(kIndexIn<Notice, T>)), notice);
}

}  // namespace parlor::wire
