#include "edge/http/routes/metrics_text.h"

#include "edge/session/to_wire.h"

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

// Whole units as the decimal number of larger ones: 2500 microseconds are 0.002500 seconds.
std::string scaled(std::uint64_t value, std::uint64_t units) {
  auto text = std::to_string(value / units);
  if (units == 1) return text;
  const auto rest = std::to_string(units + value % units);
  return text.append(".").append(rest.substr(1));
}

template <std::size_t kBounds>
void add_distribution(std::string& out, const Metric& metric, const Distribution<kBounds>& values,
                      std::uint64_t units) {
  describe(out, metric);
  const auto bucket = std::string(metric.name) + "_bucket";
  std::uint64_t count = 0;
  for (std::size_t i = 0; i <= kBounds; ++i) {
    count += values.count(i);
    const auto bound = i < kBounds ? scaled(values.bounds()[i], units) : "+Inf";
    add_labelled(out, bucket, "le=\"" + bound + "\"", count);
  }
  out.append(metric.name).append("_sum ").append(scaled(values.sum(), units)).append("\n");
  out.append(metric.name).append("_count ").append(std::to_string(count)).append("\n");
}

void add_edge(std::string& out, const Totals& totals) {
  add(out, {"parlor_connections", "gauge", "Open connections."}, totals.connections);
  const Metric sessions{"parlor_sessions", "gauge", "Sessions by the way they came in."};
  describe(out, sessions);
  add_labelled(out, sessions.name, R"(transport="websocket")", totals.websocket_sessions);
  add_labelled(out, sessions.name, R"(transport="http")", totals.http_sessions);
  add(out, {"parlor_event_streams", "gauge", "Sessions over HTTP that read server-sent events now."},
      totals.event_streams);
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
}

void add_app(std::string& out, const Totals& totals) {
  add(out, {"parlor_messages_total", "counter", "Messages stored and acknowledged."}, totals.messages);
  add(out, {"parlor_events_total", "counter", "Events stored and published, messages among them."}, totals.events);
  add(out, {"parlor_commands_decided_again_total", "counter", "Commands that met somebody else's change."},
      totals.decided_again);
  const Metric refused{"parlor_commands_refused_total", "counter", "Commands refused, by reason."};
  describe(out, refused);
  for (const auto& [reason, count] : totals.refused)
    add_labelled(out, refused.name, "reason=\"" + std::string(reason) + "\"", count);
  const Metric resumed{"parlor_resumed_topics_total", "counter",
                       "Topics that returning clients named: gone on with, or to be taken anew."};
  describe(out, resumed);
  add_labelled(out, resumed.name, R"(recovered="true")", totals.resumed);
  add_labelled(out, resumed.name, R"(recovered="false")", totals.resumed_anew);
}

void add_store(std::string& out, const ports::StoreFigures& store) {
  add(out, {"parlor_store_waiting", "gauge", "Writes that wait for the next transaction."}, store.waiting.read());
  add(out, {"parlor_store_writes_total", "counter", "Writes committed."}, store.appends.read());
  add(out, {"parlor_store_refused_total", "counter", "Writes not taken: too many waited, or the disk failed."},
      store.refused.read());
  add_distribution(out, {"parlor_store_transaction_writes", "histogram", "Writes committed together."}, store.together,
                   1);
  add_distribution(out, {"parlor_store_write_seconds", "histogram", "From the call until it is durable."},
                   store.append_us, 1'000'000);
}

}  // namespace

void Totals::add(const Counters& counters) {
  connections += counters.connections.read();
  websocket_sessions += counters.websocket_sessions.read();
  http_sessions += counters.http_sessions.read();
  event_streams += counters.event_streams.read();
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

void Totals::add(const app::Figures& figures) {
  events += figures.events.read();
  messages += figures.messages.read();
  decided_again += figures.decided_again.read();
  for (std::size_t i = 0; i < figures.refused.size(); ++i) {
    const auto reason = to_wire(static_cast<Refusal>(i));
    refused[wire::error_kind(reason).reason] += figures.refused[i].read();
  }
  refused[wire::error_kind(wire::Reason::kRateLimited).reason] += figures.rate_limited.read();
  resumed += figures.resumed.read();
  resumed_anew += figures.resumed_anew.read();
}

std::string metrics_text(const Totals& totals) {
  std::string out;
  add_edge(out, totals);
  add_app(out, totals);
  if (totals.store != nullptr) add_store(out, *totals.store);
  add(out, {"process_resident_memory_bytes", "gauge", "Resident memory."}, totals.resident_bytes);
  return out;
}

}  // namespace parlor::edge
