// Reads the Cookie header and writes Set-Cookie (RFC 6265).
// Pure functions, safe on any thread.
// Never decodes values: what was set is what is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/http/headers.h"

namespace parlor::wire::http {

// The cookie's value. Two cookies of one name are refused: one of them was put there by somebody else.
std::optional<std::string_view> find_cookie(const Headers& headers, std::string_view name);

struct CookieToSet {
  std::string_view name;
  std::string_view value;
  bool secure = true;
  std::optional<std::int64_t> max_age_s = std::nullopt;  // 0 deletes it; none lasts for the browser's session
};

// Always Path=/, HttpOnly and SameSite=Lax. Nothing when the value holds a character that a cookie may not.
std::optional<std::string> set_cookie(const CookieToSet& cookie);

}  // namespace parlor::wire::http
