// LocalBus: the bus of a single node. Hands each publication to every worker, in the publisher's order; loses nothing.
// Any thread.
#pragma once

#include <memory>
#include <vector>

#include "app/node.h"
#include "app/ports/bus.h"

namespace parlor::bus {

class LocalBus final : public ports::Bus {
 public:
  LocalBus(runtime::Workers& workers, std::vector<std::unique_ptr<app::Local>>& locals)
      : workers_(workers), locals_(locals) {}

  void publish(app::SharedPublication publication) override;
  bool has_other_nodes() const override { return false; }

 private:
  runtime::Workers& workers_;
  std::vector<std::unique_ptr<app::Local>>& locals_;
};

}  // namespace parlor::bus
