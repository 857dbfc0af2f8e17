#include "wire/http/cookies.h"

#include <algorithm>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

bool is_cookie_char(char c) {
  return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\';
}

}  // namespace

std::optional<std::string_view> find_cookie(const Headers& headers, std::string_view name) {
  std::optional<std::string_view> found;
  for (const Header& field : headers) {
    if (!equal_ignoring_case(field.name, "Cookie")) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      std::string_view value = take_until(rest, ';');
      if (take_until(value, '=') != name) continue;
      if (found) return std::nullopt;
      found = trim(value);
    }
  }
  return found;
}

std::optional<std::string> set_cookie(const CookieToSet& cookie) {
  if (!is_token(cookie.name) || !std::ranges::all_of(cookie.value, is_cookie_char)) return std::nullopt;
  std::string out(cookie.name);
  out.append("=").append(cookie.value).append("; Path=/; HttpOnly; SameSite=Lax");
  if (cookie.secure) out.append("; Secure");
  if (cookie.max_age_s) out.append("; Max-Age=").append(std::to_string(*cookie.max_age_s));
  return out;
}

}  // namespace parlor::wire::http
