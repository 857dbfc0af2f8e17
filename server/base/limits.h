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
// A mail address (RFC 5321), or a phone number as people write it.
inline constexpr std::size_t kAddressCodePointsMax = 254;
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

// Agents who are here, silent, gone. Before others get their chats a vanished agent has kVanishGrace to come back.
inline constexpr std::size_t kSessionsPerAgentMax = 32;
inline constexpr auto kPresenceLook = 5s;
inline constexpr auto kAgentActEvery = 30s;
inline constexpr auto kAutoAwayTime = 10min;
inline constexpr auto kAutoAwayTimeMin = 1min;
inline constexpr auto kAutoAwayTimeMax = 8h;
inline constexpr auto kVanishGrace = 10s;

// Routing. Capacity counts chats; weights count hundredths of a chat.
inline constexpr int kAgentCapacityDefault = 4;
inline constexpr int kAgentCapacityMax = 20;
inline constexpr int kChannelWeightMax = 1'000;
inline constexpr int kSkillLevelMax = 5;
inline constexpr std::size_t kAgentsMax = 2'000;
inline constexpr std::size_t kTeamsMax = 200;
inline constexpr std::size_t kSkillsMax = 500;
inline constexpr std::size_t kSkillsPerAgentMax = 50;
inline constexpr std::size_t kRequiredSkillsMax = 10;
inline constexpr std::size_t kPreferredSkillsMax = 10;
inline constexpr std::size_t kRulesMax = 500;
inline constexpr std::size_t kActionsPerRuleMax = 20;
inline constexpr std::size_t kRuleMessagesMax = 3;
inline constexpr std::size_t kRuleMessageCodePointsMax = 1'000;
inline constexpr std::size_t kQueueLimitMax = 10'000;
inline constexpr auto kRoutingCoalesce = 5ms;
inline constexpr auto kFloorShownEvery = 1s;
inline constexpr auto kDirectoryLook = 2s;
inline constexpr auto kRingTime = 15s;
// At a colleague who is asked.
inline constexpr auto kAskRingTime = 30s;
inline constexpr auto kRingTimeMin = 5s;
inline constexpr auto kRingTimeMax = 2min;
inline constexpr int kOffersMissedInARowMax = 2;
inline constexpr auto kAgeStep = 5min;
inline constexpr auto kAgeStepMin = 10s;
inline constexpr auto kAgeStepMax = 24h;
inline constexpr auto kPreferTime = 1min;
inline constexpr auto kPreferTimeMax = 1h;
inline constexpr auto kOverflowAfterMin = 10s;
inline constexpr auto kOverflowAfterMax = 24h;
inline constexpr auto kPlaceKeptTime = 2min;
inline constexpr auto kPlaceKeptTimeMax = 1h;
inline constexpr auto kWaysOutTime = 60s;
inline constexpr auto kAnsweredWait = 2min;
inline constexpr auto kSilentAlertTime = 3min;
inline constexpr auto kSilentRerouteTime = 2min;
inline constexpr std::size_t kPaceEventsKept = 50;
inline constexpr auto kChatTimeGuess = 8min;
inline constexpr auto kPatienceGuess = 60min;
inline constexpr std::size_t kProofsKept = 200;
inline constexpr auto kEstimateMax = 24h;
inline constexpr auto kHeldTimeMin = 10s;
inline constexpr auto kHeldTimeMax = 7 * 24h;

// Visits: who is on the site. A page asks again every 30 s while it is looked at.
inline constexpr auto kVisitSilenceMax = 45s;
inline constexpr auto kVisitGapMax = 30min;
inline constexpr std::size_t kVisitsMax = 50'000;
inline constexpr std::size_t kVisitsPerNetworkMax = 512;
inline constexpr std::size_t kVisitorsPageMax = 100;
inline constexpr auto kVisitorsShownEvery = 2s;
inline constexpr auto kInvitationTime = 10min;

// A condition of a rule. A group in a group in a group is three deep.
inline constexpr std::size_t kConditionGroupsDeepMax = 5;
inline constexpr std::size_t kConditionClausesMax = 50;
inline constexpr std::size_t kConditionTextCodePointsMax = 300;
inline constexpr std::size_t kConditionListMax = 50;
inline constexpr std::size_t kAttributeKeyCodePointsMax = 40;
inline constexpr std::size_t kAttributesMax = 30;
inline constexpr std::size_t kExplainedTextCodePointsMax = 120;

// The hours of a team. No zone is known before or after these years.
inline constexpr std::size_t kSpansPerDayMax = 8;
inline constexpr std::size_t kHolidaysMax = 200;
inline constexpr std::size_t kHoursExceptionsMax = 200;
inline constexpr int kHoursYearMin = 1970;
inline constexpr int kHoursYearMax = 2099;
inline constexpr auto kHoursSearchTime = 370 * 24h;
inline constexpr std::size_t kCallbackSlotsMax = 100;

// Being called back: how soon at the earliest, how long one call is given, how many times a visitor chooses from.
inline constexpr auto kCallbackLead = 15min;
inline constexpr auto kCallbackLength = 30min;
inline constexpr std::size_t kCallbackSlotsShown = 24;

// Rates: requests a second with a burst, per session.
inline constexpr double kVisitorRequestsPerSecond = 20;
inline constexpr double kVisitorRequestsBurst = 60;
inline constexpr double kAgentRequestsPerSecond = 100;
inline constexpr double kAgentRequestsBurst = 300;
inline constexpr double kBulkRequestsPerSecond = 20'000;
inline constexpr double kBulkRequestsBurst = 40'000;

}  // namespace parlor::limits
