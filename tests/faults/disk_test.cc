// A disk that fails, that lies, that loses power, that is full.
#include <fstream>
#include <random>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/faults/fire.h"
#include "tests/faults/tampering.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

ServerSettings with(const Tampering& tampering, std::vector<std::string> arguments = {"--demo"}) {
  return {.arguments = std::move(arguments), .environment = tampering.environment()};
}

const std::vector<std::string> kEarly = {"--demo", "--test-endpoints", "--unsafe-acknowledge-early"};

// Lets one fsync fail, expects the server to go by itself, and starts it again.
void fail_an_fsync(ServerProcess& server, Tampering& tampering, const Fire& fire) {
  ASSERT_TRUE(fire.wait_for_more(40));
  tampering->fsyncs_failed = 0;
  tampering->fsyncs_after_failure = 0;
  tampering->fsync_error = EIO;
  const auto code = server.ended_within(30s);
  ASSERT_TRUE(code) << "the server goes on after a failed fsync";
  EXPECT_EQ(*code, 1);
  EXPECT_EQ(tampering->fsyncs_failed, 1U);
  EXPECT_EQ(tampering->fsyncs_after_failure, 0U) << "an fsync was tried again";
  server.start();
}

TEST(DiskTest, AFailedFsyncEndsTheServerAndNothingAcknowledgedIsMissing) {
  const std::size_t cycles = cycles_wanted(2);
  Tampering tampering;
  ServerProcess server(with(tampering));
  server.start();
  Fire fire(server.port());
  fire.light();
  for (std::size_t cycle = 0; cycle < cycles && !HasFatalFailure(); ++cycle)
    fail_an_fsync(server, tampering, fire);
  expect_kept(fmt::format("{} failed fsyncs", cycles), fire.put_out());
  EXPECT_NE(server.printed().find("parlor: the disk failed ("), std::string::npos) << server.printed();
}

// What a failed fsync loses is really gone: a server that had acknowledged it is found out.
TEST(DiskTest, AFailedFsyncIsSeenToLoseWhatWasAcknowledgedEarly) {
  std::size_t lost = 0;
  for (int round = 0; round < 5 && lost == 0; ++round) {
    Tampering tampering;
    ServerProcess server(with(tampering, kEarly));
    server.start();
    Fire fire(server.port());
    fire.light();
    for (int cycle = 0; cycle < 2 && !HasFatalFailure(); ++cycle)
      fail_an_fsync(server, tampering, fire);
    const Findings found = fire.put_out();
    std::cout << "2 failed fsyncs of a server that acknowledges early: " << found.report() << std::endl;
    lost = found.lost;
  }
  EXPECT_GT(lost, 0U);
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

// The keys are a database of their own: what a lost key sealed could never be read again.
TEST(DiskTest, AFailedFsyncOfTheKeysEndsTheServerToo) {
  Tampering tampering;
  ServerProcess server(with(tampering));
  server.start();
  RawWebSocket visitor(server.port());
  greet(visitor, new_visitor_token(server));
  tampering->fsync_error = EIO;
  visitor.send_text(fmt::format(
      R"({{"jsonrpc":"2.0","id":9,"method":"conversation.start","params":{{"client_id":"{}"}}}})", new_id()));
  const auto code = server.ended_within(30s);
  ASSERT_TRUE(code) << "the server goes on although it cannot keep keys";
  EXPECT_EQ(*code, 1);
  EXPECT_EQ(tampering->fsyncs_failed, 1U);
  EXPECT_EQ(tampering->fsyncs_after_failure, 0U);
  EXPECT_NE(server.printed().find("keys.sqlite"), std::string::npos) << server.printed();
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

// A file that takes all the room there is, in the server's own view of the disk.
class Filler {
 public:
  explicit Filler(const ServerProcess& server)
      : path_(fmt::format("/proc/{}/root{}/filler", server.pid(), server.data().string())) {}

  void fill() const {
    std::ofstream file(path_, std::ios::binary | std::ios::app);
    for (const std::string page(4096, 'x'); file << page << std::flush;) {
    }
  }
  void give_back() const { std::filesystem::remove(path_); }

 private:
  std::filesystem::path path_;
};

ServerSettings on_a_small_disk() {
  return {
      .under = {"unshare", "--mount", "sh", "-c", "mount -t tmpfs -o size=24m tmpfs \"$0\" && exec \"$@\"", "$DATA"}};
}

// In a folder that was made the root (chroot) no mount can be kept from the rest of the machine.
bool root_is_a_mount_point() {
  std::ifstream mounts("/proc/self/mountinfo");
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream fields(line);
    std::string skipped, point;
    fields >> skipped >> skipped >> skipped >> skipped >> point;
    if (point == "/") return true;
  }
  return false;
}

// One who talks by hand while the disk is full.
class Bystander {
 public:
  explicit Bystander(const ServerProcess& server) : socket_(server.port()), stranger_(server.port()) {
    greet(socket_, new_visitor_token(server));
    conversation_ = start_conversation(socket_, "Is the Alma in stock?");
    greet(stranger_, new_visitor_token(server));
  }

  // What little room a failed write left behind may take a few more messages.
  void expect_a_clear_answer(const Filler& filler) {
    const auto answer = ask_until_full(filler, [this] { return post(socket_, conversation_, "Are you there?"); });
    EXPECT_FALSE(field(answer, "retry_after_ms").empty()) << answer;
    ask_until_full(filler, [this] {
      return stranger_.call(
          "conversation.start",
          fmt::format(R"({{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"Hi"}}}}}})",
                      new_id(), new_id()));
    });
    EXPECT_NE(snapshot(socket_, conversation_).find("Alma"), std::string::npos) << "what is stored cannot be read";
  }
  void expect_to_be_heard() {
    const auto answer = post(socket_, conversation_, "Are you there now?");
    EXPECT_FALSE(field(answer, "seq").empty()) << answer;
  }

 private:
  static std::string ask_until_full(const Filler& filler, const std::function<std::string()>& ask) {
    std::string answer;
    for (int attempt = 0; attempt < 50 && field(answer, "reason") != "storage_full"; ++attempt) {
      filler.fill();
      answer = ask();
    }
    EXPECT_EQ(field(answer, "reason"), "storage_full") << answer;
    return answer;
  }

  RawWebSocket socket_;
  RawWebSocket stranger_;
  std::string conversation_;
};

std::int64_t fill_and_give_back(const Filler& filler, const Fire& fire, Bystander& bystander) {
  const auto deferred = [&fire] {
    const auto all = fire.deferred();
    const auto found = all.find(wire::Reason::kStorageFull);
    return found == all.end() ? 0 : found->second;
  };
  const auto before = deferred();
  EXPECT_TRUE(wait_until(60s, [&] {
    filler.fill();
    return deferred() > before;
  })) << "nobody was told that the disk is full";
  bystander.expect_a_clear_answer(filler);
  filler.give_back();
  const auto began = client::Clock::now();
  EXPECT_TRUE(fire.wait_for_more(1));
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(client::Clock::now() - began);
  bystander.expect_to_be_heard();
  return took.count();
}

TEST(DiskTest, AFullDiskIsSaidSoAndEndsByItself) {
  if (geteuid() != 0) GTEST_SKIP() << "SKIPPED: a small disk of its own needs root";
  if (!root_is_a_mount_point()) GTEST_SKIP() << "SKIPPED: a small disk of its own needs a root that is mounted";
  // What is said meanwhile stays on the small disk: it holds no more rounds.
  const std::size_t cycles = 2;
  ServerProcess server(on_a_small_disk());
  server.start();
  const auto pid = server.pid();
  const Filler filler(server);
  Fire fire(server.port());
  fire.light();
  Bystander bystander(server);
  std::int64_t slowest = 0;
  for (std::size_t cycle = 0; cycle < cycles && !HasFailure(); ++cycle) {
    EXPECT_TRUE(fire.wait_for_more(100));
    slowest = std::max(slowest, fill_and_give_back(filler, fire, bystander));
  }
  expect_kept(fmt::format("{} full disks, back within {} ms of there being room", cycles, slowest), fire.put_out());
  EXPECT_LT(slowest, 5'000);
  EXPECT_TRUE(server.is_alive() && server.pid() == pid) << "it took a restart";
}

}  // namespace
}  // namespace parlor::tests
