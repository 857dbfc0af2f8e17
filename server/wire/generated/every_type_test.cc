// The generated decoders against the schemas: protocol/corpus/samples.jsonl holds random instances of every type and
// spoilt ones, each with the schemas' own verdict, which the decoders must share; what is valid must come back the same.
#include "wire/generated/every_type.h"

#include <gtest/gtest.h>

#include <fstream>

#include "wire/json/equal.h"

namespace parlor::wire {
namespace {

struct Verdicts {
  int valid = 0;
  int refused = 0;
};

std::string with_long_texts(std::string line) {
  constexpr std::string_view kMark = "@long@";
  const std::size_t at = line.find(kMark);
  if (at == std::string::npos) return line;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "\U0001D11E";
  return line.replace(at, kMark.size(), text);
}

void expect_same(Element expected, const std::string& actual) {
  simdjson::dom::parser parser;
  Element element;
  ASSERT_EQ(parser.parse(actual).get(element), simdjson::SUCCESS) << actual;
  EXPECT_TRUE(equal(expected, element)) << actual;
}

void check_sample(simdjson::dom::parser& parser, const std::string& line, Verdicts& verdicts) {
  SCOPED_TRACE(line.substr(0, 2000));
  Element sample;
  ASSERT_EQ(parser.parse(with_long_texts(line)).get(sample), simdjson::SUCCESS);
  std::string_view type;
  bool valid = false;
  Element value;
  ASSERT_EQ(sample.at_key("type").get(type), simdjson::SUCCESS);
  ASSERT_EQ(sample.at_key("valid").get(valid), simdjson::SUCCESS);
  ASSERT_EQ(sample.at_key("value").get(value), simdjson::SUCCESS);
  const Decoded<std::string> recoded = recode(type, value, Unknown::kIgnored);
  ++(valid ? verdicts.valid : verdicts.refused);
  EXPECT_EQ(recoded.has_value(), valid) << (recoded ? "accepted" : recoded.error().field + ": " + recoded.error().message);
  const bool as_made = sample.at_key("spoilt").error() != simdjson::SUCCESS;  // else it may hold fields that are ignored
  if (recoded && as_made) expect_same(value, *recoded);
  if (!recoded) {
    EXPECT_EQ(recoded.error().reason, Reason::kInvalidParams);
  }
}

TEST(EveryType, IsReadAsItsSchemaSays) {
  const char* other = std::getenv("PARLOR_SAMPLES");
  std::ifstream file(other != nullptr ? other : PARLOR_SOURCE_DIR "/protocol/corpus/samples.jsonl");
  ASSERT_TRUE(file);
  simdjson::dom::parser parser;
  Verdicts verdicts;
  for (std::string line; std::getline(file, line);) check_sample(parser, line, verdicts);
  EXPECT_GT(verdicts.valid, 500);
  EXPECT_GT(verdicts.refused, 500);
}

TEST(EveryType, IsKnownByNameOnly) {
  const Decoded<std::string> recoded = recode("Sofa", Element{}, Unknown::kIgnored);
  ASSERT_FALSE(recoded);
  EXPECT_EQ(recoded.error().reason, Reason::kNotFound);
}

}  // namespace
}  // namespace parlor::wire
