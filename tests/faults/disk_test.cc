// A disk that fails, that lies, that loses power, that is full.
#include <csignal>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/faults/fire.h"
#include "tests/faults/tampering.h"
#include "tests/server/server_process.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

ServerSettings with(const Tampering& tampering, std::vector<std::string> arguments = {"--demo"}) {
  return {.arguments = std::move(arguments), .environment = tampering.environment()};
}

TEST(DiskTest, AFailedWriteEndsTheServerAndNothingAcknowledgedIsMissing) {
  const std::size_t cycles = cycles_wanted(2);
  Tampering tampering;
  ServerProcess server(with(tampering));
  server.start();
  Fire fire(server.port());
  fire.light();
  for (std::size_t cycle = 0; cycle < cycles; ++cycle) {
    ASSERT_TRUE(fire.wait_for_more(40));
    tampering->write_error = EIO;
    const auto code = server.ended_within(30s);
    ASSERT_TRUE(code) << "the server goes on although it cannot write";
    EXPECT_EQ(*code, 1);
    EXPECT_GT(tampering->writes_failed, 0U);
    tampering->write_error = 0;
    server.start();
  }
  expect_kept(fmt::format("{} failed writes", cycles), fire.put_out());
}

// kill -9, and everything that was not fsynced is gone. The bytes that it took.
std::int64_t cut_power_again_and_again(ServerProcess& server, Tampering& tampering, const Fire& fire,
                                       std::size_t cycles) {
  std::mt19937 random(std::random_device{}());
  std::int64_t taken = 0;
  for (std::size_t cycle = 0; cycle < cycles && fire.trouble().empty(); ++cycle) {
    std::this_thread::sleep_for(std::chrono::milliseconds(60 + random() % 500));
    server.kill_at_once();
    taken += tampering.cut_power(server.data() / "data");
    server.start();
    EXPECT_TRUE(fire.wait_for_more(1));
  }
  return taken;
}

TEST(DiskTest, APowerCutTakesNothingThatWasAcknowledged) {
  const std::size_t cuts = cycles_wanted(6);
  Tampering tampering;
  ServerProcess server(with(tampering));
  server.start();
  Fire fire(server.port());
  fire.light();
  const auto taken = cut_power_again_and_again(server, tampering, fire, cuts);
  expect_kept(fmt::format("{} power cuts that took {} bytes", cuts, taken), fire.put_out());
}

TEST(DiskTest, APowerCutIsSeenToTakeWhatTheDiskLiedAbout) {
  Tampering tampering;
  ServerProcess server(with(tampering));
  server.start();
  Fire fire(server.port());
  fire.light();
  ASSERT_TRUE(fire.wait_for_more(40));
  tampering->fsync_lies = true;
  ASSERT_TRUE(fire.wait_for_more(200));
  cut_power_again_and_again(server, tampering, fire, 1);
  const Findings found = fire.put_out();
  std::cout << "1 power cut on a disk that lies: " << found.report() << std::endl;
  EXPECT_GT(found.lost, 0U);
}

}  // namespace
}  // namespace parlor::tests
