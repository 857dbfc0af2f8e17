#include "main/doctor/diagnosis.h"

#include <gtest/gtest.h>

namespace parlor::doctor {
namespace {

Facts healthy() {
  return {.seen = {{"connection", "ok"},
                   {"tls", "ok"},
                   {"server", "parlor"},
                   {"websocket", "ok"},
                   {"upgrade", "passed"},
                   {"subprotocol", "passed"},
                   {"events", "ok"},
                   {"events_encoding", "plain"},
                   {"poll", "ok"},
                   {"upload", "ok"},
                   {"http_version", "1.1"},
                   {"public_url", "same"},
                   {"origin", "same"},
                   {"host", "same"},
                   {"forwarded", "trusted"},
                   {"quiet_websocket", "ok"},
                   {"quiet_events", "ok"},
                   {"quiet_poll", "ok"}},
          .figures = {}};
}

std::vector<std::string_view> ids_in(const Facts& facts) {
  std::vector<std::string_view> ids;
  for (const auto* fault : faults_in(facts))
    ids.push_back(fault->id);
  return ids;
}

TEST(Diagnosis, FindsNothingWhereAllIsWell) {
  EXPECT_EQ(ids_in(healthy()), std::vector<std::string_view>{});
  EXPECT_EQ(verdict_of(healthy()), Verdict::healthy);
}

// Each fault, and no other but notes, when exactly its conditions hold on an otherwise healthy way.
TEST(Diagnosis, TellsEachFaultFromAllOthers) {
  for (const auto& fault : wire::doctor_faults()) {
    for (const auto& all : fault.when) {
      auto facts = healthy();
      for (const auto& one : all)
        facts.seen[std::string(one.fact)] = one.value;
      auto found = faults_in(facts);
      EXPECT_EQ(std::erase(found, &fault), 1U) << fault.id;
      for (const auto* other : found)
        EXPECT_EQ(other->severity, wire::Severity::kNote) << fault.id << " is taken for " << other->id;
    }
  }
}

TEST(Diagnosis, ABrokenTransportStillLeavesTheOthers) {
  auto facts = healthy();
  facts.seen["websocket"] = "failed";
  facts.seen["upgrade"] = "stripped";
  EXPECT_EQ(verdict_of(facts), Verdict::impaired);
}

TEST(Diagnosis, ANoteIsNoIllness) {
  auto facts = healthy();
  facts.seen["host"] = "changed";
  EXPECT_FALSE(ids_in(facts).empty());
  EXPECT_EQ(verdict_of(facts), Verdict::healthy);
}

TEST(Diagnosis, NothingThatWorksIsDeath) {
  EXPECT_EQ(verdict_of({.seen = {{"connection", "refused"}}, .figures = {}}), Verdict::dead);
}

TEST(Diagnosis, WhatNobodySawIsNoFault) {
  EXPECT_EQ(ids_in({}), std::vector<std::string_view>{});
}

TEST(Figures, StandInTheirPlaces) {
  const Facts facts{.seen = {}, .figures = {{"seconds", "5"}}};
  EXPECT_EQ(with_figures("cut after {seconds} s, again {seconds}", facts), "cut after 5 s, again 5");
  EXPECT_EQ(with_figures("answered {status}", facts), "answered nothing");
  EXPECT_EQ(with_figures("location / {", facts), "location / {");
  EXPECT_EQ(with_figures("if { req.hdr(Upgrade) -m found } {seconds}", facts), "if { req.hdr(Upgrade) -m found } 5");
}

}  // namespace
}  // namespace parlor::doctor
