#include "wire/json/envelope.h"

namespace parlor::wire {
namespace {

constexpr std::size_t kIdCharsMax = 64;

// "{}", for a message that leaves its params out.
Element empty_object() {
  struct Holder {
    simdjson::dom::parser parser;
    Element element;
    Holder() {
      constexpr std::string_view kText = "{}";
      (void)parser.parse(kText.data(), kText.size(), true).get(element);
    }
  };
  static const Holder holder;
  return holder.element;
}

}  // namespace

IdState read_id(const simdjson::dom::object& object, RawId& out) {
  Element id;
  if (object.at_key("id").get(id) != simdjson::SUCCESS) return IdState::kAbsent;
  Writer writer(out);
  std::int64_t number = 0;
  if (id.get(number) == simdjson::SUCCESS) {
    writer.integer(number);
    return IdState::kGood;
  }
  Reader reader;
  std::string text;
  if (!decode(reader, id, text, TextRule{.chars_max = kIdCharsMax})) return IdState::kBad;
  writer.text(text);
  return IdState::kGood;
}

bool says_version(const simdjson::dom::object& object) {
  std::string_view version;
  return object.at_key("jsonrpc").get(version) == simdjson::SUCCESS && version == "2.0";
}

Element params_of(const simdjson::dom::object& object) {
  Element params;
  return object.at_key("params").get(params) == simdjson::SUCCESS ? params : empty_object();
}

}  // namespace parlor::wire
