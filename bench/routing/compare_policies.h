// Every policy meets the same people on the same days; a line of figures for each.
#pragma once

#include "chance.h"

namespace parlor::bench {

void compare_policies(Seeds seeds);

}  // namespace parlor::bench
