// Ids for tests: small numbers, so that a failure reads well.
#pragma once

#include <cstdint>

#include "base/id.h"

namespace parlor {

template <class IdType>
IdType make_id(std::uint32_t last) {
  IdType id;
  for (std::size_t byte = 0; byte < 4; ++byte)
    id.bytes[15 - byte] = static_cast<std::uint8_t>(last >> (8 * byte));
  return id;
}

}  // namespace parlor
