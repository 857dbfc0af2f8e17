// Store: everything durable, as one adapter offers it.
#pragma once

#include "app/ports/conversation_store.h"
#include "app/ports/directory_store.h"
#include "base/figures.h"

namespace parlor::ports {

// How the writing goes, for operators.
struct StoreFigures {
  // Appends that wait now.
  Count waiting;
  Count appends;
  // Not taken: too many waited, or the disk had failed.
  Count refused;
  // Appends that were committed together.
  Distribution<10> together{{1, 2, 4, 8, 16, 32, 64, 128, 256, 512}};
  // Microseconds from the call until it is durable.
  Distribution<14> append_us{{250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 500'000,
                              1'000'000, 2'500'000, 10'000'000}};
};

class Store : public ConversationStore, public DirectoryStore {
 public:
  // None: this store keeps none. Valid as long as the store.
  virtual const StoreFigures* figures() const { return nullptr; }
};

}  // namespace parlor::ports
