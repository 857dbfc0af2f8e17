#include "edge/routing/explanation.h"

#include <array>

#include "edge/routing/setup_document.h"
#include "edge/session/floor_to_wire.h"
#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

// Both in the order of their enumerations.
constexpr std::array kOutcomes{
    wire::RoutingOutcome::kOffered,        wire::RoutingOutcome::kWaits,       wire::RoutingOutcome::kWaitsToBePicked,
    wire::RoutingOutcome::kAlreadyOffered, wire::RoutingOutcome::kVisitorAway, wire::RoutingOutcome::kTeamUnknown,
};
constexpr std::array kReasons{
    wire::LeftOutReason::kNotInTeam,
    wire::LeftOutReason::kOffline,
    wire::LeftOutReason::kAway,
    wire::LeftOutReason::kBusy,
    wire::LeftOutReason::kLacksSkill,
    wire::LeftOutReason::kHasPassed,
    wire::LeftOutReason::kHasOffer,
    wire::LeftOutReason::kNoRoom,
    wire::LeftOutReason::kTakenByOneAhead,
    wire::LeftOutReason::kWaitsForPreferred,
};

struct People {
  const app::DirectorySnapshot& directory;
  wire::Person operator()(UserId agent) const { return {to_wire(agent), directory.name_of(agent)}; }
};

wire::LeftOut left_out(const routing::LeftOut& one, const People& person) {
  wire::LeftOut out{person(one.agent), kReasons.at(static_cast<std::size_t>(one.reason)), std::nullopt};
  if (one.skill) out.skill = to_wire(*one.skill);
  return out;
}

wire::RoutingStep step_of(const routing::Step& step, const People& person) {
  wire::RoutingStep out{to_wire(step.criterion), {}};
  for (const auto& weighed : step.agents)
    out.agents.push_back({person(weighed.agent), weighed.figure, weighed.stays});
  return out;
}

}  // namespace

wire::Explanation to_wire(const app::Explained& explained, WorkspaceId workspace,
                          const app::DirectorySnapshot& directory) {
  const auto& why = explained.explanation;
  const People person{directory};
  wire::Explanation out;
  out.outcome = kOutcomes.at(static_cast<std::size_t>(why.outcome));
  if (const auto& name = directory.team_name(workspace, explained.team); !name.empty())
    out.team = wire::Person{to_wire(explained.team), name};
  if (why.agent) out.agent = person(*why.agent);
  out.position = static_cast<std::int64_t>(why.position);
  for (const auto& one : why.left_out)
    out.left_out.push_back(left_out(one, person));
  for (const auto agent : why.may_take)
    out.may_take.push_back(person(agent));
  out.priority = to_wire(explained.priority);
  const auto setup = directory.routing_of(workspace);
  for (std::size_t i = 0; i < explained.rules.size() && i < setup->rules.size(); ++i)
    out.rules.push_back({setup->rules[i].name, explained.rules[i].reached, explained.rules[i].held});
  for (const auto& step : why.steps)
    out.steps.push_back(step_of(step, person));
  return out;
}

}  // namespace parlor::edge
