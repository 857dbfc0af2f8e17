#include "edge/http/static_files.h"

#include <gtest/gtest.h>

#include "edge/http/response_headers.h"

namespace parlor::edge {
namespace {

constexpr std::array kPlain = {std::byte{'p'}, std::byte{'l'}, std::byte{'a'}, std::byte{'i'}, std::byte{'n'}};
constexpr std::array kSmall = {std::byte{'b'}, std::byte{'r'}};
const std::array kAssets = {
    Asset{"/assets/index-12345678.js", "text/javascript; charset=utf-8", kPlain, kSmall, "\"one\"", true},
    Asset{"/index.html", "text/html; charset=utf-8", kPlain, {}, "\"two\"", false},
    Asset{"/w.js", "text/javascript; charset=utf-8", kPlain, kSmall, "\"three\"", false},
};

wire::http::Headers headers(std::vector<std::pair<std::string, std::string>> given) {
  wire::http::Headers made;
  for (auto& [name, value] : given)
    made.add(name, value);
  return made;
}

TEST(StaticFiles, FindsExactPathsOnly) {
  EXPECT_EQ(find_asset(kAssets, "/w.js"), &kAssets[2]);
  EXPECT_EQ(find_asset(kAssets, "/w.j"), nullptr);
  EXPECT_EQ(find_asset(kAssets, "/x"), nullptr);
}

TEST(StaticFiles, AnswersInBrotliWithATagOfItsOwn) {
  const auto plain = asset_answer(kAssets[0], {});
  EXPECT_EQ(plain.constant, "plain");
  EXPECT_EQ(plain.headers.get("etag"), "\"one\"");
  EXPECT_EQ(plain.headers.get("cache-control"), "public, max-age=31536000, immutable");
  const auto packed = asset_answer(kAssets[0], headers({{"Accept-Encoding", "gzip, br"}}));
  EXPECT_EQ(packed.constant, "br");
  EXPECT_EQ(packed.headers.get("content-encoding"), "br");
  EXPECT_EQ(packed.headers.get("etag"), "\"one-br\"");
  EXPECT_EQ(packed.headers.get("vary"), "Accept-Encoding");
}

TEST(StaticFiles, IsNotSentAgainToWhoHasIt) {
  EXPECT_EQ(asset_answer(kAssets[1], headers({{"If-None-Match", "\"x\", W/\"two\""}})).status, 304U);
  EXPECT_EQ(asset_answer(kAssets[1], headers({{"If-None-Match", "\"other\""}})).status, 200U);
  EXPECT_EQ(asset_answer(kAssets[0], headers({{"If-None-Match", "\"one\""}, {"Accept-Encoding", "br"}})).status, 200U);
}

TEST(StaticFiles, CachesByKind) {
  EXPECT_EQ(asset_answer(kAssets[1], {}).headers.get("cache-control"), "no-cache");
  EXPECT_EQ(asset_answer(kAssets[2], {}).headers.get("cache-control"), "public, max-age=300");
}

std::string file(std::string_view target) {
  return file_of(*wire::http::parse_target(target));
}

TEST(StaticFiles, TheDashboardAnswersOnItsRoutes) {
  for (const auto* route : {"/", "/sign-in", "/setup", "/invite", "/inbox/mine", "/inbox", "/settings/team", "/doctor",
                            "/wall", "/visitors"}) {
    EXPECT_EQ(file(route), "/index.html") << route;
  }
  EXPECT_EQ(file("/sign-in/x"), "/sign-in/x");
  EXPECT_EQ(file("/demo/"), "/demo/index.html");
  EXPECT_EQ(file("/demo/sofa/"), "/demo/sofa/index.html");
  EXPECT_EQ(file("/w.js"), "/w.js");
}

TEST(Cors, AnswersExactly) {
  EXPECT_EQ(allowed_origin(Cors::none, "https://casa.example", true), "");
  EXPECT_EQ(allowed_origin(Cors::inboxes, "https://casa.example", true), "https://casa.example");
  EXPECT_EQ(allowed_origin(Cors::inboxes, "https://evil.example", false), "");
  EXPECT_EQ(allowed_origin(Cors::inboxes, std::nullopt, true), "");
  EXPECT_EQ(allowed_origin(Cors::everyone, std::nullopt, false), "*");
}

TEST(Policy, IsStrictEverywhere) {
  const auto origin = *PublicOrigin::parse("https://chat.casa.example");
  for (const auto* path :
       {"/", "/inbox/mine", "/demo/", "/w.js", "/widget/panel-1.js", "/api/v1/session", "/realtime"}) {
    const auto policy = content_security_policy(surface_of(path), origin);
    EXPECT_TRUE(policy.starts_with("default-src 'none'")) << path;
    EXPECT_TRUE(policy.contains("frame-ancestors 'none'")) << path;
    EXPECT_FALSE(policy.contains("unsafe")) << path;
  }
  EXPECT_TRUE(
      content_security_policy(Surface::dashboard, origin).contains("connect-src 'self' wss://chat.casa.example;"));
}

}  // namespace
}  // namespace parlor::edge
