#include "wire/json/reader.h"

#include <cmath>

#include "wire/generated/limits.h"
#include "wire/json/time.h"

namespace parlor::wire {
namespace {

// 1234567 as "1,234,567".
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;)
    digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string grouped(std::size_t number) {
  return grouped(static_cast<std::int64_t>(number));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text)
    count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::string length_message(const TextRule& rule) {
  if (rule.chars_min == 0) return "must have at most " + grouped(rule.chars_max) + " characters";
  if (rule.chars_max == SIZE_MAX) return "must have at least " + grouped(rule.chars_min) + " characters";
  return "must have " + grouped(rule.chars_min) + " to " + grouped(rule.chars_max) + " characters";
}

bool checked_text(Reader& reader, Element element, const TextRule& rule, std::string_view& out) {
  if (element.get(out) != simdjson::SUCCESS) return reader.fail("must be a text");
  const bool surely_fits = out.size() <= rule.chars_max && out.size() >= rule.chars_min * 4;
  if (!surely_fits) {
    const std::size_t chars = count_code_points(out);
    if (chars < rule.chars_min || chars > rule.chars_max) return reader.fail(length_message(rule));
  }
  if (out.size() > rule.bytes_max) return reader.fail("must have at most " + grouped(rule.bytes_max) + " bytes");
  return true;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == text.size()) return false;
  if (text.find('@', at + 1) != std::string_view::npos) return false;
  for (const char byte : text) {
    if (static_cast<unsigned char>(byte) <= 0x20 || byte == 0x7F) return false;
  }
  return true;
}

// 3.0 is an integer to JSON Schema, so it is one here.
bool whole_number(Element element, std::int64_t& out) {
  if (element.get(out) == simdjson::SUCCESS) return true;
  constexpr double kExact = 9007199254740992.0;
  double number = 0;
  if (element.get(number) != simdjson::SUCCESS) return false;
  if (std::trunc(number) != number || std::abs(number) > kExact) return false;
  out = static_cast<std::int64_t>(number);
  return true;
}

DecodeError parse_error(simdjson::error_code code) {
  switch (code) {
    case simdjson::UTF8_ERROR:
      return {Reason::kBadUtf8, {}, std::string(message_of(Reason::kBadUtf8))};
    case simdjson::CAPACITY:
      return {Reason::kTooLarge, {}, std::string(message_of(Reason::kTooLarge))};
    case simdjson::DEPTH_ERROR:
      return {Reason::kInvalidRequest, {}, "The message is nested too deeply."};
    default:
      return {Reason::kParseError, {}, std::string(message_of(Reason::kParseError))};
  }
}

}  // namespace

Parser::Parser(std::size_t bytes_max) : parser_(bytes_max), bytes_max_(bytes_max) {}

Decoded<Element> Parser::parse(std::string_view text) {
  if (text.size() > bytes_max_) return std::unexpected(parse_error(simdjson::CAPACITY));
  if (!ready_) {
    constexpr std::size_t kFirstBytes = 4096;
    if (const auto code = parser_.allocate(std::min(bytes_max_, kFirstBytes), kFrameDepthMax);
        code != simdjson::SUCCESS) {
      return std::unexpected(DecodeError{Reason::kTryLater, {}, std::string(message_of(Reason::kTryLater))});
    }
    ready_ = true;
  }
  Element element;
  const auto code = parser_.parse(text.data(), text.size(), true).get(element);
  if (code != simdjson::SUCCESS) return std::unexpected(parse_error(code));
  return element;
}

bool Reader::fail(std::string message) {
  error_.message = std::move(message);
  return false;
}

void Reader::prepend(std::string_view step) {
  if (error_.field.empty()) {
    error_.field = step;
    return;
  }
  error_.field.insert(0, 1, '.');
  error_.field.insert(0, step);
}

bool Reader::within(std::string_view name) {
  prepend(name);
  if (!has_subject_) {
    error_.message.insert(0, std::string(name) + subject_ + ' ');
    has_subject_ = true;
  }
  return false;
}

bool Reader::within(std::size_t index) {
  const std::string number = std::to_string(index);
  prepend(number);
  if (!has_subject_) subject_.insert(0, '[' + number + ']');
  return false;
}

bool decode(Reader& reader, Element element, bool& out) {
  return element.get(out) == simdjson::SUCCESS || reader.fail("must be true or false");
}

bool decode(Reader& reader, Element element, Uuid& out) {
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS) return reader.fail("must be an id");
  const std::optional<Uuid> id = Uuid::parse(text);
  if (!id) return reader.fail("must be an id, such as 01890a5d-ac96-774b-bcce-b302099a8057");
  out = *id;
  return true;
}

bool decode(Reader& reader, Element element, Topic& out) {
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS) return reader.fail("must be a topic");
  const std::optional<Topic> topic = Topic::parse(text);
  if (!topic) return reader.fail("must be a topic, such as workspace or conversation:{id}");
  out = *topic;
  return true;
}

bool decode(Reader& reader, Element element, RawJson& out) {
  if (!element.is_object()) return reader.fail("must be an object");
  out.text = simdjson::minify(element);
  return true;
}

bool decode(Reader& reader, Element element, std::string& out, TextRule rule) {
  std::string_view text;
  if (!checked_text(reader, element, rule, text)) return false;
  out.assign(text);
  return true;
}

bool decode(Reader& reader, Element element, std::string& out, EmailRule rule) {
  std::string_view text;
  if (!checked_text(reader, element, rule.text, text)) return false;
  if (!is_email(text)) return reader.fail("must be an e-mail address");
  out.assign(text);
  return true;
}

bool decode(Reader& reader, Element element, std::int64_t& out, IntegerRule rule) {
  if (!whole_number(element, out)) return reader.fail("must be a whole number");
  if (out >= rule.min && out <= rule.max) return true;
  return reader.fail("must be from " + grouped(rule.min) + " to " + grouped(rule.max));
}

bool decode(Reader& reader, Element element, std::int64_t& out, TimeRule) {
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS) return reader.fail("must be a time");
  const std::optional<std::int64_t> time = parse_time(text);
  if (!time) return reader.fail("must be a time, such as 2026-01-31T08:15:00.000Z");
  out = *time;
  return true;
}

bool open_list(Reader& reader, Element element, ListRule<> rule, simdjson::dom::array& out) {
  if (element.get(out) != simdjson::SUCCESS) return reader.fail("must be a list");
  std::size_t count = 0;
  for ([[maybe_unused]] const Element item : out)
    ++count;
  if (count < rule.min)
    return reader.fail("must have at least " + grouped(rule.min) + (rule.min == 1 ? " entry" : " entries"));
  if (count > rule.max)
    return reader.fail("must have at most " + grouped(rule.max) + (rule.max == 1 ? " entry" : " entries"));
  return true;
}

bool Fields::open(Element element, std::span<const std::string_view> known) {
  if (!peek(element)) return false;
  if (!reader_.refuses_unknown()) return true;
  for (const auto field : object_) {
    bool found = false;
    for (const std::string_view name : known)
      found = found || name == field.key;
    if (!found) return reader_.fail("is not a known field") || reader_.within(field.key);
  }
  return true;
}

bool Fields::peek(Element element) {
  return element.get(object_) == simdjson::SUCCESS || reader_.fail("must be an object");
}

bool Fields::has(std::string_view name) const {
  return object_.at_key(name).error() == simdjson::SUCCESS;
}

bool Fields::missing(std::string_view name) {
  return reader_.fail("is missing") || reader_.within(name);
}

bool Fields::word(std::string_view name, std::string_view& out) {
  Element field;
  if (object_.at_key(name).get(field) != simdjson::SUCCESS) return missing(name);
  return field.get(out) == simdjson::SUCCESS || reader_.fail("must be a text") || reader_.within(name);
}

bool Fields::constant(std::string_view name, std::string_view value) {
  std::string_view text;
  if (!word(name, text)) return false;
  return text == value || no_such(name);
}

bool Fields::any_of(std::span<const std::span<const std::string_view>> sets) {
  for (const auto& names : sets) {
    bool complete = true;
    for (const std::string_view name : names)
      complete = complete && has(name);
    if (complete) return true;
  }
  return missing(sets.front().front());
}

}  // namespace parlor::wire
