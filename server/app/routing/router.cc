#include "app/routing/router.h"

#include "app/conversation/views.h"
#include "app/routing/team_hours.h"
#include "base/limits.h"

namespace parlor::app {
namespace {

access::Principal system_of(WorkspaceId workspace) {
  return {access::Role::agent, workspace, {}, {}, {}, false};
}

// Nothing: none of them ever comes.
std::optional<Time> earliest(std::initializer_list<std::optional<Time>> times) {
  std::optional<Time> first;
  for (const auto& time : times) {
    if (time && (!first || *time < *first)) first = time;
  }
  return first;
}

// As whoever looks at the site sees it. One that nobody has written in yet is none.
std::optional<presence::Chat> chat_of(const Glance& glance) {
  using conversation::Status;
  if (glance.status == Status::resolved || glance.status == Status::assistant) return std::nullopt;
  return presence::Chat{glance.conversation, glance.assignee};
}

}  // namespace

Router::Router(Node& node, Conversations& conversations)
    : node_(node),
      conversations_(conversations),
      worker_(node.workers[0]),
      local_(*node.locals[0]),
      published_figures_(std::make_shared<const QueueFiguresOf>()),
      steps_soon_(worker_, limits::kRoutingCoalesce, [this] { step_due(); }),
      next_(worker_.context()),
      show_(worker_, limits::kFloorShownEvery, [this] { show(); }),
      look_(worker_, limits::kDirectoryLook, [this] { follow_workspaces(); }) {}

Router::~Router() {
  for (const auto& [workspace, floor] : floors_) {
    local_.hub.unfollow(Topic::rows(workspace), *this);
    local_.hub.unfollow(Topic::presence(workspace), *this);
  }
}

void Router::start() {
  worker_.post([this] {
    follow_workspaces();
    show_.start();
    look_.start();
  });
}

Router::Floor& Router::floor_of(WorkspaceId workspace) {
  auto& floor = floors_[workspace];
  if (floor) return *floor;
  floor = std::make_unique<Floor>(node_.clock.now(), node_.zones);
  floor->desk.set_up(node_.directory.snapshot()->routing_of(workspace));
  local_.hub.follow(Topic::rows(workspace), *this);
  local_.hub.follow(Topic::presence(workspace), *this);
  read_floor(workspace, {});
  return *floor;
}

void Router::follow_workspaces() {
  const auto directory = node_.directory.snapshot();
  for (const auto& [id, workspace] : directory->workspaces) {
    auto& floor = floor_of(id);
    const auto setup = directory->routing_of(id);
    if (std::exchange(floor.has_to_be_read, false)) read_floor(id, {});
    if (setup->version == floor.desk.setup().version) continue;
    floor.desk.set_up(setup);
    floor.knows_hours = false;
    // What waits may belong to another team's queue now, or to one at all.
    read_floor(id, {});
  }
}

void Router::set_up_anew() {
  worker_.post([this] { follow_workspaces(); });
}

// All that is not resolved, page by page; what happens meanwhile is heard as well, and the newest word counts.
void Router::read_floor(WorkspaceId workspace, std::string cursor) {
  ports::ListQuery query{.workspace = workspace, .view = ports::ListView::all, .agent = {}};
  query.limit = limits::kListRowsMax;
  query.cursor = std::move(cursor);
  node_.store.list(std::move(query), [this, workspace](Result<ports::ListPage> page) {
    worker_.post(
        [this, workspace, page = std::move(page)] { page ? take_page(workspace, *page) : read_again(workspace); });
  });
}

void Router::read_again(WorkspaceId workspace) {
  floor_of(workspace).has_to_be_read = true;
}

void Router::take_page(WorkspaceId workspace, const ports::ListPage& page) {
  auto& floor = floor_of(workspace);
  for (const auto& row : page.rows) {
    if (row.state.status == conversation::Status::resolved) return step_soon(floor);
    see(workspace, floor, glance_at(row), local_.roster.contact_online(row.state.contact));
  }
  if (!page.cursor.empty()) read_floor(workspace, page.cursor);
  step_soon(floor);
}

void Router::see(WorkspaceId workspace, Floor& floor, const Glance& glance, bool visitor_there) {
  if (!floor.newest.take(glance)) return;
  floor.desk.see(glance, visitor_there, node_.clock.now());
  floor.departures.see(glance, visitor_there, node_.clock.now());
  floor.callbacks.see(glance);
  node_.presence.visitors().chats(workspace, glance.contact, glance.conversation, chat_of(glance));
}

void Router::changed(WorkspaceId workspace, Glance glance) {
  worker_.dispatch([this, workspace, glance = std::move(glance)] {
    auto& floor = floor_of(workspace);
    see(workspace, floor, glance, local_.roster.contact_online(glance.contact));
    step_soon(floor);
  });
}

void Router::in_doubt(WorkspaceId workspace) {
  worker_.dispatch([this, workspace] { read_again(workspace); });
}

void Router::deliver(const SharedPublication& publication) {
  const auto workspace = publication->topic.workspace;
  if (const auto* change = std::get_if<PresenceChanged>(&publication->what)) return person_changed(workspace, *change);
  const auto* rows = std::get_if<RowsChanged>(&publication->what);
  // This node's own changes were heard from the shards.
  if (!rows || !node_.bus.has_other_nodes()) return;
  auto& floor = floor_of(workspace);
  for (const auto& row : rows->rows)
    see(workspace, floor, glance_at(row.loaded), row.contact_online);
  step_soon(floor);
}

void Router::person_changed(WorkspaceId workspace, const PresenceChanged& change) {
  auto& floor = floor_of(workspace);
  const auto now = node_.clock.now();
  if (change.participant.is_agent()) {
    floor.desk.agent_is(change.participant.user(), change.state, now);
  } else {
    const auto contact = id_cast<ContactId>(change.participant.id);
    const bool is_there = change.state != AgentStatus::offline;
    floor.desk.visitor_is(contact, is_there, now);
    floor.departures.visitor_is(contact, is_there, now);
    if (is_there) floor.desk.forget_told(contact);
  }
  step_soon(floor);
}

void Router::step_soon(Floor& floor) {
  floor.is_due = true;
  floor.is_shown = false;
  steps_soon_.ask();
}

void Router::step_due() {
  const auto now = node_.clock.now();
  for (auto& [workspace, floor] : floors_) {
    const bool has_come = floor->due_at && *floor->due_at <= now;
    if (floor->is_due || has_come) step(workspace, *floor);
  }
  wait_for_next();
}

void Router::step(WorkspaceId workspace, Floor& floor) {
  const auto now = node_.clock.now();
  floor.is_due = false;
  floor.is_shown = false;
  follow_hours(floor, now);
  auto steps = floor.desk.step(now);
  const auto departures = floor.departures.step(floor.desk.setup(), now);
  floor.due_at = earliest({steps.due_at, departures.due_at, floor.hours_due});
  follow(workspace, std::move(steps));
  for (const auto& [conversation, gone_for] : departures.over)
    submit_for_system(workspace, conversation, conversation::ResolveGone{gone_for});
}

void Router::follow_hours(Floor& floor, Time now) {
  if (floor.knows_hours && (!floor.hours_due || now < *floor.hours_due)) return;
  floor.knows_hours = true;
  floor.hours_due.reset();
  for (const auto& team : floor.desk.setup().teams) {
    const auto opening = opening_of(team, node_.zones, now);
    floor.desk.set_open(team.team.id, opening.is_open);
    if (opening.until && (!floor.hours_due || *opening.until < *floor.hours_due)) floor.hours_due = opening.until;
  }
}

void Router::follow(WorkspaceId workspace, Steps steps) {
  for (const auto& offer : steps.offers)
    offer_over(workspace, offer);
  for (auto& [conversation, wish] : steps.back)
    submit_for_system(workspace, conversation, std::move(wish));
  for (const auto conversation : steps.abandoned)
    submit_for_system(workspace, conversation, conversation::Abandon{});
  for (const auto agent : steps.set_away) {
    auto principal = system_of(workspace);
    principal.id = id_cast<ActorId>(agent);
    node_.presence.missed_offers(principal);
  }
}

void Router::wait_for_next() {
  std::optional<Time> next;
  for (const auto& [workspace, floor] : floors_) {
    if (floor->due_at && (!next || *floor->due_at < *next)) next = floor->due_at;
  }
  if (!next) return;
  next_.expires_after(std::max(*next - node_.clock.now(), Millis(1)));
  next_.async_wait([this](const boost::system::error_code& error) {
    if (!error) step_due();
  });
}

void Router::submit_for_system(WorkspaceId workspace, ConversationId conversation, conversation::Wish wish) {
  Call call{conversation, {Actor::system(), std::nullopt, std::nullopt, std::move(wish)}, std::nullopt};
  conversations_.submit(system_of(workspace), std::move(call), Reply<ports::Receipt>(worker_, [](auto) {}));
}

void Router::publish_positions(WorkspaceId workspace, Floor& floor) {
  const auto directory = node_.directory.snapshot();
  for (const auto& [conversation, position] : floor.desk.moved_positions(node_.clock.now())) {
    QueueMoved moved{.number = position.number, .wait = position.wait, .team = {}, .ways_out = position.ways_out};
    if (position.team) moved.team = directory->team_name(workspace, *position.team);
    node_.bus.publish(
        std::make_shared<const Publication>(Topic::conversation(workspace, conversation), std::move(moved)));
  }
}

void Router::show() {
  bool has_changed = false;
  for (auto& [workspace, floor] : floors_) {
    if (std::exchange(floor->is_shown, true)) continue;
    has_changed = true;
    publish_positions(workspace, *floor);
    auto view = std::make_shared<const FloorView>(
        view_of(floor->desk, workspace, *node_.directory.snapshot(), node_.clock.now()));
    keep_figures(workspace, *view);
    node_.bus.publish(std::make_shared<const Publication>(Topic::queue(workspace), FloorChanged{std::move(view)}));
  }
  if (has_changed) published_figures_.store(std::make_shared<const QueueFiguresOf>(figures_));
}

std::optional<Booking> Router::open_booking(const Floor& floor, access::Principal visitor,
                                            ConversationId conversation) const {
  const auto* waiting = floor.desk.waiting(conversation);
  const auto* booked = floor.callbacks.booking(conversation);
  if (!waiting && !booked) return std::nullopt;
  const auto booking =
      booked ? *booked : Booking{waiting->team, floor.desk.contact_of(conversation).value_or(ContactId{})};
  const bool is_theirs = access::allowed(visitor, access::Action::ask_answer, {visitor.workspace, booking.contact});
  return is_theirs ? std::optional(booking) : std::nullopt;
}

void Router::callback_slots(access::Principal visitor, ConversationId conversation, Reply<std::vector<Time>> reply) {
  worker_.dispatch([this, visitor, conversation, reply = std::move(reply)]() mutable {
    const auto& floor = floor_of(visitor.workspace);
    const auto booking = open_booking(floor, visitor, conversation);
    if (!booking) return reply(refuse(Refusal::conversation_not_queued));
    reply(floor.callbacks.slots(floor.desk.setup(), booking->team, conversation, node_.clock.now()));
  });
}

// Whether the time may be stored. What the floor does not know is for the shard to refuse, or to answer again.
bool Router::reserve(Floor& floor, access::Principal visitor, const Call& call) {
  const auto& wish = std::get<conversation::AskAnswer>(call.command.wish);
  if (!wish.at) return true;
  auto booking = open_booking(floor, visitor, call.conversation);
  if (!booking) return !floor.desk.setup().teams.empty();
  if (booking->at == *wish.at) return true;
  const auto free = floor.callbacks.slots(floor.desk.setup(), booking->team, call.conversation, node_.clock.now());
  if (std::ranges::find(free, *wish.at) == free.end()) return false;
  booking->at = *wish.at;
  floor.callbacks.reserve(call.conversation, *booking);
  return true;
}

void Router::ask_answer(access::Principal visitor, Call call, Reply<ports::Receipt> reply) {
  worker_.dispatch([this, visitor, call = std::move(call), reply = std::move(reply)]() mutable {
    if (!reserve(floor_of(visitor.workspace), visitor, call)) return reply(refuse(Refusal::slot_taken));
    const auto conversation = call.conversation;
    Reply<ports::Receipt> stored(
        worker_, [this, visitor, conversation, reply = std::move(reply)](Answer<ports::Receipt> answer) mutable {
          if (!answer) floor_of(visitor.workspace).callbacks.release(conversation);
          reply(std::move(answer));
        });
    conversations_.submit(visitor, std::move(call), std::move(stored));
  });
}

void Router::keep_figures(WorkspaceId workspace, const FloorView& view) {
  for (const auto& team : view.teams)
    figures_[{workspace, team.id}] = {team.waiting, team.estimate, team.online};
}

std::optional<QueueFigures> Router::figures(WorkspaceId workspace, TeamId team) const {
  const auto figures = published_figures_.load();
  const auto found = figures->find({workspace, team});
  return found == figures->end() ? std::nullopt : std::optional(found->second);
}

void Router::view(access::Principal agent, Reply<std::shared_ptr<const FloorView>> reply) {
  worker_.dispatch([this, agent, reply = std::move(reply)]() mutable {
    if (!access::allowed(agent, access::Action::read_queue, {agent.workspace, std::nullopt}))
      return reply(refuse(Refusal::not_permitted));
    const auto& desk = floor_of(agent.workspace).desk;
    reply(std::make_shared<const FloorView>(
        view_of(desk, agent.workspace, *node_.directory.snapshot(), node_.clock.now())));
  });
}

void Router::explain(access::Principal agent, Thought thought, Reply<Explained> reply) {
  worker_.dispatch([this, agent, thought = std::move(thought), reply = std::move(reply)]() mutable {
    if (!access::allowed(agent, access::Action::read_routing, {agent.workspace, std::nullopt}))
      return reply(refuse(Refusal::not_permitted));
    reply(explain_now(agent.workspace, thought));
  });
}

Answer<Explained> Router::explain_now(WorkspaceId workspace, const Thought& thought) {
  const auto& desk = floor_of(workspace).desk;
  const auto explained = [&](const routing::Waiting& waiting, std::vector<routing::RuleTrace> rules) {
    return Explained{routing::explain(desk.floor(node_.clock.now()), waiting), waiting.team, waiting.priority,
                     std::move(rules)};
  };
  if (thought.conversation) {
    const auto* known = desk.waiting(*thought.conversation);
    if (!known) return refuse(Refusal::conversation_unknown);
    return explained(*known, {});
  }
  const auto& setup = desk.setup();
  auto beginning = thought.beginning;
  beginning.queue = queue_before(this, workspace, beginning.inbox, setup);
  auto applied = setup.route(beginning.inbox, facts_of(beginning, setup, node_.zones));
  return explained(think(desk, thought, applied.routing), std::move(applied.trace));
}

routing::Waiting Router::think(const Desk& desk, const Thought& thought, const routing::Routing& routed) const {
  routing::Waiting waiting;
  waiting.id = node_.ids.make<ConversationId>();
  waiting.team = thought.team.value_or(routed.team.value_or(TeamId{}));
  waiting.priority = thought.priority.value_or(routed.priority);
  waiting.required = thought.required.empty() ? routed.required : thought.required;
  waiting.preferred = thought.preferred.empty() ? routed.preferred : thought.preferred;
  waiting.language = desk.setup().language_of(thought.beginning.locale);
  waiting.since = waiting.in_team_since = node_.clock.now();
  return waiting;
}

}  // namespace parlor::app
