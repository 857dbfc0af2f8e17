#include "wire/http/message.h"

#include <gtest/gtest.h>

namespace parlor::wire::http {
namespace {

TEST(Target, RefusesPathsThatReadTwoWays) {
  for (const std::string_view bad : {"",
                                     "a",
                                     "/..",
                                     "/../a",
                                     "/a/..",
                                     "/./a",
                                     "//a",
                                     "/a//b",
                                     "/a//",
                                     "//",
                                     "/%2e%2e/a",
                                     "/%2E./a",
                                     "/a%2Fb",
                                     "/a%5cb",
                                     "/a\\b",
                                     "/%00",
                                     "/%0a",
                                     "/%7f",
                                     "/%",
                                     "/%4",
                                     "/%zz",
                                     "/%ff",
                                     "/%c0%af",
                                     "/a#b",
                                     "http://",
                                     "http:///a",
                                     "http://user@casa.example/a",
                                     "casa.example:443"}) {
    EXPECT_FALSE(parse_target(bad)) << bad;
  }
}

TEST(Target, SplitsAndDecodesPaths) {
  EXPECT_TRUE(parse_target("/")->segments.empty());
  EXPECT_TRUE(parse_target("/demo/")->directory);
  EXPECT_FALSE(parse_target("/demo")->directory);
  EXPECT_EQ(parse_target("/a%20b/%41?x=/../y")->segments, (std::vector<std::string>{"a b", "A"}));
  EXPECT_EQ(parse_target("/a?x=/../y")->query, "x=/../y");
  EXPECT_EQ(parse_target("HTTP://casa.example/a?b")->path, "/a");
  EXPECT_EQ(parse_target("https://casa.example?b")->path, "/");
  EXPECT_EQ(query_value("a=1&b%20c=%3D%26&a=2", "b c"), "=&");
  EXPECT_EQ(query_value("a=%zz", "a"), std::nullopt);
}

}  // namespace
}  // namespace parlor::wire::http
