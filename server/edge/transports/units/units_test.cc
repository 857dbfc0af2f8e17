#include "edge/transports/units/units.h"

#include <gtest/gtest.h>

namespace parlor::edge {
namespace {

SharedFrame frame(std::size_t bytes, char letter = 'x') {
  return make_frame(std::string(bytes, letter));
}

TEST(Units, AreNumberedFromOne) {
  Units units(100);
  EXPECT_EQ(units.last(), 0U);
  EXPECT_EQ(units.next(0), nullptr);
  ASSERT_TRUE(units.add(frame(1, 'a')));
  ASSERT_TRUE(units.add(frame(1, 'b')));
  EXPECT_EQ(units.last(), 2U);
  EXPECT_EQ((*units.next(0))->json(), "a");
  EXPECT_EQ((*units.next(1))->json(), "b");
  EXPECT_EQ(units.next(2), nullptr);
}

TEST(Units, AreKeptUntilConfirmed) {
  Units units(100);
  for (int i = 0; i < 3; ++i)
    ASSERT_TRUE(units.add(frame(10)));
  units.handed_out(3);
  EXPECT_TRUE(units.confirm(0));
  EXPECT_NE(units.next(0), nullptr) << "the same poll again gets the same units";
  EXPECT_TRUE(units.confirm(2));
  EXPECT_EQ(units.bytes(), 10U);
  EXPECT_FALSE(units.confirm(1)) << "what was confirmed is gone";
  EXPECT_TRUE(units.confirm(3));
  EXPECT_FALSE(units.confirm(4)) << "that never was";
}

TEST(Units, AClientThatReadsNothingIsTooSlow) {
  Units units(100);
  for (int i = 0; i < 10; ++i)
    ASSERT_TRUE(units.add(frame(10)));
  EXPECT_FALSE(units.add(frame(1)));
  EXPECT_EQ(units.last(), 10U);
}

TEST(Units, WhatWasHandedOutMakesRoom) {
  Units units(100);
  for (int i = 0; i < 10; ++i)
    ASSERT_TRUE(units.add(frame(10)));
  units.handed_out(4);
  ASSERT_TRUE(units.add(frame(30)));
  EXPECT_EQ(units.last(), 11U);
  EXPECT_FALSE(units.confirm(0)) << "a reader that returns to the start has missed something";
  EXPECT_TRUE(units.confirm(3));
  EXPECT_FALSE(units.add(frame(60)));
}

TEST(Units, OneLargeUnitFitsAlone) {
  Units units(10);
  EXPECT_TRUE(units.add(frame(50)));
  EXPECT_FALSE(units.add(frame(1)));
}

}  // namespace
}  // namespace parlor::edge
