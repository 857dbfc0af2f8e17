// TailCheck: heals what a bus between nodes lost. A gap is noticed when the next event comes; that the last event never
// came is noticed here: now and then the worker asks the store, in one question, how far everything goes that is
// followed on it, and tells its followers. On a single node, whose bus loses nothing, it never runs. Lives on its
// worker.
#pragma once

#include "app/ports/bus.h"
#include "app/ports/conversation_store.h"
#include "app/topics/hub.h"
#include "runtime/timer.h"

namespace parlor::app {

class TailCheck {
 public:
  TailCheck(runtime::Worker& worker, Hub& hub, ports::ConversationStore& store);

  // On the worker.
  void start(const ports::Bus& bus);

 private:
  void ask();
  void tell(const std::vector<Topic>& topics, const std::vector<ports::Head>& heads);

  runtime::Worker& worker_;
  Hub& hub_;
  ports::ConversationStore& store_;
  runtime::Every tick_;
};

}  // namespace parlor::app
