#include "domain/text.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <span>
#include <vector>

namespace parlor::text {
namespace {

constexpr std::size_t kCardDigitsMin = 13;
constexpr std::size_t kCardDigitsMax = 19;
constexpr std::size_t kDigitsKept = 4;
constexpr std::string_view kBullet = "\u2022";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The length of one separator that may stand between digits of a card number, or 0.
std::size_t separator_length(std::string_view rest) {
  constexpr std::string_view kSeparators[] = {" ", "-", ".", "\t", "\u00A0", "\u2009", "\u202F", "\u2011", "\u2013"};
  for (const auto separator : kSeparators) {
    if (rest.starts_with(separator)) return separator.size();
  }
  return 0;
}

// Positions of the digits of one run: digits with at most two separators between two of them.
std::vector<std::size_t> digit_run(std::string_view text, std::size_t start) {
  std::vector<std::size_t> positions;
  std::size_t at = start;
  while (at < text.size() && is_digit(text[at])) {
    positions.push_back(at++);
    for (int separators = 0; separators < 2; ++separators) {
      const auto length = separator_length(text.substr(at));
      if (length == 0) break;
      at += length;
    }
  }
  return positions;
}

using Digits = std::span<const std::size_t>;

bool passes_luhn(std::string_view text, Digits positions) {
  int sum = 0;
  bool all_zero = true;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    int digit = text[positions[positions.size() - 1 - i]] - '0';
    all_zero = all_zero && digit == 0;
    if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0 && !all_zero;
}

// No digit touches this end from outside: a card number is never a part of a longer group of digits.
bool begins_group(Digits run, std::size_t at) {
  return at == 0 || run[at - 1] + 1 != run[at];
}
bool ends_group(Digits run, std::size_t at) {
  return at + 1 == run.size() || run[at] + 1 != run[at + 1];
}

// How many digits from `first` on make a card number, the most first; 0 if none do.
std::size_t card_length(std::string_view text, Digits run, std::size_t first) {
  if (!begins_group(run, first)) return 0;
  for (std::size_t count = std::min(run.size() - first, kCardDigitsMax); count >= kCardDigitsMin; --count) {
    if (ends_group(run, first + count - 1) && passes_luhn(text, run.subspan(first, count))) return count;
  }
  return 0;
}

// The four digits that a card keeps may begin another number with what follows them.
void mark_cards(std::string_view text, Digits run, std::vector<std::size_t>& hidden) {
  std::size_t first = 0;
  while (first + kCardDigitsMin <= run.size()) {
    const auto count = card_length(text, run, first);
    if (count == 0) {
      ++first;
      continue;
    }
    std::ranges::copy(run.subspan(first, count - kDigitsKept), std::back_inserter(hidden));
    run = run.subspan(first + count - kDigitsKept);
    first = 0;
  }
}

std::string replace_digits(std::string_view text, const std::vector<std::size_t>& hidden) {
  std::string masked;
  masked.reserve(text.size() + hidden.size() * kBullet.size());
  std::size_t from = 0;
  for (const auto position : hidden) {
    masked.append(text.substr(from, position - from)).append(kBullet);
    from = position + 1;
  }
  return masked.append(text.substr(from));
}

}  // namespace

std::size_t code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return !is_continuation(c); }));
}

std::string_view first_code_points(std::string_view utf8, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (!is_continuation(utf8[i]) && seen++ == count) return utf8.substr(0, i);
  }
  return utf8;
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && stopped == text.data() + text.size();
  using Finite = std::numeric_limits<double>;
  // NaN is in no bounds.
  const bool is_finite = number >= Finite::lowest() && number <= Finite::max();
  return is_whole && is_finite ? std::optional(number) : std::nullopt;
}

bool is_blank(std::string_view utf8) {
  return utf8.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

std::string mask_card_numbers(std::string text) {
  std::vector<std::size_t> hidden;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const auto run = digit_run(text, at);
    if (run.size() >= kCardDigitsMin) mark_cards(text, run, hidden);
    at = run.back() + 1;
  }
  return hidden.empty() ? text : replace_digits(text, hidden);
}

std::string_view page_address(std::string_view url) {
  return url.substr(0, url.find_first_of("?#"));
}

std::string_view query_value(std::string_view url, std::string_view name) {
  url = url.substr(0, url.find('#'));
  auto at = url.find('?');
  while (at != std::string_view::npos) {
    url.remove_prefix(at + 1);
    at = url.find('&');
    const auto pair = url.substr(0, at);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

}  // namespace parlor::text
