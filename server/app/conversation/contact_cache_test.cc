#include "app/conversation/contact_cache.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace parlor::app {
namespace {

template <class IdType>
IdType numbered(std::size_t number) {
  IdBytes id{};
  id[14] = static_cast<std::uint8_t>(number >> 8);
  id[15] = static_cast<std::uint8_t>(number);
  id[0] = static_cast<std::uint8_t>(number >> 16);
  return IdType{id};
}

ContactKey contact(std::size_t number) {
  return {numbered<WorkspaceId>(1), numbered<ContactId>(number)};
}

TEST(ContactCache, KnowsWhatItWasGivenAndNobodyElse) {
  ContactCache cache;
  EXPECT_EQ(cache.find(contact(1)), nullptr);
  cache.keep(contact(1), {2, {numbered<ConversationId>(8)}}, cache.moment());
  ASSERT_NE(cache.find(contact(1)), nullptr);
  EXPECT_EQ(cache.find(contact(1))->seq, 2U);
  EXPECT_EQ(cache.find(contact(2)), nullptr);
  EXPECT_EQ(cache.find({numbered<WorkspaceId>(2), numbered<ContactId>(1)}), nullptr);
}

TEST(ContactCache, GrowsWithEachConversationThatBeginsTheNewestFirst) {
  ContactCache cache;
  cache.keep(contact(1), {1, {numbered<ConversationId>(8)}}, cache.moment());
  cache.begun(contact(1), numbered<ConversationId>(9), 1);
  cache.begun(contact(2), numbered<ConversationId>(10), 5);
  EXPECT_EQ(cache.find(contact(1))->seq, 2U);
  EXPECT_EQ(cache.find(contact(1))->conversations.front(), numbered<ConversationId>(9));
  EXPECT_EQ(cache.find(contact(1))->conversations.size(), 2U);
  EXPECT_EQ(cache.find(contact(2)), nullptr) << "what it has besides is not known";
}

TEST(ContactCache, KnowsAContactWhoseFirstConversationBeganHere) {
  ContactCache cache;
  cache.begun(contact(1), numbered<ConversationId>(9), 0);
  ASSERT_NE(cache.find(contact(1)), nullptr);
  EXPECT_EQ(cache.find(contact(1))->seq, 1U);
}

TEST(ContactCache, KeepsNothingThatWasReadBeforeAConversationBegan) {
  ContactCache cache;
  const auto before = cache.moment();
  cache.begun(contact(1), numbered<ConversationId>(9), 1);
  cache.keep(contact(1), {1, {}}, before);
  EXPECT_EQ(cache.find(contact(1)), nullptr);
}

TEST(ContactCache, KeepsNoStrangers) {
  ContactCache cache;
  cache.keep(contact(1), {0, {}}, cache.moment());
  EXPECT_EQ(cache.find(contact(1)), nullptr);
}

TEST(ContactCache, ForgetsWhoeverWasNotHereForLongest) {
  ContactCache cache;
  for (std::size_t i = 0; i < limits::kConversationsCachedPerShardMax; ++i)
    cache.keep(contact(i), {1, {}}, cache.moment());
  ASSERT_NE(cache.find(contact(0)), nullptr);
  cache.keep(contact(100'000), {1, {}}, cache.moment());
  EXPECT_NE(cache.find(contact(0)), nullptr) << "was asked for just now";
  EXPECT_EQ(cache.find(contact(1)), nullptr);
  EXPECT_NE(cache.find(contact(100'000)), nullptr);
}

}  // namespace
}  // namespace parlor::app
