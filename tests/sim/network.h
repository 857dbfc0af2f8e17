// Network: between the nodes: loses publications, delivers them late, twice, or in another order.
#pragma once

#include <memory>
#include <vector>

#include "node.h"

namespace parlor::sim {

class Network {
 public:
  explicit Network(World& world) : world_(world) {}

  void add(SimNode& node) { nodes_.push_back(&node); }
  std::vector<SimNode*>& nodes() { return nodes_; }
  // To all but the one who says it.
  void say(std::size_t from, const app::SharedPublication& publication);

 private:
  void carry(SimNode& to, const app::SharedPublication& publication, Span wait);

  World& world_;
  std::vector<SimNode*> nodes_;
};

// What one node publishes: at once to its own workers, as on a single node, and by the network to all others.
class NodeBus final : public ports::Bus {
 public:
  NodeBus(Network& network, std::size_t index, bus::LocalBus& local, bool heals)
      : network_(network), index_(index), local_(local), heals_(heals) {}

  void publish(app::SharedPublication publication) override {
    network_.say(index_, publication);
    local_.publish(std::move(publication));
  }
  bool has_other_nodes() const override { return heals_; }

 private:
  Network& network_;
  std::size_t index_;
  bus::LocalBus& local_;
  bool heals_;
};

}  // namespace parlor::sim
