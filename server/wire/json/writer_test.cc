#include "wire/json/writer.h"

#include <gtest/gtest.h>

#include "wire/json/equal.h"

namespace parlor::wire {
namespace {

TEST(Writer, PutsTheCommas) {
  std::string text;
  Writer out(text);
  out.begin_list();
  out.begin_object();
  out.end_object();
  out.begin_object();
  out.field("a", true);
  out.field("b", std::vector<std::string>{"x", "", ","});
  out.key("c");
  out.begin_list();
  out.end_list();
  out.end_object();
  out.integer(-7);
  out.null();
  out.end_list();
  EXPECT_EQ(text, R"([{},{"a":true,"b":["x","",","],"c":[]},-7,null])");
}

TEST(Writer, IsNotMisledByTextThatLooksLikeAnOpenBracket) {
  std::string text;
  Writer out(text);
  out.begin_list();
  for (const std::string_view value : {"{", "[", ":", ",", "\\"})
    out.text(value);
  out.end_list();
  EXPECT_EQ(text, R"(["{","[",":",",","\\"])");
}

TEST(Writer, EscapesWhatMustBe) {
  std::string all;
  for (int c = 0; c < 128; ++c)
    all.push_back(static_cast<char>(c));
  all += "é中𝄞\u2028";
  std::string text;
  Writer out(text);
  out.text(all);
  simdjson::dom::parser parser;
  std::string_view read;
  ASSERT_EQ(parser.parse(text).get(read), simdjson::SUCCESS);
  EXPECT_EQ(read, all);
  EXPECT_NE(text.find("\\u0000"), std::string::npos);
  EXPECT_NE(text.find("\\u001f"), std::string::npos);
  EXPECT_NE(text.find("\\\"#"), std::string::npos);
}

TEST(Writer, LeavesOutWhatIsAbsent) {
  std::string text;
  Writer out(text);
  out.begin_object();
  out.field("a", std::optional<std::string>());
  out.field("b", std::optional<std::string>("x"));
  out.time_field("c", std::optional<std::int64_t>());
  out.time_field("d", std::optional<std::int64_t>(0));
  out.end_object();
  EXPECT_EQ(text, R"({"b":"x","d":"1970-01-01T00:00:00.000Z"})");
}

bool same(std::string_view left, std::string_view right) {
  simdjson::dom::parser parsers[2];
  simdjson::dom::element elements[2];
  EXPECT_EQ(parsers[0].parse(left.data(), left.size(), true).get(elements[0]), simdjson::SUCCESS);
  EXPECT_EQ(parsers[1].parse(right.data(), right.size(), true).get(elements[1]), simdjson::SUCCESS);
  return equal(elements[0], elements[1]);
}

TEST(Equal, LooksAtWhatIsSaidAndNotHow) {
  EXPECT_TRUE(same(R"({"a":1,"b":[true,null]})", R"( {"b":[true,null], "a":1.0} )"));
  EXPECT_FALSE(same(R"({"a":1})", R"({"a":1,"b":2})"));
  EXPECT_FALSE(same(R"({"a":1,"b":2})", R"({"a":1})"));
  EXPECT_FALSE(same("[1,2]", "[2,1]"));
  EXPECT_FALSE(same("[1]", "[1,1]"));
  EXPECT_FALSE(same("\"1\"", "1"));
  EXPECT_FALSE(same("true", "false"));
  EXPECT_FALSE(same("null", "false"));
}

}  // namespace
}  // namespace parlor::wire
