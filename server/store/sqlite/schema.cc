#include "store/sqlite/schema.h"

#include <fmt/format.h>

namespace parlor::store {
namespace {

int version_of(Connection& connection) {
  connection.script("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)");
  auto query = connection.query("SELECT coalesce(max(version), 0) FROM schema_version");
  query.step();
  return static_cast<int>(query.number(0));
}

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> kAll = {
#include "store/migrations.inc"
  };
  return kAll;
}

void migrate(Connection& connection, const std::vector<Migration>& steps) {
  // Two processes may start at once: the version is read again inside of the transaction.
  for (const auto& step : steps) {
    Transaction transaction(connection);
    if (version_of(connection) < step.version) {
      connection.script(step.sql);
      connection.run("INSERT INTO schema_version (version) VALUES ($1)", step.version);
    }
    transaction.commit();
  }
  const int newest = steps.empty() ? 0 : steps.back().version;
  const int found = version_of(connection);
  if (found > newest) {
    throw Failure(SQLITE_SCHEMA,
                  fmt::format("the data are of a later release (schema {}; this one knows {})", found, newest));
  }
}

void claim_sealing(Connection& connection, const std::string& sealing) {
  Transaction transaction(connection);
  connection.run("INSERT INTO settings (name, value) VALUES ('sealing', $1) ON CONFLICT (name) DO NOTHING", sealing);
  auto query = connection.query("SELECT value FROM settings WHERE name = 'sealing'");
  if (!query.step() || query.bytes(0) != sealing) {
    throw Failure(SQLITE_AUTH, "parlor.sqlite was sealed with other keys than those of this keys.sqlite");
  }
  transaction.commit();
}

}  // namespace parlor::store
