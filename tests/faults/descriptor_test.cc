// No descriptors left: accepting pauses without spinning, those who are connected live on, and it accepts again.
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/faults/fire.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kDescriptors = 96;

ServerSettings few_descriptors() {
  return {.environment = {"UBSAN_OPTIONS=suppressions=" PARLOR_SOURCE_DIR "/tests/faults/no_descriptors.supp"},
          .under = {"prlimit", fmt::format("--nofile={0}:{0}", kDescriptors)}};
}

// Of the process so far, in seconds.
double cpu_time(pid_t pid) {
  std::ostringstream text;
  text << std::ifstream(fmt::format("/proc/{}/stat", pid)).rdbuf();
  // The name may hold anything; after it come fixed columns.
  std::istringstream columns(text.str().substr(text.str().rfind(')') + 1));
  std::string skipped;
  for (int column = 0; column < 11; ++column)
    columns >> skipped;
  double user = 0;
  double system = 0;
  columns >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::size_t open_descriptors(pid_t pid) {
  const std::filesystem::directory_iterator all(fmt::format("/proc/{}/fd", pid));
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

std::vector<std::unique_ptr<RawSocket>> take_all_descriptors(const ServerProcess& server) {
  std::vector<std::unique_ptr<RawSocket>> crowd;
  while (crowd.size() < 2 * kDescriptors)
    crowd.push_back(std::make_unique<RawSocket>(server.port()));
  EXPECT_TRUE(wait_until(20s, [&] { return open_descriptors(server.pid()) >= kDescriptors - 1; }))
      << "only " << open_descriptors(server.pid());
  return crowd;
}

TEST(DescriptorTest, AcceptingPausesAndComesBack) {
  ServerProcess server(few_descriptors());
  server.start();
  RawWebSocket visitor(server.port());
  greet(visitor, new_visitor_token(server));
  const auto conversation = start_conversation(visitor, "Is anybody there?");
  // The first call of a kind, when a sanitizer looks at it, takes a descriptor.
  ASSERT_FALSE(field(post(visitor, conversation, "Hello?"), "seq").empty());
  const std::size_t rounds = cycles_wanted(1);
  double busiest = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    auto crowd = take_all_descriptors(server);
    const double before = cpu_time(server.pid());
    std::this_thread::sleep_for(2s);
    busiest = std::max(busiest, (cpu_time(server.pid()) - before) / 2);
    EXPECT_FALSE(field(post(visitor, conversation, "And now?"), "seq").empty())
        << "who was connected is not heard; the server printed:\n"
        << server.printed();
    crowd.clear();
    EXPECT_TRUE(wait_until(20s, [&] {
      const auto answer = request(server.port(), {.target = "/healthz"});
      return answer && answer->status == 200;
    })) << "nobody is let in any more";
  }
  std::cout << fmt::format("{} times out of descriptors, {:.1f} % of a core while accepting paused", rounds,
                           busiest * 100)
            << std::endl;
  // A loop that asks again and again takes all that it gets.
  EXPECT_LT(busiest, 0.05);
  EXPECT_GT(cpu_time(server.pid()), 0) << "what it takes is not measured";
}

TEST(DescriptorTest, ThoseWhoTalkNoticeNothing) {
  ServerProcess server(few_descriptors());
  server.start();
  Fire fire(server.port());
  fire.light();
  auto crowd = take_all_descriptors(server);
  EXPECT_TRUE(fire.wait_for_more(200));
  crowd.clear();
  const Findings found = fire.put_out();
  expect_kept("1 time out of descriptors under load", found);
  EXPECT_EQ(found.returns, 0U);
}

}  // namespace
}  // namespace parlor::tests
