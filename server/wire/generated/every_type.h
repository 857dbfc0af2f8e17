// Every type by its name in the schemas: for tests that walk through all of them.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <string>
#include <string_view>

#include "wire/json/reader.h"

namespace parlor::wire {

// Decodes the value as the named type and encodes it again. An unknown name is the error not_found.
Decoded<std::string> recode(std::string_view type, Element element, Unknown unknown);

}  // namespace parlor::wire
