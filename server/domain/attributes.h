// Attributes: what a site knows of its visitor, by keys of its own, as its page says it. Nobody has proven them. Plain
// values: any thread.
#pragma once

#include <string>
#include <vector>

namespace parlor {

struct Attribute {
  std::string key;
  // Numbers, true and false as text.
  std::string value;
  bool operator==(const Attribute&) const = default;
};

using Attributes = std::vector<Attribute>;

}  // namespace parlor
