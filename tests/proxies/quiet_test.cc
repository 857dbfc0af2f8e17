// Idle timeouts: a quiet session lives through 30 s of them, because somebody says something before.
#include <future>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/proxies/chat.h"
#include "tests/proxies/proxy_process.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMessagesAround = 6;

Configuration with_timeouts(Proxy proxy, std::chrono::seconds time) {
  const auto text = fmt::format("{}s", time.count());
  const auto recommended = Configuration::recommended(proxy);
  if (proxy == Proxy::nginx) {
    return recommended.with("proxy_read_timeout 75s", "proxy_read_timeout " + text)
        .with("proxy_send_timeout 75s", "proxy_send_timeout " + text);
  }
  return recommended.with("timeout client 75s", "timeout client " + text)
      .with("timeout server 75s", "timeout server " + text)
      .with("timeout tunnel 1h", "timeout tunnel " + text);
}

struct Quiet {
  Proxy proxy{};
  std::chrono::seconds timeout{};
  TransportKind kind{};
  bool lives = true;
};

ChatResult be_quiet(const Quiet& quiet, const ServerProcess& server) try {
  const ProxyProcess proxy(with_timeouts(quiet.proxy, quiet.timeout), free_port(), server.port());
  // Longer than the timeout, and than the first heartbeat.
  return hold_chat(server, {.kind = quiet.kind,
                            .passage = {{.server = {"https", "localhost", proxy.port()}, .ca_file = proxy.ca_file()}},
                            .messages = kMessagesAround,
                            .quiet = 33s});
} catch (const std::exception& error) {
  return {.trouble = error.what()};
}

TEST(Proxies, LetQuietSessionsLiveWhenTheirTimeoutsAreLongerThanTheHeartbeat) {
  std::vector<Quiet> all;
  for (const auto proxy : {Proxy::nginx, Proxy::haproxy}) {
    if (program_of(proxy).empty()) GTEST_SKIP() << to_string(proxy) << " is not installed";
    for (const auto kind : kTransports) {
      all.push_back({proxy, 30s, kind, true});
      // The control: shorter than any heartbeat.
      all.push_back({proxy, 10s, kind, false});
    }
  }
  ServerProcess server({.arguments = {"--demo", "--trusted-proxy", "127.0.0.1"}});
  server.start();
  std::vector<std::future<ChatResult>> running;
  for (const auto& quiet : all)
    running.push_back(std::async(std::launch::async, [&quiet, &server] { return be_quiet(quiet, server); }));
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto chat = running[i].get();
    // Twelve begin at once, on a machine that may stand still meanwhile; how it is to be quiet is asked only of who
    // began.
    if (!chat.ready) chat = be_quiet(all[i], server);
    SCOPED_TRACE(fmt::format("{}, {} s, {}", to_string(all[i].proxy), all[i].timeout.count(), to_string(all[i].kind)));
    EXPECT_TRUE(chat.ready) << chat.trouble;
    if (all[i].lives) {
      EXPECT_TRUE(chat.is_whole(kMessagesAround))
          << chat.acknowledged << " acknowledged, " << chat.lost << " lost " << chat.trouble;
    } else {
      EXPECT_EQ(chat.trouble, "cut while quiet");
    }
  }
}

}  // namespace
}  // namespace parlor::tests
