#include "main/data_lock.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace parlor::main {
namespace {

TEST(DataLock, IsHeldByOneAndFreeAgainWhenItGoes) {
  const std::string folder = ::testing::TempDir() + "data_lock_test";
  std::filesystem::create_directories(folder);
  {
    const auto first = DataLock::take(folder);
    ASSERT_TRUE(first);
    EXPECT_EQ(DataLock::take(folder).error().text, "another server runs on " + folder);
  }
  EXPECT_TRUE(DataLock::take(folder));
  std::filesystem::remove_all(folder);
}

TEST(DataLock, NeedsItsFolder) {
  EXPECT_FALSE(DataLock::take("/nowhere/at/all"));
}

}  // namespace
}  // namespace parlor::main
