// Whether two JSON values say the same: objects in any order of their fields, numbers by value. A pure function for
// tests and tools; the elements stay with their parsers.
#pragma once

#include <simdjson.h>

namespace parlor::wire {

bool equal(simdjson::dom::element left, simdjson::dom::element right);

}  // namespace parlor::wire
