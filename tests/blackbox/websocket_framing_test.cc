// WebSocket as RFC 6455 has it, spoken to the echo of the real binary. The families are those of the usual conformance
// suites: framing, pings, reserved bits, opcodes, fragments, UTF-8, closing, limits.
#include "tests/blackbox/websocket_echo.h"

namespace parlor::tests {
namespace {

class WebSocketFraming : public WebSocketEcho {};

TEST_F(WebSocketFraming, Framing) {
  std::vector<Case> table;
  for (const auto size : std::initializer_list<std::size_t>{0, 1, 125, 126, 127, 128, 1'024, 65'535, 65'536, 100'000}) {
    const std::string payload(size, '*');
    table.push_back({fmt::format("a text of {}", size), text(payload), {said(Opcode::Text, payload)}});
    const std::string bytes(size, '\xFE');
    table.push_back({fmt::format("{} bytes", size), binary(bytes), {said(Opcode::Binary, bytes)}});
  }
  expect_each(table);
}

TEST_F(WebSocketFraming, PingsAndPongs) {
  const std::string full(125, '\xFE');
  std::string ten;
  std::vector<std::string> ten_pongs;
  for (int i = 0; i < 10; ++i) {
    ten += ping(std::to_string(i));
    ten_pongs.push_back("pong " + std::to_string(i));
  }
  expect_each({
      {"without payload", ping(), {"pong "}},
      {"with text", ping("Vic?"), {"pong Vic?"}},
      {"with bytes",
       ping(std::string_view("\x00\xFF\xFE\xFD", 4)),
       {said(Opcode::Pong, std::string("\x00\xFF\xFE\xFD", 4))}},
      {"with 125 bytes", ping(full), {said(Opcode::Pong, full)}},
      {"with 126 bytes", ping(full + "x"), {"close 1002"}},
      {"ten", ten, ten_pongs},
      {"a pong nobody asked for", pong(), {}},
      {"one with payload", pong("hello"), {}},
      {"one before a ping", pong("hello") + ping("you"), {"pong you"}},
  });
}

TEST_F(WebSocketFraming, ReservedBits) {
  std::vector<Case> table;
  for (const unsigned bits : {0x10U, 0x20U, 0x30U, 0x40U, 0x50U, 0x60U, 0x70U}) {
    for (const auto opcode : {Opcode::Text, Opcode::Binary, Opcode::Ping, Opcode::Pong, Opcode::Close}) {
      const auto broken = frame(opcode, {"", true, bits});
      table.push_back({fmt::format("bits {:x} of opcode {}", bits, static_cast<int>(opcode)),
                       text("before") + broken + ping("after"),
                       {"text before", "close 1002"}});
    }
  }
  expect_each(table);
}

TEST_F(WebSocketFraming, Opcodes) {
  std::vector<Case> table;
  for (const int code : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
    const auto broken = frame(static_cast<Opcode>(code), {code % 2 == 0 ? "x" : ""});
    table.push_back(
        {fmt::format("opcode {}", code), text("before") + broken + ping("after"), {"text before", "close 1002"}});
  }
  expect_each(table);
}

TEST_F(WebSocketFraming, Masks) {
  std::string bare = text("hello");
  bare = std::string("\x81\x05hello", 7);
  std::string unmasked_by_zeros;
  wire::ws::append_frame(unmasked_by_zeros, {.payload = "hello", .mask = wire::ws::Mask{}});
  expect_each({
      {"none", bare, {"close 1002"}},
      {"none on a ping", std::string("\x89\x00", 2), {"close 1002"}},
      {"of zeros", unmasked_by_zeros, {"text hello"}},
      {"a length that is not the shortest", std::string("\x81\xFE\x00\x05", 4), {"close 1002"}},
      {"a length that is not the shortest, of 8 bytes",
       std::string("\x81\xFF\x00\x00\x00\x00\x00\x00\x01\x00", 10),
       {"close 1002"}},
      {"a length with its highest bit", std::string("\x82\xFF\x80\x00\x00\x00\x00\x00\x00\x00", 10), {"close 1002"}},
      {"a length of 2^62", std::string("\x82\xFF\x40\x00\x00\x00\x00\x00\x00\x00", 10), {"close 1009"}},
  });
}

TEST_F(WebSocketFraming, Fragments) {
  expect_each({
      {"a ping in two", frame(Opcode::Ping, {"a", false}) + more("b", true), {"close 1002"}},
      {"a pong in two", frame(Opcode::Pong, {"a", false}) + more("b", true), {"close 1002"}},
      {"a closing in two", frame(Opcode::Close, {"", false}) + more("", true), {"close 1002"}},
      {"a text in two", text("hello, ", false) + more("Ada", true), {"text hello, Ada"}},
      {"a ping between", text("hello, ", false) + ping("?") + more("Ada", true), {"pong ?", "text hello, Ada"}},
      {"pings between five",
       text("a", false) + ping("1") + more("b", false) + more("c", false) + ping("2") + more("d", false) +
           more("e", true),
       {"pong 1", "pong 2", "text abcde"}},
      {"bytes in three", binary("a", false) + more("", false) + more("c", true), {"binary ac"}},
      {"nothing in three", text("", false) + more("", false) + more("", true), {"text "}},
      {"only the middle says something", text("", false) + more("middle", false) + more("", true), {"text middle"}},
      {"a continuation of nothing", more("a", true), {"close 1002"}},
      {"an open continuation of nothing", more("a", false) + text("b"), {"close 1002"}},
      {"a continuation after the end", text("a", false) + more("b", true) + more("c", true), {"text ab", "close 1002"}},
      {"a text inside another", text("a", false) + text("b"), {"close 1002"}},
      {"bytes inside a text", text("a", false) + binary("b"), {"close 1002"}},
      {"two messages", text("a", false) + more("b", true) + text("c", false) + more("d", true), {"text ab", "text cd"}},
      {"a closing between", text("a", false) + closing(1000) + more("b", true), {"close 1000"}},
      {"a pong between", text("a", false) + pong("x") + more("b", true), {"text ab"}},
  });
}

TEST_F(WebSocketFraming, LargeMessages) {
  const std::string mega = noise(4UL * 1024 * 1024);
  const std::string largest = noise(kEchoBytesMax);
  expect_each({
      {"4 MiB of text", text(mega), {said(Opcode::Text, mega)}},
      {"4 MiB of bytes", binary(mega), {said(Opcode::Binary, mega)}},
      {"16 MiB of bytes", binary(largest), {said(Opcode::Binary, largest)}},
      {"16 MiB and one", binary(largest + "x"), {"close 1009"}},
      {"4 MiB in fragments of 64", in_pieces(Opcode::Text, mega, 64), {said(Opcode::Text, mega)}},
      {"4 MiB in fragments of 64 KiB", in_pieces(Opcode::Binary, mega, 65'536), {said(Opcode::Binary, mega)}},
      {"16 MiB and one in fragments", in_pieces(Opcode::Binary, largest + "x", 1UL << 20U), {"close 1009"}},
  });
}

TEST_F(WebSocketFraming, ManyMessages) {
  for (const std::size_t size : {0UL, 16UL, 1'024UL, 65'536UL}) {
    const std::string payload = noise(size);
    std::string bytes;
    for (int i = 0; i < 500; ++i)
      bytes += text(payload);
    expect_each({{fmt::format("500 of {}", size), bytes, std::vector<std::string>(500, said(Opcode::Text, payload))}});
  }
}

}  // namespace
}  // namespace parlor::tests
