#include <stdexcept>

#include "ejabberd.h"
#include "nats.h"
#include "nchan.h"
#include "node.h"
#include "parlor.h"

namespace parlor::bench {

std::unique_ptr<Peer> make_peer(const PeerPlan& plan, Reactor& reactor, const Server& server) {
  if (plan.name == "parlor") return std::make_unique<ParlorPeer>(plan.transport, reactor, server);
  if (plan.name == "node") return std::make_unique<NodePeer>(plan.transport, reactor, server);
  if (plan.transport == Transport::poll) throw std::runtime_error(plan.name + " is not asked by long-poll here");
  if (plan.name == "nats") return std::make_unique<NatsPeer>(NatsKind::core, reactor, server);
  if (plan.name == "jetstream") return std::make_unique<NatsPeer>(NatsKind::jetstream, reactor, server);
  if (plan.name == "nchan") return std::make_unique<NchanPeer>(reactor, server);
  if (plan.name == "ejabberd") return std::make_unique<EjabberdPeer>(reactor, server);
  throw std::runtime_error("no peer is called " + plan.name);
}

}  // namespace parlor::bench
