#include "main/doctor/probes.h"

#include <cctype>

#include <fmt/format.h>

#include "wire/generated/limits.h"
#include "wire/generated/rest.h"
#include "wire/http/syntax.h"
#include "wire/json/reader.h"

namespace parlor::doctor {
namespace {

using namespace std::chrono_literals;

// A transport that has not delivered by now would have lost the race against the next.
constexpr auto kDeliveryWait = 5s;
constexpr auto kEventsHold = 8s;
constexpr auto kHeartbeatWait = 40s;
constexpr auto kQuietTime = 27s;
constexpr auto kPollTime = 25s;
// More than a compressed stream's own head, less than any first event.
constexpr std::size_t kEventBytesMin = 64;

std::optional<wire::DoctorArrival> read_arrival(std::string_view text) {
  wire::Parser parser(wire::kServerFrameBytesMax);
  auto arrival = wire::decode_text<wire::DoctorArrival>(parser, text);
  return arrival ? std::optional(std::move(*arrival)) : std::nullopt;
}

std::optional<wire::DoctorArrival> arrival_in(const std::optional<wire::http::Response>& answer) {
  return answer && answer->status == 200 ? read_arrival(answer->body) : std::nullopt;
}

std::string status_of(const std::optional<wire::http::Response>& answer) {
  return answer ? fmt::format("status {}", answer->status) : "no answer";
}

std::string seconds_since(Clock::time_point start) {
  return fmt::format("{}", std::chrono::round<std::chrono::seconds>(Clock::now() - start).count());
}

std::string lower(std::string text) {
  for (auto& letter : text)
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

std::string_view word_for(TlsFault fault) {
  switch (fault) {
    case TlsFault::expired:
      return "expired";
    case TlsFault::other_name:
      return "other_name";
    case TlsFault::untrusted:
      return "untrusted";
    case TlsFault::failed:
      break;
  }
  return "failed";
}

Facts of_fault(const Line::Fault& fault) {
  Facts facts;
  auto& connection = facts.seen["connection"];
  switch (fault.what) {
    case LineFault::unknown_name:
      connection = "unknown_name";
      break;
    case LineFault::silent:
      connection = "silent";
      break;
    case LineFault::refused:
    case LineFault::tunnel_refused:
      connection = "refused";
      break;
    case LineFault::tls:
      connection = "ok";
      facts.seen["tls"] = word_for(fault.tls);
      break;
  }
  return facts;
}

std::string compare(const std::optional<std::string>& seen, const std::string& sent) {
  if (!seen) return "stripped";
  return *seen == sent ? "same" : "changed";
}

// One request on a line of its own.
std::optional<wire::http::Response> ask(const Way& way, const Question& question, Clock::time_point deadline) {
  auto line = Line::open(way);
  if (!line) return std::nullopt;
  send_question(**line, way, question);
  return receive_answer(**line, deadline);
}

Question post(std::string target, std::string body) {
  Question question{.method = "POST", .target = std::move(target), .body = std::move(body)};
  question.headers.add("Content-Type", "application/octet-stream");
  return question;
}

}  // namespace

Facts probe_connection(Way& way) {
  Facts facts;
  const auto line = Line::open(way);
  if (line) {
    facts.seen = {{"connection", "ok"}, {"tls", way.is_https() ? "ok" : "none"}};
  } else {
    facts = of_fault(line.error());
    if (line.error().what == LineFault::tls && line.error().tls != TlsFault::failed) way.verify = false;
  }
  facts.figures = {{"address", wire::http::to_text(way.server)}, {"host_name", way.server.host}};
  return facts;
}

Facts probe_arrival(const Way& way) {
  Facts facts;
  Question question{.target = "/realtime/doctor"};
  const auto origin = wire::http::to_text(way.server);
  question.headers.add("Origin", origin);
  const auto answer = ask(way, question, Clock::now() + kAnswerWait);
  const auto arrival = arrival_in(answer);
  facts.figures["server_status"] = status_of(answer);
  facts.seen["server"] = arrival ? "parlor" : answer ? "other" : "failed";
  if (!arrival) return facts;
  facts.seen["http_version"] = arrival->http_version;
  facts.seen["public_url"] = arrival->public_url == origin ? "same" : "other";
  facts.seen["origin"] = compare(arrival->origin, origin);
  facts.seen["host"] = compare(arrival->host, way.authority()) == "same" ? "same" : "changed";
  facts.seen["forwarded"] = !arrival->forwarded ? "none" : arrival->proxy_trusted ? "trusted" : "untrusted";
  facts.figures["public_url"] = arrival->public_url;
  facts.figures["origin_seen"] = arrival->origin.value_or("nothing");
  facts.figures["host_seen"] = arrival->host.value_or("nothing");
  return facts;
}

Facts probe_websocket(const Way& way) {
  Facts facts;
  auto& websocket = facts.seen["websocket"];
  websocket = "failed";
  auto line = Line::open_tunnel(way);
  if (!line) return facts;
  const auto handshake = shake_hands(**line, way, {"/realtime", wire::http::to_text(way.server)});
  facts.figures["websocket_status"] = status_of(handshake.answer);
  if (!handshake.is_open()) return facts;
  if (!handshake.names_subprotocol()) {
    websocket = "unnamed";
    return facts;
  }
  Frames frames(**line);
  const auto first = frames.receive(Clock::now() + kDeliveryWait);
  websocket = first && first->find("session.ready") != std::string::npos ? "ok" : "silent";
  return facts;
}

namespace {

void tell_upgrade(const std::optional<wire::DoctorArrival>& arrival, Facts& facts) {
  if (!arrival) {
    facts.seen["upgrade"] = "lost";
    return;
  }
  const bool upgrade = lower(arrival->upgrade.value_or("")) == "websocket";
  const bool connection = lower(arrival->connection.value_or("")).find("upgrade") != std::string::npos;
  facts.seen["upgrade"] = upgrade && connection ? "passed" : "stripped";
  facts.seen["subprotocol"] = arrival->websocket_protocol ? "passed" : "stripped";
}

// Waits for the heartbeat of a WebSocket on which nothing else happens.
void tell_quiet_websocket(Frames& frames, Facts& facts) {
  const auto start = Clock::now();
  const auto beat = frames.receive(start + kHeartbeatWait);
  facts.seen["quiet_websocket"] = beat ? "ok" : "cut";
  if (!beat) facts.figures["quiet_websocket_s"] = seconds_since(start);
}

}  // namespace

Facts probe_handshake(const Way& way, bool patient) {
  Facts facts;
  auto line = Line::open_tunnel(way);
  if (!line) {
    facts.seen["upgrade"] = "lost";
    return facts;
  }
  const auto handshake = shake_hands(**line, way, {"/realtime/doctor", wire::http::to_text(way.server)});
  if (!handshake.is_open()) {
    tell_upgrade(arrival_in(handshake.answer), facts);
    return facts;
  }
  Frames frames(**line);
  const auto first = frames.receive(Clock::now() + kDeliveryWait);
  tell_upgrade(first ? read_arrival(*first) : std::nullopt, facts);
  if (first && patient) tell_quiet_websocket(frames, facts);
  return facts;
}

Facts probe_events(const Way& way) {
  Facts facts;
  facts.seen["events"] = "failed";
  facts.figures["events_status"] = "no answer";
  auto line = Line::open(way);
  if (!line) return facts;
  Question question{.target = fmt::format("/realtime/doctor/events?hold_s={}", kEventsHold.count())};
  question.headers.add("Accept", "text/event-stream");
  question.headers.add("Accept-Encoding", "gzip");
  send_question(**line, way, question);
  Stream stream(**line);
  const auto start = Clock::now();
  std::size_t early = 0;
  std::size_t all = 0;
  const auto last = start + kEventsHold + kAnswerWait;
  while (!stream.is_complete() && !(*line)->has_ended() && Clock::now() < last && early < kEventBytesMin) {
    const bool is_early = Clock::now() < start + kDeliveryWait;
    all += stream.receive(is_early ? start + kDeliveryWait : last).size();
    if (is_early) early = all;
  }
  if (!stream.head()) return facts;
  const auto encoding = stream.head()->headers.get("content-encoding");
  facts.figures["events_status"] = fmt::format("status {}", stream.head()->status);
  facts.figures["events_encoding_name"] = encoding;
  facts.seen["events_encoding"] = encoding.empty() ? "plain" : "compressed";
  const bool is_stream = stream.head()->headers.get("content-type").starts_with("text/event-stream");
  if (stream.head()->status == 200 && is_stream && all >= kEventBytesMin)
    facts.seen["events"] = early >= kEventBytesMin ? "ok" : "held";
  return facts;
}

Facts probe_posts(const Way& way) {
  Facts facts;
  const auto small = ask(way, post("/realtime/doctor", "{}"), Clock::now() + kAnswerWait);
  facts.seen["poll"] = arrival_in(small) ? "ok" : "failed";
  facts.figures["poll_status"] = status_of(small);
  const std::string body(wire::kFrameBytesMax, ' ');
  const auto large = ask(way, post("/realtime/doctor", body), Clock::now() + kAnswerWait);
  const auto arrival = arrival_in(large);
  const bool whole = arrival && arrival->body_bytes == static_cast<std::int64_t>(body.size());
  facts.seen["upload"] = whole ? "ok" : large && large->status == 413 ? "refused" : "failed";
  facts.figures["upload_status"] = status_of(large);
  return facts;
}

Facts probe_quiet_events(const Way& way) {
  Facts facts;
  auto line = Line::open(way);
  if (!line) return facts;
  Question question{.target = fmt::format("/realtime/doctor/events?hold_s={}", kQuietTime.count())};
  send_question(**line, way, question);
  Stream stream(**line);
  const auto start = Clock::now();
  std::string body;
  while (!stream.is_complete() && !(*line)->has_ended() && Clock::now() - start < kHeartbeatWait)
    body += stream.receive(start + kHeartbeatWait);
  // Never begun: that is another fault's story.
  if (!stream.head() || stream.head()->status != 200) return facts;
  const bool lived = body.find("id: 2") != std::string::npos;
  facts.seen["quiet_events"] = lived ? "ok" : "cut";
  if (!lived) facts.figures["quiet_events_s"] = seconds_since(start);
  return facts;
}

Facts probe_quiet_poll(const Way& way) {
  Facts facts;
  const auto start = Clock::now();
  const auto question = post(fmt::format("/realtime/doctor?wait_s={}", kPollTime.count()), "{}");
  const auto answer = ask(way, question, start + kHeartbeatWait);
  // Refused at once: that is another fault's story.
  if (!arrival_in(answer) && Clock::now() - start < 1s) return facts;
  facts.seen["quiet_poll"] = arrival_in(answer) ? "ok" : "cut";
  facts.figures["quiet_poll_s"] = seconds_since(start);
  facts.figures["quiet_poll_status"] = status_of(answer);
  return facts;
}

}  // namespace parlor::doctor
