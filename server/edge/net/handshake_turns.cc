#include "edge/net/handshake_turns.h"

#include <chrono>

#include <boost/asio/post.hpp>

#include "edge/limits.h"

namespace parlor::edge {

using Clock = std::chrono::steady_clock;

void HandshakeTurns::ask(Turn turn) {
  waiting_.push_back(std::move(turn));
  if (waiting_.size() == 1) run_later();
}

void HandshakeTurns::run_later() {
  runtime::asio::post(executor_, [this] { run_slice(); });
}

void HandshakeTurns::run_slice() {
  const auto until = Clock::now() + limits::kHandshakeSlice;
  while (!waiting_.empty()) {
    auto turn = std::exchange(waiting_.front(), nullptr);
    // It leaves the queue afterwards, so that whoever asks meanwhile does not start a second round.
    if (turn) turn();
    if (!waiting_.empty()) waiting_.pop_front();
    if (Clock::now() >= until) break;
  }
  if (!waiting_.empty()) run_later();
}

}  // namespace parlor::edge
