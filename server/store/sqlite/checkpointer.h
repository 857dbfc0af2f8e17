// Checkpointer: moves committed pages from the WAL into the database on a thread and connection of its own, so that no
// commit waits for it. While commits go on, a checkpoint never catches up with the last of them; the writer then does
// the small rest between two transactions, after which SQLite starts the WAL from its beginning again. `after_commit`
// is called by the writer's thread only.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "store/connection/connection.h"

namespace parlor::store {

class Checkpointer {
 public:
  Checkpointer(const std::string& file, ConnectionOptions options, Connection& writer);
  ~Checkpointer() { close(); }
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  void after_commit();
  // A checkpoint met an error of the disk: what it wrote may be lost, and must not be taken for written later.
  bool failed() const { return failed_; }
  // The writer met one: no more checkpoints, the last included.
  void distrust() { failed_ = true; }
  // Ends the thread; the writer's connection then empties the WAL, unless the disk failed.
  void close();

 private:
  static int count_pages(void* self, sqlite3*, const char*, int pages);
  void work();
  // How many pages of the WAL it left; none when it failed or another checkpoint is under way.
  std::optional<int> checkpoint(Connection& connection, int mode);

  Connection& writer_;
  Connection connection_;
  int pages_ = 0;
  std::atomic<bool> rest_due_ = false;
  std::atomic<bool> failed_ = false;

  std::mutex mutex_;
  std::condition_variable waiting_;
  bool wanted_ = false;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace parlor::store
