#include "tests/faults/tampering.h"

#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace parlor::tests {
namespace {

Controls* map_new_file(std::string& pattern) {
  const int descriptor = mkstemp(pattern.data());
  if (descriptor < 0 || ftruncate(descriptor, sizeof(Controls)) != 0) throw std::runtime_error("no file to share");
  void* mapped = mmap(nullptr, sizeof(Controls), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  close(descriptor);
  if (mapped == MAP_FAILED) throw std::runtime_error("no memory to share");
  return static_cast<Controls*>(mapped);
}

std::int64_t take_away(Unsynced& log, const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CLOEXEC);
  std::int64_t taken = 0;
  for (std::uint32_t index = 0; descriptor >= 0 && index < log.count; ++index) {
    const auto& [offset, bytes] = log.ranges[index];
    const std::string zeros(static_cast<std::size_t>(bytes), '\0');
    taken += pwrite(descriptor, zeros.data(), zeros.size(), offset);
  }
  if (descriptor >= 0) close(descriptor);
  log.count = 0;
  return taken;
}

}  // namespace

Tampering::Tampering() {
  std::string pattern = std::filesystem::temp_directory_path() / "parlor-shim-XXXXXX";
  controls_ = map_new_file(pattern);
  file_ = pattern;
}

Tampering::~Tampering() {
  munmap(controls_, sizeof(Controls));
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

std::vector<std::string> Tampering::environment() const {
  return {"LD_PRELOAD=" PARLOR_SHIM, std::string(kControlsVariable) + "=" + file_.string()};
}

std::int64_t Tampering::cut_power(const std::filesystem::path& data) {
  return take_away(controls_->messages, data / "parlor.sqlite-wal") +
         take_away(controls_->keys, data / "keys.sqlite-wal");
}

}  // namespace parlor::tests
