// What clients are told must be what the server holds.
#include "wire/generated/limits.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "wire/generated/close_codes.h"

namespace parlor::wire {
namespace {

std::size_t ms(std::chrono::milliseconds time) { return static_cast<std::size_t>(time.count()); }

TEST(Limits, OfTheProtocolAreTheServersOwn) {
  EXPECT_EQ(kFrameBytesMax, limits::kClientFrameBytesMax);
  EXPECT_EQ(kServerFrameBytesMax, limits::kServerFrameBytesMax);
  EXPECT_EQ(kBatchMax, limits::kBatchRequestsMax);
  EXPECT_EQ(kTextCharsMax, limits::kTextCodePointsMax);
  EXPECT_EQ(kTextBytesMax, limits::kTextBytesMax);
  EXPECT_EQ(kPreviewCharsMax, limits::kPreviewCodePointsMax);
  EXPECT_EQ(kNameCharsMax, limits::kNameCodePointsMax);
  EXPECT_EQ(kTagCharsMax, limits::kTagCodePointsMax);
  EXPECT_EQ(kSnapshotEventsMax, limits::kSnapshotEventsMax);
  EXPECT_EQ(kPageEventsMax, limits::kHistoryEventsMax);
  EXPECT_EQ(kPageRowsMax, limits::kListRowsMax);
  EXPECT_EQ(kVisitorConversationsMax, limits::kContactConversationsMax);
  EXPECT_EQ(kResumeTopicsMax, limits::kTopicsPerSessionMax);
}

TEST(Limits, OfTimeAreTheServersOwn) {
  EXPECT_EQ(kHelloMs, ms(limits::kHelloWait));
  EXPECT_EQ(kHeartbeatVisitorMs, ms(limits::kVisitorHeartbeat));
  EXPECT_EQ(kHeartbeatAgentMs, ms(limits::kAgentHeartbeat));
  EXPECT_EQ(kSilenceVisitorMs, ms(limits::kVisitorSilenceMax));
  EXPECT_EQ(kSilenceAgentMs, ms(limits::kAgentSilenceMax));
  EXPECT_EQ(kPollWaitSMax * 1000, ms(limits::kPollWaitMax));
  EXPECT_EQ(kTypingMs, ms(limits::kTypingTime));
}

TEST(CloseCodes, SayByTheirRangeWhetherToComeBack) {
  for (const CloseCode& one : kCloseCodes) {
    EXPECT_EQ(one.code >= 4500, one.reconnect == Reconnect::kNever) << one.reason;
  }
  EXPECT_EQ(close_code(Closing::kSlowConsumer).code, 4001);
}

}  // namespace
}  // namespace parlor::wire
