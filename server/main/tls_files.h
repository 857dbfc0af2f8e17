// TlsFiles: notices that the certificate or its key on disk is another than before, through links as certbot makes
// them. Asked again and again by one thread; never reads what is in them.
#pragma once

#include <array>
#include <string>

namespace parlor::main {

class TlsFiles {
 public:
  TlsFiles(std::string certificate, std::string key);

  // Once for each change, and not before two questions in a row found the same: the pair is written file by file.
  bool changed();

 private:
  // What tells one file from another: device, inode, size, times. Zeros for one that is not there.
  using Mark = std::array<long long, 7>;
  using Marks = std::array<Mark, 2>;

  static Mark mark_of(const std::string& path);
  Marks look() const { return {mark_of(certificate_), mark_of(key_)}; }

  std::string certificate_;
  std::string key_;
  Marks taken_;
  Marks seen_;
};

}  // namespace parlor::main
