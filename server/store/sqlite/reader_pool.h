// ReaderPool: a few threads, each with a connection that only reads, and one queue of questions. A question is answered
// on a reader's thread; it sees everything that was committed before it was asked.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "store/connection/connection.h"

namespace parlor::store {

class ReaderPool {
 public:
  // With an error instead of a connection it must answer that error.
  using Question = std::move_only_function<void(Result<Connection*>)>;

  ReaderPool(const std::string& file, ConnectionOptions options, std::size_t readers);
  ~ReaderPool() { close(); }
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;

  void ask(Question question);
  // No new questions; those that wait are answered; the threads have ended when this returns.
  void close();

 private:
  void work(Connection& connection);

  std::vector<std::unique_ptr<Connection>> connections_;
  std::mutex mutex_;
  std::condition_variable waiting_;
  std::deque<Question> questions_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace parlor::store
