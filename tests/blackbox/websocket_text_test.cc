// What WebSocket says about text and about goodbyes (RFC 6455 sections 5.5.1, 7 and 8.1), spoken to the echo of the
// real binary.
#include "tests/blackbox/websocket_echo.h"

namespace parlor::tests {
namespace {

class WebSocketText : public WebSocketEcho {};

std::vector<std::string> right_texts() {
  return {"",
          "\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5",
          "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x9B\x8B",
          std::string("\0", 1),
          "\x7F",
          "\xC2\x80",
          "\xDF\xBF",
          "\xE0\xA0\x80",
          "\xED\x9F\xBF",
          "\xEE\x80\x80",
          "\xEF\xBF\xBD",
          "\xEF\xBF\xBE",
          "\xEF\xBF\xBF",
          "\xEF\xB7\x90",
          "\xF0\x90\x80\x80",
          "\xF0\x9F\xBF\xBE",
          "\xF4\x8F\xBF\xBF",
          "\xEF\xBB\xBF with a mark"};
}

std::vector<std::string> wrong_texts() {
  return {"\x80",      // a continuation
          "\xBF\x80",  // two
          "\xC0\xAF",
          "\xE0\x80\xAF",
          "\xF0\x80\x80\xAF",  // overlong
          "\xC1\xBF",
          "\xE0\x9F\xBF",
          "\xF0\x8F\xBF\xBF",  // overlong, at the edge
          "\xC0\x80",          // an overlong zero
          "\xED\xA0\x80",
          "\xED\xBF\xBF",
          "\xED\xA0\x80\xED\xB0\x80",  // surrogates
          "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80",
          "\xF8\x88\x80\x80\x80",
          "\xFC\x84\x80\x80\x80\x80",  // beyond
          "\xFE",
          "\xFF",
          "\xC3",
          "\xE2\x82",
          "\xF0\x9F\x9B",  // never used, and unfinished
          "\xC3(",
          "\xE2\x82(",
          "hello \xCE\xBA\xED\xA0\x80 edited"};
}

TEST_F(WebSocketText, Utf8) {
  std::vector<Case> table;
  for (const auto& right : right_texts()) {
    table.push_back({"right: " + right, text(right), {said(Opcode::Text, right)}});
    table.push_back({"right, by the byte: " + right, in_pieces(Opcode::Text, right, 1), {said(Opcode::Text, right)}});
  }
  for (const auto& wrong : wrong_texts()) {
    table.push_back({"wrong: " + wrong, text(wrong), {"close 1007"}});
    table.push_back({"wrong, by the byte: " + wrong, in_pieces(Opcode::Text, wrong, 1), {"close 1007"}});
    table.push_back({"fine as bytes: " + wrong, binary(wrong), {said(Opcode::Binary, wrong)}});
    table.push_back({"wrong as a reason: " + wrong, closing(1000, wrong), {"close 1007"}});
  }
  expect_each(table);
}

// Text that cannot become right any more ends the connection at once, before its frame or its message has ended.
TEST_F(WebSocketText, WrongUtf8IsNotWaitedFor) {
  const std::string begin = "\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5";
  const std::vector<Case> table = {
      {"in the first of two", text(begin + "\xF4\x90\x80\x80", false), {"close 1007"}},
      {"in the second of three", text(begin, false) + more("\xED\xA0\x80", false), {"close 1007"}},
      {"inside a frame",
       text(begin + "\xF4\x90" + std::string(100, 'x')).substr(0, 6 + begin.size() + 2),
       {"close 1007"}},
  };
  for (const auto& [name, bytes, expected] : table) {
    SCOPED_TRACE(name);
    auto socket = open();
    socket.send_bytes(bytes);
    EXPECT_EQ(hear(socket), expected);
  }
}

TEST_F(WebSocketText, Closing) {
  std::vector<Case> table = {
      {"without a code", closing(""), {"close 1005"}},
      {"half a code", closing("\x03"), {"close 1002"}},
      {"a reason", closing(1000, "See you"), {"close 1000"}},
      {"the longest reason", closing(1000, std::string(123, 'x')), {"close 1000"}},
      {"a reason too long", closing(1000, std::string(124, 'x')), {"close 1002"}},
      {"twice", closing(1000) + closing(1001), {"close 1000"}},
      {"a ping after it", closing(1000) + ping("?"), {"close 1000"}},
      {"a text after it", text("a") + closing(1000) + text("b"), {"text a", "close 1000"}},
      {"a broken frame after it", closing(1000) + "\xFF\xFF", {"close 1000"}},
      {"after a large message",
       text(std::string(262'144, 'x')) + closing(1000),
       {said(Opcode::Text, std::string(262'144, 'x')), "close 1000"}},
  };
  using Codes = std::initializer_list<std::uint16_t>;
  for (const auto code :
       Codes{1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
    table.push_back({fmt::format("code {}", code), closing(code), {fmt::format("close {}", code)}});
  for (const auto code : Codes{0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65'535})
    table.push_back({fmt::format("code {} that may not be sent", code), closing(code), {"close 1002"}});
  expect_each(table);
}

// The server ends the TCP connection itself, and does not wait until the client does.
TEST_F(WebSocketText, TheServerHangsUpFirst) {
  auto socket = open();
  socket.send_bytes(closing(1000));
  EXPECT_EQ(hear(socket), std::vector<std::string>{"close 1000"});
  const auto began = std::chrono::steady_clock::now();
  EXPECT_FALSE(socket.receive());
  EXPECT_LT(std::chrono::steady_clock::now() - began, kAnswerWait);
}

}  // namespace
}  // namespace parlor::tests
