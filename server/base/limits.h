// Every limit of the server with its unit, in one place. A value that clients must know stands in protocol/limits.json
// too and is compared with this one by a test.
#pragma once

#include <chrono>
#include <cstddef>

namespace parlor::limits {

using namespace std::chrono_literals;

// The wire.
inline constexpr std::size_t kClientFrameBytesMax = 64 * 1024;
inline constexpr std::size_t kServerFrameBytesMax = 256 * 1024;
inline constexpr std::size_t kBatchRequestsMax = 32;
inline constexpr std::size_t kTextCodePointsMax = 4'000;
inline constexpr std::size_t kTextBytesMax = 16 * 1024;
inline constexpr std::size_t kPreviewCodePointsMax = 120;

// A conversation.
inline constexpr std::size_t kTagsMax = 20;
inline constexpr std::size_t kTagCodePointsMax = 40;
inline constexpr std::size_t kNameCodePointsMax = 80;
inline constexpr std::size_t kAgentsInConversationMax = 50;
inline constexpr std::size_t kUnreadCountMax = 99;
inline constexpr auto kVisitorEditTime = 15min;
inline constexpr auto kAgentEditTime = 15min;
inline constexpr auto kAgentDeleteTime = 5min;
inline constexpr auto kReopenTime = 24h;
inline constexpr auto kRatingTime = 7 * 24h;
inline constexpr auto kSnoozeTimeMax = 90 * 24h;

// Pages.
inline constexpr std::size_t kSnapshotEventsMax = 50;
inline constexpr std::size_t kHistoryEventsMax = 100;
inline constexpr std::size_t kResumeEventsMax = 500;
inline constexpr std::size_t kListRowsMax = 200;
inline constexpr std::size_t kContactConversationsMax = 20;
inline constexpr std::size_t kContactPagesMax = 20;

// Queues.
inline constexpr std::size_t kCommandsWaitingPerConversationMax = 1'000;
inline constexpr std::size_t kConversationsCachedPerShardMax = 20'000;
inline constexpr std::size_t kEventsPerAppendMax = 256;
inline constexpr std::size_t kAppendsPerTransactionMax = 512;
inline constexpr std::size_t kAppendsWaitingMax = 50'000;
inline constexpr std::size_t kOutboxBytesMax = 1024 * 1024;
inline constexpr std::size_t kTopicsPerSessionMax = 200;
inline constexpr std::size_t kRequestsInFlightPerSessionMax = 8'192;
inline constexpr std::size_t kPasswordHashesWaitingMax = 64;

// Passing time.
inline constexpr auto kHelloWait = 10s;
inline constexpr auto kVisitorHeartbeat = 25s;
inline constexpr auto kAgentHeartbeat = 15s;
inline constexpr auto kVisitorSilenceMax = 60s;
inline constexpr auto kAgentSilenceMax = 35s;
inline constexpr auto kPollWaitMax = 25s;
inline constexpr auto kTypingTime = 6s;
inline constexpr auto kRowsCoalesce = 100ms;
inline constexpr auto kReadMarksCoalesce = 200ms;
inline constexpr auto kShutdownTime = 10s;

// Rates: requests a second with a burst, per session.
inline constexpr double kVisitorRequestsPerSecond = 20;
inline constexpr double kVisitorRequestsBurst = 60;
inline constexpr double kAgentRequestsPerSecond = 100;
inline constexpr double kAgentRequestsBurst = 300;
inline constexpr double kBulkRequestsPerSecond = 20'000;
inline constexpr double kBulkRequestsBurst = 40'000;

}  // namespace parlor::limits
