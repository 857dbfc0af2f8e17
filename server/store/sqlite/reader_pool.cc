#include "store/sqlite/reader_pool.h"

#include "base/limits.h"

namespace parlor::store {

ReaderPool::ReaderPool(const std::string& file, ConnectionOptions options, std::size_t readers) {
  options.read_only = true;
  options.auto_checkpoint_pages = 0;
  options.cache_kib = 4 * 1'024;
  for (std::size_t i = 0; i < readers; ++i)
    connections_.push_back(std::make_unique<Connection>(file, options));
  for (const auto& connection : connections_)
    threads_.emplace_back(&ReaderPool::work, this, std::ref(*connection));
}

void ReaderPool::ask(Question question) {
  const char* refusal = nullptr;
  {
    const std::scoped_lock lock(mutex_);
    if (closing_) {
      refusal = "the store is closed";
    } else if (questions_.size() >= limits::kAppendsWaitingMax) {
      refusal = "busy: too many reads wait";
    } else {
      questions_.push_back(std::move(question));
    }
  }
  if (refusal) {
    question(fail(refusal));
  } else {
    waiting_.notify_one();
  }
}

void ReaderPool::close() {
  {
    const std::scoped_lock lock(mutex_);
    closing_ = true;
  }
  waiting_.notify_all();
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void ReaderPool::work(Connection& connection) {
  std::unique_lock lock(mutex_);
  for (;;) {
    waiting_.wait(lock, [this] { return closing_ || !questions_.empty(); });
    if (questions_.empty()) return;
    auto question = std::move(questions_.front());
    questions_.pop_front();
    lock.unlock();
    question(&connection);
    question = nullptr;
    lock.lock();
  }
}

}  // namespace parlor::store
