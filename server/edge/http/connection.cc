#include "edge/http/connection.h"

#include <algorithm>
#include <exception>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "base/limits.h"
#include "edge/http/response_headers.h"
#include "edge/http/static_files.h"
#include "wire/http/forwarded.h"
#include "wire/http/response_writer.h"

namespace parlor::edge {
namespace {

bool names_a_proxy(const wire::http::Headers& headers) {
  return headers.find("x-forwarded-for").has_value() || headers.find("forwarded").has_value();
}

}  // namespace

Connection::Connection(WorkerEdge& edge, std::unique_ptr<Stream> stream, Arrival arrival)
    : edge_(&edge),
      stream_(std::move(stream)),
      arrival_(arrival),
      since_(edge.services.node.clock.steady()),
      written_at_(since_) {
  edge_->add(*this);
}

Connection::~Connection() {
  close();
}

void Connection::go_on() {
  while (state_ != State::closed) {
    if (!std::exchange(has_request_, false)) {
      if (state_ == State::open && outbox_.bytes() > limits::kUnsentBeforeReadingBytes) return wait_drained();
      if (peer_ended_) return;
      return wait_readable();
    }
    if (exchange_->route != nullptr) {
      asio::co_spawn(edge_->services.worker.executor(), answer_request(shared_from_this()), asio::detached);
      return;
    }
    const auto exchange = exchange_;
    take(std::move(*exchange->ready));
    if (state_ == State::open) feed(exchange->leftover);
  }
}

runtime::Task<> Connection::answer_request(std::shared_ptr<Connection> self) {
  const auto exchange = self->exchange_;
  auto answer = co_await handle(exchange);
  if (self->state_ == State::open) self->take(std::move(answer));
  if (self->state_ == State::open) self->feed(exchange->leftover);
  self->go_on();
}

runtime::Task<Answer> Connection::handle(SharedExchange exchange) {
  try {
    auto answer = co_await exchange->route->handler(exchange);
    co_return answer;
  } catch (const std::exception&) {
    // Want of memory, or a fault of ours: this request fails, the server goes on.
  }
  co_return problem(wire::Reason::kInternal);
}

void Connection::read() {
  const auto [bytes, state] = stream_->read_some(edge_->read_buffer);
  if (state == StreamState::ended) return end_reading();
  if (state == StreamState::again) return;
  edge_->counters.bytes_in.add(bytes);
  feed(std::span(edge_->read_buffer).first(bytes));
}

void Connection::end_reading() {
  if (protocol_ || outbox_.empty()) return close();
  peer_ended_ = true;
  drained_ = [self = shared_from_this()] { self->close(); };
  ask_flush();
}

void Connection::feed(std::span<char> bytes) {
  if (bytes.empty() || state_ == State::closed) return;
  if (protocol_) return protocol_->receive(bytes);
  // What comes after the last answer is not for us any more.
  if (state_ == State::open) feed_http(bytes);
}

void Connection::feed_http(std::span<char> bytes) {
  if (!parser_.busy()) since_ = edge_->services.node.clock.steady();
  while (true) {
    const auto [consumed, state] = parser_.feed({bytes.data(), bytes.size()});
    bytes = bytes.subspan(consumed);
    switch (state) {
      case wire::http::ParseState::NeedMore:
        return;
      case wire::http::ParseState::HeadersDone:
        if (begin_request()) break;
        complete_request({});
        // The body that may still come is not looked at.
        keep_alive_ = false;
        return;
      case wire::http::ParseState::Complete:
        return complete_request(bytes);
      case wire::http::ParseState::Error:
        return refuse(parser_.fault().status, parser_.fault().reason);
    }
  }
}

bool Connection::begin_request() {
  const auto match = find_route(edge_->routes, parser_.request());
  // A body that nobody wants is read and dropped, so that the answer can say what was wrong with the path or the
  // method.
  parser_.limit_body(match.route != nullptr ? match.route->body_bytes_max : wire::http::kBodyBytesDefaultMax);
  if (!parser_.request().expects_continue || parser_.declares_too_much()) return true;
  if (match.route == nullptr) return false;
  send({nullptr, wire::http::kContinue});
  return true;
}

void Connection::complete_request(std::span<const char> rest) {
  edge_->counters.requests.add();
  exchange_ = make_exchange(parser_.take());
  keep_alive_ = exchange_->request.keep_alive && !edge_->is_closing();
  exchange_->leftover.assign(rest.data(), rest.size());
  route_request(find_route(edge_->routes, exchange_->request));
}

void Connection::route_request(RouteMatch match) {
  exchange_->cors = match.cors;
  if (match.route == nullptr) {
    exchange_->ready = answer_without_handler(match);
  } else if (!takes_body_of(*match.route, exchange_->request)) {
    exchange_->ready = problem(wire::Reason::kUnsupportedMediaType);
  } else {
    exchange_->route = match.route;
  }
  exchange_->captured = std::move(match.captured);
  has_request_ = true;
}

SharedExchange Connection::make_exchange(wire::http::Request request) {
  auto exchange = std::make_shared<Exchange>(*edge_, std::move(request));
  const auto& headers = exchange->request.headers;
  exchange->client = wire::http::client_address(arrival_.peer, headers, edge_->site.trusted);
  exchange->peer_is_trusted =
      std::ranges::any_of(edge_->site.trusted, [&](const auto& range) { return range.contains(arrival_.peer); });
  exchange->is_local = arrival_.peer.is_loopback() && !names_a_proxy(headers);
  return exchange;
}

Answer Connection::answer_without_handler(const RouteMatch& match) const {
  const auto& request = exchange_->request;
  if (request.method == wire::http::Method::Other) {
    auto answer = problem(wire::Reason::kMethodNotAllowed);
    answer.status = 501;
    return answer;
  }
  if (request.target.path == "*") return server_options_answer();
  if (match.path_is_known()) {
    if (request.method == wire::http::Method::Options) return preflight_answer(match);
    auto answer = problem(wire::Reason::kMethodNotAllowed);
    answer.headers.add("Allow", match.allowed + ", OPTIONS");
    return answer;
  }
  return static_answer(request, edge_->site);
}

void Connection::refuse(unsigned status, std::string_view why) {
  const auto reason = status == 413 || status == 431 || status == 414 ? wire::Reason::kTooLarge
                      : status == 408                                 ? wire::Reason::kRequestTimeout
                                                                      : wire::Reason::kInvalidRequest;
  if (!exchange_) exchange_ = make_exchange({});
  auto answer = problem({reason, std::string(why)});
  answer.status = status;
  keep_alive_ = false;
  respond(std::move(answer));
}

void Connection::take(Answer answer) {
  if (answer.move_to) return move_to(*answer.move_to);
  if (answer.successor) return hand_over(std::move(answer));
  respond(std::move(answer));
}

void Connection::respond(Answer answer) {
  add_common_headers(answer, *exchange_, exchange_->cors);
  const auto& request = exchange_->request;
  const bool is_head = request.method == wire::http::Method::Head;
  const bool has_constant = answer.body.empty() && !answer.constant.empty();
  std::string bytes;
  const wire::http::ReplyTo to{is_head || has_constant, keep_alive_, request.version};
  wire::http::append_response(bytes, {answer.status, answer.headers, edge_->date(), to},
                              has_constant ? answer.constant : std::string_view(answer.body));
  edge_->counters.responses[std::min<std::size_t>(answer.status / 100, 5)].add();
  send(chunk_of(std::move(bytes)));
  if (has_constant && !is_head && answer.status != 304) send({nullptr, answer.constant});
  exchange_.reset();
  served_ = true;
  since_ = edge_->services.node.clock.steady();
  if (!keep_alive_) finish();
}

void Connection::hand_over(Answer answer) {
  edge_->counters.responses[1].add();
  send(chunk_of(std::move(answer.raw)));
  exchange_.reset();
  protocol_ = answer.successor(this);
  protocol_->begin();
}

void Connection::move_to(std::size_t worker) {
  auto& target = *edge_->all[worker];
  auto released = stream_->release();
  if (released.descriptor < 0) return close();
  released.is_v6 = arrival_.is_v6;
  auto arrival = arrival_;
  // Its place in the count of its prefix goes with it.
  arrival_.counted = false;
  auto request = std::move(exchange_->request);
  auto unsent = outbox_.take_all();
  auto leftover = std::move(exchange_->leftover);
  close();
  target.services.worker.post([&target, released = std::move(released), arrival, request = std::move(request),
                               unsent = std::move(unsent), leftover = std::move(leftover)]() mutable {
    const auto moved = std::make_shared<Connection>(target, target.make_stream(std::move(released)), arrival);
    moved->arrive(std::move(request), std::move(unsent), std::move(leftover));
  });
}

void Connection::arrive(wire::http::Request request, std::string unsent, std::string leftover) {
  send(chunk_of(std::move(unsent)));
  exchange_ = make_exchange(std::move(request));
  keep_alive_ = exchange_->request.keep_alive && !edge_->is_closing();
  exchange_->leftover = std::move(leftover);
  route_request(find_route(edge_->routes, exchange_->request));
  start();
}

}  // namespace parlor::edge
