#include "domain/conversation/decide.h"

#include "domain/conversation/draft.h"

namespace parlor::conversation {
namespace {

Refused decide_any(Draft& draft, const Command& command) {
  const bool starts = std::holds_alternative<Start>(command.wish);
  if (starts == draft.state().started()) return starts ? Refusal::conflict : Refusal::conversation_unknown;
  if (command.if_seq && draft.state().seq > *command.if_seq) return Refusal::conflict;
  return std::visit([&](const auto& wish) { return decide_wish(draft, wish); }, command.wish);
}

}  // namespace

Decided decide(const State& state, const Command& command, const Context& context) {
  Draft draft(state, command, context);
  if (const auto refused = decide_any(draft, command)) return std::unexpected(*refused);
  return std::move(draft).finish();
}

std::expected<std::optional<ReadMark>, Refusal> mark_read(const State& state, Actor reader, Seq seq, Time now) {
  if (!state.started()) return std::unexpected(Refusal::conversation_unknown);
  const Seq head = reader.is_visitor() ? state.visitor_seq : state.seq;
  if (seq > head) return std::unexpected(Refusal::conflict);
  if (seq <= read_up_to(state, reader)) return std::nullopt;
  return ReadMark{reader, seq, now};
}

}  // namespace parlor::conversation
