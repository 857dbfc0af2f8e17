// The two ways in which SqliteStore answers: a question on a reader's thread, a job on the writer's. Failures become
// errors here.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/ports/callback.h"
#include "store/sqlite/commit_queue.h"
#include "store/sqlite/reader_pool.h"

namespace parlor::store {

template <class T, class Apply>
class Write final : public WriteJob {
 public:
  Write(std::vector<ports::KeyOwner> owners, ports::Callback<T> done, Apply apply)
      : WriteJob(std::move(owners)), done_(std::move(done)), apply_(std::move(apply)) {}

  void apply(Writing& writing) override { outcome_ = apply_(writing); }
  void succeed() override { done_(*std::move(outcome_)); }
  void fail(const Error& error) override { done_(std::unexpected(error)); }

 private:
  ports::Callback<T> done_;
  Apply apply_;
  std::optional<T> outcome_;
};

template <class T, class Apply>
void write_with(CommitQueue& queue, std::vector<ports::KeyOwner> owners, ports::Callback<T> done, Apply apply) {
  queue.submit(std::make_unique<Write<T, Apply>>(std::move(owners), std::move(done), std::move(apply)));
}

template <class T, class Ask>
Result<T> answer_from(Result<Connection*> connection, Ask& ask) {
  if (!connection) return std::unexpected(connection.error());
  try {
    return ask(**connection);
  } catch (const Failure& failure) {
    return std::unexpected(failure.error());
  }
}

template <class T, class Ask>
void read_with(ReaderPool& readers, ports::Callback<T> done, Ask ask) {
  readers.ask([done = std::move(done), ask = std::move(ask)](Result<Connection*> connection) mutable {
    done(answer_from<T>(std::move(connection), ask));
  });
}

}  // namespace parlor::store
