#include "domain/condition/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace parlor::condition {
namespace {

// Every `step`th letter from `first` to `last` is upper case; its lower case is `down` further on.
struct Run {
  char32_t first;
  char32_t last;
  std::uint32_t step;
  std::int32_t down;
};

// From CaseFolding.txt of Unicode, kinds C and S. The test compares every letter with ICU's table.
// clang-format off
constexpr auto kRuns = std::to_array<Run>({
    // Latin
    {0x0041, 0x005A, 1, 32}, {0x00B5, 0x00B5, 1, 775}, {0x00C0, 0x00D6, 1, 32}, {0x00D8, 0x00DE, 1, 32},
    {0x0100, 0x012E, 2, 1},  {0x0132, 0x0136, 2, 1},   {0x0139, 0x0147, 2, 1},  {0x014A, 0x0176, 2, 1},
    {0x0178, 0x0178, 1, -121}, {0x0179, 0x017D, 2, 1}, {0x017F, 0x017F, 1, -268},
    {0x01A0, 0x01A0, 1, 1},  {0x01AF, 0x01AF, 1, 1},   {0x01CD, 0x01DB, 2, 1},  {0x01DE, 0x01EE, 2, 1},
    {0x01F8, 0x021E, 2, 1},  {0x0222, 0x0232, 2, 1},
    // Greek, Cyrillic, Armenian
    {0x0386, 0x0386, 1, 38}, {0x0388, 0x038A, 1, 37},  {0x038C, 0x038C, 1, 64}, {0x038E, 0x038F, 1, 63},
    {0x0391, 0x03A1, 1, 32}, {0x03A3, 0x03AB, 1, 32},  {0x03C2, 0x03C2, 1, 1},
    {0x0400, 0x040F, 1, 80}, {0x0410, 0x042F, 1, 32},  {0x0460, 0x0480, 2, 1},  {0x048A, 0x04BE, 2, 1},
    {0x04C0, 0x04C0, 1, 15}, {0x04C1, 0x04CD, 2, 1},   {0x04D0, 0x052E, 2, 1},  {0x0531, 0x0556, 1, 48},
    // Latin Extended Additional: Vietnamese
    {0x1E00, 0x1E94, 2, 1},  {0x1E9B, 0x1E9B, 1, -58}, {0x1E9E, 0x1E9E, 1, -7615}, {0x1EA0, 0x1EFE, 2, 1},
});
// clang-format on

struct Decoded {
  char32_t letter = 0;
  // 1, with the byte itself as `letter`, where no letter begins; only ASCII and whole letters are folded.
  std::size_t bytes = 1;
};

std::uint32_t tail_bits(char byte) {
  return static_cast<unsigned char>(byte) & 0x3FU;
}
bool is_tail(std::string_view utf8, std::size_t at) {
  return at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U;
}

// The letters that are folded have at most three bytes.
Decoded decode(std::string_view rest) {
  const std::uint32_t lead = static_cast<unsigned char>(rest[0]);
  if (lead >= 0xC0 && lead < 0xE0 && is_tail(rest, 1)) return {(lead & 0x1FU) << 6U | tail_bits(rest[1]), 2};
  if (lead >= 0xE0 && lead < 0xF0 && is_tail(rest, 1) && is_tail(rest, 2)) {
    return {(lead & 0x0FU) << 12U | tail_bits(rest[1]) << 6U | tail_bits(rest[2]), 3};
  }
  return {lead, 1};
}

void append(std::string& text, char32_t letter) {
  const auto add = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (letter < 0x80) {
    add(letter);
  } else if (letter < 0x800) {
    add(0xC0U | letter >> 6U);
    add(0x80U | (letter & 0x3FU));
  } else {
    add(0xE0U | letter >> 12U);
    add(0x80U | (letter >> 6U & 0x3FU));
    add(0x80U | (letter & 0x3FU));
  }
}

}  // namespace

char32_t fold_letter(char32_t letter) {
  const auto run = std::ranges::lower_bound(kRuns, letter, {}, &Run::last);
  if (run == kRuns.end() || letter < run->first || (letter - run->first) % run->step != 0) return letter;
  return static_cast<char32_t>(static_cast<std::int32_t>(letter) + run->down);
}

std::string fold(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [letter, bytes] = decode(utf8.substr(at));
    const auto lower = bytes == 1 && letter >= 0x80 ? letter : fold_letter(letter);
    if (lower == letter) {
      folded.append(utf8.substr(at, bytes));
    } else {
      append(folded, lower);
    }
    at += bytes;
  }
  return folded;
}

}  // namespace parlor::condition
