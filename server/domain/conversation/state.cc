#include "domain/conversation/state.h"

#include <algorithm>

namespace parlor::conversation {

bool has_joined(const State& state, UserId agent) {
  return std::ranges::find(state.agents, agent) != state.agents.end();
}

bool is_held_by(const State& state, UserId agent) {
  return state.status == Status::open && state.assignee == agent;
}

bool is_booked(const State& state) {
  return state.status == Status::snoozed && !state.assignee && state.place.reach == Reach::phone;
}

Seq read_up_to(const State& state, Actor participant) {
  const auto mark = std::ranges::find(state.reads, participant, &ReadMark::participant);
  return mark == state.reads.end() ? 0 : mark->seq;
}

std::size_t unread_for(const State& state, Audience audience) {
  const bool by_visitor = audience == Audience::visitor;
  Seq read = 0;
  for (const auto& mark : state.reads) {
    if (mark.participant.is_visitor() == by_visitor) read = std::max(read, mark.seq);
  }
  return static_cast<std::size_t>(std::ranges::count_if(state.recent, [&](const MessageMark& message) {
    return message.seq > read && (message.author == ActorKind::visitor) != by_visitor;
  }));
}

}  // namespace parlor::conversation
