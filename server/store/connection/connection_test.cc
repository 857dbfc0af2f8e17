#include "store/connection/connection.h"

#include <gtest/gtest.h>

#include "store/connection/packed.h"

namespace parlor::store {
namespace {

Connection in_memory() {
  return {":memory:", {}};
}

TEST(Placeholders, AreNumbers) {
  EXPECT_EQ(number_placeholders("SELECT $2, $1, '$3', \"$4\", $x, '''$5', $12"),
            "SELECT ?2, ?1, '$3', \"$4\", $x, '''$5', ?12");
}

// SQLite would take `$2` for the name that came first and give it the first value.
TEST(Placeholders, BindByNumberWhicheverComesFirst) {
  Connection db = in_memory();
  auto query = db.query("SELECT $2, $1, $2", "first", "second");
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.text(0), "second");
  EXPECT_EQ(query.text(1), "first");
  EXPECT_EQ(query.text(2), "second");
}

TEST(Connection, KeepsEmptyApartFromNothing) {
  Connection db = in_memory();
  auto query =
      db.query("SELECT $1 IS NULL, $2 IS NULL, $3 IS NULL, typeof($4)", std::string_view{}, Blob{}, nullptr, Blob{"x"});
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.number(0), 0);
  EXPECT_EQ(query.number(1), 0);
  EXPECT_EQ(query.number(2), 1);
  EXPECT_EQ(query.text(3), "blob");
}

TEST(Connection, ForgetsTheValuesOfTheLastUse) {
  Connection db = in_memory();
  constexpr const char* kSql = "SELECT $1 IS NULL";
  {
    EXPECT_TRUE(db.query(kSql, 7).step());
  }
  auto query = db.query(kSql);
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.number(0), 1);
}

TEST(Transaction, RollsBackWhatWasNotCommitted) {
  Connection db = in_memory();
  db.script("CREATE TABLE t (n INTEGER)");
  {
    Transaction transaction(db);
    db.run("INSERT INTO t VALUES ($1)", 1);
  }
  {
    Transaction transaction(db);
    db.run("INSERT INTO t VALUES ($1)", 2);
    transaction.commit();
  }
  auto query = db.query("SELECT sum(n) FROM t");
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.number(0), 2);
}

TEST(Failure, TellsOneStatementFromABrokenDisk) {
  EXPECT_TRUE(Failure(SQLITE_CONSTRAINT_UNIQUE, "").concerns_one());
  EXPECT_FALSE(Failure(SQLITE_FULL, "").concerns_one());
  EXPECT_FALSE(Failure(SQLITE_FULL, "").is_breakage());
  EXPECT_FALSE(Failure(SQLITE_BUSY, "").is_breakage());
  EXPECT_TRUE(Failure(SQLITE_IOERR_FSYNC, "").is_breakage());
}

TEST(Packed, GivesBackWhatItTook) {
  const auto bytes = Packed().number(0).number(127).number(128).number(~std::uint64_t{0}).text("").text("oak").take();
  Unpacked in(bytes);
  EXPECT_EQ(in.number(), 0u);
  EXPECT_EQ(in.number(), 127u);
  EXPECT_EQ(in.number(), 128u);
  EXPECT_EQ(in.number(), ~std::uint64_t{0});
  EXPECT_EQ(in.text(), "");
  EXPECT_EQ(in.text(), "oak");
  EXPECT_TRUE(in.at_end());
}

TEST(Packed, RefusesDamagedBytes) {
  const auto bytes = Packed().text("a table").take();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Unpacked in(std::string_view(bytes).substr(0, size));
    EXPECT_THROW(in.text(), Failure) << size;
  }
  Unpacked endless(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 11));
  EXPECT_THROW(endless.number(), Failure);
}

}  // namespace
}  // namespace parlor::store
