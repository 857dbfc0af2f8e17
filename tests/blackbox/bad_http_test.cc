// Bad input over HTTP: each gets its status, and nothing else happens.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

struct BadRequest {
  std::string name;
  std::string text;  // the whole request; {port} is put in
  unsigned status;
  std::string reason = {};
};

class BadHttp : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    server_ = std::make_unique<ServerProcess>();
    server_->start();
    pid_ = server_->pid();
  }
  static void TearDownTestSuite() { server_.reset(); }

  void TearDown() override {
    EXPECT_TRUE(server_->is_alive());
    EXPECT_EQ(server_->pid(), pid_);
    const auto health = request(server_->port(), {.target = "/healthz"});
    ASSERT_TRUE(health);
    EXPECT_EQ(health->status, 200U);
  }

  static void expect(const BadRequest& bad) {
    SCOPED_TRACE(bad.name);
    RawSocket socket(server_->port());
    socket.send(bad.text);
    const auto response = socket.response();
    ASSERT_TRUE(response) << "no answer";
    EXPECT_EQ(response->status, bad.status) << response->body;
    if (!bad.reason.empty()) EXPECT_EQ(field(response->body, "reason"), bad.reason) << response->body;
  }

  static std::string json(std::string_view method, std::string_view target, std::string_view body) {
    return request_text(
        server_->port(),
        {.method = method, .target = target, .headers = "Content-Type: application/json\r\n", .body = body});
  }

  static std::unique_ptr<ServerProcess> server_;
  static pid_t pid_;
};

std::unique_ptr<ServerProcess> BadHttp::server_;
pid_t BadHttp::pid_ = -1;

// What two programs could read differently is refused, and what came behind it is not taken for a request.
TEST_F(BadHttp, Smuggling) {
  const std::string smuggled = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::vector<BadRequest> table = {
      {"two lengths",
       "POST /api/v1/visitors HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345" + smuggled,
       400},
      {"a length and chunks",
       "POST /api/v1/visitors HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
           smuggled,
       400},
      {"a space before the colon", "GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n" + smuggled, 400},
      {"a folded line", "GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: 1\r\n 2\r\n\r\n" + smuggled, 400},
      {"a bare line feed", "GET /healthz HTTP/1.1\nHost: a\n\n" + smuggled, 400},
      {"no host", "GET /healthz HTTP/1.1\r\n\r\n" + smuggled, 400},
      {"two hosts", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + smuggled, 400},
      {"a negative length", "POST /api/v1/visitors HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n" + smuggled, 400},
      {"a path that climbs", "GET /assets/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"a path that climbs in disguise", "GET /assets/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"no HTTP at all", "\x16\x03\x01\x02\xfc\r\n\r\n", 400},
  };
  for (const auto& bad : table) {
    expect(bad);
    RawSocket socket(server_->port());
    socket.send(bad.text);
    const auto first = socket.response();
    ASSERT_TRUE(first);
    EXPECT_TRUE(socket.is_closed()) << bad.name << ": the connection went on";
  }
}

TEST_F(BadHttp, BadRestCalls) {
  const std::vector<BadRequest> table = {
      {"an unknown inbox", json("POST", "/api/v1/visitors", R"({"inbox":"nowhere"})"), 404, "inbox_unknown"},
      {"not JSON", json("POST", "/api/v1/visitors", "inbox=demo"), 400, "parse_error"},
      {"an unknown field", json("POST", "/api/v1/visitors", R"({"inbox":"demo","role":"owner"})"), 400,
       "invalid_params"},
      {"a missing field", json("POST", "/api/v1/visitors", "{}"), 400, "invalid_params"},
      {"a wrong type", json("POST", "/api/v1/visitors", R"({"inbox":7})"), 400, "invalid_params"},
      {"bad UTF-8", json("POST", "/api/v1/visitors", "{\"inbox\":\"\xC3\x28\"}"), 400, "bad_utf8"},
      {"too large", json("POST", "/api/v1/visitors", "{\"inbox\":\"" + std::string(200'000, 'a') + "\"}"), 413,
       "too_large"},
      {"another method", json("GET", "/api/v1/visitors", ""), 405, "method_not_allowed"},
      {"an address that is none", json("GET", "/api/v1/nothing", ""), 404, "not_found"},
      {"a wrong password", json("POST", "/api/v1/session", R"({"email":"ada@casa.example","password":"casa-demi"})"),
       401, "bad_credentials"},
      {"nobody's inboxes", json("GET", "/api/v1/inboxes", ""), 401, "not_signed_in"},
      {"nobody's invitation", json("POST", "/api/v1/invitations", R"({"email":"eve@casa.example","role":"owner"})"),
       401, "not_signed_in"},
      {"an unknown session",
       request_text(server_->port(), {.method = "POST",
                                      .target = "/realtime/sessions/018f3c2a-7b10-7001-8a00-000000000001/poll",
                                      .headers = "Content-Type: application/json\r\nAuthorization: Bearer " +
                                                 new_visitor_token(*server_) + "\r\n",
                                      .body = R"({"after":0,"wait_s":0})"}),
       404, "session_unknown"},
  };
  for (const auto& bad : table)
    expect(bad);
}

TEST_F(BadHttp, BadUpgrades) {
  const std::string common = "GET /realtime HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
  const std::vector<BadRequest> table = {
      {"no key", common + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: parlor.v1\r\n\r\n", 400},
      {"a short key",
       common + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: YQ==\r\nSec-WebSocket-Protocol: parlor.v1\r\n\r\n",
       400},
      {"another version",
       common + "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
                "parlor.v1\r\n\r\n",
       426},
  };
  for (const auto& bad : table)
    expect(bad);
}

// A visitor's token opens no agent's door.
TEST_F(BadHttp, AVisitorsTokenIsNoAgents) {
  const std::string bearer =
      fmt::format("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", new_visitor_token(*server_));
  for (const char* target : {"/api/v1/inboxes", "/api/v1/agents", "/api/v1/invitations"}) {
    const auto response = request(server_->port(), {.target = target, .headers = bearer});
    ASSERT_TRUE(response);
    EXPECT_TRUE(response->status == 401 || response->status == 403) << target << " answered " << response->status;
  }
}

}  // namespace
}  // namespace parlor::tests
