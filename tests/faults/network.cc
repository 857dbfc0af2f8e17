#include "tests/faults/network.h"

#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <unistd.h>

namespace parlor::tests {
namespace {

bool runs(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;  // NOLINT(cert-env33-c,concurrency-mt-unsafe)
}

void run(const std::string& command) {
  if (!runs(command)) throw std::runtime_error("failed: " + command);
}

}  // namespace

std::string PrivateNetwork::why_not() {
  if (geteuid() != 0) return "a network of its own needs root";
  if (!runs("unshare --net true")) return "this machine gives nobody a network of their own";
  if (!runs("unshare --net iptables -w -A INPUT -m statistic --mode random --probability 0.5 -j DROP"))
    return "iptables with its statistic module is missing";
  return {};
}

PrivateNetwork::PrivateNetwork() : former_(open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)) {
  if (former_ < 0 || unshare(CLONE_NEWNET) != 0) throw std::runtime_error("no network of its own");
  run("ip link set lo up");
}

PrivateNetwork::~PrivateNetwork() {
  setns(former_, CLONE_NEWNET);
  close(former_);
}

// What comes in has gone out: one chain sees both ways.
void PrivateNetwork::lose(double share) const {
  heal();
  run(fmt::format("iptables -w -A INPUT -i lo -m statistic --mode random --probability {:.3f} -j DROP", share));
}

void PrivateNetwork::make_vanish(std::uint16_t port) const {
  run(fmt::format("iptables -w -A INPUT -i lo -p tcp --dport {} -j DROP", port));
  run(fmt::format("iptables -w -A INPUT -i lo -p tcp --sport {} -j DROP", port));
}

void PrivateNetwork::heal() const {
  run("iptables -w -F INPUT");
}

}  // namespace parlor::tests
