#include "edge/auth/public_origin.h"

#include <gtest/gtest.h>

#include "edge/auth/proof.h"

namespace parlor::edge {
namespace {

using wire::http::Method;

wire::http::Request request(Method method, std::vector<std::pair<std::string, std::string>> headers) {
  wire::http::Request made;
  made.method = method;
  for (auto& [name, value] : headers)
    made.headers.add(name, value);
  return made;
}

PublicOrigin origin(std::string_view url) {
  return *PublicOrigin::parse(url);
}

TEST(PublicOrigin, NamesItsCookieByScheme) {
  EXPECT_EQ(origin("https://chat.casa.example").cookie_name(), "__Host-parlor");
  EXPECT_EQ(origin("http://127.0.0.1:8080").cookie_name(), "parlor");
}

TEST(PublicOrigin, RefusesPasswordsInTheClear) {
  EXPECT_TRUE(origin("https://chat.casa.example").may_sign_in());
  EXPECT_TRUE(origin("http://localhost:8080").may_sign_in());
  EXPECT_FALSE(origin("http://chat.casa.example").may_sign_in());
  EXPECT_FALSE(origin("http://0.0.0.0:8080").may_sign_in());
}

TEST(PublicOrigin, KnowsLoopbackByAllItsNames) {
  const auto own = origin("http://127.0.0.1:8080");
  EXPECT_TRUE(own.is_own("http://localhost:8080"));
  EXPECT_TRUE(own.is_own("http://[::1]:8080"));
  EXPECT_FALSE(own.is_own("http://localhost:8081"));
  EXPECT_FALSE(own.is_own("https://localhost:8080"));
  EXPECT_FALSE(own.is_own("http://evil.example:8080"));
  EXPECT_FALSE(own.is_own("null"));
}

TEST(PublicOrigin, ElsewhereItIsExact) {
  const auto own = origin("https://chat.casa.example/");
  EXPECT_TRUE(own.is_own("https://chat.casa.example"));
  EXPECT_FALSE(own.is_own("https://casa.example"));
  EXPECT_FALSE(own.is_own("http://chat.casa.example"));
  EXPECT_FALSE(own.is_own("https://chat.casa.example:8443"));
}

TEST(CookieCounts, OnlyFromOurOwnPages) {
  const auto own = origin("https://chat.casa.example");
  EXPECT_TRUE(cookie_counts(request(Method::Post, {{"Origin", "https://chat.casa.example"}}), own));
  EXPECT_FALSE(cookie_counts(request(Method::Post, {{"Origin", "https://evil.example"}}), own));
  EXPECT_FALSE(cookie_counts(
      request(Method::Get, {{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "same-origin"}}), own));
  EXPECT_FALSE(cookie_counts(request(Method::Post, {{"Sec-Fetch-Site", "same-origin"}}), own));
  EXPECT_TRUE(cookie_counts(request(Method::Get, {{"Sec-Fetch-Site", "same-origin"}}), own));
  EXPECT_FALSE(cookie_counts(request(Method::Get, {{"Sec-Fetch-Site", "same-site"}}), own));
  EXPECT_FALSE(cookie_counts(request(Method::Get, {}), own));
}

TEST(SigningIn, FromOurPagesOrFromPrograms) {
  const auto own = origin("https://chat.casa.example");
  EXPECT_TRUE(origin_is_ours_or_absent(request(Method::Post, {}), own));
  EXPECT_TRUE(origin_is_ours_or_absent(request(Method::Post, {{"Origin", "https://chat.casa.example"}}), own));
  EXPECT_FALSE(origin_is_ours_or_absent(request(Method::Post, {{"Origin", "https://evil.example"}}), own));
  EXPECT_FALSE(origin_is_ours_or_absent(request(Method::Post, {{"Origin", "null"}}), own));
}

TEST(Credentials, ABearerComesBeforeTheCookie) {
  const auto own = origin("http://127.0.0.1:8080");
  const auto both = read_credentials(
      request(Method::Post,
              {{"Origin", "http://127.0.0.1:8080"}, {"Cookie", "parlor=abc"}, {"Authorization", "bearer xyz"}}),
      own);
  EXPECT_EQ(both.kind, Credentials::Kind::bearer);
  EXPECT_EQ(both.token.reveal(), "xyz");
  const auto cookie =
      read_credentials(request(Method::Post, {{"Origin", "http://127.0.0.1:8080"}, {"Cookie", "parlor=abc"}}), own);
  EXPECT_EQ(cookie.kind, Credentials::Kind::cookie);
  EXPECT_EQ(cookie.token.reveal(), "abc");
  const auto foreign =
      read_credentials(request(Method::Post, {{"Origin", "http://evil.example"}, {"Cookie", "parlor=abc"}}), own);
  EXPECT_EQ(foreign.kind, Credentials::Kind::none);
}

TEST(WebsocketSources, StretchConnectSrc) {
  EXPECT_EQ(origin("https://chat.casa.example").websocket_sources(), "wss://chat.casa.example");
  EXPECT_EQ(origin("http://localhost:8080").websocket_sources(), "ws://localhost:8080 ws://127.0.0.1:8080");
}

}  // namespace
}  // namespace parlor::edge
