// CommitQueue: the one writer. Its thread drains whatever waits into one transaction, commits, and only then answers;
// while it commits, the next batch gathers by itself. Jobs are submitted from any thread and answered on the writer's.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/ports/store.h"
#include "store/connection/connection.h"
#include "store/sqlite/checkpointer.h"
#include "store/sqlite/writing.h"
#include "store/vault/batch_vault.h"

namespace parlor::store {

class WriteJob {
 public:
  explicit WriteJob(std::vector<ports::KeyOwner> owners) : owners_(std::move(owners)) {}
  virtual ~WriteJob() = default;
  // Perhaps twice: a batch that one of its jobs broke is rolled back and done again, one by one.
  virtual void apply(Writing& writing) = 0;
  // Exactly one of these, once.
  virtual void succeed() = 0;
  virtual void fail(const Error& error) = 0;
  // Whose keys must be durable before it is applied.
  const std::vector<ports::KeyOwner>& owners() const { return owners_; }
  std::chrono::steady_clock::duration age() const { return std::chrono::steady_clock::now() - made_at_; }

 private:
  std::vector<ports::KeyOwner> owners_;
  std::chrono::steady_clock::time_point made_at_ = std::chrono::steady_clock::now();
};

struct CommitOptions {
  std::string file;
  ConnectionOptions connection;
  // The positive control of the durability tests: answers before the commit, which breaks the promise.
  bool answer_before_commit = false;
};

class CommitQueue {
 public:
  // Opens, migrates, claims the sealing and loads the tallies; throws Failure.
  CommitQueue(const CommitOptions& options, BatchVault& vault, Tallies& tallies);
  ~CommitQueue() { close(); }
  CommitQueue(const CommitQueue&) = delete;
  CommitQueue& operator=(const CommitQueue&) = delete;

  // Answers "busy", "closed" or "broken" at once where it cannot be queued.
  void submit(std::unique_ptr<WriteJob> job);
  // No new jobs; those that wait are committed and answered; the thread has ended when this returns.
  void close();
  // After an error that makes the disk untrustworthy: nothing is taken any more, nothing is written any more.
  bool is_broken() const { return broken_; }
  // What the disk said then.
  std::string breakage() const;
  const ports::StoreFigures& figures() const { return figures_; }

 private:
  using Batch = std::vector<std::unique_ptr<WriteJob>>;

  void work();
  Batch next_batch();
  void run(Batch batch);
  void run_one_by_one(Batch batch);
  void prepare_keys(const Batch& batch);
  void apply_and_commit(Batch& batch);
  void succeed(Batch& batch);
  void refuse(Batch& batch, const Error& error);
  void break_off(const std::string& why);
  void count_committed(const Batch& batch);

  const CommitOptions options_;
  BatchVault& vault_;
  Tallies& tallies_;
  Connection connection_;
  KeptRows rows_;
  Checkpointer checkpointer_;

  mutable std::mutex mutex_;
  std::condition_variable waiting_;
  std::deque<std::unique_ptr<WriteJob>> queue_;
  // `waiting` and `refused` under the lock, the others by the writer.
  ports::StoreFigures figures_;
  bool closing_ = false;
  std::atomic<bool> broken_ = false;
  std::string breakage_;
  std::thread thread_;
};

}  // namespace parlor::store
