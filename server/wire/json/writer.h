// Structs to JSON: appends to a string that the caller owns and may reuse. It escapes what must be escaped, puts the
// commas, and trusts its callers for the order of calls; it never fails and never throws except for want of memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/json/value.h"

namespace parlor::wire {

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void begin_object();
  void end_object() { out_.push_back('}'); }
  void begin_list();
  void end_list() { out_.push_back(']'); }
  void key(std::string_view name);  // a name of ours: never escaped

  void text(std::string_view value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void time(std::int64_t milliseconds);
  void id(const Uuid& value);
  void topic(const Topic& value);
  void raw(std::string_view json);
  void null() { raw("null"); }

  template <typename T>
  void field(std::string_view name, const T& value) {
    key(name);
    encode(*this, value);
  }
  template <typename T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) field(name, *value);
  }
  void time_field(std::string_view name, std::int64_t value);
  void time_field(std::string_view name, const std::optional<std::int64_t>& value);
  void time_field(std::string_view name, const std::vector<std::int64_t>& values);

 private:
  void separate();

  std::string& out_;
};

inline void encode(Writer& out, const std::string& value) {
  out.text(value);
}
inline void encode(Writer& out, std::string_view value) {
  out.text(value);
}
inline void encode(Writer& out, std::int64_t value) {
  out.integer(value);
}
inline void encode(Writer& out, bool value) {
  out.boolean(value);
}
inline void encode(Writer& out, const Uuid& value) {
  out.id(value);
}
inline void encode(Writer& out, const Topic& value) {
  out.topic(value);
}
inline void encode(Writer& out, const RawJson& value) {
  out.raw(value.text);
}
void encode(Writer& out, const char* value) = delete;  // would be taken for a bool

template <typename T>
void encode(Writer& out, const std::vector<T>& list) {
  out.begin_list();
  for (const T& item : list)
    encode(out, item);
  out.end_list();
}

template <typename T>
std::string encode_text(const T& value) {
  std::string text;
  Writer out(text);
  encode(out, value);
  return text;
}

}  // namespace parlor::wire
