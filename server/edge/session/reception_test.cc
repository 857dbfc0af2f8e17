#include "edge/session/reception.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace parlor::edge {
namespace {

// Greetings that last until the test lets them go.
class ReceptionTest : public testing::Test {
 protected:
  std::optional<Millis> come(Reception::Comer comer, const std::string& name) {
    return reception_.enter(comer, [this, name](Reception::Turn turn) {
      begun.push_back(name);
      running.push_back(std::move(turn));
    });
  }
  void finish_one() {
    auto turn = std::move(running.front());
    running.pop_front();
  }

  Reception reception_{2, 3};
  std::vector<std::string> begun;
  std::deque<Reception::Turn> running;
};

TEST_F(ReceptionTest, GreetsAtOnceWhileThereIsRoom) {
  come(Reception::Comer::fresh, "vic");
  come(Reception::Comer::fresh, "wanda");
  come(Reception::Comer::fresh, "ada");
  EXPECT_EQ(begun, (std::vector<std::string>{"vic", "wanda"}));
  EXPECT_EQ(reception_.waiting(), 1U);
  finish_one();
  EXPECT_EQ(begun.back(), "ada");
}

TEST_F(ReceptionTest, LetsThoseWhoComeBackGoFirstEachInTheirOrder) {
  come(Reception::Comer::fresh, "1");
  come(Reception::Comer::fresh, "2");
  come(Reception::Comer::fresh, "new");
  come(Reception::Comer::resuming, "back 1");
  come(Reception::Comer::resuming, "back 2");
  for (int i = 0; i < 5; ++i)
    finish_one();
  EXPECT_EQ(begun, (std::vector<std::string>{"1", "2", "back 1", "back 2", "new"}));
  EXPECT_TRUE(running.empty());
}

TEST_F(ReceptionTest, SendsAwayWhoeverFindsTheLineFullAndKeepsNothingOfThem) {
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(come(Reception::Comer::fresh, "in"), std::nullopt);
  EXPECT_EQ(come(Reception::Comer::resuming, "late"), limits::kGreetingsWaitingTime);
  for (int i = 0; i < 5; ++i)
    finish_one();
  EXPECT_EQ(begun, std::vector<std::string>(5, "in"));
  EXPECT_EQ(come(Reception::Comer::fresh, "again"), std::nullopt);
  EXPECT_EQ(begun.back(), "again");
}

TEST_F(ReceptionTest, ATurnMayOutliveTheReception) {
  std::optional<Reception::Turn> kept;
  {
    Reception gone(1, 1);
    gone.enter(Reception::Comer::fresh, [&](Reception::Turn turn) { kept.emplace(std::move(turn)); });
  }
  kept.reset();
  EXPECT_FALSE(kept);
}

}  // namespace
}  // namespace parlor::edge
