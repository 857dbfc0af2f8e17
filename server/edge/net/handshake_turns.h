// HandshakeTurns: which TLS handshake a worker computes next. A handshake costs as much as a hundred messages, so those
// whose bytes are there stand in a queue, and each turn of the worker's loop takes only a slice of time from it: a
// thousand clients that come back at once wait for one another, and live chats do not wait for them. Belongs to one
// worker.
#pragma once

#include <deque>
#include <functional>

#include "runtime/task.h"

namespace parlor::edge {

class HandshakeTurns {
 public:
  using Turn = std::move_only_function<void()>;

  explicit HandshakeTurns(runtime::Executor executor) : executor_(executor) {}
  HandshakeTurns(const HandshakeTurns&) = delete;
  HandshakeTurns& operator=(const HandshakeTurns&) = delete;

  // Calls back later, never at once.
  void ask(Turn turn);
  // Forgets who waits.
  void clear() { waiting_.clear(); }

 private:
  void run_slice();
  void run_later();

  runtime::Executor executor_;
  std::deque<Turn> waiting_;
};

}  // namespace parlor::edge
