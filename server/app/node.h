// Node: what every use case works with, wired once by main/. Per-worker parts are touched only on their worker.
#pragma once

#include <memory>
#include <vector>

#include "app/directory/directory.h"
#include "app/figures.h"
#include "app/ports/bus.h"
#include "app/ports/clock.h"
#include "app/ports/store.h"
#include "app/ports/vault.h"
#include "app/ports/zones.h"
#include "app/presence/roster.h"
#include "app/topics/hub.h"
#include "runtime/worker.h"

namespace parlor::app {

class FloorWatch;
class Presence;
class Router;

// What one worker holds of the node.
struct Local {
  Hub hub;
  Roster roster;
  Figures figures;

  // On the worker: what the bus brings.
  void deliver(const SharedPublication& publication) {
    if (const auto* change = std::get_if<PresenceChanged>(&publication->what)) roster.apply(*change);
    hub.deliver(publication);
  }
};

struct Node {
  runtime::Workers& workers;
  std::vector<std::unique_ptr<Local>>& locals;
  ports::Store& store;
  ports::Vault& vault;
  ports::Bus& bus;
  ports::Clock& clock;
  ports::Ids& ids;
  Directory& directory;
  Presence& presence;
  // Acknowledges before the commit. Only ever true in the positive control of the durability test.
  bool acknowledge_early = false;
  // Nobody routes here, if there is none; the watch is what the shards know of the router.
  Router* router = nullptr;
  FloorWatch* floor = nullptr;
  // None: all teams without hours.
  const ports::Zones* zones = nullptr;
};

}  // namespace parlor::app
