// The estimate of the wait put to the proof: rushes in whose middle something changes by half, and the estimator is
// told nothing but what happens.
#pragma once

#include "chance.h"

namespace parlor::bench {

// Whether the median error of every single rush is below the bar.
bool prove_estimates(Seeds seeds);

}  // namespace parlor::bench
