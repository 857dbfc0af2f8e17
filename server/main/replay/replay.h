// `parlor replay`: the options and the way in. Runs on the calling thread until all is said.
#pragma once

#include <cstddef>
#include <string>

namespace parlor::main {

struct ReplayOptions {
  std::string server;
  std::string ca_file;  // empty: the system's authorities
  std::string from;
  std::string token;  // empty: signs in as Ada, if it is the demo on this machine
  std::string inbox = "demo";
  double speed = 0;  // turns a second in each conversation; 0: as fast as they go
  std::size_t parallel = 50;
};

// The process' exit code.
int run_replay(const ReplayOptions& options);

}  // namespace parlor::main
