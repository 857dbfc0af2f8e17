#include "edge/http/router.h"

#include <array>

#include <gtest/gtest.h>

namespace parlor::edge {
namespace {

using wire::http::Method;

runtime::Task<Answer> nothing(SharedExchange) {
  co_return Answer{};
}

const std::array kRoutes = {
    Route{Method::Get, "/api/v1/inboxes", nothing},
    Route{Method::Post, "/api/v1/inboxes", nothing},
    Route{Method::Patch, "/api/v1/inboxes/{inbox}", nothing},
    Route{Method::Post, "/realtime/sessions/{session}/poll", nothing, Cors::inboxes},
};

RouteMatch find(Method method, std::string_view target) {
  wire::http::Request request;
  request.method = method;
  request.target = *wire::http::parse_target(target);
  return find_route(kRoutes, request);
}

TEST(Router, FindsByMethodAndPath) {
  EXPECT_EQ(find(Method::Get, "/api/v1/inboxes").route, &kRoutes[0]);
  EXPECT_EQ(find(Method::Post, "/api/v1/inboxes").route, &kRoutes[1]);
  EXPECT_EQ(find(Method::Get, "/api/v1/inboxes?x=1").route, &kRoutes[0]);
}

TEST(Router, CapturesWhatStandsInBraces) {
  const auto match = find(Method::Patch, "/api/v1/inboxes/7%2e1");
  ASSERT_EQ(match.route, &kRoutes[2]);
  EXPECT_EQ(match.captured, std::vector<std::string>{"7.1"});
}

TEST(Router, NamesTheMethodsThatAPathTakes) {
  const auto match = find(Method::Delete, "/api/v1/inboxes");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_TRUE(match.path_is_known());
  EXPECT_EQ(match.allowed, "GET, HEAD, POST");
}

TEST(Router, KnowsTheCorsOfAPreflight) {
  const auto match = find(Method::Options, "/realtime/sessions/abc/poll");
  EXPECT_EQ(match.cors, Cors::inboxes);
  EXPECT_EQ(match.allowed, "POST");
}

TEST(Router, HeadIsGetWithoutABody) {
  EXPECT_EQ(find(Method::Head, "/api/v1/inboxes").route, &kRoutes[0]);
}

TEST(Router, KnowsWhatABodyMayBe) {
  const auto takes = [](Takes what, std::string type, std::string body) {
    wire::http::Request request;
    if (!type.empty()) request.headers.add("Content-Type", std::move(type));
    request.body = std::move(body);
    return takes_body_of(Route{.method = Method::Post, .pattern = "/", .handler = nothing, .takes = what}, request);
  };
  EXPECT_TRUE(takes(Takes::json, "application/json", "{}"));
  EXPECT_TRUE(takes(Takes::json, "Application/JSON ; charset=utf-8", "{}"));
  EXPECT_TRUE(takes(Takes::json, "", "{}"));
  EXPECT_TRUE(takes(Takes::json, "text/plain", ""));
  EXPECT_TRUE(takes(Takes::json_as_text, "text/plain;charset=UTF-8", "{}"));
  EXPECT_FALSE(takes(Takes::json_as_text, "text/html", "{}"));
  EXPECT_TRUE(takes(Takes::anything, "text/html", "{}"));
  for (const auto* type : {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "json", "a;b"}) {
    EXPECT_FALSE(takes(Takes::json, type, "{}")) << type;
  }
}

TEST(Router, DoesNotGuess) {
  for (const auto* target : {"/api/v1", "/api/v1/inboxes/", "/api/v1/inboxes/a/b", "/", "/api/v1/inbox"}) {
    EXPECT_FALSE(find(Method::Get, target).path_is_known()) << target;
  }
}

}  // namespace
}  // namespace parlor::edge
