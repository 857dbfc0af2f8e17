#include "store/sqlite/checkpointer.h"

namespace parlor::store {
namespace {

// 32 MiB: pages that change again and again are copied once; a restart reads as much at most twice.
constexpr int kPagesWanted = 8'192;

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
  std::unique_lock lock(mutex_);
  for (;;) {
    waiting_.wait(lock, [this] { return closing_ || wanted_; });
    if (closing_) return;
    lock.unlock();
    checkpoint(connection_, SQLITE_CHECKPOINT_PASSIVE);
    rest_due_ = true;
    lock.lock();
    wanted_ = false;
  }
}

bool Checkpointer::checkpoint(Connection& connection, int mode) {
  if (failed_) return false;
  const int code = sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, mode, nullptr, nullptr);
  if (Failure(code, "").is_breakage()) failed_ = true;
  return code == SQLITE_OK;
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
