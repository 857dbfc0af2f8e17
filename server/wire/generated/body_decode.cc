// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/body.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, FormFieldKind& out) {
  if (text == "text") return out = FormFieldKind::kText, true;
  if (text == "email") return out = FormFieldKind::kEmail, true;
  if (text == "number") return out = FormFieldKind::kNumber, true;
  if (text == "choice") return out = FormFieldKind::kChoice, true;
  return false;
}

bool decode(Reader& reader, Element element, FormFieldKind& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of text, email, number, choice");
}

bool decode(Reader& reader, Element element, TextBody& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "type", "text"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "text") &&
         fields.required("text", out.text, TextRule{.chars_min = 1, .chars_max = 4000, .bytes_max = 16384});
}

bool decode(Reader& reader, Element element, ImageBody& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "type", "file", "alt", "width", "height"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "image") &&
         fields.required("file", out.file) &&
         fields.optional("alt", out.alt, TextRule{.chars_max = 300}) &&
         fields.optional("width", out.width, IntegerRule{.min = 1, .max = 65535}) &&
         fields.optional("height", out.height, IntegerRule{.min = 1, .max = 65535});
}

bool decode(Reader& reader, Element element, FileBody& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "type", "file", "name", "bytes"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "file") &&
         fields.required("file", out.file) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 255}) &&
         fields.required("bytes", out.bytes, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, CardButton& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "label", "url"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("label", out.label, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("url", out.url, TextRule{.chars_min = 1, .chars_max = 2048});
}

bool decode(Reader& reader, Element element, CardBody& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "type", "title", "text", "image", "buttons"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "card") &&
         fields.required("title", out.title, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("text", out.text, TextRule{.chars_max = 500}) &&
         fields.optional("image", out.image) &&
         fields.optional("buttons", out.buttons, ListRule<>{.max = 5});
}

bool decode(Reader& reader, Element element, QuickReply& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "value", "label"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("value", out.value, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("label", out.label, TextRule{.chars_min = 1, .chars_max = 80});
}

bool decode(Reader& reader, Element element, QuickRepliesBody& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "type", "text", "options"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "quick_replies") &&
         fields.required("text", out.text, TextRule{.chars_min = 1, .chars_max = 4000, .bytes_max = 16384}) &&
         fields.required("options", out.options, ListRule<>{.min = 1, .max = 10});
}

bool decode(Reader& reader, Element element, FormField& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "name", "label", "kind", "required", "options"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("label", out.label, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("kind", out.kind) &&
         fields.required("required", out.required) &&
         fields.optional("options", out.options, ListRule<TextRule>{.max = 20, .item = TextRule{.chars_min = 1, .chars_max = 80}});
}

bool decode(Reader& reader, Element element, FormBody& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "type", "title", "fields"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "form") &&
         fields.optional("title", out.title, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("fields", out.fields, ListRule<>{.min = 1, .max = 20});
}

bool decode(Reader& reader, Element element, FormValue& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "name", "value"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("value", out.value, TextRule{.chars_max = 1000});
}

bool decode(Reader& reader, Element element, FormAnswerBody& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "type", "form", "answers"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "form_answer") &&
         fields.required("form", out.form) &&
         fields.required("answers", out.answers, ListRule<>{.max = 20});
}

bool decode(Reader& reader, Element element, VoiceBody& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "type", "file", "duration_ms"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.constant("type", "voice") &&
         fields.required("file", out.file) &&
         fields.required("duration_ms", out.duration_ms, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, Body& out) {
  Fields fields(reader);
  std::string_view tag;
  if (!fields.peek(element) || !fields.word("type", tag)) return false;
  if (tag == "text") return decode(reader, element, out.emplace<TextBody>());
  if (tag == "image") return decode(reader, element, out.emplace<ImageBody>());
  if (tag == "file") return decode(reader, element, out.emplace<FileBody>());
  if (tag == "card") return decode(reader, element, out.emplace<CardBody>());
  if (tag == "quick_replies") return decode(reader, element, out.emplace<QuickRepliesBody>());
  if (tag == "form") return decode(reader, element, out.emplace<FormBody>());
  if (tag == "form_answer") return decode(reader, element, out.emplace<FormAnswerBody>());
  if (tag == "voice") return decode(reader, element, out.emplace<VoiceBody>());
  return fields.no_such("type");
}

}  // namespace parlor::wire
