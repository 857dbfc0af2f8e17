// Facts: what is known when a condition is asked, gathered once by whoever asks and then read by every rule in turn.
// Texts are folded here, once, not for each clause. A plain value of one owner.
#pragma once

#include <variant>
#include <vector>

#include "domain/condition/operators.h"

namespace parlor::condition {

using Value = std::variant<bool, double, std::string, Texts>;

inline Type type_of(const Value& value) {
  return static_cast<Type>(value.index());
}

struct Fact {
  Subject subject;
  Value value;
  // The value as it is compared.
  Value folded;
};

class Facts {
 public:
  // Replaces what was known. An empty text, a list without texts and a number that is none (NaN, infinite) say nothing:
  // the subject is absent then. The type is one of those that the catalogue says.
  Facts& set(Subject subject, Value value);
  // Null: absent. Valid until the next set().
  const Fact* find(const Subject& subject) const;

 private:
  // By subject; a few dozen at most.
  std::vector<Fact> facts_;
};

}  // namespace parlor::condition
