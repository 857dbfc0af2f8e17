#include "runtime/worker.h"

#include <algorithm>

#include "base/assert.h"

namespace parlor::runtime {
namespace {

thread_local Gathering* gathering_here = nullptr;

}  // namespace

Gathering::Gathering() {
  PARLOR_ASSERT(!gathering_here);
  gathering_here = this;
}

Gathering::~Gathering() {
  gathering_here = nullptr;
  for (auto& share : shares_) {
    share.worker->post([functions = std::move(share.functions)]() mutable {
      for (auto& function : functions)
        function();
    });
  }
}

Gathering* Gathering::current() {
  return gathering_here;
}

void Gathering::add(Worker& worker, Function function) {
  auto share = std::ranges::find(shares_, &worker, &Share::worker);
  if (share == shares_.end()) share = shares_.insert(share, Share{&worker, {}});
  share->functions.push_back(std::move(function));
}

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
