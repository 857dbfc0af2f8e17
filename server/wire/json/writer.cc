#include "wire/json/writer.h"

#include <array>
#include <charconv>

#include "wire/json/time.h"

namespace parlor::wire {
namespace {

constexpr std::array<bool, 256> kMustEscape = [] {
  std::array<bool, 256> table{};
  for (std::size_t control = 0; control < 0x20; ++control)
    table[control] = true;
  table['"'] = true;
  table['\\'] = true;
  return table;
}();

void append_escape(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  out += "\\u00";
  out.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
  out.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
}

}  // namespace

// What stands last tells whether a comma is due: a value never ends in one of these, not even a text, which ends in
// '"'.
void Writer::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':' && last != ',') out_.push_back(',');
}

void Writer::begin_object() {
  separate();
  out_.push_back('{');
}

void Writer::begin_list() {
  separate();
  out_.push_back('[');
}

void Writer::key(std::string_view name) {
  separate();
  out_.push_back('"');
  out_.append(name);
  out_.append("\":");
}

void Writer::text(std::string_view value) {
  separate();
  out_.push_back('"');
  std::size_t copied = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (!kMustEscape[static_cast<unsigned char>(value[at])]) continue;
    out_.append(value, copied, at - copied);
    append_escape(out_, value[at]);
    copied = at + 1;
  }
  out_.append(value, copied);
  out_.push_back('"');
}

void Writer::integer(std::int64_t value) {
  separate();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), end.ptr);
}

void Writer::boolean(bool value) {
  raw(value ? "true" : "false");
}

void Writer::time(std::int64_t milliseconds) {
  separate();
  std::array<char, kTimeChars + 2> quoted{};
  quoted.front() = '"';
  write_time(milliseconds, quoted.data() + 1);
  quoted.back() = '"';
  out_.append(quoted.data(), quoted.size());
}

void Writer::id(const Uuid& value) {
  separate();
  std::array<char, kUuidChars + 2> quoted{};
  quoted.front() = '"';
  value.write_to(quoted.data() + 1);
  quoted.back() = '"';
  out_.append(quoted.data(), quoted.size());
}

void Writer::topic(const Topic& value) {
  text(value.to_string());
}

void Writer::raw(std::string_view json) {
  separate();
  out_.append(json);
}

void Writer::time_field(std::string_view name, std::int64_t value) {
  key(name);
  time(value);
}

void Writer::time_field(std::string_view name, const std::optional<std::int64_t>& value) {
  if (value) time_field(name, *value);
}

void Writer::time_field(std::string_view name, const std::vector<std::int64_t>& values) {
  key(name);
  begin_list();
  for (const auto value : values)
    time(value);
  end_list();
}

}  // namespace parlor::wire
