// Bus: carries publications to every worker of every node. Any thread may publish. What one publisher says on a topic
// arrives in its order; a bus between nodes may lose or delay, and readers then find the gap by seq and read it from
// the store.
#pragma once

#include <functional>

#include "app/topics/publication.h"

namespace parlor::ports {

class Bus {
 public:
  virtual ~Bus() = default;
  virtual void publish(app::SharedPublication publication) = 0;
  // Other nodes publish here too: what is said may come late or never, and others append to the same conversations.
  virtual bool has_other_nodes() const = 0;
};

}  // namespace parlor::ports
