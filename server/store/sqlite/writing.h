// Writing: what a job of the writer may touch while its transaction is open.
#pragma once

#include <vector>

#include "app/ports/vault.h"
#include "store/connection/connection.h"
#include "store/sqlite/kept_rows.h"
#include "store/sqlite/tallies.h"

namespace parlor::store {

struct Writing {
  Connection& connection;
  ports::Vault& vault;
  const Tallies& tallies;
  // What the tallies must follow once the transaction is committed.
  std::vector<TallyMove>& moves;
  KeptRows& rows;
};

}  // namespace parlor::store
