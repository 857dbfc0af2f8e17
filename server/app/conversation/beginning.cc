#include "app/conversation/beginning.h"

#include <chrono>

#include "domain/text.h"

namespace parlor::app {
namespace {

using condition::Facts;
using condition::Field;

hours::Zone zone_of(const routing::Setup& setup, InboxId inbox, const ports::Zones* zones) {
  const auto place = setup.place_for(inbox);
  const auto* team = place && place->team ? setup.team(*place->team) : nullptr;
  if (!zones || !team || !team->hours) return {};
  return zones->find(team->hours->zone).value_or(hours::Zone{});
}

void add_time(Facts& facts, const hours::Zone& zone, Time at) {
  const auto local = hours::to_local(zone, at);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto hour = std::chrono::floor<std::chrono::hours>(local - day).count();
  facts.set({Field::time_hour, {}}, static_cast<double>(hour));
  const auto weekday = std::chrono::weekday(day).iso_encoding() - 1;
  const condition::Subject subject{Field::time_weekday, {}};
  facts.set(subject, std::string(condition::row_of(subject)->choices[weekday]));
}

// None without teams.
std::optional<Place> place_of(const routing::Routing& routing) {
  if (!routing.team) return std::nullopt;
  return Place{
      .team = routing.team, .priority = routing.priority, .required = routing.required, .preferred = routing.preferred};
}

}  // namespace

Facts facts_of(const Beginning& beginning, const routing::Setup& setup, const ports::Zones* zones) {
  Facts facts;
  facts.set({Field::contact_returning, {}}, beginning.returning);
  facts.set({Field::contact_language, {}}, beginning.locale);
  facts.set({Field::conversation_message, {}}, beginning.message);
  facts.set({Field::page_url, {}}, std::string(text::page_address(beginning.page_url)));
  facts.set({Field::page_title, {}}, beginning.page_title);
  facts.set({Field::page_campaign, {}}, std::string(text::query_value(beginning.page_url, "utm_campaign")));
  facts.set({Field::channel_inbox, {}}, beginning.inbox.str());
  add_time(facts, zone_of(setup, beginning.inbox, zones), beginning.at);
  return facts;
}

void route(conversation::Context& context, const Beginning& beginning, const routing::Setup& setup,
           const ports::Zones* zones) {
  // Nothing to gather for.
  if (setup.rules.empty()) {
    context.place = setup.place_for(beginning.inbox);
    return;
  }
  auto applied = setup.route(beginning.inbox, facts_of(beginning, setup, zones));
  context.place = place_of(applied.routing);
  context.tags = std::move(applied.routing.tags);
}

}  // namespace parlor::app
