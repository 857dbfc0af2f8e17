// What the tests of WebSocket share: frames of a client written by hand, and a server with its echo open. Each test's
// own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"
#include "wire/ws/deflate.h"
#include "wire/ws/encoder.h"

namespace parlor::tests {

using wire::ws::Opcode;

inline constexpr std::size_t kEchoBytesMax = 16UL * 1024 * 1024;
inline constexpr wire::ws::Mask kMask = {0x37, 0xFA, 0x21, 0x3D};
inline constexpr std::string_view kOffer = "Sec-WebSocket-Extensions: permessage-deflate\r\n";

// One frame of a client. `bits` are the three reserved ones (0x40, 0x20, 0x10).
struct Fragment {
  std::string_view payload = {};
  bool fin = true;
  unsigned bits = 0;
};

inline std::string frame(Opcode opcode, const Fragment& fragment) {
  std::string bytes;
  wire::ws::append_frame(bytes, {.opcode = opcode, .payload = fragment.payload, .fin = fragment.fin, .mask = kMask});
  bytes.front() = static_cast<char>(static_cast<unsigned char>(bytes.front()) | fragment.bits);
  return bytes;
}

inline std::string text(std::string_view payload, bool fin = true) {
  return frame(Opcode::Text, {payload, fin});
}
inline std::string binary(std::string_view payload, bool fin = true) {
  return frame(Opcode::Binary, {payload, fin});
}
inline std::string more(std::string_view payload, bool fin) {
  return frame(Opcode::Continuation, {payload, fin});
}
inline std::string ping(std::string_view payload = "") {
  return frame(Opcode::Ping, {payload});
}
inline std::string pong(std::string_view payload = "") {
  return frame(Opcode::Pong, {payload});
}
inline std::string closing(std::string_view payload) {
  return frame(Opcode::Close, {payload});
}
inline std::string closing(std::uint16_t code, std::string_view reason = "") {
  std::string payload{static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
  return closing(payload.append(reason));
}

// Sends in `pieces` fragments of one message.
inline std::string in_pieces(Opcode opcode, std::string_view payload, std::size_t piece) {
  std::string bytes;
  for (std::size_t at = 0; at == 0 || at < payload.size(); at += piece) {
    const bool last = at + piece >= payload.size();
    bytes += frame(at == 0 ? opcode : Opcode::Continuation, {payload.substr(at, piece), last});
  }
  return bytes;
}

// What the server said, in order: "text hello", "pong x", "close 1000"; long payloads by their length.
inline std::string to_text(const ReceivedFrame& received) {
  const auto shown = received.payload.size() <= 200 ? received.payload
                                                    : fmt::format("{} bytes {:x}", received.payload.size(),
                                                                  std::hash<std::string>{}(received.payload));
  switch (received.opcode) {
    case Opcode::Text:
      return "text " + shown;
    case Opcode::Binary:
      return "binary " + shown;
    case Opcode::Ping:
      return "ping " + shown;
    case Opcode::Pong:
      return "pong " + shown;
    case Opcode::Close:
      return "close " + std::to_string(received.payload.empty() ? 1005 : received.close_code);
    default:
      return "a frame of opcode " + std::to_string(static_cast<int>(received.opcode));
  }
}

inline std::string said(Opcode opcode, std::string payload) {
  return to_text({.opcode = opcode, .payload = std::move(payload)});
}

// Letters without a pattern.
inline std::string noise(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 7;
  for (char& byte : bytes) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<char>('a' + (state >> 24U) % 26);
  }
  return bytes;
}

// Bytes to send, and what must come back. Unless they end the connection themselves, a closing frame follows them.
struct Case {
  std::string name;
  std::string bytes;
  std::vector<std::string> expected;
};

enum class Cut : std::uint8_t { whole, sevens, bytes };

class WebSocketEcho : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    server_ = std::make_unique<ServerProcess>(ServerSettings{.arguments = {"--demo", "--test-endpoints"}});
    server_->start();
  }
  static void TearDownTestSuite() { server_.reset(); }
  void TearDown() override { EXPECT_TRUE(server_->is_alive()); }

  static RawWebSocket open(std::string_view headers = "") {
    return RawWebSocket(server_->port(), std::string(headers), 0, "/_test/echo");
  }

  static void send(RawWebSocket& socket, std::string_view bytes, Cut cut) {
    const std::size_t size = cut == Cut::whole ? bytes.size() : cut == Cut::sevens ? 7 : 1;
    for (std::size_t at = 0; at < bytes.size(); at += size)
      socket.send_bytes(bytes.substr(at, size));
  }

  // Written beside the reading: neither side may wait for the other with full buffers.
  static std::vector<std::string> converse(std::string_view bytes, Cut cut, std::string_view headers = "") {
    auto socket = open(headers);
    if (socket.status() != 101) return {"no upgrade"};
    const std::jthread writer([&] { send(socket, bytes, cut); });
    return hear(socket);
  }

  // Until the server has closed.
  static std::vector<std::string> hear(RawWebSocket& socket) {
    std::vector<std::string> heard;
    while (auto received = socket.receive()) {
      if (received->compressed) inflate(*received);
      heard.push_back(to_text(*received));
      if (received->opcode == Opcode::Close) break;
    }
    // Nothing may follow a closing frame but the end.
    if (const auto late = socket.receive()) heard.push_back("after the end: " + to_text(*late));
    return heard;
  }

  static void inflate(ReceivedFrame& received) {
    std::string message;
    const auto outcome = wire::ws::inflate_message(received.payload, 2 * kEchoBytesMax, message);
    received.payload = outcome == wire::ws::InflateOutcome::Done ? message : "a damaged message";
    received.compressed = false;
  }

  static void expect_each(const std::vector<Case>& table, std::string_view headers = "") {
    for (const auto& [name, bytes, expected] : table) {
      auto said_in_full = bytes;
      auto heard_in_full = expected;
      if (expected.empty() || !expected.back().starts_with("close ")) {
        said_in_full += closing(1000);
        heard_in_full.emplace_back("close 1000");
      }
      for (const auto cut : {Cut::whole, Cut::sevens, Cut::bytes}) {
        if (cut != Cut::whole && said_in_full.size() > 2'000) continue;
        EXPECT_EQ(converse(said_in_full, cut, headers), heard_in_full) << name << ", cut " << static_cast<int>(cut);
      }
    }
  }

  inline static std::unique_ptr<ServerProcess> server_;
};

}  // namespace parlor::tests
