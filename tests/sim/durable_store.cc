#include "durable_store.h"

namespace parlor::sim {

void DurableStore::append(ports::Append append, ports::Callback<ports::AppendOutcome> done) {
  auto kept = append;
  if (forgets_client_ids_) {
    if (kept.contact) kept.contact->requests.clear();
    for (auto& part : kept.conversations)
      part.requests.clear();
  }
  memory_.append(std::move(kept), [&](Result<ports::AppendOutcome> outcome) {
    promise(outcome.has_value(), "an append has the wrong shape");
    if (std::holds_alternative<ports::Appended>(*outcome)) ledger_.committed(append);
    if (std::holds_alternative<ports::SeqConflict>(*outcome)) tally_.add(Count::seq_conflicts);
    if (std::holds_alternative<ports::DuplicateRequest>(*outcome)) tally_.add(Count::repeated_calls);
    done(std::move(outcome));
  });
}

}  // namespace parlor::sim
