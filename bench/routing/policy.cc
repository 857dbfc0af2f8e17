#include "policy.h"

namespace parlor::bench {

Policy usual_policy() {
  return {.name = "usual", .criteria = routing::Team{}.criteria, .prefers_skills = true};
}

std::vector<Policy> policies() {
  using enum routing::Criterion;
  auto running_over = usual_policy();
  running_over.name = "usual, runs over";
  running_over.runs_over = true;
  return {
      {.name = "round robin, blind", .criteria = {round_robin}, .requires_skills = false},
      {.name = "round robin", .criteria = {round_robin}},
      {.name = "least busy", .criteria = {least_busy, round_robin}},
      {.name = "preferred, least busy",
       .criteria = {preferred_skills, least_busy, round_robin},
       .prefers_skills = true},
      usual_policy(),
      running_over,
  };
}

}  // namespace parlor::bench
