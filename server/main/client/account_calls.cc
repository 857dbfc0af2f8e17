#include "main/client/account_calls.h"

#include <algorithm>
#include <charconv>

#include "wire/json/reader.h"
#include "wire/json/writer.h"

namespace parlor::client {
namespace {

namespace http = wire::http;

constexpr int kTriesMax = 8;

HttpCall json_post(const ServerAddress& server, std::string target, std::string body) {
  HttpCall call{.method = http::Method::Post, .target = std::move(target), .body = std::move(body)};
  call.headers.add("Content-Type", "application/json");
  call.headers.add("Origin", server.origin());
  return call;
}

// For how long an answer asks to wait; zero when it does not.
std::chrono::milliseconds asked_wait(const http::Response& response) {
  if (response.status != 429 && response.status != 503) return {};
  const auto header = response.headers.get("Retry-After");
  int seconds = 1;
  std::from_chars(header.data(), header.data() + header.size(), seconds);
  return std::chrono::seconds(std::clamp(seconds, 1, 10));
}

runtime::Task<Result<http::Response>> patient_call(Loop& loop, ServerAddress server, HttpCall call) {
  for (int tries = 1;; ++tries) {
    auto response = co_await http_call(loop, server, call);
    const auto wait = response ? asked_wait(*response) : std::chrono::milliseconds(200);
    if (wait.count() == 0 || tries == kTriesMax) co_return response;
    co_await sleep(loop, wait);
  }
}

}  // namespace

runtime::Task<Result<wire::VisitorCreated>> create_visitor(Loop& loop, ServerAddress server, std::string inbox) {
  auto call = json_post(server, "/api/v1/visitors", wire::encode_text(wire::VisitorCreate{std::move(inbox)}));
  auto response = co_await patient_call(loop, server, std::move(call));
  if (!response) co_return std::unexpected(response.error());
  if (response->status != 201) co_return fail("no new visitor: status " + std::to_string(response->status));
  wire::Parser parser(wire::kServerFrameBytesMax);
  auto visitor = wire::decode_text<wire::VisitorCreated>(parser, response->body);
  if (!visitor) co_return fail("the visitor's answer: " + visitor.error().message);
  co_return std::move(*visitor);
}

runtime::Task<Result<Credentials>> sign_in(Loop& loop, ServerAddress server, wire::SignIn who) {
  auto call = json_post(server, "/api/v1/session", wire::encode_text(who));
  auto response = co_await patient_call(loop, server, std::move(call));
  if (!response) co_return std::unexpected(response.error());
  if (response->status != 200) co_return fail("cannot sign in: status " + std::to_string(response->status));
  const std::string cookie(response->headers.get("Set-Cookie"));
  if (cookie.empty()) co_return fail("signing in gave no cookie");
  co_return Credentials{.token = {}, .cookie = cookie.substr(0, cookie.find(';'))};
}

}  // namespace parlor::client
