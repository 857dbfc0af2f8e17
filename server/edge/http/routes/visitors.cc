// /api/v1/visitors and /api/v1/widget: the first words between a page with the widget and the server.
#include "app/presence/presence.h"
#include "app/routing/team_hours.h"
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/http/routes/strangers.h"
#include "edge/session/from_wire.h"
#include "edge/session/origin_rules.h"
#include "edge/session/to_wire.h"
#include "runtime/resume.h"
#include "wire/generated/rest.h"

namespace parlor::edge::route {
namespace {

constexpr std::size_t kAgentsShownMax = 3;

// The inbox by its public key, for a page that may use it.
std::expected<ports::Inbox, Answer> inbox_for(const Exchange& exchange, const std::string& key) {
  const auto directory = exchange.services().node.directory.snapshot();
  const auto* inbox = directory->inbox(key);
  if (inbox == nullptr) return std::unexpected(problem(wire::Reason::kInboxUnknown));
  if (!origin_allowed(exchange.header("origin"), *inbox, exchange.site().public_url)) {
    return std::unexpected(problem(wire::Reason::kOriginNotAllowed));
  }
  return *inbox;
}

wire::WidgetInbox describe(const ports::Inbox& inbox, const app::DirectorySnapshot& directory) {
  wire::WidgetInbox described{.key = inbox.key, .name = inbox.name};
  if (const auto* workspace = directory.workspace(inbox.workspace)) described.workspace = workspace->name;
  if (!inbox.color.empty()) described.color = inbox.color;
  if (!inbox.greeting.empty()) described.greeting = inbox.greeting;
  return described;
}

void add_agents(wire::WidgetConfiguration& configuration, const Services& services, WorkspaceId workspace) {
  const auto directory = services.node.directory.snapshot();
  for (const auto* user : directory->users_of(workspace)) {
    if (!services.local.roster.is_reachable(user->id)) continue;
    configuration.available = true;
    if (configuration.agents.size() < kAgentsShownMax) configuration.agents.push_back({to_wire(user->id), user->name});
  }
}

std::uint64_t hash_of(const std::string& text) {
  return std::hash<std::string>()(text);
}

// Neither leaves the process: they only tell one browser from another while somebody is on the site.
presence::Trace trace_of(const Exchange& exchange) {
  const auto network = prefix_of(exchange.client);
  presence::Trace trace{.network = {}, .browser = hash_of(network + exchange.header("user-agent").value_or(""))};
  if (!exchange.is_local) trace.network = hash_of(network);
  return trace;
}

presence::Sighting sighting_of(const Exchange& exchange, const wire::WidgetRequest& request, InboxId inbox,
                               std::optional<ContactId> contact) {
  presence::Sighting sighting{.visit = {}, .contact = contact, .inbox = inbox, .trace = trace_of(exchange)};
  if (request.page->visit) sighting.visit = from_wire<presence::VisitId>(*request.page->visit);
  sighting.page = {request.page->url, request.page->title, request.page->referrer.value_or(std::string())};
  return sighting;
}

void add_visit(wire::WidgetConfiguration& configuration, const app::Visitors::Seen& seen,
               const app::DirectorySnapshot& directory) {
  if (seen.visit) configuration.visit = to_wire(*seen.visit);
  if (!seen.invitation) return;
  const auto& [id, agent, text, at, state] = *seen.invitation;
  configuration.invitation = wire::WidgetInvitation{to_wire(id), {to_wire(agent), directory.name_of(agent)}, text};
}

void add_conversations(wire::WidgetConfiguration& configuration, const std::vector<app::ConversationView>& views) {
  for (const auto& view : views) {
    const auto seen = to_wire(view, Audience::visitor);
    configuration.unread += seen.unread;
    configuration.open = configuration.open || seen.status != wire::ConversationStatus::kResolved;
  }
}

// That somebody looks at the page, of which nothing is stored; and what the page is to know of it.
runtime::Task<app::Visitors::Seen> see_visit(SharedExchange exchange, wire::WidgetRequest request, ports::Inbox inbox,
                                             std::optional<ContactId> contact) {
  if (!request.page) co_return app::Visitors::Seen();
  std::optional<ClientId> dismissed;
  if (request.dismissed) dismissed = from_wire<ClientId>(*request.dismissed);
  auto& services = exchange->services();
  auto seen = co_await runtime::await_callback<app::Answer<app::Visitors::Seen>>(
      [&services, workspace = inbox.workspace, dismissed,
       sighting = sighting_of(*exchange, request, inbox.id, contact)](auto done) mutable {
        app::Reply<app::Visitors::Seen> reply(
            services.worker, [done = std::move(done)](auto answer) mutable { done(std::move(answer)); });
        services.node.presence.visitors().see(workspace, std::move(sighting), dismissed, std::move(reply));
      });
  co_return seen.value_or(app::Visitors::Seen());
}

}  // namespace

Result create_visitor(SharedExchange exchange) {
  const auto request = read_body<wire::VisitorCreate>(exchange);
  if (!request) co_return problem(request.error());
  auto inbox = inbox_for(*exchange, request->inbox);
  if (!inbox) co_return std::move(inbox.error());
  if (!exchange->is_local) {
    const auto wait = co_await take_attempt(exchange, &StrangerBudgets::visitors, prefix_of(exchange->client));
    if (wait) co_return too_often(*wait);
  }
  const auto visitor = exchange->services().accounts.new_visitor(*inbox);
  co_return answer_with(
      201, wire::VisitorCreated{to_wire(visitor.visitor), to_wire(visitor.contact), visitor.token.reveal()});
}

Result configure_widget(SharedExchange exchange) {
  const auto request = read_body<wire::WidgetRequest>(exchange);
  if (!request) co_return problem(request.error());
  auto inbox = inbox_for(*exchange, request->site);
  if (!inbox) co_return std::move(inbox.error());
  auto& services = exchange->services();
  wire::WidgetConfiguration configuration;
  configuration.inbox = describe(*inbox, *services.node.directory.snapshot());
  configuration.panel.js = exchange->site().panel;
  add_agents(configuration, services, inbox->workspace);
  const auto setup = services.node.directory.snapshot()->routing_of(inbox->workspace);
  if (const auto back = app::back_at(*setup, inbox->id, services.node.zones, exchange->now()))
    configuration.back_at = to_unix_ms(*back);
  std::optional<ContactId> contact;
  if (request->visitor) {
    const auto visitor = services.accounts.visitor(Secret(*request->visitor));
    if (!visitor) co_return problem(reason_of(visitor.error()));
    if (visitor->inbox != inbox->id) co_return problem(wire::Reason::kTokenInvalid);
    if (request->page) services.node.presence.page_viewed(*visitor, from_wire(*request->page, exchange->now()));
    contact = id_cast<ContactId>(visitor->id);
    const auto own = co_await services.conversations.of_contact(*visitor, *contact);
    if (!own) co_return problem(to_wire(own.error().reason));
    add_conversations(configuration, own->conversations);
  }
  const auto seen = co_await see_visit(exchange, *request, *inbox, contact);
  add_visit(configuration, seen, *services.node.directory.snapshot());
  co_return answer_with(200, configuration);
}

}  // namespace parlor::edge::route
