#include "app/routing/newest.h"

#include <gtest/gtest.h>

#include "app/routing/routing_test_kit.h"

namespace parlor::app {
namespace {

using conversation::Status;

Glance at(conversation::Seq seq, Status status = Status::open, std::uint8_t number = 1) {
  return {.conversation = chat(number), .seq = seq, .contact = contact_of(number), .inbox = {}, .status = status};
}

TEST(Newest, LetsNothingThroughThatComesLate) {
  Newest newest(10);
  EXPECT_TRUE(newest.take(at(5, Status::resolved)));
  EXPECT_TRUE(newest.take(at(7))) << "reopened";
  EXPECT_FALSE(newest.take(at(5, Status::resolved))) << "the row that was on its way for long";
  EXPECT_TRUE(newest.take(at(7))) << "the same again, as after a new reading";
}

TEST(Newest, KeepsOnlyTheLastOfThoseThatAreResolved) {
  Newest newest(1);
  newest.take(at(5, Status::resolved, 1));
  newest.take(at(5, Status::resolved, 2));
  EXPECT_TRUE(newest.take(at(4, Status::open, 1))) << "forgotten";
  EXPECT_FALSE(newest.take(at(4, Status::open, 2)));
}

}  // namespace
}  // namespace parlor::app
