#include "edge/doctor/probe_stream.h"

#include "edge/limits.h"
#include "wire/http/response_writer.h"
#include "wire/http/sse.h"

namespace parlor::edge {

ProbeStream::ProbeStream(Connection& connection, Plan plan)
    : connection_(connection),
      plan_(std::move(plan)),
      since_(connection.edge().services.node.clock.steady()),
      written_at_(since_) {}

void ProbeStream::tick(Time now) {
  if (now - since_ >= plan_.hold) return end();
  if (now - written_at_ < limits::kStreamHeartbeat) return;
  written_at_ = now;
  std::string comment;
  wire::http::append_comment(comment, "still here");
  write(std::move(comment));
}

void ProbeStream::write_event(std::uint64_t number) {
  std::string event;
  wire::http::append_event(event, number, plan_.event);
  write(std::move(event));
}

void ProbeStream::write(std::string bytes) {
  if (!plan_.chunked) return connection_.send(chunk_of(std::move(bytes)));
  std::string chunk;
  wire::http::append_chunk(chunk, bytes);
  connection_.send(chunk_of(std::move(chunk)));
}

void ProbeStream::end() {
  if (connection_.is_finishing()) return;
  write_event(2);
  std::string last;
  if (plan_.chunked) wire::http::append_last_chunk(last);
  connection_.send(chunk_of(std::move(last)));
  connection_.finish();
}

}  // namespace parlor::edge
