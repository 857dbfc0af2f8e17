#include "wire/http/syntax.h"

#include <algorithm>
#include <charconv>

namespace parlor::wire::http {

bool is_token_char(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || kMarks.contains(c);
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_char);
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return trim(part);
}

std::string_view take_unquoted_until(std::string_view& rest, char separator) {
  bool quoted = false;
  std::size_t at = 0;
  for (; at < rest.size(); ++at) {
    if (rest[at] == '"') quoted = !quoted;
    if (quoted && rest[at] == '\\') ++at;
    if (!quoted && at < rest.size() && rest[at] == separator) break;
  }
  at = std::min(at, rest.size());
  const std::string_view part = rest.substr(0, at);
  rest = at == rest.size() ? std::string_view{} : rest.substr(at + 1);
  return trim(part);
}

std::optional<std::string> unquote(std::string_view text) {
  if (!text.starts_with('"')) return std::string(text);
  std::string out;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1 == text.size() ? std::optional(out) : std::nullopt;
    if (text[at] == '\\' && ++at == text.size()) break;
    out.push_back(text[at]);
  }
  return std::nullopt;
}

std::optional<unsigned> hex_digit(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (lower(c) >= 'a' && lower(c) <= 'f') return static_cast<unsigned>(lower(c) - 'a' + 10);
  return std::nullopt;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out.push_back(text[at]);
      continue;
    }
    if (at + 2 >= text.size()) return std::nullopt;
    const auto high = hex_digit(text[at + 1]);
    const auto low = hex_digit(text[at + 2]);
    if (!high || !low) return std::nullopt;
    out.push_back(static_cast<char>(*high * 16 + *low));
    at += 2;
  }
  return out;
}

namespace {

bool is_host_char(char c) {
  constexpr std::string_view kMarks = "-._~%!$&'()*+;=";
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || kMarks.contains(c);
}

bool is_address_char(char c) {
  return hex_digit(c).has_value() || c == ':' || c == '.';
}

// Takes the host off the front of `text`; an empty one when there is none.
std::string_view take_host(std::string_view& text) {
  const bool bracketed = text.starts_with('[');
  const std::size_t end = bracketed ? text.find(']') : text.find(':');
  if (bracketed && end == std::string_view::npos) return {};
  const std::string_view host = bracketed ? text.substr(1, end - 1) : text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(bracketed ? end + 1 : end);
  return std::ranges::all_of(host, bracketed ? is_address_char : is_host_char) ? host : std::string_view{};
}

}  // namespace

bool is_authority(std::string_view text) {
  constexpr std::uint64_t kPortMax = 65'535;
  if (take_host(text).empty()) return false;
  if (text.empty() || text == ":") return true;
  if (!text.starts_with(':')) return false;
  const auto port = parse_decimal(text.substr(1));
  return port && *port <= kPortMax;
}

std::optional<std::uint64_t> parse_decimal(std::string_view text) {
  if (text.empty() || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace parlor::wire::http
