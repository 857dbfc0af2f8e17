// A routing rule between wire and domain. Pure functions.
#pragma once

#include "domain/routing/setup.h"
#include "wire/generated/routing.h"

namespace parlor::edge {

// Whether the field is there that its kind speaks of.
bool is_complete(const wire::RuleAction& action);

// What does not fit (an operator or a number that is none) becomes a condition in which check() finds the fault. For
// complete actions.
routing::RuleSetup from_wire(const wire::RuleSetup& rule);
wire::RuleSetup to_wire(const routing::RuleSetup& rule);

}  // namespace parlor::edge
