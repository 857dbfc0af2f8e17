// /api/v1/routing: teams, skills, agents and hours, read and replaced as a whole; and who would get what. Owners write,
// agents read.
#include <algorithm>

#include "app/floor_watch.h"
#include "app/routing/router.h"
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/routing/explanation.h"
#include "edge/routing/fault_texts.h"
#include "edge/routing/rule_document.h"
#include "edge/routing/setup_document.h"
#include "edge/session/floor_to_wire.h"
#include "edge/session/from_wire.h"
#include "edge/session/to_wire.h"
#include "runtime/resume.h"
#include "wire/generated/rest.h"

namespace parlor::edge::route {
namespace {

constexpr std::size_t kFaultsShown = 200;

// What the rules cannot know: which zones, agents and inboxes there are.
std::vector<routing::SetupFault> faults_of(const routing::Setup& setup, WorkspaceId workspace, const app::Node& node) {
  auto faults = routing::check(setup);
  const auto directory = node.directory.snapshot();
  for (const auto& team : setup.teams) {
    const bool is_known = !team.hours || !node.zones || node.zones->find(team.hours->zone);
    if (!is_known) faults.emplace_back(routing::UnknownZone{team.team.id});
  }
  for (const auto& agent : setup.agents) {
    const auto* user = directory->user(agent.id);
    if (!user || user->workspace != workspace) faults.emplace_back(routing::UnknownAgent{agent.id});
  }
  for (const auto& named : setup.inboxes) {
    const auto* inbox = directory->inbox(named.inbox);
    if (!inbox || inbox->workspace != workspace) faults.emplace_back(routing::UnknownInbox{named.inbox});
  }
  for (std::size_t rule = 0; rule < setup.rules.size(); ++rule) {
    for (const auto& named : routing::inboxes_of(setup.rules[rule])) {
      const auto id = InboxId::parse(named);
      const auto* inbox = id ? directory->inbox(*id) : nullptr;
      if (!inbox || inbox->workspace != workspace) faults.emplace_back(routing::RuleNamesUnknownInbox{rule});
    }
  }
  return faults;
}

std::vector<routing::SetupFault> incomplete_rules(const wire::RoutingSetup& setup) {
  std::vector<routing::SetupFault> faults;
  const auto count = setup.rules ? setup.rules->size() : 0;
  for (std::size_t rule = 0; rule < count; ++rule) {
    if (!std::ranges::all_of((*setup.rules)[rule].then, is_complete))
      faults.emplace_back(routing::RuleActionIncomplete{rule});
  }
  return faults;
}

app::Thought thought_of(const wire::DryRun& dry_run, Time now) {
  app::Thought thought;
  if (dry_run.conversation) thought.conversation = from_wire<ConversationId>(*dry_run.conversation);
  if (dry_run.team) thought.team = from_wire<TeamId>(*dry_run.team);
  if (dry_run.priority) thought.priority = from_wire(*dry_run.priority);
  thought.required = from_wire(dry_run.required);
  thought.preferred = from_wire(dry_run.preferred);
  auto& beginning = thought.beginning;
  if (dry_run.inbox) beginning.inbox = from_wire<InboxId>(*dry_run.inbox);
  beginning.message = dry_run.message.value_or(std::string());
  beginning.page_url = dry_run.page_url.value_or(std::string());
  beginning.page_title = dry_run.page_title.value_or(std::string());
  beginning.locale = dry_run.language.value_or(std::string());
  beginning.returning = dry_run.returning.value_or(false);
  beginning.attributes = from_wire(dry_run.attributes.value_or(std::vector<wire::Attribute>()));
  beginning.at = now;
  return thought;
}

}  // namespace

Result read_routing(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::read_routing);
  if (!user) co_return std::move(user.error());
  const auto setup = exchange->services().node.directory.snapshot()->routing_of(user->workspace);
  co_return answer_with(200, wire::VersionedSetup{static_cast<std::int64_t>(setup->version), to_wire(*setup)});
}

Result save_routing(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::write_routing);
  if (!user) co_return std::move(user.error());
  auto request = read_body<wire::VersionedSetup>(exchange);
  if (!request) co_return problem(request.error());
  auto& services = exchange->services();
  const auto directory = services.node.directory.snapshot();
  const auto setup = from_wire(request->setup);
  wire::SetupSaved saved{request->version, {}};
  auto faults = incomplete_rules(request->setup);
  std::ranges::move(faults_of(setup, user->workspace, services.node), std::back_inserter(faults));
  for (const auto& fault : faults) {
    if (saved.faults.size() < kFaultsShown) saved.faults.push_back(to_wire(fault, setup, *directory));
  }
  if (!saved.faults.empty()) co_return answer_with(200, saved);
  ports::RoutingDocument document{user->workspace, static_cast<std::uint64_t>(request->version) + 1,
                                  document_of(request->setup)};
  const auto version = co_await services.accounts.save_routing(*user, std::move(document));
  if (!version) co_return account_problem(version.error());
  saved.version = static_cast<std::int64_t>(*version);
  co_return answer_with(200, saved);
}

Result explain_routing(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::read_routing);
  if (!user) co_return std::move(user.error());
  auto request = read_body<wire::DryRun>(exchange);
  if (!request) co_return problem(request.error());
  auto& services = exchange->services();
  const auto directory = services.node.directory.snapshot();
  if (!services.node.router) co_return problem(wire::Reason::kTryLater);
  auto thought = thought_of(*request, services.node.clock.now());
  const auto explained = co_await runtime::await_callback<app::Answer<app::Explained>>(
      [&services, user = *user, thought = std::move(thought)](auto done) mutable {
        app::Reply<app::Explained> reply(services.worker,
                                         [done = std::move(done)](auto answer) mutable { done(std::move(answer)); });
        services.node.router->explain(user, std::move(thought), std::move(reply));
      });
  if (!explained) co_return problem(to_wire(explained.error().reason));
  co_return answer_with(200, to_wire(*explained, user->workspace, *directory));
}

}  // namespace parlor::edge::route
