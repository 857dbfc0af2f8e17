#include "domain/conversation/events.h"

namespace parlor::conversation {
namespace {

template <class F>
inline constexpr bool kAgentsOnly = std::is_same_v<F, Assigned> || std::is_same_v<F, Snoozed> ||
                                    std::is_same_v<F, Tagged> || std::is_same_v<F, NotePosted>;

}  // namespace

bool visible_to(const Fact& fact, Audience audience) {
  if (audience == Audience::agent) return true;
  return std::visit([]<class F>(const F&) { return !kAgentsOnly<F>; }, fact);
}

}  // namespace parlor::conversation
