// Incremental UTF-8 validation (RFC 3629) for text that arrives in pieces.
// Owned by the decoder that assembles the message; lives on its thread; four bytes of state.
// Never keeps the bytes it has seen and never accepts overlong forms, surrogates or anything above U+10FFFF.
#pragma once

#include <cstdint>
#include <string_view>

namespace parlor::wire::ws {

class Utf8Validator {
 public:
  // False as soon as no continuation could make the text valid; stays false from then on.
  bool feed(std::string_view bytes);
  // Whether the text may end here: nothing wrong and no character half seen.
  [[nodiscard]] bool complete() const { return !failed_ && pending_ == 0; }

 private:
  bool step(std::uint8_t byte);
  bool begin(std::uint8_t lead);

  std::uint8_t pending_ = 0;  // continuation bytes still to come
  std::uint8_t low_ = 0x80;   // the range the next continuation byte must lie in
  std::uint8_t high_ = 0xBF;
  bool failed_ = false;
};

// Whole payloads at once, vectorised.
bool is_utf8(std::string_view bytes);

}  // namespace parlor::wire::ws
