#include "domain/condition/field.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace parlor::condition {
namespace {

TEST(Catalogue, NamesEachFieldOnceByItsEntity) {
  constexpr std::string_view kEntities[] = {"contact.", "conversation.", "page.", "time.", "channel.", "queue."};
  for (const auto& row : catalogue()) {
    EXPECT_TRUE(row.name.starts_with(kEntities[static_cast<std::size_t>(row.entity)])) << row.name;
    if (row.field == Field::contact_attribute) continue;
    EXPECT_EQ(Subject::named(row.name), (Subject{row.field, {}}));
    EXPECT_EQ((Subject{row.field, {}}.name()), row.name);
  }
}

TEST(Catalogue, BoundsEveryNumber) {
  for (const auto& row : catalogue())
    EXPECT_EQ(row.has(Type::number), row.low < row.high) << row.name;
}

TEST(Subject, AttributeKeepsItsKey) {
  EXPECT_EQ(Subject::named("contact.attribute.plan"), Subject::attribute("plan"));
  EXPECT_EQ(Subject::named("contact.attribute.billing.plan"), Subject::attribute("billing.plan"));
  EXPECT_NE(Subject::named("contact.attribute.Plan"), Subject::attribute("plan"));
  EXPECT_EQ(Subject::attribute("plan").name(), "contact.attribute.plan");
}

TEST(Subject, AttributeKeyHasALimit) {
  std::string key;
  for (std::size_t i = 0; i < limits::kAttributeKeyCodePointsMax; ++i)
    key += "ö";
  EXPECT_EQ(Subject::named("contact.attribute." + key), Subject::attribute(key));
  EXPECT_EQ(Subject::named("contact.attribute." + key + "n").field, Field::unknown);
  EXPECT_EQ(Subject::named("contact.attribute.").field, Field::unknown);
  EXPECT_EQ(Subject::named("contact.attribute. ").field, Field::unknown);
}

TEST(Subject, UnknownKeepsItsName) {
  for (const auto* name :
       {"contact.name", "contact.email", "contact", "", "Contact.vip", "contact.vip ", "page.urls"}) {
    const auto subject = Subject::named(name);
    EXPECT_EQ(subject.field, Field::unknown) << name;
    EXPECT_EQ(subject.name(), name);
    EXPECT_EQ(row_of(subject), nullptr);
  }
}

}  // namespace
}  // namespace parlor::condition
