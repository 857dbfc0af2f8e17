// SimNode: one server of the cluster: the production's app, sessions and local bus on workers that the timeline turns,
// one handler at a time, so that a crash can come between any two. A crash destroys all of it but the durable store.
//
//     down --- start() ---> starting --- the directory is read ---> up --- crash() ---> down
#pragma once

#include <memory>
#include <vector>

#include "app/conversation/conversations.h"
#include "app/directory/accounts.h"
#include "app/presence/presence.h"
#include "app/routing/router.h"
#include "app/topics/tail_check.h"
#include "bus/local/local_bus.h"
#include "edge/session/services.h"
#include "node_ports.h"
#include "node_store.h"
#include "runtime/timer.h"
#include "world.h"

namespace parlor::sim {

class Network;
class Line;

class SimNode {
 public:
  SimNode(World& world, Network& network, std::size_t index);
  ~SimNode();

  std::size_t index() const { return index_; }
  bool is_down() const { return !life_; }
  bool is_up() const;
  // Grows with each start.
  std::uint64_t lives() const { return lives_; }
  void start();
  void crash();

  // On any worker; the node must not be down.
  std::size_t workers() const;
  edge::Services& services(std::size_t worker);
  void post(std::size_t worker, std::move_only_function<void()> function);
  // The node has something to do.
  void wake();
  // What another node said.
  void deliver(const app::SharedPublication& publication);
  // What this node says itself.
  void heard(const app::Publication& publication);

  void add(std::shared_ptr<Line> line) { lines_.push_back(std::move(line)); }
  void remove(const Line& line);

 private:
  struct Life;

  void read_directory();
  void turn();
  void tick();
  void count_gap(const app::Publication& publication);

  World& world_;
  Network& network_;
  std::size_t index_;
  std::uint64_t lives_ = 0;
  bool turning_ = false;
  std::unique_ptr<Life> life_;
  std::vector<std::shared_ptr<Line>> lines_;
};

}  // namespace parlor::sim
