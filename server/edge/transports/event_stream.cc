#include "edge/transports/event_stream.h"

#include "base/limits.h"
#include "wire/http/response_writer.h"
#include "wire/http/sse.h"

namespace parlor::edge {

EventStream::EventStream(Connection& connection, std::shared_ptr<HttpSession> session, std::uint64_t after,
                         bool chunked)
    : connection_(connection),
      session_(std::move(session)),
      sent_(after),
      written_at_(connection.edge().services.node.clock.steady()),
      chunked_(chunked) {
  connection_.edge().counters.event_streams.add();
}

EventStream::~EventStream() {
  gone();
  connection_.edge().counters.event_streams.sub();
}

void EventStream::begin() {
  if (!session_->attach(*this, sent_)) return over();
  units_came();
  // It ended before, and there will be no more than this.
  if (session_ && session_->is_ended()) over();
}

void EventStream::units_came() {
  while (session_ && connection_.unsent_bytes() < limits::kUnsentBeforeReadingBytes) {
    const auto* frame = session_->units().next(sent_);
    if (frame == nullptr) return;
    ++sent_;
    std::string event;
    wire::http::append_event(event, sent_, session_->text_of(sent_, *frame));
    session_->handed_out(sent_);
    write(std::move(event));
  }
}

void EventStream::over() {
  if (!session_) return;
  units_came();
  session_->detach(*this);
  session_.reset();
  std::string end;
  if (chunked_) wire::http::append_last_chunk(end);
  connection_.send(chunk_of(std::move(end)));
  connection_.finish();
}

void EventStream::write(std::string event) {
  written_at_ = connection_.edge().services.node.clock.steady();
  if (!chunked_) return connection_.send(chunk_of(std::move(event)));
  std::string chunk;
  wire::http::append_chunk(chunk, event);
  connection_.send(chunk_of(std::move(chunk)));
}

// A client that reads events has nothing to say on this connection.
void EventStream::receive(std::span<char>) {
  over();
}

void EventStream::gone() {
  if (session_) session_->detach(*this);
  session_.reset();
}

// Nothing comes back on a stream but the other system's word that it has what we sent.
void EventStream::listen(Time now) {
  const auto confirmed = connection_.confirmed_bytes();
  if (std::exchange(confirmed_bytes_, confirmed) != confirmed) heard_at_ = now;
}

void EventStream::tick(Time now) {
  listen(now);
  units_came();
  if (now - written_at_ < limits::kStreamHeartbeat) return;
  std::string comment;
  wire::http::append_comment(comment, "still here");
  write(std::move(comment));
}

// Its session is told, and tells us.
void EventStream::shut_down(Millis) {}

}  // namespace parlor::edge
