#include "store/sqlite/event_row.h"

#include <sqlite3.h>

#include "store/connection/failure.h"
#include "store/connection/packed.h"
#include "store/rules/appending.h"
#include "store/sqlite/place_blob.h"

namespace parlor::store {
namespace {

using namespace conversation;

enum Type : std::int64_t {
  started = 1,
  queued = 2,
  assigned = 3,
  snoozed = 4,
  resolved = 5,
  reopened = 6,
  rated = 7,
  tagged = 8,
  message_posted = 9,
  message_edited = 10,
  message_deleted = 11,
  note_posted = 12,
  participant_joined = 13,
  participant_left = 14,
  transferred = 15,
  answer_asked = 16,
  transfer_declined = 17,
};

struct Pack {
  Packed& out;
  Type operator()(const Started& fact) {
    out.id(fact.inbox).id(fact.contact);
    return started;
  }
  Type operator()(const Queued& fact) {
    out.word(fact.reason);
    if (fact.place) pack_place(out, *fact.place);
    return queued;
  }
  Type operator()(const Assigned& fact) {
    out.id(fact.assignee);
    return assigned;
  }
  Type operator()(const Snoozed& fact) {
    out.time(fact.until);
    return snoozed;
  }
  Type operator()(const Resolved&) { return resolved; }
  Type operator()(const Reopened& fact) {
    out.word(fact.status);
    return reopened;
  }
  Type operator()(const Rated& fact) {
    out.number(fact.score);
    for (const auto reason : fact.reasons)
      out.word(reason);
    return rated;
  }
  Type operator()(const Tagged& fact) {
    out.number(fact.added.size());
    for (const auto& tag : fact.added)
      out.text(tag);
    for (const auto& tag : fact.removed)
      out.text(tag);
    return tagged;
  }
  Type operator()(const MessagePosted& fact) {
    out.number(fact.version);
    return message_posted;
  }
  Type operator()(const MessageEdited& fact) {
    out.number(fact.version);
    return message_edited;
  }
  Type operator()(const MessageDeleted& fact) {
    out.number(fact.version);
    return message_deleted;
  }
  Type operator()(const NotePosted& fact) {
    out.number(fact.version);
    for (const auto& user : fact.mentions)
      out.id(user);
    return note_posted;
  }
  Type operator()(const ParticipantJoined& fact) {
    out.word(fact.participant.kind).id(fact.participant.id);
    return participant_joined;
  }
  Type operator()(const ParticipantLeft& fact) {
    out.word(fact.participant.kind).id(fact.participant.id);
    return participant_left;
  }
  Type operator()(const Transferred& fact) {
    fact.team ? out.number(1).id(*fact.team) : out.number(0).id(*fact.agent);
    return transferred;
  }
  Type operator()(const AnswerAsked& fact) {
    out.word(fact.by);
    if (fact.at) out.time(*fact.at);
    return answer_asked;
  }
  Type operator()(const TransferDeclined& fact) {
    out.id(fact.agent).word(fact.reason).number(fact.joins ? 1 : 0);
    return transfer_declined;
  }
};

Rated unpack_rating(Unpacked& in, std::optional<MessageId> comment) {
  Rated fact{static_cast<std::uint8_t>(in.number()), comment};
  while (!in.at_end())
    fact.reasons.push_back(in.word<RatingReason>());
  return fact;
}

Tagged unpack_tags(Unpacked& in) {
  Tagged fact;
  for (auto count = in.number(); count > 0; --count)
    fact.added.push_back(in.text());
  while (!in.at_end())
    fact.removed.push_back(in.text());
  return fact;
}

NotePosted unpack_note(Unpacked& in, MessageId note) {
  NotePosted fact{note, static_cast<Version>(in.number()), {}};
  while (!in.at_end())
    fact.mentions.push_back(in.id<UserId>());
  return fact;
}

Queued unpack_queued(Unpacked& in) {
  Queued fact{in.word<QueuedReason>()};
  if (!in.at_end()) fact.place = unpack_place(in);
  return fact;
}

Transferred unpack_transferred(Unpacked& in) {
  if (in.number() == 1) return {.team = in.id<TeamId>(), .agent = std::nullopt};
  return {.team = std::nullopt, .agent = in.id<UserId>()};
}

AnswerAsked unpack_answer_asked(Unpacked& in, MessageId address) {
  AnswerAsked fact{in.word<Reach>(), address};
  if (!in.at_end()) fact.at = in.time();
  return fact;
}

TransferDeclined unpack_transfer_declined(Unpacked& in) {
  const auto agent = in.id<UserId>();
  const auto reason = in.word<DeclineReason>();
  return {agent, reason, in.number() == 1};
}

Actor unpack_actor(Unpacked& in) {
  const auto kind = in.word<ActorKind>();
  return {kind, in.id<ActorId>()};
}

}  // namespace

FactRow row_of(const Fact& fact) {
  Packed details;
  const auto type = std::visit(Pack{details}, fact);
  return {type, content_of(fact), details.take()};
}

Fact fact_of(std::int64_t type, std::optional<MessageId> content, std::string_view details) {
  Unpacked in(details);
  const auto named = content.value_or(MessageId{});
  switch (static_cast<Type>(type)) {
    case started: {
      const auto inbox = in.id<InboxId>();
      return Started{inbox, in.id<ContactId>()};
    }
    case queued:
      return unpack_queued(in);
    case assigned:
      return Assigned{in.id<UserId>()};
    case snoozed:
      return Snoozed{in.time()};
    case resolved:
      return Resolved{};
    case reopened:
      return Reopened{in.word<Status>()};
    case rated:
      return unpack_rating(in, content);
    case tagged:
      return unpack_tags(in);
    case message_posted:
      return MessagePosted{named, static_cast<Version>(in.number())};
    case message_edited:
      return MessageEdited{named, static_cast<Version>(in.number())};
    case message_deleted:
      return MessageDeleted{named, static_cast<Version>(in.number())};
    case note_posted:
      return unpack_note(in, named);
    case participant_joined:
      return ParticipantJoined{unpack_actor(in)};
    case participant_left:
      return ParticipantLeft{unpack_actor(in)};
    case transferred:
      return unpack_transferred(in);
    case answer_asked:
      return unpack_answer_asked(in, named);
    case transfer_declined:
      return unpack_transfer_declined(in);
  }
  throw Failure(SQLITE_CORRUPT, "an event of an unknown type");
}

}  // namespace parlor::store
