// Worker: one thread that owns one io_context. Connections, sessions and shards live on a worker and are touched only
// there; whoever is elsewhere posts. Workers start together and stop together.
#pragma once

#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include "runtime/task.h"

namespace parlor::runtime {

class Worker;

// While it lives, what its thread posts to workers is gathered; at its end each worker gets its share at once. Whoever
// answers many requests in a row then wakes a worker once, and does not take turns with it over each answer. For a
// thread that is no worker; one at a time.
class Gathering {
 public:
  using Function = std::move_only_function<void()>;

  Gathering();
  ~Gathering();
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;

  // This thread's; null: what it posts goes at once.
  static Gathering* current();
  void add(Worker& worker, Function function);

 private:
  struct Share {
    Worker* worker;
    std::vector<Function> functions;
  };
  std::vector<Share> shares_;
};

class Worker {
 public:
  explicit Worker(std::size_t index) : index_(index), context_(1) {}

  std::size_t index() const { return index_; }
  asio::io_context& context() { return context_; }
  Executor executor() { return context_.get_executor(); }

  // Any thread. The function runs on this worker, after what was posted before from the same thread.
  template <class F>
  void post(F function) {
    if (auto* gathering = Gathering::current()) return gathering->add(*this, std::move(function));
    asio::post(context_, std::move(function));
  }
  // Any thread. At once when called on this worker, else as post.
  template <class F>
  void dispatch(F function) {
    if (auto* gathering = Gathering::current()) return gathering->add(*this, std::move(function));
    asio::dispatch(context_, std::move(function));
  }
  // While no worker runs: destroys what still waits here. What that posts, to whichever worker, never runs.
  void abandon() { context_.abandon(); }

 private:
  // What waits is destroyed before the context is, since dropping it may answer on another worker.
  struct Context : asio::io_context {
    using asio::io_context::io_context;
    void abandon() { shutdown(); }
  };

  std::size_t index_;
  Context context_;
};

class Workers {
 public:
  explicit Workers(std::size_t count);
  ~Workers();

  std::size_t size() const { return workers_.size(); }
  Worker& operator[](std::size_t index) { return *workers_[index]; }

  // Any thread. Starts the threads; each runs until stop().
  void start();
  // Any thread but a worker's. Abandons what still waits and joins.
  void stop();

 private:
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<asio::executor_work_guard<Executor>> guards_;
  std::vector<std::jthread> threads_;
};

}  // namespace parlor::runtime
