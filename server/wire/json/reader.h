// JSON to structs. A Parser owns simdjson's buffers and belongs to one thread; a Reader lives for one decode and keeps
// the first fault with the path to it. The generated decode() functions are written in terms of Fields.
//
// Nothing here throws, and nothing that is not named by a schema is ever looked at, except by a strict Reader, which
// refuses it. Text that leaves here is valid UTF-8.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "wire/generated/errors.h"
#include "wire/json/value.h"

namespace parlor::wire {

struct DecodeError {
  Reason reason = Reason::kInvalidParams;
  std::string field;    // "body.text", "resume.3.topic"; empty when the whole is at fault
  std::string message;  // for a person: "text must have 1 to 4,000 characters"
};

template <typename T>
using Decoded = std::expected<T, DecodeError>;

class Parser {
 public:
  explicit Parser(std::size_t bytes_max);

  // The element points into this parser and lives until the next parse. The text needs no padding.
  Decoded<Element> parse(std::string_view text);

 private:
  simdjson::dom::parser parser_;
  std::size_t bytes_max_;
  bool ready_ = false;
};

enum class Unknown : std::uint8_t { kIgnored, kRefused };

class Reader {
 public:
  explicit Reader(Unknown unknown = Unknown::kIgnored) : unknown_(unknown) {}

  // Each returns false, so that a decoder can end with it. The message lacks its subject: within() puts it in front.
  bool fail(std::string message);
  bool within(std::string_view name);
  bool within(std::size_t index);

  [[nodiscard]] bool refuses_unknown() const { return unknown_ == Unknown::kRefused; }
  DecodeError take_error() { return std::move(error_); }

 private:
  void prepend(std::string_view step);

  DecodeError error_;
  std::string subject_;
  bool has_subject_ = false;
  Unknown unknown_;
};

struct TextRule {
  std::size_t chars_min = 0;
  std::size_t chars_max = SIZE_MAX;
  std::size_t bytes_max = SIZE_MAX;
};
struct EmailRule {
  TextRule text;
};
struct IntegerRule {
  std::int64_t min = INT64_MIN;
  std::int64_t max = INT64_MAX;
};
struct NoRule {};
template <typename ItemRule = NoRule>
struct ListRule {
  std::size_t min = 0;
  std::size_t max = SIZE_MAX;
  ItemRule item{};
};
struct TimeRule {};

bool decode(Reader& reader, Element element, bool& out);
bool decode(Reader& reader, Element element, Uuid& out);
bool decode(Reader& reader, Element element, Topic& out);
bool decode(Reader& reader, Element element, RawJson& out);
bool decode(Reader& reader, Element element, std::string& out, TextRule rule);
bool decode(Reader& reader, Element element, std::string& out, EmailRule rule);
bool decode(Reader& reader, Element element, std::int64_t& out, IntegerRule rule);
bool decode(Reader& reader, Element element, std::int64_t& out, TimeRule rule);

// The list, if its length is within the rule.
bool open_list(Reader& reader, Element element, ListRule<> rule, simdjson::dom::array& out);

template <typename T>
bool decode(Reader& reader, Element element, T& out, NoRule) {
  return decode(reader, element, out);
}

template <typename T, typename ItemRule>
bool decode(Reader& reader, Element element, std::vector<T>& out, ListRule<ItemRule> rule) {
  simdjson::dom::array list;
  if (!open_list(reader, element, ListRule<>{.min = rule.min, .max = rule.max}, list)) return false;
  out.clear();
  out.reserve(list.size());
  for (const Element item : list) {
    if (!decode(reader, item, out.emplace_back(), rule.item)) return reader.within(out.size() - 1);
  }
  return true;
}

// One JSON object, read field by field by name.
class Fields {
 public:
  explicit Fields(Reader& reader) : reader_(reader) {}

  bool open(Element element, std::span<const std::string_view> known);
  bool peek(Element element);  // opens without a list of names, to see which struct it is

  template <typename T, typename... Rules>
  bool required(std::string_view name, T& out, Rules... rules) {
    Element field;
    if (object_.at_key(name).get(field) != simdjson::SUCCESS) return missing(name);
    return decode(reader_, field, out, rules...) || reader_.within(name);
  }

  template <typename T, typename... Rules>
  bool optional(std::string_view name, std::optional<T>& out, Rules... rules) {
    Element field;
    if (object_.at_key(name).get(field) != simdjson::SUCCESS) return true;
    return decode(reader_, field, out.emplace(), rules...) || reader_.within(name);
  }

  bool constant(std::string_view name, std::string_view value);
  bool word(std::string_view name, std::string_view& out);  // a text that lives as long as the element
  bool no_such(std::string_view name) { return reader_.fail("must be one of the known words") || reader_.within(name); }
  bool any_of(std::span<const std::span<const std::string_view>> sets);
  [[nodiscard]] bool has(std::string_view name) const;
  bool missing(std::string_view name);

 private:
  Reader& reader_;
  simdjson::dom::object object_;
};

// Decodes a whole value: decode_as<MessagePostParams>(element).
template <typename T>
Decoded<T> decode_as(Element element, Unknown unknown = Unknown::kIgnored) {
  Reader reader(unknown);
  T value{};
  if (!decode(reader, element, value)) return std::unexpected(reader.take_error());
  return value;
}

// From text: what REST handlers call with Unknown::kRefused.
template <typename T>
Decoded<T> decode_text(Parser& parser, std::string_view text, Unknown unknown = Unknown::kIgnored) {
  Decoded<Element> element = parser.parse(text);
  if (!element) return std::unexpected(std::move(element.error()));
  return decode_as<T>(*element, unknown);
}

}  // namespace parlor::wire
