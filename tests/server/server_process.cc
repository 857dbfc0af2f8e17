#include "tests/server/server_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

constexpr auto kStartsWithin = 30s;
constexpr auto kStopsWithin = 25s;

std::filesystem::path new_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "parlor-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return pattern;
}

// A child with its standard output and error in one pipe.
struct Child {
  pid_t pid = -1;
  int output = -1;
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (auto& word : words)
    all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

Child spawn_child(std::vector<std::string> words, std::vector<std::string> environment) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  for (char** entry = environ; *entry != nullptr; ++entry)
    environment.emplace_back(*entry);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  Child child{.output = ends[0]};
  const int error = posix_spawnp(&child.pid, words.front().c_str(), &actions, nullptr, pointers(words).data(),
                                 pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (error != 0) throw std::runtime_error("cannot run " + words.front());
  return child;
}

void read_all(int descriptor, const auto& take) {
  std::array<char, 4096> buffer{};
  for (;;) {
    const auto count = read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    take(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
  }
  close(descriptor);
}

}  // namespace

std::string parlor_binary() {
  const char* named = std::getenv("PARLOR_BINARY");  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
  return named != nullptr ? named : PARLOR_BINARY_DIR "/parlor";
}

ServerProcess::ServerProcess(ServerSettings settings) : settings_(std::move(settings)), data_(new_folder()) {}

ServerProcess::~ServerProcess() {
  kill_at_once();
  std::error_code ignored;
  std::filesystem::remove_all(data_, ignored);
}

void ServerProcess::start() {
  spawn();
  wait_for_listening();
}

std::vector<std::string> ServerProcess::command_line() const {
  std::vector<std::string> words = settings_.under;
  std::ranges::replace(words, "$DATA", data_.string());
  const std::vector<std::string> ours = {
      parlor_binary(), "serve",    "--data", (data_ / "data").string(), "--key-file", (data_ / "master.key").string(),
      "--listen",      authority()};
  words.insert(words.end(), ours.begin(), ours.end());
  words.insert(words.end(), settings_.arguments.begin(), settings_.arguments.end());
  return words;
}

void ServerProcess::spawn() {
  printed_before_ = printed().size();
  const Child child = spawn_child(command_line(), settings_.environment);
  pid_ = child.pid;
  collector_ = std::jthread([this, output = child.output] { collect(output); });
}

void ServerProcess::collect(int descriptor) {
  read_all(descriptor, [this](std::string_view piece) {
    const std::scoped_lock lock(mutex_);
    printed_.append(piece);
  });
}

std::string ServerProcess::printed() const {
  const std::scoped_lock lock(mutex_);
  return printed_;
}

void ServerProcess::wait_for_listening() {
  constexpr std::string_view kSaid = "listening on ";
  constexpr std::string_view kHost = "://127.0.0.1:";
  const auto deadline = std::chrono::steady_clock::now() + kStartsWithin;
  while (std::chrono::steady_clock::now() < deadline && is_alive()) {
    const std::string text = printed().substr(printed_before_);
    const auto found = text.find(kSaid);
    if (found != std::string::npos && text.find('\n', found) != std::string::npos) {
      const auto port = text.find(kHost, found) + kHost.size();
      std::from_chars(text.data() + port, text.data() + text.size(), port_);
      return;
    }
    std::this_thread::sleep_for(5ms);
  }
  const std::string text = printed();
  kill_at_once();
  throw std::runtime_error("the server does not listen; it printed:\n" + text);
}

bool ServerProcess::is_alive() const {
  if (pid_ <= 0) return false;
  siginfo_t state{};
  waitid(P_PID, static_cast<id_t>(pid_), &state, WEXITED | WNOHANG | WNOWAIT);
  return state.si_pid == 0;
}

int ServerProcess::wait_for_end() {
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (collector_.joinable()) collector_.join();
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void ServerProcess::kill_at_once() {
  if (pid_ <= 0) return;
  kill(pid_, SIGKILL);
  wait_for_end();
}

int ServerProcess::stop() {
  if (pid_ <= 0) return -1;
  kill(pid_, SIGTERM);
  if (const auto code = ended_within(kStopsWithin)) return *code;
  kill(pid_, SIGKILL);
  return wait_for_end();
}

std::optional<int> ServerProcess::ended_within(std::chrono::milliseconds wait) {
  if (pid_ <= 0) return std::nullopt;
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (is_alive() && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(5ms);
  if (is_alive()) return std::nullopt;
  return wait_for_end();
}

std::string ServerProcess::run(std::vector<std::string> command) const {
  std::vector<std::string> words = {parlor_binary()};
  words.insert(words.end(), command.begin(), command.end());
  words.insert(words.end(), {"--data", (data_ / "data").string(), "--key-file", (data_ / "master.key").string()});
  const Child child = spawn_child(std::move(words), settings_.environment);
  std::string text;
  read_all(child.output, [&text](std::string_view piece) { text.append(piece); });
  int status = 0;
  while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("the command failed: " + text);
  return text.substr(0, text.find_last_not_of("\r\n ") + 1);
}

}  // namespace parlor::tests
