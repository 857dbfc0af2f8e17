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

condition::Value value_of(const std::string& text) {
  if (text == "true" || text == "false") return text == "true";
  const auto number = text::number_in(text);
  return number ? condition::Value(*number) : condition::Value(text);
}

void add_attributes(Facts& facts, const Attributes& attributes) {
  for (const auto& [key, text] : attributes) {
    const auto value = value_of(text);
    facts.set(condition::Subject::attribute(key), value);
    if (key == "vip") facts.set({Field::contact_vip, {}}, value == condition::Value(true));
    const auto* number = std::get_if<double>(&value);
    if (key == "sentiment" && number && *number >= -1 && *number <= 1)
      facts.set({Field::conversation_sentiment, {}}, *number);
  }
}

void add_queue(Facts& facts, const QueueFigures& queue) {
  facts.set({Field::queue_length, {}}, static_cast<double>(queue.length));
  facts.set({Field::queue_agents_online, {}}, static_cast<double>(queue.agents_online));
  const auto wait = queue.wait ? std::chrono::duration<double>(*queue.wait).count() : 0;
  if (queue.wait) facts.set({Field::queue_wait_s, {}}, wait);
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
  add_attributes(facts, beginning.attributes);
  if (beginning.queue) add_queue(facts, *beginning.queue);
  add_time(facts, zone_of(setup, beginning.inbox, zones), beginning.at);
  return facts;
}

void route(conversation::Context& context, const Beginning& beginning, const AskedWith& with) {
  // Nothing to gather for.
  if (with.setup.rules.empty()) {
    context.place = with.setup.place_for(beginning.inbox);
    return;
  }
  auto applied = with.setup.route(beginning.inbox, facts_of(beginning, with.setup, with.zones));
  context.place = place_of(applied.routing);
  context.tags = std::move(applied.routing.tags);
  for (auto& text : applied.routing.messages)
    context.messages.push_back({with.ids.make<MessageId>(), std::move(text)});
}

std::optional<QueueFigures> queue_before(const FloorWatch* floor, WorkspaceId workspace, InboxId inbox,
                                         const routing::Setup& setup) {
  const auto place = setup.place_for(inbox);
  return floor && place ? floor->figures(workspace, *place->team) : std::nullopt;
}

}  // namespace parlor::app
