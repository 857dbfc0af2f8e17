// DurableStore: what outlives every crash: the production's memory store, whose appends are written into the ledger at
// the moment of their commit. One for all nodes, which reach it through a NodeStore each.
#pragma once

#include "ledger.h"
#include "store/memory/memory_store.h"

namespace parlor::sim {

class DurableStore {
 public:
  // `forgets_client_ids`: the positive control; no call is ever known to have come before.
  DurableStore(Ledger& ledger, Tally& tally, bool forgets_client_ids)
      : ledger_(ledger), tally_(tally), forgets_client_ids_(forgets_client_ids) {}

  store::MemoryStore& memory() { return memory_; }
  void append(ports::Append append, ports::Callback<ports::AppendOutcome> done);

 private:
  Ledger& ledger_;
  Tally& tally_;
  bool forgets_client_ids_;
  store::MemoryStore memory_;
};

}  // namespace parlor::sim
