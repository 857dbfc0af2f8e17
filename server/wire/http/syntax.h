// The small words of HTTP's grammar (RFC 9110 section 5.6): tokens, optional whitespace, lists, percent-encoding.
// Pure functions over text; safe on any thread.
// Never allocates, percent_decode and quote handling aside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parlor::wire::http {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_token_char(char c);
bool is_token(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
std::string to_lower(std::string_view text);

// Without the spaces and tabs around it.
std::string_view trim(std::string_view text);

// Takes the part before `separator` (or all) off the front of `rest`, trimmed. Quoted parts are not looked into.
std::string_view take_until(std::string_view& rest, char separator);

// The same, but a separator inside a quoted string does not count.
std::string_view take_unquoted_until(std::string_view& rest, char separator);

// What a quoted string says; a bare token says itself. Nothing for a quoted string that does not end.
std::optional<std::string> unquote(std::string_view text);

std::optional<unsigned> hex_digit(char c);
std::optional<std::string> percent_decode(std::string_view text);

// A host and perhaps a port, as in Host and in an absolute target: "casa.example:8080", "[::1]". Nobody's name, no
// path.
bool is_authority(std::string_view text);

// Digits only: no sign, no space, no overflow.
std::optional<std::uint64_t> parse_decimal(std::string_view text);

}  // namespace parlor::wire::http
