// The writing half of a connection, its wheel of time and its end.
#include "base/limits.h"
#include "edge/http/connection.h"

namespace parlor::edge {
namespace {

constexpr std::size_t kPiecesMax = 64;

}  // namespace

void Connection::send(Chunk chunk) {
  if (state_ != State::open) return;
  outbox_.push(std::move(chunk));
  ask_flush();
}

void Connection::ask_flush() {
  if (!flush_asked) edge_->flush_later(shared_from_this());
}

void Connection::flush() {
  flush_asked = false;
  if (state_ == State::closed) return;
  while (!outbox_.empty()) {
    std::array<iovec, kPiecesMax> pieces;
    const auto count = outbox_.peek(pieces);
    const auto [bytes, state] = stream_->write_some(std::span(pieces).first(count));
    if (state == StreamState::ended) return close();
    if (state == StreamState::again) return wait_writable();
    written_at_ = edge_->services.node.clock.steady();
    edge_->counters.bytes_out.add(bytes);
    outbox_.consume(bytes);
  }
  if (drained_) std::exchange(drained_, nullptr)();
  if (state_ == State::finishing) end_sending();
}

void Connection::wait_writable() {
  if (std::exchange(waits_writable_, true)) return;
  stream_->when_writable([weak = weak_from_this()](bool alive) {
    const auto self = weak.lock();
    if (!self) return;
    self->waits_writable_ = false;
    if (alive) self->flush();
  });
}

void Connection::wait_readable() {
  stream_->when_readable([self = shared_from_this()](bool alive) {
    if (!alive) return self->close();
    self->read();
    self->go_on();
  });
}

// Reading on would only pile up more answers for somebody who does not take them.
void Connection::wait_drained() {
  drained_ = [self = shared_from_this()] { self->go_on(); };
  ask_flush();
}

void Connection::finish() {
  if (state_ != State::open) return;
  state_ = State::finishing;
  ask_flush();
}

void Connection::end_sending() {
  if (stream_->end_sending() == StreamState::again) return wait_writable();
  state_ = State::ended;
  since_ = edge_->services.node.clock.steady();
}

void Connection::tick(Time now) {
  if (state_ == State::ended && now - since_ > limits::kCloseWait) return close();
  const bool has_more_to_say = !outbox_.empty() || state_ == State::finishing;
  if (has_more_to_say && now - written_at_ > limits::kWriteStallTime) return close();
  if (state_ != State::open) return;
  if (protocol_) return protocol_->tick(now);
  if (exchange_ || !is_late(now)) return;
  if (!stream_->is_established()) return close();
  if (parser_.busy()) return refuse(408, "the request took too long to arrive");
  finish();
}

bool Connection::is_late(Time now) const {
  const auto waited = now - since_;
  if (!stream_->is_established()) return waited > limits::kHandshakeTime;
  if (!parser_.busy()) return waited > (served_ ? limits::kKeepAliveTime : limits::kRequestTime);
  const auto for_size = std::chrono::seconds(parser_.bytes_taken() / limits::kSlowestBytesPerSecond);
  return waited > limits::kRequestTime + for_size;
}

void Connection::shut_down(Millis after) {
  keep_alive_ = false;
  if (protocol_) return protocol_->shut_down(after);
  if (exchange_) return;
  // Between requests there is nothing to lose.
  if (state_ == State::open && !parser_.busy() && outbox_.empty()) return close();
  finish();
}

void Connection::close() {
  if (state_ == State::closed) return;
  // It may be the last that holds us.
  const auto held = std::exchange(drained_, nullptr);
  state_ = State::closed;
  stream_->close();
  outbox_ = {};
  if (protocol_) protocol_->gone();
  edge_->remove(*this);
  if (!arrival_.counted) return;
  auto& first = *edge_->all.front();
  first.services.worker.post([&first, prefix = prefix_of(arrival_.peer)] {
    const auto found = first.strangers.sockets.find(prefix);
    if (found != first.strangers.sockets.end() && --found->second == 0) first.strangers.sockets.erase(found);
  });
}

}  // namespace parlor::edge
