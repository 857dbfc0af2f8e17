#include "edge/transports/http_session.h"

#include "base/limits.h"
#include "edge/session/to_wire.h"

namespace parlor::edge {

HttpSession::HttpSession(WorkerEdge& edge, Caller caller, SessionId id)
    : edge_(edge),
      session_(std::make_shared<Session>(edge.services, Opening{std::move(caller), id, wire::Transport::kSse}, *this)),
      units_(limits::kUnitsBytesMax),
      since_(edge.services.node.clock.steady()) {
  edge_.counters.http_sessions.add();
}

HttpSession::~HttpSession() {
  session_->gone();
  edge_.counters.http_sessions.sub();
}

void HttpSession::receive(std::string_view body, AnswerTo answer) {
  edge_.counters.frames_in.add();
  if (!ended_) since_ = edge_.services.node.clock.steady();
  session_->receive(body, std::move(answer));
}

bool HttpSession::attach(UnitReader& reader, std::uint64_t after) {
  if (auto* former = std::exchange(reader_, nullptr)) former->over();
  if (!units_.confirm(after)) return false;
  since_ = edge_.services.node.clock.steady();
  session_->touch();
  reader_ = &reader;
  return true;
}

void HttpSession::detach(UnitReader& reader) {
  if (reader_ == &reader) reader_ = nullptr;
}

std::string HttpSession::text_of(std::uint64_t n, const SharedFrame& frame) const {
  // The first unit is session.ready, made before anybody knew how the client would read.
  if (n != 1 || reader_ == nullptr) return std::string(frame->json());
  return wire::encode_notification(wire::SessionReady{to_wire(session_->id()), reader_->transport()});
}

bool HttpSession::add(const SharedFrame& frame) {
  if (ended_) return false;
  edge_.counters.frames_out.add();
  if (units_.add(frame)) return true;
  // There is no room for the word of parting either: a reader that returns hears `session_unknown` and resumes.
  edge_.counters.slow_consumers.add();
  session_->close(wire::Closing::kSlowConsumer);
  return false;
}

void HttpSession::send(const SharedFrame& frame) {
  if (add(frame)) tell_reader();
}

// The tick tells of it if nothing else comes.
void HttpSession::send_with_next(const SharedFrame& frame) {
  add(frame);
}

void HttpSession::tell_reader() {
  news_upto_ = units_.last();
  if (reader_ != nullptr) reader_->units_came();
}

void HttpSession::end(wire::Closing) {
  ended_ = true;
  since_ = edge_.services.node.clock.steady();
  const auto self = shared_from_this();
  if (auto* reader = std::exchange(reader_, nullptr)) reader->over();
}

void HttpSession::goodbye() {
  ended_ = true;
  session_->gone();
  if (auto* reader = std::exchange(reader_, nullptr)) reader->over();
}

Millis HttpSession::silence_max() const {
  const auto& principal = session_->principal();
  const bool is_user = principal && principal->role != access::Role::visitor;
  return is_user ? Millis(limits::kAgentSilenceMax) : Millis(limits::kVisitorSilenceMax);
}

void HttpSession::tick(Time now) {
  const auto self = shared_from_this();
  // That a connection is open proves nothing: the client may have vanished without a word.
  if (reader_ != nullptr) since_ = std::max(since_, reader_->heard_at());
  if (!ended_ && now - since_ > silence_max()) return session_->close(wire::Closing::kHeartbeatTimeout);
  session_->tick(now);
  if (!ended_ && news_upto_ < units_.last()) tell_reader();
}

bool HttpSession::is_over(Time now) const {
  return ended_ && now - since_ > limits::kEndedSessionTime;
}

std::shared_ptr<HttpSession> HttpSessions::create(Caller caller) {
  auto id = edge_.services.node.ids.make<SessionId>();
  while (worker_of(id) != edge_.services.worker.index())
    id = edge_.services.node.ids.make<SessionId>();
  const auto session = std::make_shared<HttpSession>(edge_, std::move(caller), id);
  sessions_.emplace(id, session);
  session->open();
  return session;
}

std::shared_ptr<HttpSession> HttpSessions::find(SessionId id) const {
  const auto found = sessions_.find(id);
  return found == sessions_.end() ? nullptr : found->second;
}

void HttpSessions::tick(Time now) {
  std::erase_if(sessions_, [now](const auto& entry) { return entry.second->is_over(now); });
  // Copies: a session that ends may be removed by whoever reads it.
  std::vector<std::shared_ptr<HttpSession>> present;
  present.reserve(sessions_.size());
  for (const auto& [id, session] : sessions_)
    present.push_back(session);
  for (const auto& session : present)
    session->tick(now);
}

void HttpSessions::shut_down() {
  const auto present = sessions_;
  for (const auto& [id, session] : present)
    session->shut_down(edge_.return_time());
}

}  // namespace parlor::edge
