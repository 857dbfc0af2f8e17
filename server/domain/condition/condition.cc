#include "domain/condition/condition.h"

namespace parlor::condition {

std::string_view to_string(Quantifier quantifier) {
  switch (quantifier) {
    case Quantifier::all:
      return "all";
    case Quantifier::any:
      return "any";
    case Quantifier::none:
      return "none";
  }
  return {};
}

std::string path_of_part(std::string_view group_path, Quantifier quantifier, std::size_t index) {
  std::string path(group_path);
  if (!path.empty()) path += '.';
  return path.append(to_string(quantifier)).append("[").append(std::to_string(index)).append("]");
}

}  // namespace parlor::condition
