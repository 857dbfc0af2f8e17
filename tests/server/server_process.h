// ServerProcess: the real binary on a data folder of its own, on a port that the system chose. One test's, on its
// thread; a thread of its own collects what the server prints. The destructor kills the process (by its pid) and
// removes the folder.
#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace parlor::tests {

struct ServerSettings {
  std::vector<std::string> arguments = {"--demo"};
  std::vector<std::string> environment = {};  // NAME=value, added to ours
  // Words before the binary, of a program that runs it in its own place: {"prlimit", "--nofile=64"}, say. $DATA stands
  // for data().
  std::vector<std::string> under = {};
};

class ServerProcess {
 public:
  explicit ServerProcess(ServerSettings settings = {});
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  // Returns when the server has said that it listens; throws std::runtime_error with what it printed when it does not
  // within 30 s. After the first time the same port is used again.
  void start();
  void kill_at_once();
  // Asks it to end and waits; answers with its exit code, or -1 if it had to be killed.
  int stop();
  // Waits for it to end by itself; its exit code, or none if it goes on.
  std::optional<int> ended_within(std::chrono::milliseconds wait);
  [[nodiscard]] bool is_alive() const;

  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string url() const { return "http://" + authority(); }
  [[nodiscard]] std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] const std::filesystem::path& data() const { return data_; }
  // Everything printed by all runs so far.
  [[nodiscard]] std::string printed() const;

  // Runs another command of the binary on the same data, e.g. {"admin", "token", "--email", "…"}; answers with what it
  // printed.
  std::string run(std::vector<std::string> command) const;

 private:
  void spawn();
  std::vector<std::string> command_line() const;
  void wait_for_listening();
  void collect(int descriptor);
  int wait_for_end();

  ServerSettings settings_;
  std::filesystem::path data_;
  pid_t pid_ = -1;
  std::uint16_t port_ = 0;
  std::jthread collector_;
  mutable std::mutex mutex_;
  std::string printed_;
  std::size_t printed_before_ = 0;  // by earlier runs
};

// The binary under test.
std::string parlor_binary();

}  // namespace parlor::tests
