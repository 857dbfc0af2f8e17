#include "wire/json/reader.h"

#include <gtest/gtest.h>

#include "wire/generated/rest.h"

namespace parlor::wire {
namespace {

constexpr std::size_t kBytesMax = 64 * 1024;

template <typename T, typename... Rules>
Decoded<T> read(std::string_view text, Rules... rules) {
  Parser parser(kBytesMax);
  const Decoded<Element> element = parser.parse(text);
  if (!element) return std::unexpected(element.error());
  Reader reader;
  T value{};
  if (!decode(reader, *element, value, rules...)) return std::unexpected(reader.take_error());
  return value;
}

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

TEST(Parser, NamesWhatIsWrongWithTheText) {
  Parser parser(100);
  EXPECT_EQ(parser.parse("{").error().reason, Reason::kParseError);
  EXPECT_EQ(parser.parse("").error().reason, Reason::kParseError);
  EXPECT_EQ(parser.parse("\"\xff\"").error().reason, Reason::kBadUtf8);
  EXPECT_EQ(parser.parse(std::string(101, ' ')).error().reason, Reason::kTooLarge);
  EXPECT_EQ(parser.parse(std::string(50, '[') + std::string(50, ']')).error().reason, Reason::kInvalidRequest);
  EXPECT_TRUE(parser.parse("{}")) << "a fault must not spoil the next text";
}

TEST(Parser, ReadsTextThatEndsWhereItsMemoryEnds) {
  Parser parser(kBytesMax);
  for (std::size_t size = 2; size < 200; ++size) {
    const std::unique_ptr<char[]> exact(new char[size]);
    std::fill_n(exact.get(), size, 'x');
    exact[0] = exact[size - 1] = '"';
    const Decoded<Element> element = parser.parse(std::string_view(exact.get(), size));
    ASSERT_TRUE(element) << size;
    EXPECT_EQ(std::string_view(*element).size(), size - 2);
  }
}

TEST(Text, IsCountedInCodePoints) {
  const TextRule rule{.chars_min = 2, .chars_max = 4};
  EXPECT_EQ(read<std::string>(quoted("äöüß"), rule), "äöüß");
  EXPECT_EQ(read<std::string>(quoted("𝄞𝄞𝄞𝄞"), rule), "𝄞𝄞𝄞𝄞");
  EXPECT_FALSE(read<std::string>(quoted("äöüßé"), rule));
  EXPECT_FALSE(read<std::string>(quoted("𝄞"), rule)) << "four bytes, but one character";
  EXPECT_EQ(read<std::string>(quoted("a"), rule).error().message, "must have 2 to 4 characters");
}

TEST(Text, IsCountedInBytesToo) {
  const TextRule rule{.chars_max = 10, .bytes_max = 8};
  EXPECT_TRUE(read<std::string>(quoted("ääää"), rule));
  EXPECT_FALSE(read<std::string>(quoted("äääää"), rule));
}

TEST(Text, IsNeverHalfACharacter) {
  EXPECT_TRUE(read<std::string>(R"("\ud834\udd1e")", TextRule{}));
  EXPECT_FALSE(read<std::string>(R"("\udd1e")", TextRule{}));
  EXPECT_FALSE(read<std::string>(R"("\ud834")", TextRule{}));
  EXPECT_TRUE(read<std::string>(quoted("\xED\x9F\xBF"), TextRule{})) << "U+D7FF is a character like any other";
}

TEST(Integer, MayBeWrittenWithAnEmptyFraction) {
  const IntegerRule rule{.min = -5, .max = 1'000'000};
  EXPECT_EQ(read<std::int64_t>("7", rule), 7);
  EXPECT_EQ(read<std::int64_t>("7.0", rule), 7);
  EXPECT_EQ(read<std::int64_t>("1e6", rule), 1'000'000);
  EXPECT_EQ(read<std::int64_t>("7.5", rule).error().message, "must be a whole number");
  EXPECT_EQ(read<std::int64_t>("1000001", rule).error().message, "must be from -5 to 1,000,000");
  EXPECT_FALSE(read<std::int64_t>("18446744073709551615", rule));
  EXPECT_FALSE(read<std::int64_t>("1e300", rule));
  EXPECT_FALSE(read<std::int64_t>("\"7\"", rule));
  EXPECT_FALSE(read<std::int64_t>("null", rule));
}

TEST(List, HasALeastAndAMost) {
  const ListRule<TextRule> rule{.min = 1, .max = 2};
  using Words = std::vector<std::string>;
  EXPECT_EQ(read<Words>(R"(["a","b"])", rule), (Words{"a", "b"}));
  EXPECT_EQ(read<Words>("[]", rule).error().message, "must have at least 1 entry");
  EXPECT_EQ(read<Words>(R"(["a","b","c"])", rule).error().message, "must have at most 2 entries");
  EXPECT_EQ(read<Words>(R"(["a",7])", rule).error().field, "1");
  EXPECT_EQ(read<Words>("{}", rule).error().message, "must be a list");
}

TEST(Fields, SayWhereTheFaultIs) {
  Parser parser(kBytesMax);
  const auto setup = decode_text<InboxCreate>(parser, R"({"name":"Website","origins":["https://casa.example",""]})");
  ASSERT_FALSE(setup);
  EXPECT_EQ(setup.error().field, "origins.1");
  EXPECT_EQ(setup.error().message, "origins[1] must have 1 to 300 characters");
  const auto missing = decode_text<SignIn>(parser, R"({"email":"ada@casa.example"})");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().field, "password");
  EXPECT_EQ(missing.error().message, "password is missing");
}

TEST(Fields, UnknownOnesAreRefusedOnlyWhenAskedFor) {
  Parser parser(kBytesMax);
  constexpr std::string_view kText = R"({"email":"ada@casa.example","password":"casa-demo","admin":true})";
  EXPECT_TRUE(decode_text<SignIn>(parser, kText));
  const auto strict = decode_text<SignIn>(parser, kText, Unknown::kRefused);
  ASSERT_FALSE(strict);
  EXPECT_EQ(strict.error().field, "admin");
  EXPECT_EQ(strict.error().message, "admin is not a known field");
}

TEST(Email, HasSomethingOnBothSidesOfOneAt) {
  const EmailRule rule{TextRule{.chars_min = 3, .chars_max = 254}};
  EXPECT_TRUE(read<std::string>(quoted("ada@casa.example"), rule));
  EXPECT_TRUE(read<std::string>(quoted("żółw@casa.example"), rule));
  for (const std::string_view text : {"ada", "@casa.example", "ada@", "a@b@c", "ada @casa.example"}) {
    EXPECT_FALSE(read<std::string>(quoted(text), rule)) << text;
  }
}

}  // namespace
}  // namespace parlor::wire
