#include "view.h"

#include <algorithm>

#include "edge/session/from_wire.h"
#include "edge/session/to_wire.h"

namespace parlor::sim {
namespace {

std::optional<std::string> text_of(const std::optional<wire::Body>& body) {
  if (!body) return std::nullopt;
  return edge::from_wire(*body)->text;
}

template <class... Handlers>
struct On : Handlers... {
  using Handlers::operator()...;
};

std::string list_of(const View& view) {
  std::string list;
  for (const auto& item : view.items)
    list += " " + std::to_string(item.seq);
  return list;
}

void promise_same_state(const View& one, const View& other) {
  promise(one.status == other.status, "old snapshot + events has another status than a fresh snapshot");
  promise(one.assignee == other.assignee, "old snapshot + events has another assignee than a fresh snapshot");
  promise(one.rating == other.rating, "old snapshot + events has another rating than a fresh snapshot");
  promise(one.tags == other.tags, "old snapshot + events has other tags than a fresh snapshot");
}

}  // namespace

View View::of(const wire::ConversationState& state, std::int64_t seq) {
  View view;
  for (const auto& event : state.events)
    view.show(event);
  view.seq = seq;
  view.status = state.conversation.status;
  if (state.conversation.assignee) view.assignee = state.conversation.assignee->id;
  view.tags = state.conversation.tags.value_or(std::vector<std::string>());
  if (state.conversation.rating) view.rating = state.conversation.rating->score;
  return view;
}

void View::take(const wire::Event& event) {
  seq = event.seq;
  take_fact(event);
  show(event);
}

void View::take_fact(const wire::Event& event) {
  using wire::ConversationStatus;
  const On on{
      [&](const wire::ConversationQueued&) {
        status = ConversationStatus::kQueued;
        assignee.reset();
      },
      [&](const wire::ConversationAssigned& fact) {
        status = ConversationStatus::kOpen;
        assignee = fact.assignee.id;
      },
      [&](const wire::ConversationSnoozed&) { status = ConversationStatus::kSnoozed; },
      [&](const wire::ConversationResolved&) { status = ConversationStatus::kResolved; },
      [&](const wire::ConversationReopened& fact) {
        const bool to_queue = fact.status == wire::ReopenedStatus::kQueued;
        status = to_queue ? ConversationStatus::kQueued : ConversationStatus::kOpen;
        if (to_queue) assignee.reset();
      },
      [&](const wire::ConversationRated& fact) { rating = fact.score; },
      [&](const wire::ConversationTagged& fact) {
        std::erase_if(tags, [&](const auto& tag) { return std::ranges::count(fact.removed, tag) > 0; });
        tags.insert(tags.end(), fact.added.begin(), fact.added.end());
      },
      [&](const wire::ParticipantJoined& fact) {
        if (fact.participant.kind == wire::ActorKind::kAgent) status = ConversationStatus::kOpen;
      },
      [](const auto&) {},
  };
  std::visit(on, event.data);
}

void View::show(const wire::Event& event) {
  Item item{event.seq, event.type(), std::nullopt, event.client_id, std::nullopt};
  const On on{
      [&](const wire::MessagePosted& fact) {
        item.content = fact.message;
        item.text = text_of(fact.body);
      },
      [&](const wire::NotePosted& fact) {
        item.content = fact.note;
        item.text = fact.text;
      },
      [&](const wire::MessageEdited& fact) { change(fact.message, fact.body); },
      [&](const wire::MessageDeleted& fact) { change(fact.message, fact.body); },
      [](const auto&) {},
  };
  std::visit(on, event.data);
  if (item.content) {
    const bool shown = std::ranges::any_of(items, [&](const Item& one) {
      return one.content == item.content || (one.type == item.type && one.client_id == item.client_id);
    });
    promise(!shown, "a message shows twice");
  }
  items.push_back(std::move(item));
}

void View::change(const wire::Uuid& message, const std::optional<wire::Body>& body) {
  for (auto& item : items) {
    if (item.content == message) item.text = text_of(body);
  }
}

void promise_equal(const View& old_and_events, const View& fresh) {
  promise_same_state(old_and_events, fresh);
  if (old_and_events.items.empty() || fresh.items.empty()) return;
  const auto from = std::max(old_and_events.items.front().seq, fresh.items.front().seq);
  const auto shown = [from](const View& view) {
    std::vector<View::Item> items;
    std::ranges::copy_if(view.items, std::back_inserter(items), [from](const auto& item) { return item.seq >= from; });
    return items;
  };
  const auto same = [](const View::Item& one, const View::Item& other) {
    return one.seq == other.seq && one.type == other.type && one.content == other.content;
  };
  if (!std::ranges::equal(shown(old_and_events), shown(fresh), same))
    broken("old snapshot + events shows" + list_of(old_and_events) + ", a fresh snapshot" + list_of(fresh));
}

void promise_true(const View& view, const TrueConversation& stored, Audience audience) {
  View truth;
  truth.status = edge::shown_status(stored.state.status, audience);
  if (audience == Audience::agent) {
    if (stored.state.assignee) truth.assignee = edge::to_wire(*stored.state.assignee);
    truth.tags = stored.state.tags;
  }
  if (stored.state.rating) truth.rating = *stored.state.rating;
  promise_same_state(view, truth);
  const auto head = audience == Audience::visitor ? stored.state.visitor_seq : stored.state.seq;
  promise(static_cast<conversation::Seq>(view.seq) == head, "a tab never learned the last events");
  auto item = view.items.begin();
  for (const auto& event : stored.events) {
    if (item == view.items.end()) break;
    if (static_cast<std::int64_t>(event.seq) < item->seq || !visible_to(event.fact, audience)) continue;
    promise(static_cast<std::int64_t>(event.seq) == item->seq, "a tab shows other events than are stored");
    if (item->content) {
      const auto content = stored.contents.find(MessageId{item->content->bytes});
      promise(content != stored.contents.end() && content->second.text == item->text,
              "a tab shows other words than are stored");
    }
    ++item;
  }
  promise(item == view.items.end(), "a tab shows events that are not stored");
}

}  // namespace parlor::sim
