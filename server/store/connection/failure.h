// Failure: why SQLite said no. Thrown inside the storage adapters and caught at their edge; never leaves them.
#pragma once

#include <exception>
#include <string>

#include "base/error.h"

namespace parlor::store {

class Failure : public std::exception {
 public:
  Failure(int code, std::string text) : code_(code), text_(std::move(text)) {}

  const char* what() const noexcept override { return text_.c_str(); }
  // What one caller asked for was refused; the others of the same transaction may go on without it.
  bool concerns_one() const;
  // The disk or the file can no longer be trusted: after a failed fsync the kernel may have dropped what was written,
  // so that trying again would succeed without being true. A full disk or a busy file is not that.
  bool is_breakage() const;
  // There was no room; nothing was written.
  bool is_full() const;
  Error error() const { return {text_, is_full()}; }
  // The same, saying in which file.
  Failure within(const std::string& file) const { return {code_, file + ": " + text_}; }

 private:
  int code_;
  std::string text_;
};

}  // namespace parlor::store
