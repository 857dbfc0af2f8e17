// DataLock: one server on a data folder. Two would each believe to be the only writer. Held until it goes, or the
// process does.
#pragma once

#include <string>

#include "base/error.h"

namespace parlor::main {

class DataLock {
 public:
  // Makes the folder's lock file; an error if another server holds it.
  static Result<DataLock> take(const std::string& data_folder);
  DataLock(DataLock&& other) noexcept;
  DataLock& operator=(DataLock&&) = delete;
  ~DataLock();

 private:
  explicit DataLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace parlor::main
