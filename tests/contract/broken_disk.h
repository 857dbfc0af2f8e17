// BrokenDisk: a layer over SQLite's own file system that counts fsyncs and, when told, fails them or reports a full
// disk. Registered under a name of its own while it lives; one at a time. Its switches may be used from any thread.
#pragma once

#include <atomic>
#include <string>

#include <sqlite3.h>

namespace parlor::store::contract {

class BrokenDisk {
 public:
  BrokenDisk();
  ~BrokenDisk();
  BrokenDisk(const BrokenDisk&) = delete;
  BrokenDisk& operator=(const BrokenDisk&) = delete;

  static std::string name() { return "parlor-broken-disk"; }

  // Of write-ahead logs alone.
  std::atomic<int> log_syncs = 0;
  std::atomic<bool> sync_fails = false;
  std::atomic<bool> is_full = false;

 private:
  sqlite3_vfs layer_{};
};

}  // namespace parlor::store::contract
