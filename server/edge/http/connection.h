// Connection: one socket from accept to close. Lives on one worker; held by its Task and by whoever writes to it at the
// moment.
//
//     reading --- request ---> answering ---+--> reading        (keep-alive)
//                                           +--> a Protocol     (WebSocket, events)
//                                           +--> another worker (the request's session lives there)
//                                           +--> finishing ---> closed
//
// A request that takes a while is a Task; idle, there is none. It waits for readability, borrows the worker's buffer,
// reads once and gives the buffer back: idle, it holds none. Writes are gathered and go to the socket at the end of the
// turn; what does not fit waits in the outbox. There is one writer: flush().
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "edge/http/answer.h"
#include "edge/http/exchange.h"
#include "edge/net/outbox.h"
#include "edge/net/stream.h"
#include "wire/http/parser.h"

namespace parlor::edge {

struct Arrival {
  wire::http::IpAddress peer;
  bool is_v6 = false;
  // Its address prefix is counted on the first worker.
  bool counted = false;
};

class Connection final : public std::enable_shared_from_this<Connection> {
 public:
  Connection(WorkerEdge& edge, std::unique_ptr<Stream> stream, Arrival arrival);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start() { go_on(); }

  // For protocols.
  void send(Chunk chunk);
  std::size_t unsent_bytes() const { return outbox_.bytes(); }
  std::uint64_t confirmed_bytes() const { return stream_->confirmed_bytes(); }
  // No more will be sent: flush, then close once the client has closed too, or soon.
  void finish();
  bool is_finishing() const { return state_ != State::open; }
  WorkerEdge& edge() { return *edge_; }

  // For the worker's wheel.
  void flush();
  void tick(Time now);
  void shut_down(Millis after);
  void close();

  std::size_t slot = 0;
  bool flush_asked = false;

 private:
  enum class State : std::uint8_t { open, finishing, ended, closed };

  static runtime::Task<> answer_request(std::shared_ptr<Connection> self);
  static runtime::Task<Answer> handle(SharedExchange exchange);

  // The client will send no more, or is gone: what it has asked for so far is still written.
  void end_reading();
  // After everything that happens: answers the next request, waits for the client to take more, or waits to read.
  void go_on();
  void wait_readable();
  void wait_drained();
  void read();
  void feed(std::span<char> bytes);
  void feed_http(std::span<char> bytes);
  // False when it can be answered without its body.
  bool begin_request();
  void complete_request(std::span<const char> rest);
  void route_request(RouteMatch match);
  Answer answer_without_handler(const RouteMatch& match) const;
  void refuse(unsigned status, std::string_view why);
  void take(Answer answer);
  void respond(Answer answer);
  void hand_over(Answer answer);
  void move_to(std::size_t worker);
  void arrive(wire::http::Request request, std::string unsent, std::string leftover);
  void ask_flush();
  void wait_writable();
  void end_sending();
  bool is_late(Time now) const;
  SharedExchange make_exchange(wire::http::Request request);

  WorkerEdge* edge_;
  std::unique_ptr<Stream> stream_;
  std::unique_ptr<Protocol> protocol_;
  Outbox outbox_;
  wire::http::RequestParser parser_;
  // The request that is being answered; none while idle or under a protocol.
  SharedExchange exchange_;
  // Told when everything is written, or when the connection closed.
  std::move_only_function<void()> drained_;
  Arrival arrival_;
  State state_ = State::open;
  bool has_request_ = false;
  bool keep_alive_ = true;
  bool served_ = false;
  bool waits_writable_ = false;
  bool peer_ended_ = false;
  // When the present wait (for a request, its rest, or the client's close) began, and when something was last written.
  Time since_;
  Time written_at_;
};

}  // namespace parlor::edge
