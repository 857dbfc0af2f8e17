#include "store/sqlite/checkpointer.h"

#include <sys/resource.h>
#include <unistd.h>

namespace parlor::store {
namespace {

// 64 MiB: pages that change again and again are copied once; a restart reads as much at most twice.
constexpr int kPagesWanted = 16'384;
// What may be left to the writer, for whose fsync of the database every commit waits.
constexpr int kRestPagesMax = 256;
// Each pass leaves what was committed during it, so that a few are enough unless the disk cannot follow at all.
constexpr int kPassesMax = 4;
// Of the thread alone, which is what Linux does with a thread's id.
constexpr int kNiceness = 10;

ConnectionOptions for_checkpoints(ConnectionOptions options) {
  options.auto_checkpoint_pages = 0;
  options.cache_kib = 64;
  return options;
}

}  // namespace

Checkpointer::Checkpointer(const std::string& file, ConnectionOptions options, Connection& writer)
    : writer_(writer), connection_(file, for_checkpoints(std::move(options))) {
  sqlite3_wal_hook(writer_.handle(), &Checkpointer::count_pages, this);
  thread_ = std::thread(&Checkpointer::work, this);
}

int Checkpointer::count_pages(void* self, sqlite3*, const char*, int pages) {
  static_cast<Checkpointer*>(self)->pages_ = pages;
  return SQLITE_OK;
}

void Checkpointer::after_commit() {
  if (pages_ < kPagesWanted) return;
  if (rest_due_.exchange(false)) {
    checkpoint(writer_, SQLITE_CHECKPOINT_PASSIVE);
    return;
  }
  {
    const std::scoped_lock lock(mutex_);
    if (wanted_) return;
    wanted_ = true;
  }
  waiting_.notify_one();
}

void Checkpointer::work() {
  // On a machine that is busy, whoever waits for an answer goes first.
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNiceness);
  std::unique_lock lock(mutex_);
  for (;;) {
    waiting_.wait(lock, [this] { return closing_ || wanted_; });
    if (closing_) return;
    lock.unlock();
    for (int pass = 0; pass < kPassesMax; ++pass) {
      const auto rest = checkpoint(connection_, SQLITE_CHECKPOINT_PASSIVE);
      if (!rest || *rest <= kRestPagesMax) break;
    }
    rest_due_ = true;
    lock.lock();
    wanted_ = false;
  }
}

std::optional<int> Checkpointer::checkpoint(Connection& connection, int mode) {
  if (failed_) return std::nullopt;
  int pages = 0;
  int copied = 0;
  const int code = sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, mode, &pages, &copied);
  if (Failure(code, "").is_breakage()) failed_ = true;
  return code == SQLITE_OK ? std::optional(pages - copied) : std::nullopt;
}

void Checkpointer::close() {
  {
    const std::scoped_lock lock(mutex_);
    if (closing_) return;
    closing_ = true;
  }
  waiting_.notify_one();
  thread_.join();
  checkpoint(writer_, SQLITE_CHECKPOINT_TRUNCATE);
}

}  // namespace parlor::store
