#include "bus/local/local_bus.h"

namespace parlor::bus {

void LocalBus::publish(app::SharedPublication publication) {
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    // Always posted, never called at once: whoever publishes is in the middle of changing its own state.
    workers_[i].post([local = locals_[i].get(), publication] { local->deliver(publication); });
  }
}

}  // namespace parlor::bus
