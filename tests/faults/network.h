// PrivateNetwork: a network of this thread's own, with nothing in it but a loopback that can be made bad. Processes and
// threads begun while it lives are in it as well; its end takes the thread back and the network with it. Needs root.
#pragma once

#include <cstdint>
#include <string>

namespace parlor::tests {

class PrivateNetwork {
 public:
  // Why it cannot be had here; empty when it can.
  static std::string why_not();

  PrivateNetwork();
  ~PrivateNetwork();
  PrivateNetwork(const PrivateNetwork&) = delete;
  PrivateNetwork& operator=(const PrivateNetwork&) = delete;

  // Drops this share of all packets, both ways.
  void lose(double share) const;
  // Whoever has this port is not there any more, and nobody is told.
  void make_vanish(std::uint16_t port) const;
  void heal() const;

 private:
  int former_;
};

}  // namespace parlor::tests
