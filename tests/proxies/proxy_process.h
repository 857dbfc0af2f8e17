// ProxyProcess: a real proxy in front of a server under test: a process of the test's own without privileges, in a
// folder of its own, on a loopback port. The destructor ends it (by its pid) and removes the folder. One test's.
#pragma once

#include <filesystem>
#include <string>
#include <thread>

#include <sys/types.h>

#include "tests/proxies/configurations.h"

namespace parlor::tests {

// Where Debian puts it; empty when it is not installed.
std::string program_of(Proxy proxy);

// Of this machine, free a moment ago.
std::uint16_t free_port();

struct CertificatePlan {
  std::string name = "localhost";
  int days = 10;
};

class ProxyProcess {
 public:
  // On a port that was chosen before, since the server must know it too. Throws when it does not listen in time.
  ProxyProcess(const Configuration& configuration, std::uint16_t port, std::uint16_t parlor,
               const CertificatePlan& certificate = {});
  ~ProxyProcess();
  ProxyProcess(const ProxyProcess&) = delete;
  ProxyProcess& operator=(const ProxyProcess&) = delete;

  std::uint16_t port() const { return port_; }
  std::string ca_file() const { return (folder_ / "chain.pem").string(); }

 private:
  void spawn(Proxy proxy);
  void wait_for_listening() const;
  bool is_alive() const;
  std::string printed() const;

  std::filesystem::path folder_;
  std::uint16_t port_;
  pid_t pid_ = -1;
};

}  // namespace parlor::tests
