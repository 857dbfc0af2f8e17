#include "wire/http/headers.h"

#include <algorithm>
#include <utility>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

void Headers::add(std::string name, std::string value) {
  fields_.push_back({.name = std::move(name), .value = std::move(value)});
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (const Header& field : fields_) {
    if (equal_ignoring_case(field.name, name)) return field.value;
  }
  return std::nullopt;
}

std::string_view Headers::get(std::string_view name) const {
  return find(name).value_or(std::string_view{});
}

std::size_t Headers::count(std::string_view name) const {
  const auto same = [name](const Header& field) { return equal_ignoring_case(field.name, name); };
  return static_cast<std::size_t>(std::ranges::count_if(fields_, same));
}

bool Headers::lists(std::string_view name, std::string_view token) const {
  for (const Header& field : fields_) {
    if (!equal_ignoring_case(field.name, name)) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      if (equal_ignoring_case(take_until(rest, ','), token)) return true;
    }
  }
  return false;
}

}  // namespace parlor::wire::http
