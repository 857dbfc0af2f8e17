// GatheredWal: a layer under SQLite that hands the frames of a transaction to the system as one write, at the fsync
// that makes them durable, where SQLite alone writes each page and each page's header. Everything else goes straight
// through. Right only where every commit is fsynced: readers look at a frame after that, never before.
// One for each connection; lives as long.
#pragma once

#include <string>

#include <sqlite3.h>

namespace parlor::store {

class GatheredWal {
 public:
  // Over that layer; empty: the system's.
  explicit GatheredWal(const std::string& real);
  ~GatheredWal();
  GatheredWal(const GatheredWal&) = delete;
  GatheredWal& operator=(const GatheredWal&) = delete;

  // For sqlite3_open_v2.
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  sqlite3_vfs layer_{};
};

}  // namespace parlor::store
