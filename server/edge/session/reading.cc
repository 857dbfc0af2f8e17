#include "edge/session/reading.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/presence/presence.h"
#include "app/routing/router.h"
#include "base/limits.h"
#include "edge/session/floor_to_wire.h"
#include "edge/session/from_wire.h"
#include "edge/session/to_wire.h"
#include "edge/session/visitors_to_wire.h"
#include "runtime/resume.h"

namespace parlor::edge {
namespace {

using access::Action;

wire::TopicPosition position_of(const app::Topic& topic, const std::string& epoch, ports::Seq seq) {
  return {to_wire(topic), epoch, static_cast<std::int64_t>(seq), false, {}};
}

template <class Row>
std::vector<wire::Conversation> rows_of(const std::vector<Row>& views, Audience audience) {
  std::vector<wire::Conversation> rows;
  rows.reserve(views.size());
  for (const auto& view : views)
    rows.push_back(to_wire(view, audience));
  return rows;
}

struct TopicAt {
  ports::Seq seq{};
  wire::TopicState state;
};

runtime::Task<app::Answer<TopicAt>> conversation_state(Reading reading, ConversationId id) {
  const auto caller = reading.principal();
  const auto audience = caller.audience();
  auto snapshot = co_await reading.services().conversations.snapshot(caller, id);
  if (!snapshot) co_return std::unexpected(snapshot.error());
  wire::ConversationState state;
  const auto& loaded = snapshot->conversation.loaded.state;
  state.conversation = to_wire(snapshot->conversation, audience);
  for (const auto& one : snapshot->participants) {
    auto actor = to_wire(one.actor, one.name);
    state.participants.push_back({actor.kind, actor.id, std::move(actor.name), one.online});
  }
  state.events = to_wire(snapshot->events, audience);
  state.has_more = snapshot->has_more;
  state.reads = to_wire(loaded.reads);
  co_return TopicAt{audience == Audience::visitor ? loaded.visitor_seq : loaded.seq, std::move(state)};
}

runtime::Task<app::Answer<TopicAt>> contact_state(Reading reading, ContactId id) {
  const auto caller = reading.principal();
  auto own = co_await reading.services().conversations.of_contact(caller, id);
  if (!own) co_return std::unexpected(own.error());
  co_return TopicAt{own->seq, wire::ContactState{rows_of(own->conversations, caller.audience())}};
}

ports::ListView list_view(std::optional<wire::WorkspaceView> view) {
  switch (view.value_or(wire::WorkspaceView::kAll)) {
    case wire::WorkspaceView::kMine:
      return ports::ListView::mine;
    case wire::WorkspaceView::kQueue:
      return ports::ListView::queue;
    case wire::WorkspaceView::kAll:
      return ports::ListView::all;
  }
  return ports::ListView::all;
}

runtime::Task<app::Answer<TopicAt>> workspace_state(Reading reading, wire::TopicSnapshotParams params) {
  const auto caller = reading.principal();
  constexpr std::int64_t kRowsUsual = 50;
  const auto limit = static_cast<std::size_t>(params.limit.value_or(kRowsUsual));
  auto page = co_await reading.services().conversations.list(
      caller, list_view(params.view), params.cursor.value_or(std::string()), std::min(limit, limits::kListRowsMax));
  if (!page) co_return std::unexpected(page.error());
  wire::WorkspaceState state;
  state.rows = rows_of(page->rows, caller.audience());
  state.counts = {static_cast<std::int64_t>(page->counts.mine), static_cast<std::int64_t>(page->counts.queue),
                  static_cast<std::int64_t>(page->counts.all)};
  if (!page->cursor.empty()) state.cursor = page->cursor;
  co_return TopicAt{0, std::move(state)};
}

app::Answer<TopicAt> presence_state(const Reading& reading) {
  const auto& caller = reading.principal();
  if (!access::allowed(caller, Action::read_presence, {caller.workspace, std::nullopt}))
    return app::refuse(Refusal::not_permitted);
  wire::PresenceTopicState state;
  const auto directory = reading.services().node.directory.snapshot();
  for (const auto* user : directory->users_of(caller.workspace)) {
    const auto role = user->role == ports::Role::owner ? wire::Role::kOwner : wire::Role::kAgent;
    state.agents.push_back(
        {to_wire(user->id), user->name, role, to_wire(reading.services().local.roster.agent(user->id))});
  }
  return TopicAt{0, std::move(state)};
}

runtime::Task<app::Answer<TopicAt>> queue_state(Reading reading) {
  auto& services = reading.services();
  if (!services.node.router) co_return app::refuse(Refusal::not_permitted);
  using Floor = std::shared_ptr<const app::FloorView>;
  auto floor = co_await runtime::await_callback<app::Answer<Floor>>([&services,
                                                                     caller = reading.principal()](auto done) mutable {
    services.node.router->view(
        caller,
        app::Reply<Floor>(services.worker, [done = std::move(done)](auto answer) mutable { done(std::move(answer)); }));
  });
  if (!floor) co_return std::unexpected(floor.error());
  co_return TopicAt{0, to_wire(**floor)};
}

runtime::Task<app::Answer<TopicAt>> visitors_state(Reading reading, wire::TopicSnapshotParams params) {
  auto& services = reading.services();
  const auto before = params.cursor ? presence::VisitId::parse(*params.cursor) : std::nullopt;
  const auto count =
      std::min(static_cast<std::size_t>(params.limit.value_or(limits::kVisitorsPageMax)), limits::kVisitorsPageMax);
  using View = std::shared_ptr<const app::VisitorsView>;
  auto view = co_await runtime::await_callback<app::Answer<View>>([&services, caller = reading.principal(), before,
                                                                   count](auto done) mutable {
    app::Reply<View> reply(services.worker, [done = std::move(done)](auto answer) mutable { done(std::move(answer)); });
    services.node.presence.visitors().view(caller, before, count, std::move(reply));
  });
  if (!view) co_return std::unexpected(view.error());
  co_return TopicAt{0, to_wire(**view)};
}

runtime::Task<app::Answer<TopicAt>> state_of(Reading reading, app::Topic topic, wire::TopicSnapshotParams params) {
  switch (topic.kind) {
    case app::Topic::Kind::conversation: {
      auto state = co_await conversation_state(reading, ConversationId{topic.id});
      co_return state;
    }
    case app::Topic::Kind::contact: {
      auto state = co_await contact_state(reading, ContactId{topic.id});
      co_return state;
    }
    case app::Topic::Kind::workspace: {
      auto state = co_await workspace_state(reading, std::move(params));
      co_return state;
    }
    case app::Topic::Kind::queue: {
      auto state = co_await queue_state(reading);
      co_return state;
    }
    case app::Topic::Kind::visitors: {
      auto state = co_await visitors_state(reading, std::move(params));
      co_return state;
    }
    case app::Topic::Kind::presence:
      co_return presence_state(reading);
    case app::Topic::Kind::person:
      break;
  }
  co_return app::refuse(Refusal::not_permitted);
}

Action action_to_follow(app::Topic::Kind kind) {
  if (kind == app::Topic::Kind::presence) return Action::read_presence;
  if (kind == app::Topic::Kind::visitors) return Action::read_visitors;
  return kind == app::Topic::Kind::queue ? Action::read_queue : Action::list_conversations;
}

wire::RpcError topic_unknown(wire::RawId id) {
  wire::RpcError error;
  error.id = std::move(id);
  error.reason = wire::Reason::kInvalidParams;
  error.field = "params.topic";
  error.message = "topic must be one that can be followed";
  return error;
}

}  // namespace

bool Reading::has_room() const {
  return session_->subscriptions_.size() < limits::kTopicsPerSessionMax;
}

runtime::Task<app::Answer<Caught>> Reading::catch_up(app::Topic topic, std::optional<wire::Position> after) {
  const auto caller = principal();
  if (topic.kind == app::Topic::Kind::conversation) {
    auto caught = co_await catch_up_conversation(topic, std::move(after));
    co_return caught;
  }
  if (topic.kind == app::Topic::Kind::contact) {
    auto caught = co_await catch_up_contact(topic, std::move(after));
    co_return caught;
  }
  const auto action = action_to_follow(topic.kind);
  if (!access::allowed(caller, action, {caller.workspace, std::nullopt})) co_return app::refuse(Refusal::not_permitted);
  co_return Caught{position_of(topic, epoch(), 0), {}, {}};
}

runtime::Task<app::Answer<Caught>> Reading::catch_up_conversation(app::Topic topic,
                                                                  std::optional<wire::Position> after) {
  const auto caller = principal();
  std::optional<ports::Seq> from;
  if (after && after->epoch == epoch() && after->seq >= 0) from = static_cast<ports::Seq>(after->seq);
  auto missed = co_await services().conversations.catch_up(caller, ConversationId{topic.id}, from);
  if (!missed) co_return std::unexpected(missed.error());
  Caught caught{position_of(topic, epoch(), missed->head), {}, {}};
  caught.position.recovered = missed->recovered;
  caught.position.reads = to_wire(missed->reads);
  if (missed->recovered) caught.missed = encode_events(topic, missed->events, caller.audience(), caught.position.epoch);
  co_return caught;
}

// The contact's seq counts its conversations, so that the newest began at the head and each other one before.
runtime::Task<app::Answer<Caught>> Reading::catch_up_contact(app::Topic topic, std::optional<wire::Position> after) {
  const ContactId contact{topic.id};
  if (!access::allowed(principal(), Action::read_own_contact, {principal().workspace, contact}))
    co_return app::refuse(Refusal::not_permitted);
  auto own = co_await services().conversations.of_contact(principal(), contact);
  if (!own) co_return std::unexpected(own.error());
  Caught caught{position_of(topic, epoch(), own->seq), {}, {}};
  auto& position = caught.position;
  if (!after || after->epoch != position.epoch || after->seq > position.seq) co_return caught;
  const auto count = static_cast<std::size_t>(position.seq - after->seq);
  if (count > own->conversations.size()) co_return caught;
  position.recovered = true;
  for (auto back = count; back > 0; --back) {
    auto& view = own->conversations[back - 1];
    const auto& state = view.loaded.state;
    caught.begun.push_back(state.id);
    app::ContactConversationStarted started{own->seq - back + 1, state.started_at, std::nullopt, std::move(view)};
    caught.missed.push_back(encode_started(topic, started, position.epoch));
  }
  co_return caught;
}

void Reading::finish(const app::Topic& topic, const Caught& caught) {
  auto sent = static_cast<ports::Seq>(caught.position.seq);
  for (const auto& event : caught.missed) {
    session_->send(event.frame);
    sent = std::max(sent, event.seq);
  }
  for (const auto conversation : caught.begun) {
    auto task = follow_from_start(session_, conversation);
    if (lives()) runtime::asio::co_spawn(services().worker.executor(), std::move(task), runtime::asio::detached);
  }
  if (lives()) session_->caught_up(topic, sent);
}

runtime::Task<> read_task(SharedSession session, wire::RawId id, Answers::Slot slot, wire::TopicSnapshotParams params) {
  Reading reading(session);
  const auto topic = from_wire(params.topic, reading.principal().workspace);
  if (!topic) {
    slot(wire::encode_error(topic_unknown(std::move(id))));
    co_return;
  }
  const auto named = params.topic;
  auto at = co_await state_of(reading, *topic, std::move(params));
  if (!at) {
    slot(wire::encode_error(to_wire(at.error(), std::move(id))));
    co_return;
  }
  wire::TopicSnapshotResult result{named, reading.epoch(), static_cast<std::int64_t>(at->seq), std::move(at->state)};
  slot(wire::encode_result(id, result));
}

runtime::Task<> read_task(SharedSession session, wire::RawId id, Answers::Slot slot,
                          wire::TopicSubscribeParams params) {
  Reading reading(session);
  const auto topic = from_wire(params.topic, reading.principal().workspace);
  if (!topic || !reading.has_room()) {
    slot(wire::encode_error(topic_unknown(std::move(id))));
    co_return;
  }
  const bool followed_before = reading.follows(*topic);
  reading.follow_later(*topic);
  auto caught = co_await reading.catch_up(*topic, std::move(params.after));
  if (!reading.lives()) co_return;
  if (!caught) {
    // Followed before, it still is: what came meanwhile goes out now.
    followed_before ? reading.follow_on(*topic) : reading.unfollow(*topic);
    slot(wire::encode_error(to_wire(caught.error(), std::move(id))));
    co_return;
  }
  slot(wire::encode_result(id, caught->position));
  reading.finish(*topic, *caught);
}

runtime::Task<> read_task(SharedSession session, wire::RawId id, Answers::Slot slot, wire::HistoryPageParams params) {
  Reading reading(session);
  const auto caller = reading.principal();
  const auto limit =
      static_cast<std::size_t>(params.limit.value_or(static_cast<std::int64_t>(limits::kSnapshotEventsMax)));
  const auto before = static_cast<ports::Seq>(params.before_seq.value_or(0));
  auto page = co_await reading.services().conversations.history(caller, from_wire<ConversationId>(params.conversation),
                                                                before, std::min(limit, limits::kHistoryEventsMax));
  if (!page) {
    slot(wire::encode_error(to_wire(page.error(), std::move(id))));
    co_return;
  }
  slot(wire::encode_result(id, wire::HistoryPageResult{to_wire(page->events, caller.audience()), page->has_more}));
}

runtime::Task<> follow_from_start(SharedSession session, ConversationId conversation) {
  Reading reading(session);
  const auto topic = app::Topic::conversation(reading.principal().workspace, conversation);
  if (reading.follows(topic)) co_return;
  reading.follow_later(topic);
  wire::Position from_start{reading.epoch(), 0};
  auto caught = co_await reading.catch_up(topic, std::move(from_start));
  if (!reading.lives()) co_return;
  if (!caught) co_return reading.give_up();
  reading.finish(topic, *caught);
}

runtime::Task<> read_missed(SharedSession session, app::Topic topic, ports::Seq sent) {
  Reading reading(session);
  wire::Position after{reading.epoch(), static_cast<std::int64_t>(sent)};
  auto caught = co_await reading.catch_up(topic, std::move(after));
  if (!reading.lives() || !reading.follows(topic)) co_return;
  if (!caught || !caught->position.recovered) co_return reading.give_up();
  reading.finish(topic, *caught);
}

}  // namespace parlor::edge
