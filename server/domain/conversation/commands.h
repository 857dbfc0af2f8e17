// The wishes that a conversation answers. Each travels in a Command with who wishes it and the client id that makes it
// idempotent.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/conversation/content.h"
#include "domain/conversation/events.h"

namespace parlor::conversation {

struct Start {
  InboxId inbox;
  ContactId contact;
  bool operator==(const Start&) const = default;
};
struct PostMessage {
  Body body;
  bool operator==(const PostMessage&) const = default;
};
struct EditMessage {
  MessageId message;
  Body body;
  bool operator==(const EditMessage&) const = default;
};
struct DeleteMessage {
  MessageId message;
  bool operator==(const DeleteMessage&) const = default;
};
struct PostNote {
  std::string text;
  std::vector<UserId> mentions;
  bool operator==(const PostNote&) const = default;
};
struct Accept {
  bool operator==(const Accept&) const = default;
};
struct Assign {
  UserId assignee;
  bool operator==(const Assign&) const = default;
};
// To one of the two. A colleague who is not there, or has no room, gets it by way of the queue.
struct Transfer {
  std::optional<TeamId> team;
  std::optional<UserId> agent;
  // For whoever takes it.
  std::optional<std::string> note;
  bool operator==(const Transfer&) const = default;
};
// Whoever has it asks a colleague to take it over or to join; that it rings at them is not the conversation's business.
struct AskColleague {
  UserId agent;
  bool joins = false;
  // For the colleague.
  std::optional<std::string> note;
  bool operator==(const AskColleague&) const = default;
};
// The colleague's answers: yes, while `from` has it.
struct TakeOver {
  UserId from;
  bool operator==(const TakeOver&) const = default;
};
struct Join {
  bool operator==(const Join&) const = default;
};
// The system's: or no. Only while `held_by` has it.
struct DeclineTransfer {
  UserId held_by;
  TransferDeclined declined;
  bool operator==(const DeclineTransfer&) const = default;
};
// The system's: it waits again, or elsewhere. Only while `held_by` has it, or nobody if that is none.
struct Requeue {
  QueuedReason reason{};
  std::optional<UserId> held_by;
  std::optional<Place> place;
  bool operator==(const Requeue&) const = default;
};
// The system's: the visitor has left the queue before anybody answered. A tag says so; it stays queued, for an answer
// that they find when they come back.
inline constexpr std::string_view kAbandonedTag = "abandoned";
struct Abandon {
  bool operator==(const Abandon&) const = default;
};
// The system's: the visitor has been gone for so long that they do not come back, and it is over; tagged as abandoned
// if nobody ever answered. Not if they have written within that time.
struct ResolveGone {
  Millis gone_for{};
  bool operator==(const ResolveGone&) const = default;
};
// The visitor's way out of the queue: to be answered by mail, or called back at a time (phone alone has one).
struct AskAnswer {
  Reach by{};
  std::string address;
  std::optional<Time> at = {};
  bool operator==(const AskAnswer&) const = default;
};
struct Snooze {
  Time until;
  bool operator==(const Snooze&) const = default;
};
// The system's: the time of a snooze has come.
struct Wake {
  bool operator==(const Wake&) const = default;
};
struct Resolve {
  bool operator==(const Resolve&) const = default;
};
struct Reopen {
  bool operator==(const Reopen&) const = default;
};
// The visitor's way to resolve.
struct End {
  bool operator==(const End&) const = default;
};
struct Rate {
  int score{};
  std::optional<std::string> comment;
  std::vector<RatingReason> reasons = {};
  bool operator==(const Rate&) const = default;
};
struct Tag {
  std::vector<std::string> add;
  std::vector<std::string> remove;
  bool operator==(const Tag&) const = default;
};

using Wish = std::variant<Start, PostMessage, EditMessage, DeleteMessage, PostNote, Accept, Assign, Snooze, Wake,
                          Resolve, Reopen, End, Rate, Tag, Transfer, Requeue, Abandon, ResolveGone, AskAnswer,
                          AskColleague, TakeOver, Join, DeclineTransfer>;

struct Command {
  Actor actor;
  std::optional<ClientId> client_id;
  // The agent saw the conversation at this seq; anything newer is a conflict.
  std::optional<Seq> if_seq;
  Wish wish;
};

// Words that a rule says to the visitor; nobody wrote them.
struct AutomaticMessage {
  MessageId id;
  std::string text;
  bool operator==(const AutomaticMessage&) const = default;
};

// What decide may know of the world besides the state.
struct Context {
  Time now{};
  // A fresh id for the message, note or rating comment that the command may make.
  MessageId fresh_id;
  // The assignee has a live session and is not set to offline or away.
  bool assignee_online = false;
  // An assistant answers in this inbox, so that a visitor's message need not wait for a person.
  bool assistant_answers = false;
  // Where a conversation that begins to wait belongs; none: nowhere in particular.
  std::optional<Place> place;
  // What the rules say of one that begins to wait.
  std::vector<std::string> tags;
  std::vector<AutomaticMessage> messages;
  // Whoever would take it by this command has as many chats as they can have.
  bool taker_is_full = false;
  // The colleague to whom it is transferred could begin at once.
  bool receiver_is_there = false;
  // The actor of the command holds the owner's role.
  bool actor_is_owner = false;
};

}  // namespace parlor::conversation
