#include "edge/http/routes/metrics_text.h"

namespace parlor::edge {
namespace {

struct Metric {
  std::string_view name;
  std::string_view kind;
  std::string_view help;
};

void describe(std::string& out, const Metric& metric) {
  out.append("# HELP ").append(metric.name).append(" ").append(metric.help);
  out.append("\n# TYPE ").append(metric.name).append(" ").append(metric.kind).append("\n");
}

void add(std::string& out, const Metric& metric, std::uint64_t value) {
  describe(out, metric);
  out.append(metric.name).append(" ").append(std::to_string(value)).append("\n");
}

void add_labelled(std::string& out, std::string_view name, const std::string& label, std::uint64_t value) {
  out.append(name).append("{").append(label).append("} ").append(std::to_string(value)).append("\n");
}

}  // namespace

void Totals::add(const Counters& counters) {
  connections += counters.connections.read();
  websocket_sessions += counters.websocket_sessions.read();
  http_sessions += counters.http_sessions.read();
  accepted += counters.accepted.read();
  bytes_in += counters.bytes_in.read();
  bytes_out += counters.bytes_out.read();
  requests += counters.requests.read();
  for (std::size_t i = 0; i < responses.size(); ++i)
    responses[i] += counters.responses[i].read();
  frames_in += counters.frames_in.read();
  frames_out += counters.frames_out.read();
  slow_consumers += counters.slow_consumers.read();
  refused_sockets += counters.refused_sockets.read();
}

std::string metrics_text(const Totals& totals) {
  std::string out;
  add(out, {"parlor_connections", "gauge", "Open connections."}, totals.connections);
  const Metric sessions{"parlor_sessions", "gauge", "Sessions by the way they came in."};
  describe(out, sessions);
  add_labelled(out, sessions.name, R"(transport="websocket")", totals.websocket_sessions);
  add_labelled(out, sessions.name, R"(transport="http")", totals.http_sessions);
  add(out, {"parlor_connections_accepted_total", "counter", "Connections accepted."}, totals.accepted);
  add(out, {"parlor_connections_refused_total", "counter", "Connections refused: too many from one address."},
      totals.refused_sockets);
  add(out, {"parlor_received_bytes_total", "counter", "Bytes read from sockets."}, totals.bytes_in);
  add(out, {"parlor_sent_bytes_total", "counter", "Bytes written to sockets."}, totals.bytes_out);
  add(out, {"parlor_http_requests_total", "counter", "HTTP requests."}, totals.requests);
  const Metric responses{"parlor_http_responses_total", "counter", "HTTP responses by the class of their status."};
  describe(out, responses);
  for (std::size_t i = 1; i < totals.responses.size(); ++i) {
    add_labelled(out, responses.name, "class=\"" + std::to_string(i) + "xx\"", totals.responses[i]);
  }
  add(out, {"parlor_frames_received_total", "counter", "Frames and batches from clients."}, totals.frames_in);
  add(out, {"parlor_frames_sent_total", "counter", "Frames to clients."}, totals.frames_out);
  add(out, {"parlor_slow_consumers_total", "counter", "Sessions ended because they read too slowly."},
      totals.slow_consumers);
  add(out, {"process_resident_memory_bytes", "gauge", "Resident memory."}, totals.resident_bytes);
  return out;
}

}  // namespace parlor::edge
