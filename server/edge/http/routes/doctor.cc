// /realtime/doctor and /api/v1/doctor: what the connection doctor asks. The first show a caller how its own request
// arrived and need no credential; the second remember that for an owner whose browser cannot see it.
#include <boost/asio/basic_waitable_timer.hpp>

#include "base/limits.h"
#include "edge/doctor/arrival.h"
#include "edge/doctor/limits.h"
#include "edge/doctor/probe_log.h"
#include "edge/doctor/probe_socket.h"
#include "edge/doctor/probe_stream.h"
#include "edge/http/response_headers.h"
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "runtime/resume.h"
#include "wire/http/response_writer.h"
#include "wire/http/sse.h"
#include "wire/http/syntax.h"
#include "wire/json/writer.h"
#include "wire/ws/handshake.h"

namespace parlor::edge::route {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
                                         runtime::Executor>;

// Of a query such as ?hold_s=27.
std::chrono::seconds seconds_of(const Exchange& exchange, std::string_view name, std::chrono::seconds most) {
  const auto text = wire::http::query_value(exchange.request.target.query, name);
  const auto number = text ? wire::http::parse_decimal(*text) : std::nullopt;
  return std::min(std::chrono::seconds(number.value_or(0)), most);
}

void remember(const SharedExchange& exchange, const wire::DoctorArrival& arrival) {
  const auto probe = wire::http::query_value(exchange->request.target.query, "probe");
  const auto id = probe ? wire::Uuid::parse(*probe) : std::nullopt;
  if (!id) return;
  auto& first = *exchange->edge.all.front();
  first.services.worker.post(
      [&first, id = *id, arrival, now = exchange->now()] { first.probes->record(id, arrival, now); });
}

// The log lives on the first worker; `ask` is called there with it.
template <class T, class Ask>
runtime::Task<T> ask_log(SharedExchange exchange, Ask ask) {
  auto& first = *exchange->edge.all.front();
  auto answer = co_await runtime::await_callback<T>([&first, ask = std::move(ask)](auto done) mutable {
    first.services.worker.post(
        [&first, ask = std::move(ask), done = std::move(done)]() mutable { done(ask(*first.probes)); });
  });
  co_return answer;
}

// Waits for this long, or until the server goes away.
runtime::Task<> wait_while_open(SharedExchange exchange, std::chrono::seconds time) {
  Timer timer(exchange->services().worker.executor());
  for (; time.count() > 0 && !exchange->edge.is_closing(); --time) {
    timer.expires_after(std::chrono::seconds(1));
    co_await timer.async_wait(runtime::use_task);
  }
}

}  // namespace

Result see_arrival(SharedExchange exchange) {
  const auto arrival = arrival_of(*exchange);
  remember(exchange, arrival);
  const auto upgrade = wire::ws::check_upgrade(exchange->request, {kSubprotocol, false});
  if (!upgrade || exchange->edge.is_closing()) co_return answer_with(200, arrival);
  Answer answer;
  answer.raw = wire::ws::upgrade_response(*upgrade);
  answer.successor = [arrival](Connection* connection) { return std::make_unique<ProbeSocket>(*connection, arrival); };
  co_return answer;
}

Result see_body_arrive(SharedExchange exchange) {
  const auto arrival = arrival_of(*exchange);
  co_await wait_while_open(exchange, seconds_of(*exchange, "wait_s", limits::kPollWaitMax));
  co_return answer_with(200, arrival);
}

Result see_events_arrive(SharedExchange exchange) {
  Answer answer;
  answer.headers.add("Content-Type", std::string(wire::http::kEventStreamType));
  // As on a session's stream, so that the probe fares as that would.
  answer.headers.add("X-Accel-Buffering", "no");
  add_common_headers(answer, *exchange, Cors::none);
  const auto version = exchange->request.version;
  wire::http::append_stream_head(answer.raw, {200, answer.headers, exchange->edge.date(), {false, false, version}});
  ProbeStream::Plan plan{.event = wire::encode_text(arrival_of(*exchange)),
                         .hold = seconds_of(*exchange, "hold_s", limits::kProbeTime),
                         .chunked = version >= 11};
  answer.successor = [plan = std::move(plan)](Connection* connection) mutable {
    return std::make_unique<ProbeStream>(*connection, std::move(plan));
  };
  co_return answer;
}

Result reserve_probe(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::examine_connection);
  if (!user) co_return std::move(user.error());
  const auto id = wire::Uuid::parse(exchange->captured.front());
  if (!id) co_return problem({wire::Reason::kInvalidParams, "the id must be a UUID", "id"});
  const auto reserve = [id = *id, now = exchange->now()](ProbeLog& log) { return log.reserve(id, now); };
  co_await ask_log<wire::DoctorProbe>(exchange, reserve);
  co_return no_content();
}

Result read_probe(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::examine_connection);
  if (!user) co_return std::move(user.error());
  const auto id = wire::Uuid::parse(exchange->captured.front());
  if (!id) co_return problem(wire::Reason::kNotFound);
  const auto find = [id = *id, now = exchange->now()](ProbeLog& log) { return log.find(id, now); };
  const auto seen = co_await ask_log<std::optional<wire::DoctorProbe>>(exchange, find);
  if (!seen) co_return problem(wire::Reason::kNotFound);
  co_return answer_with(200, *seen);
}

}  // namespace parlor::edge::route
