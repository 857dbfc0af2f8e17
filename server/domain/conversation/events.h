// The facts of a conversation, past tense, durable, numbered without gaps. An event names content (message, version)
// and never holds a word that a person wrote, nor their name: those live in sealed rows. Plain values: any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/actor.h"
#include "domain/place.h"

namespace parlor::conversation {

// 1 for the first event of a conversation; 0 means "before all".
using Seq = std::uint64_t;
// 1 for a message as posted, one more with each edit, and with the deletion.
using Version = std::uint32_t;

enum class Status : std::uint8_t { assistant, queued, open, snoozed, resolved };
enum class QueuedReason : std::uint8_t {
  started,
  agent_left,
  snooze_over,
  visitor_wrote,
  // Its agent has vanished, or is silent.
  agent_gone,
  agent_silent,
  // From one team's queue to another's.
  overflow,
  transferred,
};

struct Started {
  InboxId inbox;
  ContactId contact;
  bool operator==(const Started&) const = default;
};
struct Queued {
  QueuedReason reason{};
  // None: where it was before.
  std::optional<Place> place = {};
  bool operator==(const Queued&) const = default;
};
struct Assigned {
  UserId assignee;
  bool operator==(const Assigned&) const = default;
};
struct Snoozed {
  Time until;
  bool operator==(const Snoozed&) const = default;
};
struct Resolved {
  bool operator==(const Resolved&) const = default;
};
// An agent gave it away: to a team, or to a colleague. What follows says where it is now.
struct Transferred {
  std::optional<TeamId> team;
  std::optional<UserId> agent;
  bool operator==(const Transferred&) const = default;
};
// A colleague who was asked has not taken it: whoever had it still has it.
enum class DeclineReason : std::uint8_t { passed, expired, left };
struct TransferDeclined {
  UserId agent;
  DeclineReason reason{};
  // They were asked to join, not to take it over.
  bool joins = false;
  bool operator==(const TransferDeclined&) const = default;
};
// To `open` it goes back to the agent whom it was assigned to; to `queued` nobody is assigned any more.
struct Reopened {
  Status status{};
  bool operator==(const Reopened&) const = default;
};
// What a visitor can name with a click.
enum class RatingReason : std::uint8_t { slow_reply, not_solved, wrong_answer, rude, fast, friendly, solved };
struct Rated {
  // 1 (very bad) to 5 (very good).
  std::uint8_t score{};
  // Names the comment's content, if there is one.
  std::optional<MessageId> comment;
  // Each at most once.
  std::vector<RatingReason> reasons = {};
  bool operator==(const Rated&) const = default;
};
// The visitor does not go on waiting here: by mail, or by phone at a time.
struct AnswerAsked {
  Reach by{};
  // Names the content: where they are reached.
  MessageId address;
  std::optional<Time> at = {};
  bool operator==(const AnswerAsked&) const = default;
};
struct Tagged {
  std::vector<std::string> added;
  std::vector<std::string> removed;
  bool operator==(const Tagged&) const = default;
};
struct MessagePosted {
  MessageId message;
  Version version = 1;
  bool operator==(const MessagePosted&) const = default;
};
struct MessageEdited {
  MessageId message;
  Version version{};
  bool operator==(const MessageEdited&) const = default;
};
struct MessageDeleted {
  MessageId message;
  Version version{};
  bool operator==(const MessageDeleted&) const = default;
};
struct NotePosted {
  MessageId note;
  Version version = 1;
  std::vector<UserId> mentions;
  bool operator==(const NotePosted&) const = default;
};
struct ParticipantJoined {
  Actor participant;
  bool operator==(const ParticipantJoined&) const = default;
};
struct ParticipantLeft {
  Actor participant;
  bool operator==(const ParticipantLeft&) const = default;
};

using Fact = std::variant<Started, Queued, Assigned, Snoozed, Resolved, Reopened, Rated, Tagged, MessagePosted,
                          MessageEdited, MessageDeleted, NotePosted, ParticipantJoined, ParticipantLeft, Transferred,
                          AnswerAsked, TransferDeclined>;

// The content that it shows: its message's, note's, comment's or address.
std::optional<MessageId> content_of(const Fact& fact);

// Visitors never receive notes, tags, assignments, snoozing or what colleagues decline, not even as a gap.
bool visible_to(const Fact& fact, Audience audience);

struct Event {
  Seq seq{};
  // The seq of the event before this one that visitors may see; for agents it is seq - 1.
  Seq visitor_prev{};
  Time at{};
  Actor actor;
  // The call that made it; none for what the system did.
  std::optional<ClientId> client_id;
  Fact fact;

  Seq prev_for(Audience audience) const { return audience == Audience::visitor ? visitor_prev : seq - 1; }
  bool operator==(const Event&) const = default;
};

}  // namespace parlor::conversation
