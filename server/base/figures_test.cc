#include "base/figures.h"

#include <gtest/gtest.h>

namespace parlor {
namespace {

TEST(Figures, ACountGoesUpAndDown) {
  Count count;
  count.add();
  count.add(5);
  count.sub(2);
  EXPECT_EQ(count.read(), 4U);
  count.set(9);
  EXPECT_EQ(count.read(), 9U);
}

TEST(Figures, ADistributionCountsUpToEachBound) {
  Distribution<2> sizes({1, 10});
  for (const std::uint64_t value : {0U, 1U, 2U, 10U, 11U, 1'000U})
    sizes.add(value);
  EXPECT_EQ(sizes.count(0), 2U);
  EXPECT_EQ(sizes.count(1), 2U);
  EXPECT_EQ(sizes.count(2), 2U);
  EXPECT_EQ(sizes.sum(), 1'024U);
}

}  // namespace
}  // namespace parlor
