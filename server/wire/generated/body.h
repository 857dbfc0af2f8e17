// What a message can be: a closed set of variants, told apart by type.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/json/value.h"

namespace parlor::wire {

enum class FormFieldKind : std::uint8_t {
  kText,
  kEmail,
  kNumber,
  kChoice,
};

struct TextBody {
  std::string text{};

  bool operator==(const TextBody&) const = default;
};

struct ImageBody {
  Uuid file{};
  std::optional<std::string> alt{};
  std::optional<std::int64_t> width{};
  std::optional<std::int64_t> height{};

  bool operator==(const ImageBody&) const = default;
};

struct FileBody {
  Uuid file{};
  std::string name{};
  std::int64_t bytes{};

  bool operator==(const FileBody&) const = default;
};

struct CardButton {
  std::string label{};
  std::string url{};

  bool operator==(const CardButton&) const = default;
};

struct CardBody {
  std::string title{};
  std::optional<std::string> text{};
  std::optional<Uuid> image{};
  std::optional<std::vector<CardButton>> buttons{};

  bool operator==(const CardBody&) const = default;
};

struct QuickReply {
  std::string value{};
  std::string label{};

  bool operator==(const QuickReply&) const = default;
};

struct QuickRepliesBody {
  std::string text{};
  std::vector<QuickReply> options{};

  bool operator==(const QuickRepliesBody&) const = default;
};

struct FormField {
  std::string name{};
  std::string label{};
  FormFieldKind kind{};
  bool required{};
  std::optional<std::vector<std::string>> options{};

  bool operator==(const FormField&) const = default;
};

struct FormBody {
  std::optional<std::string> title{};
  std::vector<FormField> fields{};

  bool operator==(const FormBody&) const = default;
};

struct FormValue {
  std::string name{};
  std::string value{};

  bool operator==(const FormValue&) const = default;
};

struct FormAnswerBody {
  Uuid form{};
  std::vector<FormValue> answers{};

  bool operator==(const FormAnswerBody&) const = default;
};

struct VoiceBody {
  Uuid file{};
  std::int64_t duration_ms{};

  bool operator==(const VoiceBody&) const = default;
};

using Body = std::variant<TextBody, ImageBody, FileBody, CardBody, QuickRepliesBody, FormBody, FormAnswerBody, VoiceBody>;

std::string_view to_string(FormFieldKind value);
bool parse(std::string_view text, FormFieldKind& out);
bool decode(Reader& reader, Element element, FormFieldKind& out);
void encode(Writer& out, FormFieldKind value);
bool decode(Reader& reader, Element element, TextBody& out);
void encode(Writer& out, const TextBody& value);
bool decode(Reader& reader, Element element, ImageBody& out);
void encode(Writer& out, const ImageBody& value);
bool decode(Reader& reader, Element element, FileBody& out);
void encode(Writer& out, const FileBody& value);
bool decode(Reader& reader, Element element, CardButton& out);
void encode(Writer& out, const CardButton& value);
bool decode(Reader& reader, Element element, CardBody& out);
void encode(Writer& out, const CardBody& value);
bool decode(Reader& reader, Element element, QuickReply& out);
void encode(Writer& out, const QuickReply& value);
bool decode(Reader& reader, Element element, QuickRepliesBody& out);
void encode(Writer& out, const QuickRepliesBody& value);
bool decode(Reader& reader, Element element, FormField& out);
void encode(Writer& out, const FormField& value);
bool decode(Reader& reader, Element element, FormBody& out);
void encode(Writer& out, const FormBody& value);
bool decode(Reader& reader, Element element, FormValue& out);
void encode(Writer& out, const FormValue& value);
bool decode(Reader& reader, Element element, FormAnswerBody& out);
void encode(Writer& out, const FormAnswerBody& value);
bool decode(Reader& reader, Element element, VoiceBody& out);
void encode(Writer& out, const VoiceBody& value);
bool decode(Reader& reader, Element element, Body& out);
void encode(Writer& out, const Body& value);

}  // namespace parlor::wire
