// Ids, topics and times in their written form.
#include <gtest/gtest.h>

#include "wire/json/time.h"
#include "wire/json/topic.h"
#include "wire/json/uuid.h"

namespace parlor::wire {
namespace {

constexpr std::string_view kId = "01890a5d-ac96-774b-bcce-b302099a8057";

TEST(Uuid, IsReadInEitherCaseAndWrittenInLower) {
  const auto id = Uuid::parse("01890A5D-AC96-774B-bcce-b302099a8057");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->to_string(), kId);
  EXPECT_EQ(id, Uuid::parse(kId));
  EXPECT_EQ(id->bytes[0], 0x01);
  EXPECT_EQ(id->bytes[15], 0x57);
}

TEST(Uuid, IsNothingElse) {
  for (const std::string_view text :
       {"", "01890a5d-ac96-774b-bcce-b302099a805", "01890a5d-ac96-774b-bcce-b302099a80570",
        "01890a5dxac96-774b-bcce-b302099a8057", "g1890a5d-ac96-774b-bcce-b302099a8057",
        "01890a5dac96774bbcceb302099a80570000", "{1890a5d-ac96-774b-bcce-b302099a805}"}) {
    EXPECT_FALSE(Uuid::parse(text)) << text;
  }
}

TEST(Topic, IsAWordOrNamesAnId) {
  const std::string conversation = "conversation:" + std::string(kId);
  const std::string contact = "contact:" + std::string(kId);
  EXPECT_EQ(Topic::parse(conversation), Topic::conversation(*Uuid::parse(kId)));
  EXPECT_EQ(Topic::parse(contact), Topic::contact(*Uuid::parse(kId)));
  EXPECT_EQ(Topic::parse("workspace"), Topic::workspace());
  for (const std::string_view text :
       {std::string_view(conversation), std::string_view(contact), std::string_view("workspace"),
        std::string_view("queue"), std::string_view("visitors"), std::string_view("presence")}) {
    const auto topic = Topic::parse(text);
    ASSERT_TRUE(topic) << text;
    EXPECT_EQ(topic->to_string(), text);
  }
}

TEST(Topic, IsNothingElse) {
  for (const std::string_view text : {"", "workspaces", "conversation", "conversation:", "conversation:1",
                                      "agent:01890a5d-ac96-774b-bcce-b302099a8057", "Workspace"}) {
    EXPECT_FALSE(Topic::parse(text)) << text;
  }
}

TEST(Time, IsWrittenInUtcWithMilliseconds) {
  EXPECT_EQ(format_time(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(format_time(1'772'442'900'250), "2026-03-02T09:15:00.250Z");
  EXPECT_EQ(format_time(-1), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(format_time(951'782'400'000), "2000-02-29T00:00:00.000Z");
}

TEST(Time, StaysWithinFourDigitsOfYears) {
  EXPECT_EQ(format_time(INT64_MAX), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(format_time(INT64_MIN), "0000-01-01T00:00:00.000Z");
}

TEST(Time, IsReadWithAnyFractionAndOffset) {
  EXPECT_EQ(parse_time("2026-03-02T09:15:00.250Z"), 1'772'442'900'250);
  EXPECT_EQ(parse_time("2026-03-02T09:15:00Z"), 1'772'442'900'000);
  EXPECT_EQ(parse_time("2026-03-02T09:15:00.2509999Z"), 1'772'442'900'250);
  EXPECT_EQ(parse_time("2026-03-02t11:45:00.250+02:30"), 1'772'442'900'250);
  EXPECT_EQ(parse_time("2026-03-01T23:15:00.250-10:00"), 1'772'442'900'250);
}

TEST(Time, ComesBackAsItWent) {
  for (std::int64_t time = -62'167'219'200'000; time < 253'402'300'800'000; time += 86'399'123'457) {
    EXPECT_EQ(parse_time(format_time(time)), time);
  }
}

TEST(Time, IsNothingElse) {
  for (const std::string_view text :
       {"", "tomorrow", "2026-03-02", "2026-03-02T09:15Z", "2026-03-02T09:15:00", "2026-03-02 09:15:00Z",
        "2026-13-02T09:15:00Z", "2026-02-29T09:15:00Z", "2026-03-02T24:00:00Z", "2026-03-02T09:60:00Z",
        "2026-03-02T09:15:00.Z", "2026-03-02T09:15:00.250Zx", "2026-03-02T09:15:00+0230",
        "2026-03-02T09:15:00+24:00"}) {
    EXPECT_FALSE(parse_time(text)) << text;
  }
}

}  // namespace
}  // namespace parlor::wire
