#include "node.h"

#include <algorithm>
#include <unordered_map>

#include "base/limits.h"
#include "edge/routing/setup_document.h"
#include "line.h"
#include "network.h"

namespace parlor::sim {

using namespace std::chrono_literals;

// Everything that a crash destroys.
struct SimNode::Life {
  Life(SimNode& self, World& world, Network& network)
      : store(world, [&self] { self.wake(); }),
        secrets(world),
        clock(world, Millis(world.chance.below(400))),
        ids(world),
        workers(1 + world.chance.below(2)),
        locals(locals_for(workers.size())),
        local_bus(workers, locals),
        bus(network, self.index(), local_bus, world.options.broken != Broken::bus_healing),
        directory(store, edge::read_document),
        presence(workers[0], directory, app::Presence::Ports{bus, store, clock, ids}),
        node{workers, locals, store,     vault,    bus,
             clock,   ids,    directory, presence, world.options.broken == Broken::acknowledge_early},
        conversations(node),
        router(node, conversations),
        accounts(node, secrets),
        renew(workers[0], 10s, [this] { directory.renew([](auto) {}); }),
        wake_snoozed(workers[0], 2s, [this] { conversations.wake_snoozed(); }) {
    node.router = &router;
    node.floor = &router;
    for (std::size_t i = 0; i < workers.size(); ++i) {
      services.push_back(std::make_unique<edge::Services>(
          edge::Services{node, workers[i], *locals[i], conversations, accounts, public_url, {}, wire::FrameDecoder()}));
      tails.push_back(std::make_unique<app::TailCheck>(workers[i], locals[i]->hub, store));
    }
  }
  ~Life() { store.cut_off(); }

  static std::vector<std::unique_ptr<app::Local>> locals_for(std::size_t count) {
    std::vector<std::unique_ptr<app::Local>> locals;
    for (std::size_t i = 0; i < count; ++i)
      locals.push_back(std::make_unique<app::Local>());
    return locals;
  }

  NodeStore store;
  PlainSecrets secrets;
  PlainVault vault;
  NodeClock clock;
  WorldIds ids;
  std::string public_url = "http://127.0.0.1:8080";
  runtime::Workers workers;
  std::vector<std::unique_ptr<app::Local>> locals;
  bus::LocalBus local_bus;
  NodeBus bus;
  app::Directory directory;
  app::Presence presence;
  app::Node node;
  app::Conversations conversations;
  app::Router router;
  app::Accounts accounts;
  runtime::Every renew;
  runtime::Every wake_snoozed;
  std::vector<std::unique_ptr<edge::Services>> services;
  std::vector<std::unique_ptr<app::TailCheck>> tails;
  bool up = false;
  int ticks = 0;
  // How far this node has heard of each conversation.
  std::unordered_map<ConversationId, ports::Seq> heard;
};

SimNode::SimNode(World& world, Network& network, std::size_t index) : world_(world), network_(network), index_(index) {}

SimNode::~SimNode() {
  if (life_) crash();
}

bool SimNode::is_up() const {
  return life_ && life_->up;
}

void SimNode::start() {
  ++lives_;
  life_ = std::make_unique<Life>(*this, world_, network_);
  life_->renew.start();
  life_->wake_snoozed.start();
  for (auto& tail : life_->tails)
    tail->start(life_->bus);
  read_directory();
  tick();
  if (world_.traces()) world_.trace("node " + std::to_string(index_) + " starts");
}

void SimNode::read_directory() {
  life_->directory.renew([this](Result<bool> read) {
    if (read) {
      life_->up = true;
      life_->presence.start();
      life_->router.start();
    } else {
      read_directory();
    }
  });
}

void SimNode::crash() {
  if (world_.traces()) world_.trace("node " + std::to_string(index_) + " crashes");
  for (const auto& line : std::exchange(lines_, {}))
    line->node_crashed();
  life_->store.cut_off();
  life_.reset();
}

std::size_t SimNode::workers() const {
  return life_->workers.size();
}

edge::Services& SimNode::services(std::size_t worker) {
  return *life_->services[worker];
}

void SimNode::post(std::size_t worker, std::move_only_function<void()> function) {
  life_->workers[worker].post([function = std::move(function)]() mutable { function(); });
  wake();
}

void SimNode::wake() {
  if (std::exchange(turning_, true)) return;
  world_.timeline.after(world_.chance.between(0us, 20us), [this] { turn(); });
}

// One handler of each worker at most, so that a crash can come between any two.
void SimNode::turn() {
  turning_ = false;
  if (!life_) return;
  const auto count = life_->workers.size();
  const auto first = world_.chance.below(count);
  std::size_t ran = 0;
  for (std::size_t i = 0; i < count; ++i)
    ran += life_->workers[(first + i) % count].context().poll_one();
  if (ran > 0) wake();
}

void SimNode::tick() {
  const auto wait = world_.chance.between(80ms, 160ms);
  world_.timeline.after(wait, [this, life = lives_] {
    if (!life_ || life != lives_) return;
    wake();
    constexpr int kTicksOfLines = 8;
    if (++life_->ticks % kTicksOfLines == 0) {
      for (const auto& line : std::vector(lines_))
        line->tick(life_->clock.now());
    }
    tick();
  });
}

void SimNode::deliver(const app::SharedPublication& publication) {
  count_gap(*publication);
  life_->local_bus.publish(publication);
  wake();
}

void SimNode::heard(const app::Publication& publication) {
  const auto* happened = std::get_if<app::EventsHappened>(&publication.what);
  if (!happened || !life_) return;
  auto& heard = life_->heard[happened->conversation];
  heard = std::max(heard, happened->events.back().event.seq);
}

// The node hears of an event before the one that comes before it, and somebody here follows.
void SimNode::count_gap(const app::Publication& publication) {
  const auto* happened = std::get_if<app::EventsHappened>(&publication.what);
  if (!happened) return;
  const auto known = life_->heard.find(happened->conversation);
  const bool followed = std::ranges::any_of(
      life_->locals, [&](const auto& local) { return local->hub.followers(publication.topic) > 0; });
  if (followed && known != life_->heard.end() && happened->events.front().event.seq > known->second + 1)
    world_.tally.add(Count::gaps);
  heard(publication);
}

void SimNode::remove(const Line& line) {
  std::erase_if(lines_, [&](const auto& one) { return one.get() == &line; });
}

}  // namespace parlor::sim
