// HttpSession: a session over plain HTTP requests. Calls come by POST and are answered there; what the session tells
// goes as numbered units to the one reader of the moment, a stream of events or a poll. Lives on the worker that its id
// hashes to; connections come to it.
//
//     opened --- Session::end, silence or goodbye ---> ended --- last units read, or 10 s ---> removed
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "edge/http/worker_edge.h"
#include "edge/session/session.h"
#include "edge/transports/units/units.h"

namespace parlor::edge {

// Whoever reads units now. Told things, it asks the session for units by itself.
class UnitReader {
 public:
  virtual ~UnitReader() = default;
  virtual void units_came() = 0;
  // Another reader came, or the session ended and nothing more will come. The last call.
  virtual void over() = 0;
  virtual wire::Transport transport() const = 0;
  // When there was a sign of the client since it came; the beginning of time: not since.
  virtual Time heard_at() const = 0;
};

class HttpSession final : public Sink, public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(WorkerEdge& edge, Caller caller, SessionId id);
  ~HttpSession() override;

  void open() { session_->open(); }
  Session& session() { return *session_; }
  const Units& units() const { return units_; }
  // A unit after this one is worth a request of its own.
  bool has_news_after(std::uint64_t after) const { return news_upto_ > after; }
  runtime::Executor session_executor() const { return edge_.services.worker.executor(); }

  void receive(std::string_view body, AnswerTo answer);
  // Reading goes on after this unit; the reader before is over. False: what comes next is gone.
  bool attach(UnitReader& reader, std::uint64_t after);
  void detach(UnitReader& reader);
  void handed_out(std::uint64_t upto) { units_.handed_out(upto); }
  // The text of a unit for this reader.
  std::string text_of(std::uint64_t n, const SharedFrame& frame) const;

  void tick(Time now);
  bool is_ended() const { return ended_; }
  // Nothing more to do here.
  bool is_over(Time now) const;
  void goodbye();
  void shut_down(Millis after) { session_->close(wire::Closing::kShuttingDown, after); }

  void send(const SharedFrame& frame) override;
  void send_with_next(const SharedFrame& frame) override;
  void end(wire::Closing why) override;

 private:
  bool add(const SharedFrame& frame);
  void tell_reader();
  Millis silence_max() const;

  WorkerEdge& edge_;
  std::shared_ptr<Session> session_;
  Units units_;
  // The newest that does not wait for company.
  std::uint64_t news_upto_ = 0;
  UnitReader* reader_ = nullptr;
  // The last sign of the client, or since when it has ended.
  Time since_;
  bool ended_ = false;
};

// All of one worker.
class HttpSessions {
 public:
  explicit HttpSessions(WorkerEdge& edge) : edge_(edge) {}

  // Opened, its id hashing to this worker.
  std::shared_ptr<HttpSession> create(Caller caller);
  std::shared_ptr<HttpSession> find(SessionId id) const;
  void remove(SessionId id) { sessions_.erase(id); }
  std::size_t worker_of(SessionId id) const { return std::hash<SessionId>{}(id) % edge_.all.size(); }
  void tick(Time now);
  void shut_down();
  void drop_all() { sessions_.clear(); }
  std::size_t size() const { return sessions_.size(); }

 private:
  WorkerEdge& edge_;
  std::unordered_map<SessionId, std::shared_ptr<HttpSession>> sessions_;
};

}  // namespace parlor::edge
