#include "domain/condition/fold.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

namespace parlor::condition {
namespace {

char32_t fold_by_icu(char32_t letter) {
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
}

// What fold.h says that it knows, whole blocks of Unicode.
struct Block {
  const char* name;
  char32_t first;
  char32_t last;
};
constexpr Block kBlocks[] = {{"Latin, to Extended-A", 0x0000, 0x017F},
                             {"Cyrillic", 0x0400, 0x052F},
                             {"Armenian", 0x0530, 0x058F},
                             {"Latin Extended Additional", 0x1E00, 0x1EFF},
                             {"modern Greek", 0x0384, 0x03CE},
                             {"Romanian, Slovenian", 0x01F8, 0x021F}};

TEST(Fold, KnowsEveryLetterOfItsBlocks) {
  for (const auto& block : kBlocks) {
    for (auto letter = block.first; letter <= block.last; ++letter)
      EXPECT_EQ(fold_letter(letter), fold_by_icu(letter)) << block.name << " U+" << std::hex << std::uint32_t{letter};
  }
}

TEST(Fold, NeverTurnsALetterIntoAnother) {
  for (char32_t letter = 0; letter <= 0x10FFFF; ++letter) {
    const auto folded = fold_letter(letter);
    if (folded != letter) EXPECT_EQ(folded, fold_by_icu(letter)) << std::hex << std::uint32_t{letter};
  }
}

TEST(Fold, MakesUpperAndLowerCaseEqual) {
  EXPECT_EQ(fold("Refund NOW!"), "refund now!");
  EXPECT_EQ(fold("MÖBELSTÜCK"), fold("möbelstück"));
  EXPECT_EQ(fold("Ștefan, ȚARĂ"), fold("ștefan, țară"));
  EXPECT_EQ(fold("ΟΔΟΣ"), fold("οδος"));
  EXPECT_EQ(fold("οδός"), fold("οδόσ"));
  EXPECT_EQ(fold("ДИВАН Ёлка"), "диван ёлка");
  EXPECT_EQ(fold("GIƯỜNG ĐƠN"), "giường đơn");
  EXPECT_EQ(fold("STRAẞE"), "straße");
}

TEST(Fold, LeavesWhatItDoesNotKnow) {
  EXPECT_NE(fold("straße"), fold("strasse"));
  EXPECT_NE(fold("İ"), fold("i"));
  EXPECT_NE(fold("é"), fold("e\u0301"));
  EXPECT_EQ(fold("家具 ソファ أريكة 😀"), "家具 ソファ أريكة 😀");
}

TEST(Fold, KeepsBytesThatAreNoText) {
  for (const std::string_view bytes : {"\xC3", "a\xE2\x82", "\xFF\xFE", "\x80\x80", "\xC3(", "\xE1\xBA("})
    EXPECT_EQ(fold(bytes), bytes);
  EXPECT_EQ(fold("\xC3\xC3\x84"), "\xC3\xC3\xA4");
}

}  // namespace
}  // namespace parlor::condition
