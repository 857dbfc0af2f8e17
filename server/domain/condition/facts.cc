#include "domain/condition/facts.h"

#include <algorithm>
#include <limits>

#include "base/assert.h"
#include "domain/condition/fold.h"

namespace parlor::condition {
namespace {

using Finite = std::numeric_limits<double>;

struct SaysNothing {
  bool operator()(bool) const { return false; }
  // NaN is neither below nor above anything.
  bool operator()(double number) const { return !(number >= Finite::lowest() && number <= Finite::max()); }
  bool operator()(const std::string& text) const { return text.empty(); }
  bool operator()(const Texts& texts) const { return texts.empty(); }
};

struct Folded {
  Value operator()(bool flag) const { return flag; }
  Value operator()(double number) const { return number; }
  Value operator()(const std::string& text) const { return fold(text); }
  Value operator()(const Texts& texts) const {
    Texts folded;
    folded.reserve(texts.size());
    for (const auto& text : texts)
      folded.push_back(fold(text));
    return folded;
  }
};

}  // namespace

Facts& Facts::set(Subject subject, Value value) {
  const auto* row = row_of(subject);
  PARLOR_ASSERT(row && row->has(type_of(value)));
  const auto place = std::ranges::lower_bound(facts_, subject, {}, &Fact::subject);
  const bool known = place != facts_.end() && place->subject == subject;
  if (std::visit(SaysNothing{}, value)) {
    if (known) facts_.erase(place);
    return *this;
  }
  Fact fact{std::move(subject), std::move(value), {}};
  fact.folded = std::visit(Folded{}, fact.value);
  if (known) {
    *place = std::move(fact);
  } else {
    facts_.insert(place, std::move(fact));
  }
  return *this;
}

const Fact* Facts::find(const Subject& subject) const {
  const auto place = std::ranges::lower_bound(facts_, subject, {}, &Fact::subject);
  return place != facts_.end() && place->subject == subject ? &*place : nullptr;
}

}  // namespace parlor::condition
