#include "domain/conversation/events.h"

namespace parlor::conversation {
namespace {

template <class F>
inline constexpr bool kAgentsOnly =
    std::is_same_v<F, Assigned> || std::is_same_v<F, Snoozed> || std::is_same_v<F, Tagged> ||
    std::is_same_v<F, NotePosted> || std::is_same_v<F, TransferDeclined>;

struct ContentOf {
  std::optional<MessageId> operator()(const MessagePosted& fact) const { return fact.message; }
  std::optional<MessageId> operator()(const MessageEdited& fact) const { return fact.message; }
  std::optional<MessageId> operator()(const MessageDeleted& fact) const { return fact.message; }
  std::optional<MessageId> operator()(const NotePosted& fact) const { return fact.note; }
  std::optional<MessageId> operator()(const Rated& fact) const { return fact.comment; }
  std::optional<MessageId> operator()(const AnswerAsked& fact) const { return fact.address; }
  template <class Other>
  std::optional<MessageId> operator()(const Other&) const {
    return std::nullopt;
  }
};

}  // namespace

std::optional<MessageId> content_of(const Fact& fact) {
  return std::visit(ContentOf{}, fact);
}

bool visible_to(const Fact& fact, Audience audience) {
  if (audience == Audience::agent) return true;
  return std::visit([]<class F>(const F&) { return !kAgentsOnly<F>; }, fact);
}

}  // namespace parlor::conversation
