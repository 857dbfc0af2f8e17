// Which transports deliver through which proxy, and that nothing is lost on those that do.
#include <future>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/proxies/chat.h"
#include "tests/proxies/proxy_process.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMessages = 20;

struct Delivers {
  bool websocket = true;
  bool events = true;
  bool poll = true;

  bool on(TransportKind kind) const {
    return kind == TransportKind::websocket ? websocket : kind == TransportKind::events ? events : poll;
  }
};

struct Row {
  std::string fault;
  Configuration configuration;
  Delivers delivers;
  // Of squid: WebSockets are tunnelled, as browsers do, or asked for in the clear.
  bool tunnel = true;
};

std::vector<Row> rows() {
  const auto nginx = Configuration::recommended(Proxy::nginx);
  const auto haproxy = Configuration::recommended(Proxy::haproxy);
  const auto squid = Configuration::recommended(Proxy::squid);
  const std::string_view upgrade = "proxy_set_header Upgrade $http_upgrade;";
  return {
      {"recommended", nginx, {}},
      {"default", Configuration::shortest(Proxy::nginx), {.websocket = false}},
      {"Upgrade stripped", nginx.without(upgrade), {.websocket = false}},
      {"answers buffered",
       nginx.with("proxy_buffering off;", "proxy_buffering on; proxy_ignore_headers X-Accel-Buffering;"),
       {.events = false}},
      {"30 s timeouts",
       nginx.with("proxy_read_timeout 75s", "proxy_read_timeout 30s").with("send_timeout 75s", "send_timeout 30s"),
       {}},
      {"recommended", haproxy, {}},
      {"default", Configuration::shortest(Proxy::haproxy), {}},
      {"Upgrade stripped",
       haproxy.with("default_backend parlor", "http-request del-header Upgrade\n    default_backend parlor"),
       {.websocket = false}},
      {"30 s timeouts",
       haproxy.with("client 75s", "client 30s").with("server 75s", "server 30s").with("tunnel 1h", "tunnel 30s"),
       {}},
      {"tunnel (CONNECT)", squid, {}},
      {"default, tunnel", Configuration::shortest(Proxy::squid), {}},
      {"plain, no tunnel", squid, {.websocket = false}, false},
  };
}

// A proxy that stands in front of the server, or between it and its visitors.
Passage passage_through(const ProxyProcess& proxy, const Row& row, const ServerProcess& server) {
  const bool is_forward = row.configuration.proxy() == Proxy::squid;
  if (!is_forward) return {.way = {.server = {"https", "localhost", proxy.port()}, .ca_file = proxy.ca_file()}};
  return {.way = {.server = {"http", "127.0.0.1", server.port()},
                  .forward_proxy = wire::http::Origin{"http", "127.0.0.1", proxy.port()}},
          .tunnel = row.tunnel};
}

struct Outcome {
  std::array<ChatResult, kTransports.size()> chats;
  std::string trouble;
};

Outcome run(const Row& row, const ServerProcess& server) try {
  const ProxyProcess proxy(row.configuration, free_port(), server.port());
  Outcome outcome;
  for (std::size_t i = 0; i < kTransports.size(); ++i) {
    // Whoever should hear nothing is not waited for as long as whoever should.
    const auto within = row.delivers.on(kTransports[i]) ? 30s : 5s;
    outcome.chats[i] = hold_chat(server, {.kind = kTransports[i],
                                          .passage = passage_through(proxy, row, server),
                                          .messages = kMessages,
                                          .ready_within = within});
  }
  return outcome;
} catch (const std::exception& error) {
  return {.chats = {}, .trouble = error.what()};
}

std::string word_for(const ChatResult& chat) {
  if (!chat.ready) return "-";
  return chat.is_whole(kMessages) ? fmt::format("{} of {}", chat.acknowledged, kMessages) : "LOST";
}

void check(const Row& row, const Outcome& outcome) {
  SCOPED_TRACE(fmt::format("{}, {}", to_string(row.configuration.proxy()), row.fault));
  EXPECT_EQ(outcome.trouble, "");
  for (std::size_t i = 0; i < kTransports.size(); ++i) {
    const auto& chat = outcome.chats[i];
    EXPECT_EQ(chat.ready, row.delivers.on(kTransports[i])) << to_string(kTransports[i]);
    if (!chat.ready) continue;
    EXPECT_TRUE(chat.is_whole(kMessages))
        << to_string(kTransports[i]) << ": acknowledged " << chat.acknowledged << ", lost " << chat.lost << ", doubled "
        << chat.doubled << ", out of order " << chat.disordered << " " << chat.trouble;
  }
}

TEST(Proxies, DeliverOnWhatTheyLetThroughAndLoseNothing) {
  for (const auto proxy : {Proxy::nginx, Proxy::haproxy, Proxy::squid}) {
    if (program_of(proxy).empty()) GTEST_SKIP() << to_string(proxy) << " is not installed";
  }
  ServerProcess server({.arguments = {"--demo", "--trusted-proxy", "127.0.0.1"}});
  server.start();
  const auto all = rows();
  std::vector<std::future<Outcome>> running;
  for (const auto& row : all)
    running.push_back(std::async(std::launch::async, [&row, &server] { return run(row, server); }));
  fmt::print("\n{:<10}{:<20}{:>12}{:>12}{:>12}\n", "proxy", "", "websocket", "events", "poll");
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto outcome = running[i].get();
    fmt::print("{:<10}{:<20}{:>12}{:>12}{:>12}\n", to_string(all[i].configuration.proxy()), all[i].fault,
               word_for(outcome.chats[0]), word_for(outcome.chats[1]), word_for(outcome.chats[2]));
    check(all[i], outcome);
  }
}

}  // namespace
}  // namespace parlor::tests
