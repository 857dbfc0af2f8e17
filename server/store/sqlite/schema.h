// The schema: numbered migrations, embedded at build, applied forward only at open. Throws Failure.
#pragma once

#include <string>
#include <vector>

#include "store/connection/connection.h"

namespace parlor::store {

struct Migration {
  int version;
  const char* sql;
};

// From server/store/migrations, ascending from 1 without gaps.
const std::vector<Migration>& migrations();

// Each migration in a transaction of its own. A database from a later release is refused.
void migrate(Connection& connection, const std::vector<Migration>& steps = migrations());

// Refuses a database whose rows were sealed by another vault; a new one takes this one's mark.
void claim_sealing(Connection& connection, const std::string& sealing);

}  // namespace parlor::store
