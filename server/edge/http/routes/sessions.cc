// /realtime/sessions: a session for clients without WebSocket. Every request proves anew who it speaks for.
#include "base/limits.h"
#include "edge/http/response_headers.h"
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/transports/event_stream.h"
#include "edge/transports/poll.h"
#include "runtime/resume.h"
#include "wire/generated/rest.h"
#include "wire/http/accept.h"
#include "wire/http/response_writer.h"
#include "wire/http/sse.h"
#include "wire/http/syntax.h"

namespace parlor::edge::route {
namespace {

using Found = std::expected<std::shared_ptr<HttpSession>, Answer>;

// With the token of the session itself nothing has to be looked up: had it been revoked, there would be no session.
bool brings_its_token(const Exchange& exchange, const Session& session) {
  const auto& kept = session.credential();
  if (!kept || !session.principal()) return false;
  const auto brought = read_credentials(exchange.request, exchange.site().origin);
  return brought.kind != Credentials::Kind::none && exchange.services().accounts.token_hash(brought.token) == *kept;
}

// The session, if it is here and whoever asks is who opened it.
runtime::Task<Found> own_session(SharedExchange exchange) {
  auto& sessions = *exchange->edge.sessions;
  const auto id = SessionId::parse(exchange->captured.front());
  if (!id) co_return std::unexpected(problem(wire::Reason::kSessionUnknown));
  if (const auto home = sessions.worker_of(*id); home != exchange->services().worker.index()) {
    Answer elsewhere;
    elsewhere.move_to = home;
    co_return std::unexpected(std::move(elsewhere));
  }
  const auto session = sessions.find(*id);
  if (session && brings_its_token(*exchange, session->session())) co_return session;
  const auto proof = co_await exchange->prove();
  if (!proof.principal) co_return std::unexpected(problem(proof.refusal));
  // Somebody else's session is as good as none.
  if (!session || session->session().principal() != proof.principal) {
    co_return std::unexpected(problem(wire::Reason::kSessionUnknown));
  }
  const bool is_visitor = proof.principal->role == access::Role::visitor;
  if (is_visitor && !origin_fits(*exchange, *proof.principal))
    co_return std::unexpected(problem(wire::Reason::kOriginNotAllowed));
  co_return session;
}

// The one way to await a session's answer; a session that goes away answers nothing.
runtime::Task<std::string> answer_of(std::shared_ptr<HttpSession> session, SharedExchange exchange) {
  auto text = co_await runtime::await_callback<std::string>(
      [session, exchange](auto done) { session->receive(exchange->request.body, std::move(done)); });
  co_return text;
}

Answer frame_answer(std::string text) {
  return text.empty() ? no_content() : json_answer(200, std::move(text));
}

}  // namespace

Result open_session(SharedExchange exchange) {
  if (exchange->edge.is_closing()) co_return problem(wire::Reason::kShuttingDown);
  const auto proof = co_await exchange->prove();
  auto& sessions = *exchange->edge.sessions;
  const auto session = sessions.create(caller_of(*exchange, proof));
  auto text = co_await answer_of(session, exchange);
  if (!session->session().principal() || session->session().is_closed()) {
    session->goodbye();
    sessions.remove(session->session().id());
  }
  co_return frame_answer(std::move(text));
}

Result post_to_session(SharedExchange exchange) {
  auto found = co_await own_session(exchange);
  if (!found) co_return std::move(found.error());
  auto text = co_await answer_of(*found, exchange);
  co_return frame_answer(std::move(text));
}

Result read_events(SharedExchange exchange) {
  auto found = co_await own_session(exchange);
  if (!found) co_return std::move(found.error());
  const auto last = wire::http::parse_decimal(exchange->request.headers.get("last-event-id")).value_or(0);
  const auto& units = (*found)->units();
  if (last > units.last() || (units.next(last) == nullptr && last != units.last()))
    co_return problem(wire::Reason::kSessionUnknown);

  Answer answer;
  answer.headers.add("Content-Type", std::string(wire::http::kEventStreamType));
  // Proxies that would gather the stream are asked not to.
  answer.headers.add("X-Accel-Buffering", "no");
  if (exchange->request.method == wire::http::Method::Head) co_return answer;
  add_common_headers(answer, *exchange, Cors::inboxes);
  const auto version = exchange->request.version;
  wire::http::append_stream_head(answer.raw, {200, answer.headers, exchange->edge.date(), {false, false, version}});
  answer.successor = [session = *found, last, version](Connection* connection) mutable {
    return std::make_unique<EventStream>(*connection, std::move(session), last, version >= 11);
  };
  co_return answer;
}

Result poll_session(SharedExchange exchange) {
  auto found = co_await own_session(exchange);
  if (!found) co_return std::move(found.error());
  const auto request = read_body<wire::PollRequest>(exchange);
  if (!request) co_return problem(request.error());
  const auto wait = std::min<std::chrono::seconds>(std::chrono::seconds(request->wait_s), limits::kPollWaitMax);
  auto result = co_await poll(*found, static_cast<std::uint64_t>(request->after), wait);
  if (!result.body) co_return problem(wire::Reason::kSessionUnknown);
  co_return json_answer(200, std::move(*result.body));
}

Result end_session(SharedExchange exchange) {
  auto found = co_await own_session(exchange);
  if (!found) co_return std::move(found.error());
  (*found)->goodbye();
  exchange->edge.sessions->remove((*found)->session().id());
  co_return no_content();
}

}  // namespace parlor::edge::route
