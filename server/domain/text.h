// What the rules say of text: how long it is, and that card numbers never reach storage. Pure; text is valid UTF-8 by
// the time it is here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parlor::text {

std::size_t code_points(std::string_view utf8);
// The longest prefix of at most `count` code points.
std::string_view first_code_points(std::string_view utf8, std::size_t count);
// None: it is no number, more than one, or "inf" and "nan", which are words here.
std::optional<double> number_in(std::string_view text);
// Nothing but white space.
bool is_blank(std::string_view utf8);
// Replaces the digits of every Luhn-valid number (ISO/IEC 7812-1) of 13 to 19 digits, however spaced with blanks,
// dashes or dots, by bullets, except the last four.
std::string mask_card_numbers(std::string text);

// A page's address without query and fragment: they may carry names, tokens and searches.
std::string_view page_address(std::string_view url);
// What the address says under this name, as it stands there; empty: nothing.
std::string_view query_value(std::string_view url, std::string_view name);

}  // namespace parlor::text
