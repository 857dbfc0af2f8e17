#include "app/conversation/actions.h"

namespace parlor::app {
namespace {

using access::Action;
namespace c = conversation;

// An overload for each wish: a new one without its action does not compile.
struct ActionOf {
  std::optional<Action> operator()(const c::Start&) const { return Action::start_conversation; }
  std::optional<Action> operator()(const c::PostMessage&) const { return Action::post_message; }
  std::optional<Action> operator()(const c::EditMessage&) const { return Action::edit_message; }
  std::optional<Action> operator()(const c::DeleteMessage&) const { return Action::delete_message; }
  std::optional<Action> operator()(const c::PostNote&) const { return Action::post_note; }
  std::optional<Action> operator()(const c::Accept&) const { return Action::accept_conversation; }
  std::optional<Action> operator()(const c::Assign&) const { return Action::assign_conversation; }
  std::optional<Action> operator()(const c::Snooze&) const { return Action::snooze_conversation; }
  std::optional<Action> operator()(const c::Wake&) const { return std::nullopt; }
  std::optional<Action> operator()(const c::Resolve&) const { return Action::resolve_conversation; }
  std::optional<Action> operator()(const c::Reopen&) const { return Action::reopen_conversation; }
  std::optional<Action> operator()(const c::End&) const { return Action::end_conversation; }
  std::optional<Action> operator()(const c::Rate&) const { return Action::rate_conversation; }
  std::optional<Action> operator()(const c::Tag&) const { return Action::tag_conversation; }
  std::optional<Action> operator()(const c::Transfer&) const { return Action::transfer_conversation; }
  std::optional<Action> operator()(const c::AskAnswer&) const { return Action::ask_answer; }
  std::optional<Action> operator()(const c::AskColleague&) const { return Action::transfer_conversation; }
  std::optional<Action> operator()(const c::TakeOver&) const { return Action::accept_conversation; }
  std::optional<Action> operator()(const c::Join&) const { return Action::accept_conversation; }
  std::optional<Action> operator()(const c::DeclineTransfer&) const { return std::nullopt; }
  std::optional<Action> operator()(const c::Requeue&) const { return std::nullopt; }
  std::optional<Action> operator()(const c::Abandon&) const { return std::nullopt; }
  std::optional<Action> operator()(const c::ResolveGone&) const { return std::nullopt; }
};

}  // namespace

std::optional<access::Action> action_of(const conversation::Wish& wish) {
  return std::visit(ActionOf{}, wish);
}

}  // namespace parlor::app
