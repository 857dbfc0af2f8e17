#include "simulation.h"

#include <algorithm>

#include "app/directory/visitor_token.h"
#include "base/limits.h"
#include "edge/routing/setup_document.h"
#include "edge/session/to_wire.h"

namespace parlor::sim {

using namespace std::chrono_literals;

namespace {

constexpr auto kHealingMax = 180s;
constexpr auto kGoneAfter = 30s;
constexpr std::uint64_t kHealingStepsMax = 1'000'000;

class Simulation {
 public:
  explicit Simulation(const Options& options) : world_(options), network_(world_) {}
  ~Simulation() {
    // What is on its way may hold lines, and lines name nodes.
    world_.rough = false;
    people_.clear();
    nodes_.clear();
    world_.timeline.clear();
  }

  void run() {
    found_casa();
    start_nodes();
    invite_people();
    be_rough();
    heal();
    if (world_.chance.one_in(3)) lose_an_agent();
    if (visitors_go_for_good()) lose_a_visitor();
  }
  const Tally& tally() {
    world_.tally.add(Count::steps, world_.timeline.steps() - counted_steps_);
    counted_steps_ = world_.timeline.steps();
    return world_.tally;
  }

 private:
  template <class T, class Call>
  void write(Call call) {
    call(ports::Callback<T>([](Result<T> written) { promise(written.has_value(), "the store cannot be founded"); }));
  }
  void found_casa();
  void add_team(wire::RoutingSetup& setup);
  void save_routing(const wire::RoutingSetup& setup);
  void start_nodes();
  void invite_people();
  void invite_agent(const ports::User& user);
  void invite_visitor(const std::string& name);
  void be_rough();
  void maybe_crash();
  void maybe_pass_a_night();
  void heal();
  void lose_an_agent();
  void lose_a_visitor();
  Person& one_of(Audience audience);
  // One seed in eight, so that older seeds stay the worlds that they were.
  bool visitors_go_for_good() const { return world_.options.seed % 8 == 6; }
  void pass(Span time);
  bool is_settled() const;

  World world_;
  Network network_;
  std::vector<std::unique_ptr<SimNode>> nodes_;
  std::vector<std::unique_ptr<Person>> people_;
  ports::Inbox inbox_;
  std::vector<ports::User> users_;
  std::uint64_t counted_steps_ = 0;
};

void Simulation::found_casa() {
  auto& store = world_.store.memory();
  const auto fresh = [this] { return WorldIds::make(world_); };
  const ports::Workspace casa{WorkspaceId{fresh()}, "Casa & Co"};
  inbox_ = {InboxId{fresh()}, casa.id, "demo", "Website", {}, "", "", world_.wall_now()};
  const auto user = [&](const char* name, ports::Role role) {
    return ports::User{UserId{fresh()}, casa.id, name, std::string(name) + "@casa.example", role, ""};
  };
  users_ = {user("Ada", ports::Role::agent), user("Ben", ports::Role::agent)};
  const auto orla = user("Orla", ports::Role::owner);
  using ports::WriteOutcome;
  write<WriteOutcome>([&](auto done) { store.create_workspace({casa, orla, inbox_, false}, std::move(done)); });
  for (const auto& one : users_)
    write<WriteOutcome>([&](auto done) { store.create_user(one, std::move(done)); });
  if (world_.chance.one_in(3)) users_.push_back(orla);
  wire::RoutingSetup setup;
  if (!world_.chance.one_in(3)) add_team(setup);
  if (visitors_go_for_good()) {
    wire::InboxSetup inbox{.inbox = edge::to_wire(inbox_.id)};
    inbox.resolve_gone_s = kGoneAfter.count();
    setup.inboxes = {inbox};
  }
  if (!setup.teams.empty() || !setup.inboxes.empty()) save_routing(setup);
}

// Both in one team, to whom chats are offered, and who can have two or three.
void Simulation::add_team(wire::RoutingSetup& setup) {
  wire::TeamSetup team;
  team.id = wire::Uuid{WorldIds::make(world_)};
  team.name = "Orders";
  team.criteria = {wire::Criterion::kLeastBusy};
  team.ring_s = 5;
  team.age_step_s = team.ways_out_s = team.place_kept_s = 60;
  setup.teams = {team};
  const auto capacity = 2 + world_.chance.below(2);
  for (const auto& user : users_) {
    setup.agents.push_back({edge::to_wire(user.id), static_cast<std::int64_t>(capacity), {team.id}, {}});
    world_.ledger.limit(user.id, capacity);
  }
}

void Simulation::save_routing(const wire::RoutingSetup& setup) {
  ports::RoutingDocument document{inbox_.workspace, 1, edge::document_of(setup)};
  write<ports::WriteOutcome>(
      [&](auto done) { world_.store.memory().save_routing_document(document, std::move(done)); });
}

void Simulation::start_nodes() {
  const auto count = 2 + world_.chance.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    nodes_.push_back(std::make_unique<SimNode>(world_, network_, i));
    network_.add(*nodes_.back());
    nodes_.back()->start();
  }
}

void Simulation::invite_people() {
  for (const auto& user : users_)
    invite_agent(user);
  static constexpr const char* kVisitors[] = {"Vic", "Wanda", "Xenia", "Yuri", "Zoe"};
  const auto count = 3 + world_.chance.below(3);
  for (std::size_t i = 0; i < count; ++i)
    invite_visitor(kVisitors[i]);
  std::vector<UserId> agents;
  for (const auto& user : users_)
    agents.push_back(user.id);
  for (const auto& person : people_) {
    person->know(agents);
    world_.timeline.after(world_.chance.between(10ms, 500ms), [who = person.get()] { who->live(); });
  }
}

void Simulation::invite_agent(const ports::User& user) {
  const auto token = "bearer of " + user.name;
  const auto now = world_.wall_now();
  const ports::Credential credential{
      PlainSecrets::hash_of(token), ports::Credential::Kind::bearer, user.workspace, user.id, false, now,
      now + std::chrono::days(30)};
  write<ports::WriteOutcome>([&](auto done) { world_.store.memory().save_credential(credential, std::move(done)); });
  const auto role = user.role == ports::Role::owner ? access::Role::owner : access::Role::agent;
  access::Principal principal{role, user.workspace, id_cast<ActorId>(user.id), {}, {}, false};
  people_.push_back(std::make_unique<Person>(world_, network_, Identity{user.name, token, principal}));
}

void Simulation::invite_visitor(const std::string& name) {
  PlainVault vault;
  PlainSecrets secrets(world_);
  const app::VisitorClaims claims{inbox_.workspace, inbox_.id, VisitorId{WorldIds::make(world_)},
                                  ContactId{WorldIds::make(world_)}, world_.wall_now()};
  const auto token = app::sign_visitor(vault, secrets, claims).reveal();
  access::Principal principal{
      access::Role::visitor, inbox_.workspace, id_cast<ActorId>(claims.contact), inbox_.id, claims.visitor, false};
  people_.push_back(std::make_unique<Person>(world_, network_, Identity{name, token, principal}));
}

void Simulation::be_rough() {
  while (world_.timeline.steps() < world_.options.steps) {
    maybe_crash();
    maybe_pass_a_night();
    world_.timeline.step();
  }
}

void Simulation::maybe_crash() {
  if (!world_.strikes(350)) return;
  auto& node = *nodes_[world_.chance.below(nodes_.size())];
  if (node.is_down()) return;
  world_.tally.add(Count::crashes);
  node.crash();
  world_.timeline.after(world_.chance.between(20ms, 2s), [&node] { node.start(); });
}

// A day later: what was resolved cannot be reopened, and everybody has been silent too long.
void Simulation::maybe_pass_a_night() {
  if (!world_.strikes(6000)) return;
  world_.tally.add(Count::nights);
  world_.trace("a night passes");
  world_.wall += std::chrono::hours(25);
}

void Simulation::heal() {
  world_.trace("healing");
  world_.rough = false;
  for (const auto& person : people_) {
    if (person->tabs().empty()) person->open_tab();
  }
  const auto end = world_.timeline.now() + kHealingMax;
  const auto last_step = world_.timeline.steps() + kHealingStepsMax;
  while (!is_settled() && world_.timeline.now() < end) {
    const auto next = world_.timeline.now() + 200ms;
    while (world_.timeline.now() < next && world_.timeline.step())
      if (world_.timeline.steps() > last_step) broken("somebody who never learned something asks for it for ever");
  }
  for (const auto& person : people_)
    person->check_true();
}

void Simulation::pass(Span time) {
  const auto end = world_.timeline.now() + time;
  while (world_.timeline.now() < end && world_.timeline.step()) {
  }
}

// Whoever goes and does not come back loses what they had: what they never answered after the grace, the rest later.
void Simulation::lose_an_agent() {
  auto& agent = one_of(Audience::agent);
  const auto id = id_cast<UserId>(agent.principal().id);
  const auto held = world_.ledger.open_of(id);
  world_.trace("an agent vanishes");
  agent.vanish();
  constexpr auto kNoticed = limits::kAgentSilenceMax + limits::kVanishGrace + 20s;
  pass(kNoticed);
  for (const auto* chat : world_.ledger.open_of(id))
    promise(chat->answered, "an unanswered chat is left with an agent who has vanished");
  pass(limits::kAnsweredWait);
  promise(world_.ledger.open_of(id).empty(), "a chat is left with an agent who has vanished");
  world_.tally.add(Count::agents_vanished);
  world_.tally.add(Count::chats_given_back, held.size());
}

// Whoever does not come back has no chat that goes on, once the inbox's limit has passed.
void Simulation::lose_a_visitor() {
  auto& visitor = one_of(Audience::visitor);
  world_.trace("a visitor vanishes");
  visitor.vanish();
  pass(kGoneAfter + limits::kAgentSilenceMax + 20s);
  for (const auto conversation : world_.ledger.of_contact(id_cast<ContactId>(visitor.principal().id))) {
    const auto& state = world_.ledger.find(conversation)->state;
    using conversation::Status;
    const bool goes_on = state.status == Status::open || state.status == Status::queued;
    promise(!goes_on || state.place.reach != Reach::chat, "a chat goes on though its visitor left for good");
  }
  world_.tally.add(Count::visitors_gone);
}

Person& Simulation::one_of(Audience audience) {
  return **std::ranges::find_if(people_, [&](const auto& one) { return one->audience() == audience; });
}

bool Simulation::is_settled() const {
  return std::ranges::all_of(people_, [](const auto& person) { return person->is_settled(); });
}

}  // namespace

Outcome run(const Options& options) {
  Simulation simulation(options);
  Outcome outcome;
  try {
    simulation.run();
  } catch (const BrokenPromise& promise) {
    outcome.broken = promise.what();
  }
  outcome.tally = simulation.tally();
  return outcome;
}

}  // namespace parlor::sim
