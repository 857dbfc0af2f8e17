// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/message.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool decode(Reader& reader, Element element, MessagePostParams& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "conversation", "client_id", "after", "body"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("after", out.after) &&
         fields.required("body", out.body);
}

bool decode(Reader& reader, Element element, MessagePostResult& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "message", "seq", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("message", out.message) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, MessageEditParams& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "conversation", "client_id", "message", "body"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.required("message", out.message) &&
         fields.required("body", out.body);
}

bool decode(Reader& reader, Element element, MessageDeleteParams& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "client_id", "message"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.required("message", out.message);
}

bool decode(Reader& reader, Element element, MessageChangeResult& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "message", "version", "seq", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("message", out.message) &&
         fields.required("version", out.version, IntegerRule{.min = 1, .max = 2147483647}) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, NotePostParams& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "conversation", "client_id", "text", "mentions"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.required("text", out.text, TextRule{.chars_min = 1, .chars_max = 4000, .bytes_max = 16384}) &&
         fields.optional("mentions", out.mentions, ListRule<>{.max = 20});
}

bool decode(Reader& reader, Element element, NotePostResult& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "note", "seq", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("note", out.note) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, TypingParams& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "state", "preview"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("state", out.state) &&
         fields.optional("preview", out.preview, TextRule{.chars_min = 1, .chars_max = 4000, .bytes_max = 16384});
}

bool decode(Reader& reader, Element element, PageViewParams& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "url", "title", "referrer", "visit", "attributes"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("url", out.url, TextRule{.chars_min = 1, .chars_max = 2048}) &&
         fields.required("title", out.title, TextRule{.chars_max = 300}) &&
         fields.optional("referrer", out.referrer, TextRule{.chars_max = 2048}) &&
         fields.optional("visit", out.visit) &&
         fields.optional("attributes", out.attributes, ListRule<>{.max = 30});
}

}  // namespace parlor::wire
