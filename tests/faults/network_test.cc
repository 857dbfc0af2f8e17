// A way to the server that breaks: connections cut anywhere, packets lost, peers that vanish without a word.
#include "tests/faults/network.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/faults/cutting_proxy.h"
#include "tests/faults/fire.h"
#include "tests/server/server_process.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

TEST(NetworkTest, ConnectionsCutAnywhereLoseNothing) {
  const std::size_t cuts = cycles_wanted(40);
  CuttingProxy proxy;
  ServerProcess server({.arguments = {"--demo", "--public-url", proxy.url()}});
  server.start();
  proxy.forward_to(server.port());
  Fire fire(proxy.port());
  fire.light();
  proxy.cut_at_random(true);
  EXPECT_TRUE(wait_until(cuts * 10s, [&] { return proxy.cuts() >= cuts || !fire.trouble().empty(); }));
  proxy.cut_at_random(false);
  const Findings found = fire.put_out();
  expect_kept(fmt::format("{} connections cut, {} of them in the handshake", proxy.cuts(), proxy.early_cuts()), found);
  EXPECT_GT(proxy.early_cuts(), 0U);
  EXPECT_GT(found.returns, 0U);
}

TEST(NetworkTest, EverybodyDroppedAtOnceComesBack) {
  const std::size_t storms = cycles_wanted(2);
  CuttingProxy proxy;
  ServerProcess server({.arguments = {"--demo", "--public-url", proxy.url()}});
  server.start();
  proxy.forward_to(server.port());
  Fire fire(proxy.port(), {.conversations = 60, .in_flight = 1, .between_posts = 200ms});
  fire.light();
  for (std::size_t storm = 0; storm < storms; ++storm) {
    proxy.cut_all();
    EXPECT_TRUE(fire.wait_for_more(200));
  }
  const Findings found = fire.put_out();
  expect_kept(fmt::format("{} times 61 clients dropped at once", storms), found);
  EXPECT_GE(found.returns, storms * 60);
}

TEST(NetworkTest, LostPacketsLoseNothing) {
  if (const auto why = PrivateNetwork::why_not(); !why.empty()) GTEST_SKIP() << "SKIPPED: " << why;
  const std::size_t rounds = cycles_wanted(1);
  const PrivateNetwork network;
  ServerProcess server;
  server.start();
  Fire fire(server.port(), {.conversations = 12});
  fire.light();
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const double share : {0.01, 0.05, 0.1, 0.2}) {
      network.lose(share);
      std::this_thread::sleep_for(1s);
      EXPECT_TRUE(fire.wait_for_more(20, 120s)) << "nothing gets through";
    }
  }
  network.heal();
  expect_kept(fmt::format("{} rounds of 1, 5, 10 and 20 % of all packets lost", rounds), fire.put_out());
}

}  // namespace
}  // namespace parlor::tests
