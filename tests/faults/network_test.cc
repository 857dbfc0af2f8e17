// A way to the server that breaks: connections cut anywhere, packets lost, peers that vanish without a word.
#include "tests/faults/network.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/faults/cutting_proxy.h"
#include "tests/faults/fire.h"
#include "tests/faults/tampering.h"
#include "tests/server/conversation.h"

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

std::int64_t websocket_sessions(const ServerProcess& server) {
  return metric(server, R"(parlor_sessions{transport="websocket"})");
}

// Answers heartbeats until there are only so many sessions; how long that took, in seconds of the server.
double wait_for_sessions(const ServerProcess& server, RawWebSocket& present, std::int64_t count, std::int64_t haste) {
  const auto began = client::Clock::now();
  while (websocket_sessions(server) > count && client::Clock::now() - began < 200s) {
    const auto frame = present.receive(50ms);
    if (frame && frame->payload.find("heartbeat") != std::string::npos)
      present.send_text(R"({"jsonrpc":"2.0","method":"heartbeat","params":{}})");
  }
  return std::chrono::duration<double>(client::Clock::now() - began).count() * static_cast<double>(haste);
}

// In short, the server's time passes ten times faster.
TEST(NetworkTest, PeersThatVanishAreGoneInTime) {
  if (const auto why = PrivateNetwork::why_not(); !why.empty()) GTEST_SKIP() << "SKIPPED: " << why;
  const PrivateNetwork network;
  Tampering tampering;
  ServerProcess server({.environment = tampering.environment()});
  server.start();
  const auto visitor_token = new_visitor_token(server);
  const auto token = agent_token(server);
  const std::int64_t haste = cycles_wanted(0) > 0 ? 1 : 10;
  tampering->haste = haste;
  RawWebSocket agent(server.port());
  RawWebSocket visitor(server.port());
  RawWebSocket present(server.port());
  greet(agent, token);
  greet(visitor, visitor_token);
  greet(present, token);
  ASSERT_EQ(websocket_sessions(server), 3);
  network.make_vanish(agent.socket().port());
  network.make_vanish(visitor.socket().port());
  const double agent_gone = wait_for_sessions(server, present, 2, haste);
  const double visitor_gone = agent_gone + wait_for_sessions(server, present, 1, haste);
  std::cout << fmt::format("peers vanished: the agent's session gone after {:.0f} s, the visitor's after {:.0f} s",
                           agent_gone, visitor_gone)
            << std::endl;
  EXPECT_GT(agent_gone, 15);
  EXPECT_GT(visitor_gone, 50);
  EXPECT_LT(agent_gone, 60);
  EXPECT_LT(visitor_gone, 100);
  EXPECT_EQ(websocket_sessions(server), 1) << "one who answered was dropped with them";
}

// A session over HTTP that reads events, and answers nothing, since nothing is asked.
class EventReader {
 public:
  EventReader(const ServerProcess& server, const std::string& token) : socket_(server.port()) {
    const auto headers = "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n";
    const auto hello = fmt::format(
        R"({{"jsonrpc":"2.0","id":1,"method":"session.hello","params":{{"token":"{}","client":{{"name":"t","version":"1"}}}}}})",
        token);
    const auto opened = request(server.port(), {"POST", "/realtime/sessions", headers, hello});
    EXPECT_TRUE(opened);
    const auto address = "/realtime/sessions/" + field(opened->body, "session") + "/events";
    socket_.send(request_text(server.port(), {"GET", address, headers}));
    EXPECT_NE(socket_.receive().find("200"), std::string::npos);
  }

  std::uint16_t port() const { return socket_.port(); }

 private:
  RawSocket socket_;
};

std::int64_t http_sessions(const ServerProcess& server) {
  return metric(server, R"(parlor_sessions{transport="http"})");
}

// How long until there are only so many, in seconds of the server.
double wait_for_http_sessions(const ServerProcess& server, std::int64_t count, std::int64_t haste) {
  const auto began = client::Clock::now();
  while (http_sessions(server) > count && client::Clock::now() - began < 200s)
    std::this_thread::sleep_for(50ms);
  return std::chrono::duration<double>(client::Clock::now() - began).count() * static_cast<double>(haste);
}

TEST(NetworkTest, ReadersOverHttpThatVanishAreGoneInTime) {
  if (const auto why = PrivateNetwork::why_not(); !why.empty()) GTEST_SKIP() << "SKIPPED: " << why;
  const PrivateNetwork network;
  Tampering tampering;
  ServerProcess server({.environment = tampering.environment()});
  server.start();
  const auto visitor_token = new_visitor_token(server);
  const auto token = agent_token(server);
  const std::int64_t haste = cycles_wanted(0) > 0 ? 1 : 10;
  tampering->haste = haste;
  const EventReader agent(server, token);
  const EventReader visitor(server, visitor_token);
  const EventReader present(server, token);
  ASSERT_EQ(http_sessions(server), 3);
  network.make_vanish(agent.port());
  network.make_vanish(visitor.port());
  const double agent_gone = wait_for_http_sessions(server, 2, haste);
  const double visitor_gone = agent_gone + wait_for_http_sessions(server, 1, haste);
  std::cout << fmt::format(
                   "readers over HTTP vanished: the agent's session gone after {:.0f} s, the visitor's after {:.0f} s",
                   agent_gone, visitor_gone)
            << std::endl;
  EXPECT_GT(agent_gone, 15);
  EXPECT_GT(visitor_gone, 50);
  EXPECT_LT(agent_gone, 70);
  EXPECT_LT(visitor_gone, 110);
  EXPECT_EQ(http_sessions(server), 1) << "one who is there was dropped with them";
}

}  // namespace
}  // namespace parlor::tests
