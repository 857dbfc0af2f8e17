// Fuzzes the rules of text on any UTF-8: cutting cuts between characters, and masking a text twice masks no more than
// masking it once and leaves everything but digits where it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "domain/text.h"
#include "wire/ws/utf8.h"

namespace {

namespace text = parlor::text;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string words(data, data + size);
  if (!parlor::wire::ws::is_utf8(words)) return 0;
  const std::size_t length = text::code_points(words);
  require(length <= words.size());
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, length / 2, length, length + 1}) {
    const auto first = text::first_code_points(words, count);
    require(words.starts_with(first) && text::code_points(first) == std::min(count, length));
    require(parlor::wire::ws::is_utf8(first));
  }
  const auto masked = text::mask_card_numbers(words);
  require(parlor::wire::ws::is_utf8(masked) && text::code_points(masked) == length);
  require(text::mask_card_numbers(masked) == masked);
  require(words.starts_with(text::page_address(words)));
  return 0;
}
