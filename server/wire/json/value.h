// What the generated structs are made of besides plain values, and the names of those who read and write them. Knows no
// parser, so that whoever only handles structs need not compile one.
#pragma once

#include <string>

#include "wire/json/topic.h"
#include "wire/json/uuid.h"

namespace simdjson::dom {
class element;
}  // namespace simdjson::dom

namespace parlor::wire {

using Element = simdjson::dom::element;
class Reader;
class Writer;

// A value that is passed on as it came, as compact JSON.
struct RawJson {
  std::string text;
  bool operator==(const RawJson&) const = default;
};

}  // namespace parlor::wire
