// A routing rule between wire and domain. Pure functions.
#pragma once

#include "domain/routing/setup.h"
#include "wire/generated/routing.h"

namespace parlor::edge {

// What does not fit (an operator or a number that is none) becomes a condition in which check() finds the fault, and an
// action without its field one that names nothing.
routing::RuleSetup from_wire(const wire::RuleSetup& rule);
wire::RuleSetup to_wire(const routing::RuleSetup& rule);

}  // namespace parlor::edge
