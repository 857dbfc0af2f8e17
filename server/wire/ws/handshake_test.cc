#include "wire/ws/handshake.h"

#include <string>

#include <gtest/gtest.h>

#include "wire/http/parser.h"

namespace parlor::wire::ws {
namespace {

constexpr std::string_view kKey = "dGhlIHNhbXBsZSBub25jZQ==";

http::Request read_request(const std::string& bytes) {
  http::RequestParser parser;
  const http::Progress head = parser.feed(bytes);
  EXPECT_EQ(head.state, http::ParseState::HeadersDone) << parser.fault().reason;
  EXPECT_EQ(parser.feed("").state, http::ParseState::Complete);
  return parser.take();
}

http::Request asking(const std::string& fields) {
  return read_request("GET /realtime HTTP/1.1\r\nHost: casa.example\r\n" + fields + "\r\n");
}

const std::string kGood =
    "Upgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

std::string without(const std::string& line) {
  std::string fields = kGood;
  const std::size_t at = fields.find(line);
  return fields.erase(at, fields.find("\r\n", at) + 2 - at);
}

TEST(Handshake, ComputesTheAcceptKeyOfTheRfc) {
  EXPECT_EQ(accept_key(kKey), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

TEST(Handshake, AcceptsAGoodRequest) {
  const auto upgrade =
      check_upgrade(asking(kGood + "Sec-WebSocket-Protocol: other, parlor.v1\r\n"), {.subprotocol = "parlor.v1"});
  ASSERT_TRUE(upgrade);
  EXPECT_EQ(upgrade->subprotocol, "parlor.v1");
  EXPECT_FALSE(upgrade->deflate.agreed);
  EXPECT_EQ(upgrade_response(*upgrade),
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: parlor.v1\r\n\r\n");
  EXPECT_EQ(check_upgrade(asking(kGood), {.subprotocol = "parlor.v1"})->subprotocol, "");
}

unsigned refusal(const std::string& fields) {
  const auto upgrade = check_upgrade(asking(fields), {});
  return upgrade ? 0 : upgrade.error().status;
}

TEST(Handshake, RefusesABadRequest) {
  EXPECT_EQ(refusal(kGood), 0U);
  EXPECT_EQ(refusal(without("Upgrade")), 426U);
  EXPECT_EQ(refusal(without("Connection")), 426U);
  EXPECT_EQ(refusal(without("Sec-WebSocket-Version")), 426U);
  EXPECT_EQ(refusal(without("Sec-WebSocket-Version") + "Sec-WebSocket-Version: 8\r\n"), 426U);
  EXPECT_EQ(refusal(without("Sec-WebSocket-Key")), 400U);
  EXPECT_EQ(refusal(without("Sec-WebSocket-Key") + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=\r\n"), 400U);
  EXPECT_EQ(refusal(without("Sec-WebSocket-Key") + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j!!==\r\n"), 400U);
  EXPECT_EQ(refusal(kGood + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), 400U);
  EXPECT_EQ(check_upgrade(read_request("POST / HTTP/1.1\r\nHost: a\r\n" + kGood + "\r\n"), {}).error().status, 405U);
  EXPECT_EQ(check_upgrade(read_request("GET / HTTP/1.0\r\nHost: a\r\n" + kGood + "\r\n"), {}).error().status, 400U);
}

bool agrees(const std::string& offer) {
  return check_upgrade(asking(kGood + "Sec-WebSocket-Extensions: " + offer + "\r\n"), {})->deflate.agreed;
}

TEST(Handshake, AgreesToDeflateItCanDo) {
  for (const std::string offer :
       {"permessage-deflate", "permessage-deflate; client_max_window_bits", "x-other, permessage-deflate",
        "permessage-deflate; client_max_window_bits=\"10\"; server_no_context_takeover",
        "permessage-deflate; server_max_window_bits=10, permessage-deflate",
        "permessage-deflate; server_max_window_bits=15; client_no_context_takeover",
        "permessage-deflate; server_max_window_bits=8; client_max_window_bits=9",
        "x; y=\"a, b\", permessage-deflate"}) {
    EXPECT_TRUE(agrees(offer)) << offer;
  }
  for (const std::string offer :
       {"", "x-webkit-deflate-frame", "permessage-deflate; server_max_window_bits=7", "permessage-deflate; unknown",
        "permessage-deflate; client_max_window_bits=7", "permessage-deflate; client_max_window_bits=16",
        "permessage-deflate; server_max_window_bits", "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; client_max_window_bits; client_max_window_bits",
        "permessage-deflate; client_max_window_bits=\"10"}) {
    EXPECT_FALSE(agrees(offer)) << offer;
  }
  const auto offered = asking(kGood + "Sec-WebSocket-Extensions: permessage-deflate\r\n");
  EXPECT_FALSE(check_upgrade(offered, {.deflate = false})->deflate.agreed);
}

TEST(Handshake, KeepsTheWindowItAgreedTo) {
  const auto window = [](const std::string& offer) {
    const auto upgrade = check_upgrade(asking(kGood + "Sec-WebSocket-Extensions: " + offer + "\r\n"), {});
    const bool says_so = upgrade_response(*upgrade).contains("server_max_window_bits=");
    EXPECT_EQ(says_so, upgrade->deflate.window_bits < 15) << offer;
    return upgrade->deflate.window_bits;
  };
  EXPECT_EQ(window("permessage-deflate"), 15);
  EXPECT_EQ(window("permessage-deflate; server_max_window_bits=9"), 9);
  EXPECT_EQ(window("permessage-deflate; server_max_window_bits=7, permessage-deflate; server_max_window_bits=10"), 10);
  EXPECT_FALSE(Deflation{}.fits(1));
  EXPECT_TRUE((Deflation{.agreed = true, .window_bits = 9}.fits(512)));
  EXPECT_FALSE((Deflation{.agreed = true, .window_bits = 9}.fits(513)));
  EXPECT_TRUE((Deflation{.agreed = true}.fits(1'000'000)));
}

http::Response read_response(const std::string& bytes) {
  http::ResponseParser parser;
  EXPECT_EQ(parser.feed(bytes).state, http::ParseState::HeadersDone);
  EXPECT_EQ(parser.feed("").state, http::ParseState::Complete);
  return parser.take();
}

TEST(Handshake, BothSidesUnderstandEachOther) {
  for (const bool deflate : {true, false}) {
    const UpgradeRequest ours{.host = "casa.example",
                              .target = "/realtime",
                              .key = kKey,
                              .options = {.subprotocol = "parlor.v1", .deflate = deflate}};
    const auto request = read_request(upgrade_request(ours));
    EXPECT_TRUE(wants_upgrade(request));
    const auto theirs = check_upgrade(request, {.subprotocol = "parlor.v1"});
    ASSERT_TRUE(theirs);
    const auto agreed = check_upgrade_response(read_response(upgrade_response(*theirs)), ours);
    ASSERT_TRUE(agreed) << agreed.error().reason;
    EXPECT_EQ(agreed->deflate.agreed, deflate);
    EXPECT_EQ(agreed->subprotocol, "parlor.v1");
  }
}

TEST(Handshake, ClientRefusesABadAnswer) {
  const UpgradeRequest ours{.host = "a", .target = "/", .key = kKey, .options = {.subprotocol = "", .deflate = false}};
  const auto refused = [&](const Upgrade& upgrade) {
    return !check_upgrade_response(read_response(upgrade_response(upgrade)), ours);
  };
  EXPECT_FALSE(refused({.accept = accept_key(kKey), .subprotocol = ""}));
  EXPECT_TRUE(refused({.accept = accept_key("other"), .subprotocol = ""}));
  EXPECT_TRUE(refused({.accept = accept_key(kKey), .subprotocol = "parlor.v1"}));
  EXPECT_TRUE(refused({.accept = accept_key(kKey), .subprotocol = "", .deflate = {.agreed = true}}));
}

}  // namespace
}  // namespace parlor::wire::ws
