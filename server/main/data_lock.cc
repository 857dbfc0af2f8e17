#include "main/data_lock.h"

#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace parlor::main {

Result<DataLock> DataLock::take(const std::string& data_folder) {
  const auto path = data_folder + "/serving.lock";
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return fail("cannot open " + path);
  DataLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) return fail("another server runs on " + data_folder);
  return lock;
}

DataLock::DataLock(DataLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

DataLock::~DataLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace parlor::main
