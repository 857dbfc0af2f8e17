#include "tests/proxies/proxy_process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

constexpr auto kListensWithin = 30s;
constexpr auto kEndsWithin = 5s;
constexpr uid_t kNobody = 65534;

std::filesystem::path new_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "parlor-proxy-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return pattern;
}

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

bool accepts(std::uint16_t port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto address = loopback(port);
  const bool connected = connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(descriptor);
  return connected;
}

// Who runs the tests as root must not run proxies so; and none outlives the thread that started it.
std::vector<std::string> unprivileged(std::vector<std::string> words) {
  std::vector<std::string> all = {"/usr/bin/setpriv", "--pdeathsig=KILL"};
  if (geteuid() == 0) all.insert(all.end(), {"--reuid=65534", "--regid=65534", "--clear-groups"});
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

std::vector<std::string> command_of(Proxy proxy, const std::string& file) {
  switch (proxy) {
    case Proxy::nginx:
      return {program_of(proxy), "-c", file, "-e", std::filesystem::path(file).replace_filename("error.log")};
    case Proxy::haproxy:
      return {program_of(proxy), "-db", "-f", file};
    case Proxy::squid:
      return {program_of(proxy), "-N", "-f", file};
  }
  return {};
}

}  // namespace

std::string program_of(Proxy proxy) {
  const auto path = fmt::format("/usr/sbin/{}", to_string(proxy));
  return std::filesystem::exists(path) ? path : "";
}

std::uint16_t free_port() {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto address = loopback(0);
  socklen_t size = sizeof address;
  bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
  close(descriptor);
  return ntohs(address.sin_port);
}

ProxyProcess::ProxyProcess(const Configuration& configuration, std::uint16_t port, std::uint16_t parlor,
                           const CertificatePlan& certificate)
    : folder_(new_folder()), port_(port) {
  make_certificate(folder_, certificate.name, certificate.days);
  std::ofstream(folder_ / "proxy.conf") << configuration.text_for({port_, parlor, folder_});
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (geteuid() == 0) (void)chown(entry.path().c_str(), kNobody, kNobody);
  }
  if (geteuid() == 0) (void)chown(folder_.c_str(), kNobody, kNobody);
  spawn(configuration.proxy());
  wait_for_listening();
}

ProxyProcess::~ProxyProcess() {
  if (pid_ > 0) {
    kill(pid_, SIGTERM);
    const auto deadline = std::chrono::steady_clock::now() + kEndsWithin;
    while (is_alive() && std::chrono::steady_clock::now() < deadline)
      std::this_thread::sleep_for(5ms);
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void ProxyProcess::spawn(Proxy proxy) {
  auto words = unprivileged(command_of(proxy, (folder_ / "proxy.conf").string()));
  std::vector<char*> pointers;
  for (auto& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const auto printed = (folder_ / "printed.log").string();
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, printed.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  const int error = posix_spawn(&pid_, words.front().c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot run " + words.front());
}

void ProxyProcess::wait_for_listening() const {
  const auto deadline = std::chrono::steady_clock::now() + kListensWithin;
  while (!accepts(port_)) {
    if (!is_alive() || std::chrono::steady_clock::now() > deadline)
      throw std::runtime_error("the proxy does not listen; it printed:\n" + printed());
    std::this_thread::sleep_for(10ms);
  }
}

bool ProxyProcess::is_alive() const {
  siginfo_t state{};
  waitid(P_PID, static_cast<id_t>(pid_), &state, WEXITED | WNOHANG | WNOWAIT);
  return state.si_pid == 0;
}

std::string ProxyProcess::printed() const {
  std::ostringstream text;
  for (const auto* const name : {"printed.log", "error.log", "cache.log"}) {
    if (const std::ifstream file(folder_ / name); file) text << file.rdbuf();
  }
  return text.str();
}

}  // namespace parlor::tests
