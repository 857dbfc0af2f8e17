// The parts of a JSON-RPC 2.0 message that calls, answers and notifications share. For rpc.cc and server_message.cc.
#pragma once

#include <cstdint>

#include "wire/json/reader.h"
#include "wire/json/rpc.h"

namespace parlor::wire {

enum class IdState : std::uint8_t { kAbsent, kGood, kBad };

// Leaves the id in `out` as it will stand in the answer.
IdState read_id(const simdjson::dom::object& object, RawId& out);
bool says_version(const simdjson::dom::object& object);
// An empty object for a message that leaves its params out.
Element params_of(const simdjson::dom::object& object);

}  // namespace parlor::wire
