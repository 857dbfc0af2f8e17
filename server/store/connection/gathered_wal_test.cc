#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "store/connection/connection.h"

namespace parlor::store {
namespace {

// Counts what reaches the WAL, and lets it fail.
struct Disk {
  int writes = 0;
  int syncs = 0;
  bool is_full = false;
};
Disk disk;
sqlite3_io_methods counting{};
const sqlite3_io_methods* counted = nullptr;

int count_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  ++disk.writes;
  return disk.is_full ? SQLITE_FULL : counted->xWrite(file, bytes, size, offset);
}

int count_sync(sqlite3_file* file, int flags) {
  ++disk.syncs;
  return counted->xSync(file, flags);
}

constexpr auto kOpenCounted = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
  auto* real = sqlite3_vfs_find("unix");
  const int code = real->xOpen(real, name, file, flags, opened);
  if (code != SQLITE_OK || (flags & SQLITE_OPEN_WAL) == 0) return code;
  counted = file->pMethods;
  counting = *counted;
  counting.xWrite = count_write;
  counting.xSync = count_sync;
  file->pMethods = &counting;
  return code;
};

class GatheredWalTest : public testing::Test {
 protected:
  void SetUp() override {
    disk = {};
    layer_ = *sqlite3_vfs_find("unix");
    layer_.zName = "counted";
    layer_.pNext = nullptr;
    layer_.xOpen = kOpenCounted;
    sqlite3_vfs_register(&layer_, 0);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override {
    sqlite3_vfs_unregister(&layer_);
    std::filesystem::remove_all(folder_);
  }

  std::unique_ptr<Connection> open(bool gathers, int cache_kib = 2'048) {
    ConnectionOptions options;
    options.auto_checkpoint_pages = 0;
    options.cache_kib = cache_kib;
    options.gathers_wal = gathers;
    options.vfs = gathers ? "counted" : "";
    return std::make_unique<Connection>((folder_ / "data.sqlite").string(), options);
  }
  static void fill(Connection& db, int rows) {
    for (int i = 0; i < rows; ++i)
      db.run("INSERT INTO texts (id, text) VALUES ($1, $2)", next_++, std::string(1000, 'x'));
  }
  static std::int64_t count(Connection& db) {
    auto query = db.query("SELECT count(*), sum(length(text)) FROM texts");
    query.step();
    EXPECT_EQ(query.number(1), query.number(0) * 1000);
    return query.number(0);
  }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("parlor-gathered-wal-" + std::to_string(::getpid()));
  sqlite3_vfs layer_{};
  static inline std::int64_t next_ = 0;
};

TEST_F(GatheredWalTest, ATransactionIsOneWriteAndOneSync) {
  const auto writer = open(true);
  writer->script("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)");
  disk = {};
  Transaction transaction(*writer);
  fill(*writer, 100);
  EXPECT_EQ(disk.writes, 0);
  transaction.commit();
  EXPECT_EQ(disk.writes, 1) << "the frames of about thirty pages";
  EXPECT_EQ(disk.syncs, 1);
}

TEST_F(GatheredWalTest, OthersSeeItOnceItIsCommitted) {
  const auto writer = open(true);
  writer->script("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)");
  const auto reader = open(false);
  for (int round = 1; round <= 20; ++round) {
    {
      Transaction transaction(*writer);
      fill(*writer, 10);
      EXPECT_EQ(count(*reader), (round - 1) * 10);
      transaction.commit();
    }
    EXPECT_EQ(count(*reader), round * 10);
    if (round % 7 == 0)
      sqlite3_wal_checkpoint_v2(reader->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  }
}

// With a cache that is smaller than the transaction, pages go to the WAL before it ends and are read from there.
TEST_F(GatheredWalTest, WhatDoesNotFitTheCacheIsReadBack) {
  const auto writer = open(true, 64);
  writer->script("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)");
  Transaction transaction(*writer);
  fill(*writer, 4'000);
  EXPECT_EQ(count(*writer), 4'000);
  writer->run("UPDATE texts SET text = text WHERE id % 3 = 0");
  transaction.commit();
  EXPECT_GT(disk.writes, 4);
  EXPECT_EQ(count(*open(false)), 4'000);
}

TEST_F(GatheredWalTest, AFullDiskLeavesWhatWasThere) {
  const auto writer = open(true);
  writer->script("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)");
  fill(*writer, 10);
  disk.is_full = true;
  try {
    Transaction transaction(*writer);
    fill(*writer, 10);
    transaction.commit();
    FAIL() << "committed to a full disk";
  } catch (const Failure& failure) {
    EXPECT_TRUE(failure.is_full());
    EXPECT_FALSE(failure.is_breakage());
  }
  disk.is_full = false;
  EXPECT_EQ(count(*writer), 10);
  fill(*writer, 5);
  EXPECT_EQ(count(*open(false)), 15);
}

TEST_F(GatheredWalTest, IsReadAgainAfterACrash) {
  const auto copy = folder_ / "crashed";
  {
    const auto writer = open(true);
    writer->script("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)");
    fill(*writer, 50);
    Transaction transaction(*writer);
    fill(*writer, 50);
    // What a crash in the middle of a transaction leaves behind.
    std::filesystem::create_directories(copy);
    for (const auto* name : {"data.sqlite", "data.sqlite-wal"})
      std::filesystem::copy_file(folder_ / name, copy / name);
  }
  Connection after((copy / "data.sqlite").string(), {});
  EXPECT_EQ(count(after), 50);
}

}  // namespace
}  // namespace parlor::store
