#include "wire/json/equal.h"

namespace parlor::wire {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

bool equal_lists(const array& left, const array& right) {
  auto at = right.begin();
  for (const element one : left) {
    if (at == right.end() || !equal(one, *at)) return false;
    ++at;
  }
  return at == right.end();
}

bool equal_objects(const object& left, const object& right) {
  std::size_t count = 0;
  for (const auto field : left) {
    element other;
    if (right.at_key(field.key).get(other) != simdjson::SUCCESS || !equal(field.value, other)) return false;
    ++count;
  }
  for ([[maybe_unused]] const auto field : right)
    --count;
  return count == 0;
}

template <typename T>
bool equal_as(element left, element right, bool (*compare)(const T&, const T&)) {
  T a;
  T b;
  return left.get(a) == simdjson::SUCCESS && right.get(b) == simdjson::SUCCESS && compare(a, b);
}

template <typename T>
bool equal_values(element left, element right) {
  return equal_as<T>(left, right, [](const T& a, const T& b) { return a == b; });
}

}  // namespace

bool equal(element left, element right) {
  if (left.is_number() && right.is_number()) return equal_values<double>(left, right);
  if (left.type() != right.type()) return false;
  switch (left.type()) {
    case element_type::ARRAY:
      return equal_as<array>(left, right, equal_lists);
    case element_type::OBJECT:
      return equal_as<object>(left, right, equal_objects);
    case element_type::STRING:
      return equal_values<std::string_view>(left, right);
    case element_type::BOOL:
      return equal_values<bool>(left, right);
    default:
      return true;
  }
}

}  // namespace parlor::wire
