#include "wire/http/accept.h"

#include <array>
#include <optional>
#include <utility>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

// A weight is 0 exactly when it has no digit but 0 ("0", "0.0", "0.000").
bool has_weight(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view value = take_until(parameters, ';');
    if (equal_ignoring_case(take_until(value, '='), "q")) return value.find_first_of("123456789") != value.npos;
  }
  return true;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".mp3", "audio/mpeg"},
}};

}  // namespace

bool accepts_encoding(const Headers& headers, std::string_view coding) {
  std::optional<bool> named;
  std::optional<bool> any;
  for (const Header& field : headers) {
    if (!equal_ignoring_case(field.name, "Accept-Encoding")) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      std::string_view parameters = take_until(rest, ',');
      const std::string_view name = take_until(parameters, ';');
      if (equal_ignoring_case(name, coding)) named = has_weight(parameters);
      if (name == "*") any = has_weight(parameters);
    }
  }
  return named.value_or(any.value_or(false));
}

std::string_view media_type(std::string_view content_type) {
  return take_until(content_type, ';');
}

bool is_media_type(const Headers& headers, std::string_view wanted) {
  return equal_ignoring_case(media_type(headers.get("Content-Type")), wanted);
}

std::string_view media_type_of_file(std::string_view path) {
  for (const auto& [extension, type] : kTypes) {
    if (path.ends_with(extension)) return type;
  }
  return "application/octet-stream";
}

}  // namespace parlor::wire::http
