// Limits of the edge alone, beside those of base/limits.h. Plain constants.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace parlor::limits {

// One borrowed read buffer for each worker.
inline constexpr std::size_t kReadBufferBytes = 16 * 1024;
// A connection that has this much unsent is not read any further until it drains.
inline constexpr std::size_t kUnsentBeforeReadingBytes = 256 * 1024;
inline constexpr std::size_t kCompressFromBytes = 1024;
inline constexpr std::size_t kAcceptsPerWakeUp = 64;
inline constexpr auto kAcceptPause = std::chrono::milliseconds(100);
inline constexpr int kAcceptBacklog = 4096;
// What we sent is not confirmed by the other end's system: it has vanished without a word. With a heartbeat every 15 s
// an agent's stream of events is gone within 35 s.
inline constexpr auto kUnconfirmedTime = std::chrono::seconds(20);

// TLS.
inline constexpr auto kHandshakeTime = std::chrono::seconds(10);
// Of each turn of a worker's loop, for the handshakes that wait.
inline constexpr auto kHandshakeSlice = std::chrono::milliseconds(1);
inline constexpr std::size_t kTlsRecordBytesMax = 16 * 1024;
inline constexpr std::uint16_t kKeyUpdatesMax = 256;
// How long a client may resume, and after which the keys of all tickets are new.
inline constexpr std::chrono::seconds kTicketTime = std::chrono::hours(12);
inline constexpr std::size_t kPemBytesMax = 256 * 1024;

// HTTP.
inline constexpr std::size_t kRestBodyBytesMax = 32 * 1024;
inline constexpr std::size_t kEchoBytesMax = 16 * 1024 * 1024;
// A request has this long to arrive, head and body together, and its sender this long to begin a first one. Larger ones
// get the time that they need at the slowest pace that we wait for, so that a trickle of bytes wins nothing.
inline constexpr auto kRequestTime = std::chrono::seconds(10);
inline constexpr std::uint64_t kSlowestBytesPerSecond = 8 * 1024;
inline constexpr auto kKeepAliveTime = std::chrono::seconds(75);
// Nothing of what is unsent was taken by the client.
inline constexpr auto kWriteStallTime = std::chrono::seconds(60);
// After our close frame, or our last byte, the client has this long to close as well.
inline constexpr auto kCloseWait = std::chrono::seconds(2);

// A routing setup: 200 teams and 1,000 agents with their skills.
inline constexpr std::size_t kSetupBytesMax = 1024 * 1024;

// Readers over HTTP.
inline constexpr std::size_t kUnitsBytesMax = 1024 * 1024;
// Calls of a session over HTTP whose events may come with the next; of more at once the oldest come as any other.
inline constexpr std::size_t kOwnCallsKept = 32;
inline constexpr auto kStreamHeartbeat = std::chrono::seconds(15);
// An ended session keeps its last units this long, so that the next poll still hears why.
inline constexpr auto kEndedSessionTime = std::chrono::seconds(10);

// Strangers. A prefix is an IPv4 address or the first 64 bits of an IPv6 address; loopback and trusted proxies are not
// counted.
inline constexpr std::size_t kSocketsPerPrefixMax = 512;
inline constexpr std::size_t kPrefixesRememberedMax = 65'536;
inline constexpr double kVisitorsPerPrefixPerMinute = 60;
inline constexpr double kSignInFailuresPerPrefixPerMinute = 10;
inline constexpr double kSignInFailuresPerEmailPerMinute = 10;

// Greetings of one worker: how many run together, how many wait, how long whoever finds the line full stays away.
inline constexpr std::size_t kGreetingsAtOnceMax = 32;
inline constexpr std::size_t kGreetingsWaitingMax = 10'000;
inline constexpr auto kGreetingsWaitingTime = std::chrono::milliseconds(5000);

// Shutdown: clients come back spread over this time.
inline constexpr auto kReturnSpread = std::chrono::milliseconds(3000);

}  // namespace parlor::limits
