#include "store/sqlite/schema.h"

#include <gtest/gtest.h>

#include "store/sqlite/conversation_reader.h"
#include "store/vault/clear_vault.h"

namespace parlor::store {
namespace {

int version_of(Connection& db) {
  auto query = db.query("SELECT max(version) FROM schema_version");
  return query.step() ? static_cast<int>(query.number(0)) : 0;
}

TEST(Migrations, AreNumberedWithoutGaps) {
  ASSERT_FALSE(migrations().empty());
  for (std::size_t i = 0; i < migrations().size(); ++i)
    EXPECT_EQ(migrations()[i].version, static_cast<int>(i) + 1);
}

TEST(Migrations, AreAppliedOnceAndInOrder) {
  Connection db(":memory:", {});
  migrate(db);
  migrate(db);
  EXPECT_EQ(version_of(db), migrations().back().version);
  auto steps = migrations();
  steps.push_back({steps.back().version + 1, "CREATE TABLE added (n INTEGER); INSERT INTO added VALUES (1)"});
  migrate(db, steps);
  EXPECT_EQ(version_of(db), steps.back().version);
  auto query = db.query("SELECT count(*) FROM added");
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.number(0), 1);
}

TEST(Migrations, LeaveNothingBehindWhenTheyFail) {
  Connection db(":memory:", {});
  migrate(db);
  auto steps = migrations();
  steps.push_back({steps.back().version + 1, "CREATE TABLE added (n INTEGER); nonsense"});
  EXPECT_THROW(migrate(db, steps), Failure);
  EXPECT_EQ(version_of(db), migrations().back().version);
  EXPECT_THROW(db.query("SELECT * FROM added"), Failure);
}

TEST(Migrations, RefuseDataOfALaterRelease) {
  Connection db(":memory:", {});
  migrate(db);
  db.run("INSERT INTO schema_version VALUES (99)");
  EXPECT_THROW(migrate(db), Failure);
}

TEST(Sealing, BelongsToWhoCameFirst) {
  Connection db(":memory:", {});
  migrate(db);
  claim_sealing(db, "clear");
  EXPECT_NO_THROW(claim_sealing(db, "clear"));
  EXPECT_THROW(claim_sealing(db, "aes-256-gcm"), Failure);
}

// A list walks its index from the cursor on: it never sorts, and so never reads more rows than it shows.
TEST(Lists, NeverSort) {
  Connection db(":memory:", {});
  migrate(db);
  ClearVault vault;
  ConversationReader reader(db, vault);
  for (const auto view : {ports::ListView::mine, ports::ListView::queue, ports::ListView::all}) {
    EXPECT_TRUE(reader.list({.workspace = WorkspaceId{{1}}, .view = view, .agent = UserId{{2}}}).rows.empty());
  }
  std::size_t plans = 0;
  for (auto* statement = sqlite3_next_stmt(db.handle(), nullptr); statement;
       statement = sqlite3_next_stmt(db.handle(), statement)) {
    const std::string sql = sqlite3_sql(statement);
    if (sql.find("ORDER BY c.lane") == std::string::npos) continue;
    ++plans;
    sqlite3_stmt* explain = nullptr;
    ASSERT_EQ(sqlite3_prepare_v2(db.handle(), ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &explain, nullptr), SQLITE_OK);
    while (sqlite3_step(explain) == SQLITE_ROW) {
      const std::string step(reinterpret_cast<const char*>(sqlite3_column_text(explain, 3)));
      EXPECT_EQ(step.find("TEMP B-TREE"), std::string::npos) << step << "\n" << sql;
      EXPECT_NE(step.find("SEARCH"), std::string::npos) << step << "\n" << sql;
      if (step.find("SEARCH c ") != std::string::npos) {
        EXPECT_NE(step.find("(lane,rank,id)>"), std::string::npos) << step;
      }
    }
    sqlite3_finalize(explain);
  }
  EXPECT_EQ(plans, 3u);
}

}  // namespace
}  // namespace parlor::store
