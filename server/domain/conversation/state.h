// The state of one conversation, as decide() needs it and as the store keeps it. Owned by the shard that the
// conversation's id hashes to.
//
//                   the visitor writes,        accept, assign,
//      assistant -- no assistant answers --> queued -- an agent writes --> open <---> snoozed
//      (started)                               ^                           |  ^      (time, or anyone writes)
//                                              |                           |  |
//                                              |              resolve, end |  |  the visitor writes within 24 h and the
//                      the visitor writes and  |                           v  |  agent is online, or an agent writes
//                      the agent is not online +------------------------ resolved                     or reopens
//
// Every conversation starts as `assistant`: nobody has asked for a person yet, so that one without a message never
// waits in the queue.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/conversation/content.h"
#include "domain/conversation/events.h"

namespace parlor::conversation {

// What editing and deleting need to know of one message.
struct MessageFacts {
  MessageId id;
  Actor author;
  Version version = 1;
  Time at{};
  bool deleted = false;
  bool is_note = false;
  bool operator==(const MessageFacts&) const = default;
};

// A message as the unread counts see it.
struct MessageMark {
  Seq seq{};
  ActorKind author{};
  bool operator==(const MessageMark&) const = default;
};

// The growing mark up to which a participant has read.
struct ReadMark {
  Actor participant;
  Seq seq{};
  Time at{};
  bool operator==(const ReadMark&) const = default;
};

struct LastMessage {
  MessageId id;
  Seq seq{};
  ActorKind author{};
  Time at{};
  bool operator==(const LastMessage&) const = default;
};

struct State {
  ConversationId id;
  InboxId inbox;
  ContactId contact;
  // 0: not started yet.
  Seq seq{};
  // The newest seq that visitors may see.
  Seq visitor_seq{};
  Status status = Status::assistant;
  std::optional<UserId> assignee;
  // Kept while somebody has it, so that it can go back.
  Place place;
  // Agents who joined, in the order in which they came.
  std::vector<UserId> agents;
  std::vector<std::string> tags;
  Time started_at{};
  Time updated_at{};
  std::optional<Time> resolved_at;
  std::optional<Time> snoozed_until;
  // When the visitor's first unanswered message came; none while we wait for the visitor.
  std::optional<Time> waiting_since;
  // An agent has written at least once.
  bool answered = false;
  std::optional<LastMessage> last_message;
  std::optional<std::uint8_t> rating;
  // The content row with the rating's comment, if there is one.
  std::optional<MessageId> rating_comment;
  std::vector<ReadMark> reads;
  // The newest messages, ascending, at most limits::kUnreadCountMax.
  std::vector<MessageMark> recent;
  // Facts of the messages that a waiting command names. The owner brings them before it decides; evolve keeps them
  // true.
  std::map<MessageId, MessageFacts> named;

  bool started() const { return seq != 0; }
  bool operator==(const State&) const = default;
};

bool has_joined(const State& state, UserId agent);
bool is_held_by(const State& state, UserId agent);
// Waits for the time at which the visitor is called back.
bool is_booked(const State& state);
Seq read_up_to(const State& state, Actor participant);
// Messages of the other side that nobody of this side has read; counts to limits::kUnreadCountMax and no further.
std::size_t unread_for(const State& state, Audience audience);

}  // namespace parlor::conversation
