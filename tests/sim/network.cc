#include "network.h"

namespace parlor::sim {

using namespace std::chrono_literals;

void Network::say(std::size_t from, const app::SharedPublication& publication) {
  for (auto* node : nodes_) {
    if (node->index() == from) {
      node->heard(*publication);
      continue;
    }
    if (world_.strikes(10)) {
      world_.tally.add(Count::publications_lost);
      continue;
    }
    const bool is_late = world_.strikes(12);
    if (is_late) world_.tally.add(Count::publications_overtaken);
    carry(*node, publication, is_late ? world_.chance.between(50ms, 3s) : world_.chance.between(100us, 8ms));
    if (!world_.strikes(25)) continue;
    world_.tally.add(Count::publications_doubled);
    carry(*node, publication, world_.chance.between(100us, 500ms));
  }
}

void Network::carry(SimNode& to, const app::SharedPublication& publication, Span wait) {
  world_.timeline.after(wait, [&to, publication] {
    if (!to.is_down()) to.deliver(publication);
  });
}

}  // namespace parlor::sim
