#include "runtime/worker.h"

namespace parlor::runtime {

Workers::Workers(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    workers_.push_back(std::make_unique<Worker>(i));
    guards_.emplace_back(workers_.back()->executor());
  }
}

Workers::~Workers() {
  stop();
  for (auto& worker : workers_)
    worker->abandon();
}

void Workers::start() {
  for (auto& worker : workers_)
    threads_.emplace_back([&context = worker->context()] { context.run(); });
}

void Workers::stop() {
  for (auto& worker : workers_)
    worker->context().stop();
  threads_.clear();
}

}  // namespace parlor::runtime
