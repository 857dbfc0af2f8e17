#include "main/listen_address.h"

#include <gtest/gtest.h>

namespace parlor::main {
namespace {

TEST(ListenAddress, IsHostAndPort) {
  EXPECT_EQ(parse_listen("127.0.0.1:0")->port, 0);
  EXPECT_EQ(parse_listen("[::1]:8080")->host, "::1");
  EXPECT_TRUE(parse_listen("[::1]:8080")->is_loopback());
  EXPECT_TRUE(parse_listen("localhost:80")->is_loopback());
  EXPECT_FALSE(parse_listen("0.0.0.0:80")->is_loopback());
}

TEST(ListenAddress, RefusesAnythingElse) {
  for (const auto* text :
       {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:80 ", "[::1:80"}) {
    EXPECT_FALSE(parse_listen(text)) << text;
  }
}

}  // namespace
}  // namespace parlor::main
