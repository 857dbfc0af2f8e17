// HTTP requests and responses as values, and why a message was refused.
// Owned by whoever handles them; plain values, safe on any thread.
// Never hold a view of the bytes they were read from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/http/headers.h"

namespace parlor::wire::http {

inline constexpr std::size_t kHeadBytesMax = 16 * 1024;
inline constexpr std::size_t kHeaderCountMax = 100;
inline constexpr std::uint64_t kBodyBytesDefaultMax = 64 * 1024;

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Other };

std::string_view to_text(Method method);

// What a request asks for. `segments` are the path's parts, percent-decoded; each is UTF-8 and none is empty (a final
// slash aside, which sets `directory`), "." or "..", nor holds a slash or a control character.
struct Target {
  std::string path;   // as sent, without query
  std::string query;  // as sent, without '?'
  std::vector<std::string> segments;
  bool directory = false;
};

// Refuses any target that two programs could read differently. Accepts the origin form, the absolute form and "*".
std::optional<Target> parse_target(std::string_view target);

// The first parameter of that name in a query, decoded ('+' is a space).
std::optional<std::string> query_value(std::string_view query, std::string_view name);

struct Request {
  Method method = Method::Other;
  Target target;
  unsigned version = 11;  // 10 or 11
  Headers headers;
  std::string body;
  bool keep_alive = true;
  bool expects_continue = false;  // waits for "100 Continue" before it sends its body
};

struct Response {
  unsigned status = 0;
  Headers headers;
  std::string body;
  bool keep_alive = true;
};

// Why a message cannot be read: the status to answer with, and what was wrong in plain words.
struct Fault {
  unsigned status = 0;
  std::string_view reason;
};

}  // namespace parlor::wire::http
