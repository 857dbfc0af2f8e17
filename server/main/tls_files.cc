#include "main/tls_files.h"

#include <utility>

#include <sys/stat.h>

namespace parlor::main {

TlsFiles::TlsFiles(std::string certificate, std::string key)
    : certificate_(std::move(certificate)), key_(std::move(key)), taken_(look()), seen_(taken_) {}

TlsFiles::Mark TlsFiles::mark_of(const std::string& path) {
  struct stat found{};
  if (stat(path.c_str(), &found) != 0) return {};
  return {static_cast<long long>(found.st_dev),
          static_cast<long long>(found.st_ino),
          found.st_size,
          found.st_mtim.tv_sec,
          found.st_mtim.tv_nsec,
          found.st_ctim.tv_sec,
          found.st_ctim.tv_nsec};
}

bool TlsFiles::changed() {
  const auto now = look();
  const bool has_settled = std::exchange(seen_, now) == now;
  if (!has_settled || now == taken_) return false;
  taken_ = now;
  return true;
}

}  // namespace parlor::main
