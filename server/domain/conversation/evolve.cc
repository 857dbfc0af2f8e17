#include "domain/conversation/evolve.h"

#include <algorithm>

#include "base/limits.h"

namespace parlor::conversation {
namespace {

void join(State& state, Actor participant) {
  if (participant.is_agent() && !has_joined(state, participant.user())) state.agents.push_back(participant.user());
}

void wait_for_us(State& state, Time since) {
  if (!state.waiting_since) state.waiting_since = since;
}

// Writing is reading: a post or a note reads everything before it.
void read_by_writing(State& state, const Event& event) {
  if (event.actor == Actor::system()) return;
  evolve(state, ReadMark{event.actor, event.seq, event.at});
}

// What somebody said last stays in sight behind what a rule says.
void remember_message(State& state, const Event& event, MessageId message) {
  const bool is_automatic = event.actor == Actor::system();
  if (!is_automatic) state.last_message = LastMessage{message, event.seq, event.actor.kind, event.at};
  state.recent.push_back({event.seq, event.actor.kind});
  if (state.recent.size() > limits::kUnreadCountMax) state.recent.erase(state.recent.begin());
}

struct Evolve {
  State& state;
  const Event& event;

  void operator()(const Started& fact) {
    state.inbox = fact.inbox;
    state.contact = fact.contact;
    state.status = Status::assistant;
    state.started_at = event.at;
  }
  void operator()(const Queued& fact) {
    state.status = Status::queued;
    if (fact.place) state.place = *fact.place;
    state.assignee.reset();
    state.snoozed_until.reset();
    wait_for_us(state, event.at);
  }
  void operator()(const Assigned& fact) {
    state.status = Status::open;
    state.assignee = fact.assignee;
    state.snoozed_until.reset();
  }
  void operator()(const Snoozed& fact) {
    state.status = Status::snoozed;
    state.snoozed_until = fact.until;
  }
  // What it changes is said by the fact that follows.
  void operator()(const Transferred&) {}
  void operator()(const TransferDeclined&) {}
  void operator()(const Resolved&) {
    state.status = Status::resolved;
    state.resolved_at = event.at;
    state.place.reach = Reach::chat;
    state.snoozed_until.reset();
    state.waiting_since.reset();
  }
  void operator()(const Reopened& fact) {
    state.status = fact.status;
    state.resolved_at.reset();
    state.snoozed_until.reset();
    if (fact.status == Status::queued) state.assignee.reset();
    if (event.actor.is_visitor()) wait_for_us(state, event.at);
  }
  void operator()(const Rated& fact) {
    state.rating = fact.score;
    state.rating_comment = fact.comment;
  }
  void operator()(const AnswerAsked& fact) { state.place.reach = fact.by; }
  void operator()(const Tagged& fact) {
    std::erase_if(state.tags,
                  [&](const std::string& tag) { return std::ranges::find(fact.removed, tag) != fact.removed.end(); });
    state.tags.insert(state.tags.end(), fact.added.begin(), fact.added.end());
  }
  void operator()(const MessagePosted& fact) {
    remember_message(state, event, fact.message);
    read_by_writing(state, event);
    if (event.actor.is_visitor()) {
      // They have come back to whoever has it.
      if (state.status == Status::open) state.place.reach = Reach::chat;
      wait_for_us(state, event.at);
    } else if (event.actor.is_agent()) {
      state.waiting_since.reset();
      state.answered = true;
    }
  }
  void operator()(const MessageEdited& fact) {
    if (const auto named = state.named.find(fact.message); named != state.named.end())
      named->second.version = fact.version;
  }
  void operator()(const MessageDeleted& fact) {
    if (const auto named = state.named.find(fact.message); named != state.named.end()) {
      named->second.version = fact.version;
      named->second.deleted = true;
    }
  }
  void operator()(const NotePosted&) { read_by_writing(state, event); }
  void operator()(const ParticipantJoined& fact) { join(state, fact.participant); }
  void operator()(const ParticipantLeft& fact) {
    if (fact.participant.is_agent()) std::erase(state.agents, fact.participant.user());
  }
};

}  // namespace

void evolve(State& state, const Event& event) {
  state.seq = event.seq;
  if (visible_to(event.fact, Audience::visitor)) state.visitor_seq = event.seq;
  state.updated_at = event.at;
  std::visit(Evolve{state, event}, event.fact);
}

void evolve(State& state, const ReadMark& mark) {
  const auto known = std::ranges::find(state.reads, mark.participant, &ReadMark::participant);
  if (known == state.reads.end()) {
    state.reads.push_back(mark);
  } else if (mark.seq > known->seq) {
    *known = mark;
  }
}

}  // namespace parlor::conversation
