// The opening handshake of RFC 6455 and the compression of RFC 7692, spoken to the echo of the real binary.
#include "tests/blackbox/websocket_echo.h"

namespace parlor::tests {
namespace {

class WebSocketHandshake : public WebSocketEcho {};

std::string compressed(std::string_view message) {
  std::string payload;
  wire::ws::deflate_message(message, payload);
  return payload;
}

std::string deflated(Opcode opcode, std::string_view message) {
  return frame(opcode, {compressed(message), true, 0x40});
}

TEST_F(WebSocketHandshake, CompressedMessages) {
  std::vector<Case> table;
  for (const std::size_t size : {0UL, 1UL, 16UL, 125UL, 126UL, 1'024UL, 65'536UL, 131'072UL, 1'048'576UL}) {
    const std::string letters = noise(size);
    const std::string stars(size, '*');
    table.push_back({fmt::format("{} letters", size), deflated(Opcode::Text, letters), {said(Opcode::Text, letters)}});
    table.push_back({fmt::format("{} stars", size), deflated(Opcode::Binary, stars), {said(Opcode::Binary, stars)}});
  }
  const std::string packed = compressed("hello, Ada");
  const auto [head, tail] = std::pair(std::string_view(packed).substr(0, 3), std::string_view(packed).substr(3));
  const std::string stored = std::string("\x00\x05\x00\xFA\xFFhello\x00", 11);
  const std::string final_block = std::string("\xF3\x48\xCD\xC9\xC9\x07\x00\x00", 8);
  const auto raw = [](std::string_view payload) { return frame(Opcode::Text, {payload, true, 0x40}); };
  const std::vector<Case> others = {
      {"plain all the same", text("hello"), {"text hello"}},
      {"in fragments", frame(Opcode::Text, {head, false, 0x40}) + more(tail, true), {"text hello, Ada"}},
      {"a ping between",
       frame(Opcode::Text, {head, false, 0x40}) + ping("?") + more(tail, true),
       {"pong ?", "text hello, Ada"}},
      {"an empty last fragment", frame(Opcode::Text, {packed, false, 0x40}) + more("", true), {"text hello, Ada"}},
      {"one, then a plain one",
       deflated(Opcode::Text, "a") + text("b") + deflated(Opcode::Binary, "c"),
       {"text a", "text b", "binary c"}},
      {"a stored block", raw(stored), {"text hello"}},
      {"a final block", raw(final_block), {"text Hello"}},
      {"the bit on a continuation", text("a", false) + frame(Opcode::Continuation, {"b", true, 0x40}), {"close 1002"}},
      {"the bit on a ping", frame(Opcode::Ping, {"", true, 0x40}), {"close 1002"}},
      {"another bit", frame(Opcode::Text, {packed, true, 0x60}), {"close 1002"}},
      {"damage", raw("\xFF\xFF\xFF\xFF"), {"close 1007"}},
      {"wrong UTF-8 inside", deflated(Opcode::Text, "\xC3("), {"close 1007"}},
      {"a bomb", deflated(Opcode::Binary, std::string(2 * kEchoBytesMax, '\0')), {"close 1009"}},
  };
  table.insert(table.end(), others.begin(), others.end());
  expect_each(table, kOffer);
  // The echo is worth its name: what compresses well comes back small.
  auto socket = open(kOffer);
  socket.send_bytes(deflated(Opcode::Text, std::string(100'000, '*')));
  const auto echoed = socket.receive();
  ASSERT_TRUE(echoed);
  EXPECT_TRUE(echoed->compressed);
  EXPECT_LT(echoed->payload.size(), 1'000U);
}

struct Offer {
  std::string text;
  std::string agreed;  // the parameters beside the two that we always give; "-" for none at all
};

TEST_F(WebSocketHandshake, CompressionIsAgreedOn) {
  const std::string ours = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
  const std::vector<Offer> table = {
      {"permessage-deflate", ""},
      {"permessage-deflate; client_max_window_bits", ""},
      {"permessage-deflate; client_max_window_bits=9", ""},
      {"permessage-deflate; client_max_window_bits=\"15\"", ""},
      {"permessage-deflate; server_no_context_takeover", ""},
      {"permessage-deflate; client_no_context_takeover; server_no_context_takeover", ""},
      {"permessage-deflate; server_max_window_bits=8", "; server_max_window_bits=8"},
      {"permessage-deflate; server_max_window_bits=9; server_no_context_takeover", "; server_max_window_bits=9"},
      {"permessage-deflate; server_max_window_bits=15", ""},
      {"permessage-deflate; server_max_window_bits=7, permessage-deflate", ""},
      {"x-webkit-deflate-frame, permessage-deflate", ""},
      {"permessage-deflate; server_max_window_bits", "-"},
      {"permessage-deflate; server_max_window_bits=16", "-"},
      {"permessage-deflate; client_max_window_bits=08", "-"},
      {"permessage-deflate; server_no_context_takeover=true", "-"},
      {"permessage-deflate; server_no_context_takeover; server_no_context_takeover", "-"},
      {"permessage-deflate; mux=1", "-"},
      {"permessage-bzip2", "-"},
      {"", "-"},
  };
  for (const auto& [offer, agreed] : table) {
    SCOPED_TRACE(offer);
    auto socket = open(fmt::format("Sec-WebSocket-Extensions: {}\r\n", offer));
    ASSERT_EQ(socket.status(), 101U);
    EXPECT_EQ(socket.agreed(), agreed == "-" ? "" : ours + agreed);
    // Whatever came of it, a message comes back, and the bit only where it was agreed on.
    socket.send_bytes(text(std::string(10'000, '*')));
    auto echoed = socket.receive();
    ASSERT_TRUE(echoed);
    EXPECT_EQ(echoed->compressed, agreed.empty()) << "longer than a small window, it goes plain";
    if (echoed->compressed) inflate(*echoed);
    EXPECT_EQ(echoed->payload, std::string(10'000, '*'));
    socket.send_bytes(deflated(Opcode::Text, "hello"));
    const auto second = socket.receive();
    ASSERT_TRUE(second);
    if (agreed == "-") EXPECT_EQ(second->close_code, 1002);
    if (agreed != "-") EXPECT_TRUE(second->compressed);
  }
}

struct Upgrade {
  std::string name;
  std::string text;
  unsigned status;
  std::string header = {};  // that the answer must have, with its value
};

void expect_answer(std::uint16_t port, const Upgrade& upgrade) {
  const auto& [name, head, status, header] = upgrade;
  SCOPED_TRACE(name);
  RawSocket socket(port);
  socket.send(head + "\r\n");
  const auto answer = socket.response(head.starts_with("HEAD"));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, status) << answer->body;
  const auto colon = header.find(": ");
  if (!header.empty()) EXPECT_EQ(answer->headers.get(header.substr(0, colon)), header.substr(colon + 2));
  if (status == 101) EXPECT_EQ(answer->headers.count("Sec-WebSocket-Protocol"), 0U);
}

TEST_F(WebSocketHandshake, Handshakes) {
  const std::string line = "GET /_test/echo HTTP/1.1\r\n";
  const std::string host = "Host: a\r\n";
  const std::string asks = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
  const std::string version = "Sec-WebSocket-Version: 13\r\n";
  const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  const std::vector<Upgrade> table = {
      {"right", line + host + asks + version + key, 101, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="},
      {"right, in other words",
       line + host + "upgrade: WebSocket\r\nCONNECTION: keep-alive, upgrade\r\n" + version + key, 101,
       "Upgrade: websocket"},
      {"right, with more", line + host + asks + version + key + "Origin: https://a.example\r\nCookie: a=b\r\n", 101},
      {"protocols that nobody knows", line + host + asks + version + key + "Sec-WebSocket-Protocol: a, b\r\n", 101},
      {"no upgrade at all", line + host, 426, "Upgrade: websocket"},
      {"no upgrade", line + host + "Connection: Upgrade\r\n" + version + key, 426, "Upgrade: websocket"},
      {"another upgrade", line + host + "Upgrade: h2c\r\nConnection: Upgrade\r\n" + version + key, 426},
      {"no connection", line + host + "Upgrade: websocket\r\n" + version + key, 426},
      {"no version", line + host + asks + key, 426, "Sec-WebSocket-Version: 13"},
      {"version 8", line + host + asks + key + "Sec-WebSocket-Version: 8\r\n", 426, "Sec-WebSocket-Version: 13"},
      {"version 99", line + host + asks + key + "Sec-WebSocket-Version: 99\r\n", 426, "Sec-WebSocket-Version: 13"},
      {"a version that is no number", line + host + asks + key + "Sec-WebSocket-Version: 13x\r\n", 426},
      {"no key", line + host + asks + version, 400},
      {"two keys", line + host + asks + version + key + key, 400},
      {"an empty key", line + host + asks + version + "Sec-WebSocket-Key: \r\n", 400},
      {"a short key", line + host + asks + version + "Sec-WebSocket-Key: c2hvcnQ=\r\n", 400},
      {"a long key", line + host + asks + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZSB0b28gbG9uZw==\r\n", 400},
      {"a key that is not base64", line + host + asks + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub2**Q==\r\n",
       400},
      {"no host", line + asks + version + key, 400},
      {"HTTP/1.0", "GET /_test/echo HTTP/1.0\r\n" + host + asks + version + key, 400},
      {"another method", "HEAD /_test/echo HTTP/1.1\r\n" + host + asks + version + key, 405, "Allow: GET"},
      {"a body", line + host + asks + version + key + "Content-Length: 1\r\n", 413},
      {"another address", "GET /_test/nothing HTTP/1.1\r\n" + host + asks + version + key, 404},
  };
  for (const auto& upgrade : table)
    expect_answer(server_->port(), upgrade);
}

// The first frames may travel with the handshake.
TEST_F(WebSocketHandshake, FramesMayComeWithTheHandshake) {
  RawSocket socket(server_->port());
  socket.send(
      "GET /_test/echo HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
      "13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
      text("early") + closing(1000));
  std::string heard;
  for (auto piece = socket.receive(); !piece.empty(); piece = socket.receive())
    heard += piece;
  EXPECT_TRUE(
      heard.ends_with("\r\n\r\n\x81\x05"
                      "early\x88\x02\x03\xE8"))
      << heard;
}

}  // namespace
}  // namespace parlor::tests
