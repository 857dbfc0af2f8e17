#include <string>

#include <gtest/gtest.h>

#include "wire/ws/deflate.h"
#include "wire/ws/encoder.h"
#include "wire/ws/frame.h"
#include "wire/ws/utf8.h"

namespace parlor::wire::ws {
namespace {

TEST(Mask, MatchesTheDefinitionAtEveryLengthAndOffset) {
  constexpr Mask kMask{0x01, 0x80, 0x5A, 0xFF};
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::uint64_t offset = 0; offset < 9; ++offset) {
      std::string bytes(size, 'x');
      std::string expected = bytes;
      for (std::size_t i = 0; i < size; ++i) {
        expected[i] = static_cast<char>(expected[i] ^ static_cast<char>(kMask[(offset + i) % 4]));
      }
      apply_mask(bytes, kMask, offset);
      ASSERT_EQ(bytes, expected) << size << " at " << offset;
    }
  }
}

bool valid_in_pieces(std::string_view text) {
  Utf8Validator validator;
  for (const char byte : text)
    validator.feed({&byte, 1});
  return validator.complete();
}

bool valid_at_once(std::string_view text) {
  Utf8Validator validator;
  return validator.feed(text) && validator.complete();
}

TEST(Utf8, AgreesWithTheWholeValidatorOnEveryPairAndTripleOfBytes) {
  std::string text(3, '\0');
  for (int lead = 0x7F; lead < 0x100; ++lead) {
    for (int second = 0; second < 0x100; ++second) {
      text[0] = static_cast<char>(lead);
      text[1] = static_cast<char>(second);
      ASSERT_EQ(valid_in_pieces(text.substr(0, 2)), is_utf8(text.substr(0, 2)));
      for (const int third : {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}) {
        text[2] = static_cast<char>(third);
        ASSERT_EQ(valid_in_pieces(text), is_utf8(text)) << lead << ' ' << second << ' ' << third;
      }
    }
  }
}

TEST(Utf8, KnowsTheEdges) {
  for (const std::string_view good :
       {"", "plain", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xf0\x90\x80\x80",
        "\xf4\x8f\xbf\xbf", "eight by\xc3\xa9te word"}) {
    EXPECT_TRUE(valid_in_pieces(good) && valid_at_once(good) && is_utf8(good)) << good;
  }
  for (const std::string_view bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                                     "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xfe", "\xc3", "\xf0\x9f\x9b"}) {
    EXPECT_FALSE(valid_in_pieces(bad) || valid_at_once(bad) || is_utf8(bad)) << bad;
  }
}

TEST(Utf8, FailsFastAndStaysFailed) {
  Utf8Validator validator;
  EXPECT_TRUE(validator.feed("\xed"));
  EXPECT_FALSE(validator.feed("\xa0"));
  EXPECT_FALSE(validator.feed("fine"));
  EXPECT_FALSE(validator.complete());
}

TEST(Deflate, ReturnsWhatWentIn) {
  std::string mixed;
  for (unsigned i = 0; i < 100'000; ++i)
    mixed.push_back(static_cast<char>((i * 2654435761U) >> 13U));
  for (const std::string& message : {std::string(), std::string("a"), std::string(70'000, 'z'), mixed}) {
    std::string payload = "before";
    deflate_message(message, payload);
    ASSERT_TRUE(payload.starts_with("before"));
    std::string out;
    EXPECT_EQ(inflate_message(std::string_view(payload).substr(6), message.size(), out), InflateOutcome::Done);
    EXPECT_EQ(out, message);
  }
}

TEST(Deflate, ReadsTheExamplesOfTheRfc) {
  const std::string_view hello("\xf2\x48\xcd\xc9\xc9\x07\x00", 7);
  const std::string_view stored("\x00\x05\x00\xfa\xff\x48\x65\x6c\x6c\x6f\x00", 11);
  const std::string_view final_block("\xf3\x48\xcd\xc9\xc9\x07\x00\x00", 8);
  const std::string_view two_blocks("\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00", 13);
  for (const std::string_view payload : {hello, stored, final_block, two_blocks}) {
    std::string out;
    EXPECT_EQ(inflate_message(payload, 5, out), InflateOutcome::Done);
    EXPECT_EQ(out, "Hello");
  }
  std::string out;
  EXPECT_EQ(inflate_message(hello, 4, out), InflateOutcome::TooLarge);
  EXPECT_EQ(inflate_message(hello.substr(0, 4), 100, out), InflateOutcome::Corrupt);
  EXPECT_EQ(inflate_message("", 100, out), InflateOutcome::Corrupt);
}

TEST(Encoder, WritesTheExamplesOfTheRfc) {
  std::string out;
  append_text(out, "Hello");
  EXPECT_EQ(out, "\x81\x05Hello");
  out.clear();
  append_frame(out, {.payload = "Hello", .mask = Mask{0x37, 0xfa, 0x21, 0x3d}});
  EXPECT_EQ(out, "\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58");
  out.clear();
  append_frame(out, {.opcode = Opcode::Binary, .payload = std::string(256, 'b')});
  EXPECT_EQ(out.substr(0, 4), std::string("\x82\x7E\x01\x00", 4));
  out.clear();
  append_frame(out, {.opcode = Opcode::Binary, .payload = std::string(65536, 'b')});
  EXPECT_EQ(out.substr(0, 10), std::string("\x82\x7F\0\0\0\0\0\x01\0\0", 10));
}

TEST(Encoder, CutsALongReasonAtACharacter) {
  std::string reason(122, 'r');
  reason += "\xc3\xa9";
  EXPECT_EQ(close_payload(4000, reason).size(), 2 + 122U);
  EXPECT_EQ(close_payload(4000, std::string(123, 'r')).size(), 125U);
  EXPECT_EQ(close_payload(4000, std::string(124, 'r')).size(), 125U);
  EXPECT_EQ(close_payload(kCloseNoCode, "nothing"), "");
  std::string out;
  append_close(out, 1000, "");
  EXPECT_EQ(out, "\x88\x02\x03\xe8");
}

}  // namespace
}  // namespace parlor::wire::ws
