// Reading: how a session comes to follow a topic without missing or repeating anything. A short-lived view of one
// session, on its worker; the Tasks in greeting.cc and reading.cc are written in its words.
#pragma once

#include "edge/session/session.h"
#include "edge/session/tasks.h"

namespace parlor::edge {

// Where a topic stands for this session, and what it missed.
struct Caught {
  wire::TopicPosition position;
  std::vector<EventFrame> missed;
  // Of a contact's topic: the conversations that began meanwhile, to be followed too.
  std::vector<ConversationId> begun;
};

class Reading {
 public:
  explicit Reading(SharedSession session) : session_(std::move(session)) {}

  bool lives() const { return !session_->is_closed(); }
  Services& services() const { return session_->services_; }
  const access::Principal& principal() const { return *session_->principal_; }
  const std::string epoch() const { return services().node.directory.snapshot()->epoch; }

  // Follows from now on, holds what happens, and reads what was missed. On success `finish` must be called once the
  // answer is out.
  runtime::Task<app::Answer<Caught>> catch_up(app::Topic topic, std::optional<wire::Position> after);
  void finish(const app::Topic& topic, const Caught& caught);
  // The store is away and nobody knows what was missed: the client must come back and resume.
  void give_up() { session_->close(wire::Closing::kTryLater); }
  void follow(const app::Topic& topic, ports::Seq sent) { session_->follow(topic, sent); }
  void follow_later(const app::Topic& topic) { session_->follow_later(topic); }
  void unfollow(const app::Topic& topic) { session_->unfollow(topic); }
  void follow_on(const app::Topic& topic) { session_->caught_up(topic, 0); }
  bool follows(const app::Topic& topic) const { return session_->subscriptions_.contains(topic); }
  bool has_room() const;

 private:
  runtime::Task<app::Answer<Caught>> catch_up_conversation(app::Topic topic, std::optional<wire::Position> after);
  runtime::Task<app::Answer<Caught>> catch_up_contact(app::Topic topic, std::optional<wire::Position> after);

  SharedSession session_;
};

}  // namespace parlor::edge
