#include "domain/text.h"

#include <gtest/gtest.h>

namespace parlor::text {
namespace {

TEST(CardNumbers, AreMaskedHoweverSpaced) {
  EXPECT_EQ(mask_card_numbers("4242424242424242"), "••••••••••••4242");
  EXPECT_EQ(mask_card_numbers("4242-4242-4242-4242!"), "••••-••••-••••-4242!");
  EXPECT_EQ(mask_card_numbers("3782 822463 10005"), "•••• •••••• •0005");
  EXPECT_EQ(mask_card_numbers("4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2"), "• • • • • • • • • • • • 4 2 4 2");
}

TEST(CardNumbers, InsideALongerRunAreFound) {
  EXPECT_EQ(mask_card_numbers("4242424242424242 4242 4242 4242"), "•••••••••••••••• •••• •••• 4242");
  EXPECT_EQ(mask_card_numbers("order 12 4242424242424242"), "order 12 ••••••••••••4242");
}

TEST(CardNumbers, OthersStay) {
  for (const auto* text :
       {"4242424242424241", "Call +43 1 234 5678", "order 48213", "0000000000000000", "", "12-12-2026 14:03"}) {
    EXPECT_EQ(mask_card_numbers(text), text);
  }
}

TEST(CodePoints, CountCharactersNotBytes) {
  EXPECT_EQ(code_points("Möbel"), 5U);
  EXPECT_EQ(first_code_points("Möbel", 2), "Mö");
  EXPECT_EQ(first_code_points("Mö", 5), "Mö");
}

TEST(PageAddress, LosesQueryAndFragment) {
  EXPECT_EQ(page_address("https://casa.example/sofa?email=vic@example.com#top"), "https://casa.example/sofa");
  EXPECT_EQ(page_address("https://casa.example/sofa"), "https://casa.example/sofa");
}

TEST(QueryValue, IsWhatStandsUnderItsWholeName) {
  EXPECT_EQ(query_value("https://casa.example/?utm_campaign=spring&b=2#top", "utm_campaign"), "spring");
  EXPECT_EQ(query_value("https://casa.example/?a=1&b=2", "b"), "2");
  EXPECT_EQ(query_value("https://casa.example/?ab=1", "b"), "");
  EXPECT_EQ(query_value("https://casa.example/?b", "b"), "");
  EXPECT_EQ(query_value("https://casa.example/#?b=2", "b"), "");
  EXPECT_EQ(query_value("", "b"), "");
}

}  // namespace
}  // namespace parlor::text
