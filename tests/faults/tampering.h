// Tampering: the test's end of the shim (shim.h): it makes the shared file, says how to start a server with the shim in
// it, and does to the files what a power cut does. One test's; it outlives the server's runs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/faults/shim.h"

namespace parlor::tests {

class Tampering {
 public:
  Tampering();
  ~Tampering();
  Tampering(const Tampering&) = delete;
  Tampering& operator=(const Tampering&) = delete;

  Controls& operator*() { return *controls_; }
  Controls* operator->() { return controls_; }
  // For ServerSettings.
  [[nodiscard]] std::vector<std::string> environment() const;

  // After the process was killed: takes away what it wrote to its logs and did not fsync. The bytes that it took.
  std::int64_t cut_power(const std::filesystem::path& data);

 private:
  std::filesystem::path file_;
  Controls* controls_ = nullptr;
};

}  // namespace parlor::tests
