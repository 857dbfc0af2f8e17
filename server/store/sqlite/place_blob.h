// A place in a blob, at its end: team, priority, skills, reach.
#pragma once

#include "domain/place.h"
#include "store/connection/packed.h"

namespace parlor::store {

void pack_place(Packed& out, const Place& place);
Place unpack_place(Unpacked& in);

}  // namespace parlor::store
