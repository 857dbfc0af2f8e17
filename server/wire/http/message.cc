#include "wire/http/message.h"

#include <algorithm>
#include <array>

#include <simdjson.h>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

constexpr std::array<std::string_view, 8> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", ""};

// Visible ASCII without '#': a fragment never belongs in a request.
bool is_target_char(char c) {
  return c > 0x20 && c < 0x7F && c != '#';
}

bool is_plain_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte != 0x7F && c != '/' && c != '\\';
}

// The attacker's move is a segment that becomes "..", a slash or a zero byte only after decoding.
bool is_safe_segment(std::string_view segment) {
  if (segment.empty() || segment == "." || segment == "..") return false;
  return std::ranges::all_of(segment, is_plain_char) && simdjson::validate_utf8(segment.data(), segment.size());
}

// "http://host/path" is the path to us: what we serve does not depend on the name in it.
std::optional<std::string_view> without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    const std::size_t end = target.find_first_of("/?");
    if (!is_authority(target.substr(0, end))) return std::nullopt;
    return end == std::string_view::npos ? std::string_view{} : target.substr(end);
  }
  return target.starts_with('/') ? std::optional(target) : std::nullopt;
}

bool split_path(Target& target) {
  std::string_view rest = std::string_view(target.path).substr(1);
  target.directory = rest.empty() || rest.ends_with('/');
  if (rest.ends_with('/')) rest.remove_suffix(1);
  if (rest.empty()) return target.path == "/";
  for (;;) {
    const std::size_t at = rest.find('/');
    auto segment = percent_decode(rest.substr(0, at));
    if (!segment || !is_safe_segment(*segment)) return false;
    target.segments.push_back(std::move(*segment));
    if (at == std::string_view::npos) return true;
    rest.remove_prefix(at + 1);
  }
}

}  // namespace

std::string_view to_text(Method method) {
  return kMethods.at(static_cast<std::size_t>(method));
}

std::optional<Target> parse_target(std::string_view text) {
  if (text == "*") return Target{.path = "*", .query = {}, .segments = {}};
  if (text.empty() || !std::ranges::all_of(text, is_target_char)) return std::nullopt;
  const auto local = without_authority(text);
  if (!local) return std::nullopt;
  Target target;
  const std::size_t mark = local->find('?');
  target.path = local->substr(0, mark);
  if (target.path.empty()) target.path = "/";
  if (mark != std::string_view::npos) target.query = local->substr(mark + 1);
  if (!split_path(target)) return std::nullopt;
  return target;
}

std::optional<std::string> query_value(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    std::string_view value = take_until(query, '&');
    std::string key(take_until(value, '='));
    std::ranges::replace(key, '+', ' ');
    if (percent_decode(key) != name) continue;
    std::string text(value);
    std::ranges::replace(text, '+', ' ');
    return percent_decode(text);
  }
  return std::nullopt;
}

}  // namespace parlor::wire::http
