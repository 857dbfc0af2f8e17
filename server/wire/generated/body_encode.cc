// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/body.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(FormFieldKind value) {
  static constexpr std::array<std::string_view, 4> names = {
      "text",
      "email",
      "number",
      "choice",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, FormFieldKind value) { out.text(to_string(value)); }

void encode(Writer& out, const TextBody& value) {
  out.begin_object();
  out.field("type", std::string_view("text"));
  out.field("text", value.text);
  out.end_object();
}

void encode(Writer& out, const ImageBody& value) {
  out.begin_object();
  out.field("type", std::string_view("image"));
  out.field("file", value.file);
  out.field("alt", value.alt);
  out.field("width", value.width);
  out.field("height", value.height);
  out.end_object();
}

void encode(Writer& out, const FileBody& value) {
  out.begin_object();
  out.field("type", std::string_view("file"));
  out.field("file", value.file);
  out.field("name", value.name);
  out.field("bytes", value.bytes);
  out.end_object();
}

void encode(Writer& out, const CardButton& value) {
  out.begin_object();
  out.field("label", value.label);
  out.field("url", value.url);
  out.end_object();
}

void encode(Writer& out, const CardBody& value) {
  out.begin_object();
  out.field("type", std::string_view("card"));
  out.field("title", value.title);
  out.field("text", value.text);
  out.field("image", value.image);
  out.field("buttons", value.buttons);
  out.end_object();
}

void encode(Writer& out, const QuickReply& value) {
  out.begin_object();
  out.field("value", value.value);
  out.field("label", value.label);
  out.end_object();
}

void encode(Writer& out, const QuickRepliesBody& value) {
  out.begin_object();
  out.field("type", std::string_view("quick_replies"));
  out.field("text", value.text);
  out.field("options", value.options);
  out.end_object();
}

void encode(Writer& out, const FormField& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("label", value.label);
  out.field("kind", value.kind);
  out.field("required", value.required);
  out.field("options", value.options);
  out.end_object();
}

void encode(Writer& out, const FormBody& value) {
  out.begin_object();
  out.field("type", std::string_view("form"));
  out.field("title", value.title);
  out.field("fields", value.fields);
  out.end_object();
}

void encode(Writer& out, const FormValue& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("value", value.value);
  out.end_object();
}

void encode(Writer& out, const FormAnswerBody& value) {
  out.begin_object();
  out.field("type", std::string_view("form_answer"));
  out.field("form", value.form);
  out.field("answers", value.answers);
  out.end_object();
}

void encode(Writer& out, const VoiceBody& value) {
  out.begin_object();
  out.field("type", std::string_view("voice"));
  out.field("file", value.file);
  out.field("duration_ms", value.duration_ms);
  out.end_object();
}

void encode(Writer& out, const Body& value) {
  std::visit([&out](const auto& one) { encode(out, one); }, value);
}

}  // namespace parlor::wire
