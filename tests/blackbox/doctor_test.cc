// What the connection doctor asks: callers see their own request and nothing else; only owners have arrivals
// remembered.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

const std::string kUpgrade =
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: parlor.v1\r\n";

std::string bearer(const std::string& token) {
  return "Authorization: Bearer " + token + "\r\n";
}

std::string body_of(const std::optional<wire::http::Response>& answer) {
  return answer ? answer->body : "no answer";
}

TEST(Doctor, ShowsACallerItsOwnRequest) {
  ServerProcess server;
  server.start();
  const auto seen =
      request(server.port(), {.target = "/realtime/doctor", .headers = "Origin: http://casa.example\r\n"});
  EXPECT_EQ(field(body_of(seen), "origin"), "http://casa.example") << body_of(seen);
  EXPECT_EQ(field(body_of(seen), "host"), server.authority());
  EXPECT_EQ(field(body_of(seen), "http_version"), "1.1");
  EXPECT_EQ(field(body_of(seen), "forwarded"), "false");
  const auto posted = request(server.port(), {.method = "POST", .target = "/realtime/doctor", .body = "hello"});
  EXPECT_EQ(field(body_of(posted), "body_bytes"), "5") << body_of(posted);
}

TEST(Doctor, NeverShowsCredentialsOrProxies) {
  ServerProcess server;
  server.start();
  const auto seen =
      request(server.port(), {.target = "/realtime/doctor",
                              .headers = "Cookie: parlor=secret-cookie\r\nAuthorization: Bearer secret-token\r\n"
                                         "X-Forwarded-For: 10.1.2.3\r\n"});
  EXPECT_EQ(field(body_of(seen), "forwarded"), "true");
  EXPECT_EQ(field(body_of(seen), "proxy_trusted"), "false");
  EXPECT_EQ(body_of(seen).find("secret"), std::string::npos) << body_of(seen);
  EXPECT_EQ(body_of(seen).find("10.1.2.3"), std::string::npos) << body_of(seen);
}

TEST(Doctor, SaysOverAWebSocketHowItsHandshakeArrived) {
  ServerProcess server;
  server.start();
  RawSocket socket(server.port());
  socket.send(request_text(server.port(), {.target = "/realtime/doctor", .headers = kUpgrade}));
  const auto answer = socket.response();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 101U);
  EXPECT_NE(socket.receive().find("\"upgrade\":\"websocket\""), std::string::npos);
}

TEST(Doctor, SendsTwoEventsAndEnds) {
  ServerProcess server;
  server.start();
  const auto stream = request(server.port(), {.target = "/realtime/doctor/events?hold_s=1"});
  ASSERT_TRUE(stream);
  EXPECT_NE(stream->body.find("id: 1\n"), std::string::npos) << stream->body;
  EXPECT_NE(stream->body.find("id: 2\n"), std::string::npos) << stream->body;
}

TEST(Doctor, RemembersArrivalsForOwnersOnly) {
  ServerProcess server;
  server.start();
  const auto path = "/api/v1/doctor/probes/" + new_id();
  const auto owner = bearer(agent_token(server, "orla@casa.example"));
  const auto status = [&](std::string_view method, const std::string& headers) {
    const auto answer = request(server.port(), {.method = method, .target = path, .headers = headers});
    return answer ? answer->status : 0U;
  };
  EXPECT_EQ(status("PUT", ""), 401U);
  EXPECT_EQ(status("PUT", bearer(agent_token(server))), 403U);
  EXPECT_EQ(status("GET", owner), 404U) << "nobody has reserved it";
  EXPECT_EQ(status("PUT", owner), 204U);
  EXPECT_EQ(status("GET", bearer(agent_token(server))), 403U);

  const auto probe = path.substr(path.rfind('/') + 1);
  const auto headers = "Upgrade: websocket\r\n";
  request(server.port(), {.target = fmt::format("/realtime/doctor?probe={}", probe), .headers = headers});
  const auto seen = request(server.port(), {.target = path, .headers = owner});
  EXPECT_NE(body_of(seen).find("\"upgrade\":\"websocket\""), std::string::npos) << body_of(seen);
}

}  // namespace
}  // namespace parlor::tests
