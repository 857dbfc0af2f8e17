// HTTP/1.1 beside its framing (RFC 9110), spoken to the real binary: methods, HEAD, pipelines, persistence,
// expectations, types, revalidation, and slow clients that are cut.
#include <algorithm>
#include <thread>

#include "tests/blackbox/http_echo.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class HttpConformance : public HttpEcho {};

constexpr auto kSlowRequestsAreCutWithin = 15s;

TEST_F(HttpConformance, KnowsItsMethods) {
  expect_answered({
      {"an unknown method", with_method("BREW", "/_test/echo"), 501},
      {"a method in small letters", with_method("get", "/healthz"), 501},
      {"a trace", with_method("TRACE", "/healthz"), 501},
      {"a method that an address does not take", with_method("DELETE", "/_test/echo"), 405},
      {"one that a file does not take", with_method("DELETE", "/w.js"), 405},
      {"an unknown address", get("/nothing"), 404},
      {"options of the server", with_method("OPTIONS", "*"), 204},
      {"options of an address", with_method("OPTIONS", "/api/v1/inboxes"), 204},
      {"options of a file", with_method("OPTIONS", "/w.js"), 204},
      {"a head", with_method("HEAD", "/healthz"), 200},
      {"a head of what is not there", with_method("HEAD", "/nothing"), 404},
      {"a head of a file", with_method("HEAD", "/w.js"), 200},
  });
  for (const auto* target : {"/_test/echo", "/w.js", "/api/v1/inboxes"}) {
    for (const auto* method : {"DELETE", "OPTIONS"}) {
      const auto told = answer(with_method(method, target));
      ASSERT_TRUE(told);
      EXPECT_TRUE(told->headers.lists("Allow", "GET")) << method << ' ' << target;
      EXPECT_TRUE(told->headers.lists("Allow", "HEAD")) << method << ' ' << target;
      EXPECT_TRUE(told->headers.lists("Allow", "OPTIONS")) << method << ' ' << target;
    }
  }
}

TEST_F(HttpConformance, HeadSaysWhatGetSays) {
  for (const auto* target :
       {"/healthz", "/w.js", "/", "/demo/", "/demo", "/nothing", "/api/v1/inboxes", "/_test/echo"}) {
    SCOPED_TRACE(target);
    const auto full = answer(get(target));
    const auto head = answer(with_method("HEAD", target), true);
    ASSERT_TRUE(full && head);
    EXPECT_EQ(head->status, full->status);
    EXPECT_TRUE(head->body.empty());
    ASSERT_EQ(head->headers.size(), full->headers.size());
    for (const auto& field : full->headers) {
      if (field.name != "Date") EXPECT_EQ(head->headers.get(field.name), full->headers.get(field.name)) << field.name;
    }
  }
}

TEST_F(HttpConformance, AnswersPipelinedRequestsInOrder) {
  constexpr int kRequests = 2'000;
  std::string text;
  for (int i = 0; i < kRequests; ++i) {
    const std::string body = std::to_string(i);
    text += i % 3 == 0   ? get("/healthz")
            : i % 3 == 1 ? echo_request(fmt::format("Content-Length: {}\r\n", body.size()), body)
                         : echo_request("Transfer-Encoding: chunked\r\n",
                                        fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", body.size(), body));
  }
  RawSocket socket(server_->port());
  // Written beside the reading: neither side may wait for the other with full buffers.
  std::jthread writer([&] { socket.send(text); });
  for (int i = 0; i < kRequests; ++i) {
    const auto each = socket.response();
    ASSERT_TRUE(each) << "answer " << i;
    ASSERT_EQ(each->status, 200U);
    ASSERT_EQ(each->body, i % 3 == 0 ? "ok\n" : std::to_string(i));
  }
}

TEST_F(HttpConformance, StaysOrClosesAsAsked) {
  const auto stays = [](std::string_view text) {
    RawSocket socket(server_->port());
    socket.send(text);
    const auto first = socket.response();
    if (!first) return false;
    socket.send(get("/healthz"));
    return socket.response().has_value();
  };
  EXPECT_TRUE(stays("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"));
  EXPECT_TRUE(stays("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"));
  EXPECT_TRUE(stays("GET /healthz HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"));
  EXPECT_FALSE(stays("GET /healthz HTTP/1.0\r\n\r\n"));
  EXPECT_FALSE(stays("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  EXPECT_FALSE(stays("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n"));
  const auto old = answer("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  ASSERT_TRUE(old);
  EXPECT_TRUE(old->headers.lists("Connection", "keep-alive"));
}

TEST_F(HttpConformance, MeetsExpectations) {
  RawSocket socket(server_->port());
  socket.send(echo_request("Content-Length: 5\r\nExpect: 100-continue\r\n", ""));
  EXPECT_TRUE(socket.receive().starts_with("HTTP/1.1 100 Continue\r\n\r\n"));
  socket.send("hello");
  const auto echoed = socket.response();
  ASSERT_TRUE(echoed);
  EXPECT_EQ(echoed->body, "hello");
  // Nobody is asked for a body that will not be read.
  const std::string fields = "Content-Length: 5\r\nExpect: 100-continue\r\n";
  const std::vector<Expected> table = {
      {"an unknown address", with_method("POST", "/nothing", fields), 404},
      {"a method that is not taken", with_method("PUT", "/_test/echo", fields), 405},
      {"too large", with_method("POST", "/_test/echo", "Content-Length: 99999999\r\nExpect: 100-continue\r\n"), 413},
  };
  for (const auto& [name, text, status] : table) {
    SCOPED_TRACE(name);
    RawSocket refused(server_->port());
    refused.send(text);
    EXPECT_TRUE(refused.receive().starts_with(fmt::format("HTTP/1.1 {} ", status)));
    EXPECT_TRUE(refused.is_closed());
  }
}

TEST_F(HttpConformance, ReadsJsonOnlyWhereItSaysSo) {
  const auto status = [](std::string_view type) {
    const std::string fields = type.empty() ? "" : fmt::format("Content-Type: {}\r\n", type);
    const auto made =
        request(server_->port(),
                {.method = "POST", .target = "/api/v1/visitors", .headers = fields, .body = R"({"inbox":"demo"})"});
    return made ? made->status : 0;
  };
  EXPECT_EQ(status("application/json"), 201U);
  EXPECT_EQ(status("application/json; charset=UTF-8"), 201U);
  EXPECT_EQ(status(""), 201U);
  for (const auto* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"})
    EXPECT_EQ(status(type), 415U) << type;
}

TEST_F(HttpConformance, RevalidatesFilesAndIgnoresRanges) {
  const auto file = answer(get("/w.js"));
  ASSERT_TRUE(file);
  const std::string etag(file->headers.get("ETag"));
  ASSERT_FALSE(etag.empty());
  for (const auto& known : {etag, "W/" + etag, "\"x\", " + etag, std::string("*")}) {
    RawSocket socket(server_->port());
    socket.send(get("/w.js", "If-None-Match: " + known + "\r\n") + get("/healthz"));
    const auto same = socket.response();
    ASSERT_TRUE(same);
    EXPECT_EQ(same->status, 304U) << known;
    EXPECT_TRUE(same->body.empty());
    EXPECT_EQ(same->headers.get("ETag"), etag);
    const auto next = socket.response();
    ASSERT_TRUE(next) << "the 304 had a body";
    EXPECT_EQ(next->body, "ok\n");
  }
  EXPECT_EQ(answer(get("/w.js", "If-None-Match: \"x\"\r\n"))->status, 200U);
  const auto part = answer(get("/w.js", "Range: bytes=0-3\r\n"));
  ASSERT_TRUE(part);
  EXPECT_EQ(part->status, 200U);
  EXPECT_EQ(part->body, file->body);
}

// Sends the pieces half a second apart, the last one again and again, until the server closes; how long that took.
std::chrono::milliseconds time_until_cut(std::uint16_t port, std::vector<std::string> pieces, bool& told) {
  RawSocket socket(port);
  const auto began = Clock::now();
  std::string heard;
  for (std::size_t i = 0; Clock::now() - began < 2 * kSlowRequestsAreCutWithin; ++i) {
    if (!pieces.empty()) socket.send(pieces[std::min(i, pieces.size() - 1)]);
    const auto asked = Clock::now();
    const std::string piece = socket.receive(500ms);
    // Nothing, and at once: it has closed.
    if (piece.empty() && Clock::now() - asked < 400ms) break;
    heard += piece;
  }
  told = heard.starts_with("HTTP/1.1 408 ");
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
}

// All at once: it is the same 15 seconds for each.
TEST_F(HttpConformance, SlowRequestsAreCut) {
  struct Slow {
    std::string name;
    std::vector<std::string> pieces;
    bool is_told = true;
    bool told = false;
    std::chrono::milliseconds took{};
  };
  std::vector<Slow> table = {
      {"who says nothing", {}, false},
      {"half a request line", {"GET /hea", ""}},
      {"half a head", {"GET /healthz HTTP/1.1\r\nHost: a\r\n", ""}},
      {"a head by the byte", {"GET /healthz HTTP/1.1\r\nHost: a\r\n", "X: a\r\n"}},
      {"half a body", {echo_request("Content-Length: 100\r\n", "hello"), ""}},
      {"a body by the byte", {echo_request("Content-Length: 100\r\n", "hello"), "a"}},
      {"a chunk by the byte", {echo_request("Transfer-Encoding: chunked\r\n", "40\r\n"), "a"}},
      {"chunks by the byte", {echo_request("Transfer-Encoding: chunked\r\n", ""), "1\r\na\r\n"}},
      {"an upgrade by the byte", {"GET /_test/echo HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n", "X: a\r\n"}},
  };
  {
    std::vector<std::jthread> clients;
    for (auto& slow : table) {
      clients.emplace_back(
          [&slow, port = server_->port()] { slow.took = time_until_cut(port, slow.pieces, slow.told); });
    }
  }
  for (const auto& slow : table) {
    EXPECT_LE(slow.took, kSlowRequestsAreCutWithin) << slow.name;
    EXPECT_EQ(slow.told, slow.is_told) << slow.name;
  }
}

}  // namespace
}  // namespace parlor::tests
