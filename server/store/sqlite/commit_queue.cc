#include "store/sqlite/commit_queue.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "runtime/worker.h"
#include "store/sqlite/directory_tables.h"
#include "store/sqlite/schema.h"

namespace parlor::store {
namespace {

const Error kBusy{"busy: too many writes wait"};
const Error kClosed{"the store is closed"};
const Error kBroken{"the store is broken: an earlier write to the disk failed; restart after the disk is mended"};

ConnectionOptions for_writer(ConnectionOptions options) {
  // The checkpointer does it, off the way of a commit.
  options.auto_checkpoint_pages = 0;
  options.cache_kib = 32 * 1'024;
  options.gathers_wal = true;
  return options;
}

}  // namespace

CommitQueue::CommitQueue(const CommitOptions& options, BatchVault& vault, Tallies& tallies)
    : options_(options),
      vault_(vault),
      tallies_(tallies),
      connection_(options.file, for_writer(options.connection)),
      checkpointer_(options.file, options.connection, connection_) {
  migrate(connection_);
  claim_sealing(connection_, vault.sealing());
  DirectoryTables directory(connection_, vault);
  if (directory.epoch().empty()) directory.renew_epoch();
  tallies_.load(connection_);
  thread_ = std::thread(&CommitQueue::work, this);
}

void CommitQueue::submit(std::unique_ptr<WriteJob> job) {
  const Error* refusal = nullptr;
  {
    const std::scoped_lock lock(mutex_);
    if (broken_) {
      refusal = &kBroken;
    } else if (closing_) {
      refusal = &kClosed;
    } else if (queue_.size() >= limits::kAppendsWaitingMax) {
      refusal = &kBusy;
    } else {
      queue_.push_back(std::move(job));
    }
    if (refusal) figures_.refused.add();
    figures_.waiting.set(queue_.size());
  }
  if (refusal) {
    job->fail(*refusal);  // NOLINT(bugprone-use-after-move): one that is refused was not queued
  } else {
    waiting_.notify_one();
  }
}

void CommitQueue::close() {
  {
    const std::scoped_lock lock(mutex_);
    closing_ = true;
  }
  waiting_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void CommitQueue::work() {
  for (auto batch = next_batch(); !batch.empty(); batch = next_batch()) {
    run(std::move(batch));
    if (checkpointer_.failed()) break_off("a checkpoint failed");
  }
  checkpointer_.close();
}

// Empty only when it closes.
CommitQueue::Batch CommitQueue::next_batch() {
  std::unique_lock lock(mutex_);
  waiting_.wait(lock, [this] { return closing_ || !queue_.empty(); });
  const auto count = std::min(queue_.size(), limits::kAppendsPerTransactionMax);
  Batch batch;
  batch.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    batch.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  figures_.waiting.set(queue_.size());
  return batch;
}

void CommitQueue::run(Batch batch) {
  if (broken_) return refuse(batch, kBroken);
  try {
    prepare_keys(batch);
    apply_and_commit(batch);
  } catch (const Failure& failure) {
    rows_.forget_all();
    if (failure.is_breakage()) break_off(failure.what());
    if (failure.concerns_one() && batch.size() > 1) return run_one_by_one(std::move(batch));
    return refuse(batch, failure.error());
  }
  count_committed(batch);
  if (options_.answer_before_commit) return;
  succeed(batch);
  checkpointer_.after_commit();
}

void CommitQueue::run_one_by_one(Batch batch) {
  for (auto& job : batch) {
    Batch alone;
    alone.push_back(std::move(job));
    run(std::move(alone));
  }
}

void CommitQueue::prepare_keys(const Batch& batch) {
  std::vector<ports::KeyOwner> owners;
  for (const auto& job : batch)
    owners.insert(owners.end(), job->owners().begin(), job->owners().end());
  vault_.prepare(owners);
}

void CommitQueue::apply_and_commit(Batch& batch) {
  std::vector<TallyMove> moves;
  Writing writing{connection_, vault_, tallies_, moves, rows_};
  Transaction transaction(connection_);
  for (auto& job : batch)
    job->apply(writing);
  if (options_.answer_before_commit) succeed(batch);
  transaction.commit();
  tallies_.apply(moves);
}

// What was written and not fsynced may be gone or not: a second try, or a checkpoint, would take the disk's word for
// it.
void CommitQueue::break_off(const std::string& why) {
  const std::scoped_lock lock(mutex_);
  if (broken_.exchange(true)) return;
  breakage_ = why;
  checkpointer_.distrust();
  connection_.distrust();
  vault_.distrust_disk();
}

std::string CommitQueue::breakage() const {
  const std::scoped_lock lock(mutex_);
  return breakage_;
}

void CommitQueue::count_committed(const Batch& batch) {
  figures_.appends.add(batch.size());
  figures_.together.add(batch.size());
  for (const auto& job : batch) {
    const auto age = std::chrono::duration_cast<std::chrono::microseconds>(job->age());
    figures_.append_us.add(static_cast<std::uint64_t>(age.count()));
  }
}

void CommitQueue::succeed(Batch& batch) {
  const runtime::Gathering answers;
  for (auto& job : batch)
    job->succeed();
}

void CommitQueue::refuse(Batch& batch, const Error& error) {
  for (auto& job : batch)
    job->fail(error);
}

}  // namespace parlor::store
