#include "domain/routing/proofs.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

// Told a minute each, and what came.
Proofs of(const std::vector<Millis>& real, double correction = 1) {
  Proofs proofs;
  for (const auto time : real)
    proofs.add({kMonday, 60s, correction}, time);
  return proofs;
}

std::vector<Millis> times(std::size_t count, Millis time) {
  return std::vector<Millis>(count, time);
}

TEST(Accuracy, IsUnknownBeforeTheFirstProof) {
  EXPECT_EQ(Proofs().accuracy(), std::nullopt);
  EXPECT_EQ(Proofs().correction(), 1);
}

TEST(Accuracy, IsTheMiddleOfTheErrors) {
  EXPECT_EQ(of({60s, 75s, 30s}).accuracy(), (Accuracy{3, 15s, 20}));
}

TEST(Accuracy, CountsNobodyWhoWasToldOfNoWait) {
  Proofs proofs;
  proofs.add({kMonday, 0s, 1}, 5s);
  EXPECT_EQ(proofs.accuracy(), std::nullopt);
}

TEST(Accuracy, OfSomebodyServedAtOnceDividesByNothing) {
  EXPECT_EQ(of({0s}).accuracy(), (Accuracy{1, 60s, 6'000'000}));
}

TEST(Accuracy, IsOfTheLastOnesOnly) {
  auto proofs = of(times(limits::kProofsKept, 30s));
  EXPECT_EQ(proofs.accuracy(), (Accuracy{limits::kProofsKept, 30s, 100}));
  for (std::size_t i = 0; i < limits::kProofsKept / 2 + 1; ++i)
    proofs.add({kMonday, 60s, 1}, 60s);
  EXPECT_EQ(proofs.accuracy(), (Accuracy{limits::kProofsKept, 0s, 0}));
}

TEST(Correction, IsWhatWouldHaveBeenRight) {
  EXPECT_NEAR(of(times(100, 90s)).correction(), 1.5, 0.001);
  EXPECT_NEAR(of(times(100, 45s)).correction(), 0.75, 0.001);
}

TEST(Correction, CountsFromTheEstimateBeforeItWasCorrected) {
  EXPECT_NEAR(of(times(100, 60s), 1.5).correction(), 1.5, 0.001);
}

TEST(Correction, TrustsFewProofsLittle) {
  EXPECT_EQ(of(times(9, 90s)).correction(), 1);
  EXPECT_NEAR(of(times(12, 90s)).correction(), 1.5, 0.001);
}

TEST(Correction, FollowsTheNewest) {
  auto proofs = of(times(200, 90s));
  for (int i = 0; i < 60; ++i)
    proofs.add({kMonday, 60s, 1}, 60s);
  EXPECT_NEAR(proofs.correction(), 1, 0.001);
}

TEST(Correction, StaysWithinReason) {
  EXPECT_EQ(of(times(100, 1h)).correction(), 2);
  EXPECT_EQ(of(times(100, 1s)).correction(), 0.5);
}

}  // namespace
}  // namespace parlor::routing::testing
