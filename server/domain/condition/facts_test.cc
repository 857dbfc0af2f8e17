#include "domain/condition/facts.h"

#include <limits>

#include <gtest/gtest.h>

namespace parlor::condition {
namespace {

TEST(Facts, AreFoundByFieldAndKey) {
  Facts facts;
  facts.set(Subject::attribute("plan"), "Gold").set({Field::contact_vip}, true).set(Subject::attribute("seats"), 4.0);
  EXPECT_EQ(facts.find(Subject::attribute("plan"))->value, Value("Gold"));
  EXPECT_EQ(facts.find(Subject::attribute("plan"))->folded, Value("gold"));
  EXPECT_EQ(facts.find(Subject::attribute("seats"))->value, Value(4.0));
  EXPECT_EQ(facts.find({Field::contact_vip})->value, Value(true));
  EXPECT_EQ(facts.find(Subject::attribute("Plan")), nullptr);
  EXPECT_EQ(facts.find({Field::contact_returning}), nullptr);
  EXPECT_EQ(facts.find(Subject::named("contact.name")), nullptr);
}

TEST(Facts, AreReplaced) {
  Facts facts;
  facts.set({Field::conversation_tags}, Texts{"Sofa"}).set({Field::conversation_tags}, Texts{"Lamp", "VIP"});
  EXPECT_EQ(facts.find({Field::conversation_tags})->folded, Value(Texts{"lamp", "vip"}));
}

TEST(Facts, ThatSayNothingAreAbsent) {
  Facts facts;
  facts.set({Field::page_referrer}, "https://casa.example").set({Field::page_referrer}, "");
  facts.set({Field::conversation_tags}, Texts{});
  facts.set({Field::conversation_sentiment}, std::numeric_limits<double>::quiet_NaN());
  facts.set({Field::queue_wait_s}, std::numeric_limits<double>::infinity());
  facts.set({Field::queue_length}, -std::numeric_limits<double>::infinity());
  for (const auto field : {Field::page_referrer, Field::conversation_tags, Field::conversation_sentiment,
                           Field::queue_wait_s, Field::queue_length}) {
    EXPECT_EQ(facts.find({field}), nullptr);
  }
}

TEST(FactsDeathTest, AreOfTheTypeThatTheCatalogueSays) {
  Facts facts;
  EXPECT_DEATH(facts.set({Field::contact_vip}, "yes"), "row");
  EXPECT_DEATH(facts.set(Subject::attribute("tags"), Texts{"a"}), "row");
  EXPECT_DEATH(facts.set(Subject::named("contact.name"), "Vic"), "row");
}

}  // namespace
}  // namespace parlor::condition
