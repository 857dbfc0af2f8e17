#include "edge/doctor/probe_log.h"

#include <gtest/gtest.h>

#include "edge/doctor/limits.h"

namespace parlor::edge {
namespace {

wire::Uuid id_of(std::uint8_t last) {
  wire::Uuid id;
  id.bytes[15] = last;
  return id;
}

const Time kNow{};
const wire::DoctorArrival kArrival{.http_version = "1.1", .upgrade = "websocket"};

TEST(ProbeLog, RemembersWhatArrivesUnderAReservedId) {
  ProbeLog log;
  log.reserve(id_of(1), kNow);
  log.record(id_of(1), kArrival, kNow);
  const auto seen = log.find(id_of(1), kNow);
  ASSERT_TRUE(seen);
  ASSERT_EQ(seen->arrivals.size(), 1U);
  EXPECT_EQ(seen->arrivals.front(), kArrival);
}

TEST(ProbeLog, KnowsNothingOfIdsThatNobodyReserved) {
  ProbeLog log;
  log.record(id_of(1), kArrival, kNow);
  EXPECT_FALSE(log.find(id_of(1), kNow));
}

TEST(ProbeLog, ReservingAgainForgetsNothing) {
  ProbeLog log;
  log.reserve(id_of(1), kNow);
  log.record(id_of(1), kArrival, kNow);
  log.reserve(id_of(1), kNow);
  EXPECT_EQ(log.find(id_of(1), kNow)->arrivals.size(), 1U);
}

TEST(ProbeLog, HoldsSoManyArrivalsAndNoMore) {
  ProbeLog log;
  log.reserve(id_of(1), kNow);
  for (std::size_t i = 0; i <= limits::kProbeArrivalsMax; ++i)
    log.record(id_of(1), kArrival, kNow);
  EXPECT_EQ(log.find(id_of(1), kNow)->arrivals.size(), limits::kProbeArrivalsMax);
}

TEST(ProbeLog, TheOldestMakesRoom) {
  ProbeLog log;
  for (std::size_t i = 0; i < limits::kProbesReservedMax; ++i)
    log.reserve(id_of(static_cast<std::uint8_t>(i)), kNow);
  EXPECT_TRUE(log.find(id_of(0), kNow));
  log.reserve(id_of(200), kNow);
  EXPECT_FALSE(log.find(id_of(0), kNow));
  EXPECT_TRUE(log.find(id_of(1), kNow));
}

TEST(ProbeLog, ForgetsAfterAWhile) {
  ProbeLog log;
  log.reserve(id_of(1), kNow);
  EXPECT_TRUE(log.find(id_of(1), kNow + limits::kProbeReservedTime));
  EXPECT_FALSE(log.find(id_of(1), kNow + limits::kProbeReservedTime + Millis(1)));
}

}  // namespace
}  // namespace parlor::edge
