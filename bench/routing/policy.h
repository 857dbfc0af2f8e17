// The ways of deciding that the experiment compares. Plain values.
#pragma once

#include <vector>

#include "domain/routing/floor.h"

namespace parlor::bench {

struct Policy {
  const char* name = "";
  std::vector<routing::Criterion> criteria;
  // Whether it knows what a visitor needs before an agent finds out.
  bool requires_skills = true;
  bool prefers_skills = false;
  bool runs_over = false;
};

// The first is plain round robin, which all are compared with.
std::vector<Policy> policies();
// What a team has until somebody changes it.
Policy usual_policy();

}  // namespace parlor::bench
