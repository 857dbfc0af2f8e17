#include "edge/routing/setup_document.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "edge/limits.h"
#include "edge/routing/rule_document.h"
#include "edge/session/from_wire.h"
#include "edge/session/to_wire.h"
#include "wire/json/reader.h"

namespace parlor::edge {
namespace {

using edge::from_wire;
using edge::to_wire;
using std::chrono::minutes;
using std::chrono::seconds;

// Both in the order of their enumerations.
constexpr std::array kCriteria{wire::Criterion::kLastAgent, wire::Criterion::kLanguage,
                               wire::Criterion::kPreferredSkills, wire::Criterion::kLeastBusy,
                               wire::Criterion::kRoundRobin};

routing::Criterion from_wire(wire::Criterion criterion) {
  const auto found = std::ranges::find(kCriteria, criterion);
  return static_cast<routing::Criterion>(found - kCriteria.begin());
}

Millis time_of(std::int64_t count) {
  return seconds(count);
}

std::int64_t seconds_of(Millis time) {
  return std::chrono::duration_cast<seconds>(time).count();
}

hours::Date date_of(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const auto number = [&](std::size_t from, std::size_t size, auto& out) {
    const auto* begin = text.data() + from;
    return std::from_chars(begin, begin + size, out).ptr == begin + size;
  };
  const bool has_form = text.size() == 10 && text[4] == '-' && text[7] == '-' && number(0, 4, year) &&
                        number(5, 2, month) && number(8, 2, day);
  if (!has_form) return {};
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

std::string text_of(hours::Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

// Monday is the wire's first.
std::chrono::weekday from_wire(wire::Weekday day) {
  return std::chrono::weekday((static_cast<unsigned>(day) + 1) % 7);
}

wire::Weekday to_wire(std::chrono::weekday day) {
  return static_cast<wire::Weekday>(day.iso_encoding() - 1);
}

std::vector<hours::Span> from_wire(const std::vector<wire::Span>& spans) {
  std::vector<hours::Span> out;
  for (const auto& span : spans)
    out.push_back({minutes(span.from), minutes(span.to)});
  return out;
}

std::vector<wire::Span> to_wire(const std::vector<hours::Span>& spans) {
  std::vector<wire::Span> out;
  for (const auto& span : spans)
    out.push_back({span.from.count(), span.to.count()});
  return out;
}

routing::TeamHours from_wire(const wire::HoursSetup& hours) {
  routing::TeamHours out{.zone = hours.zone, .hours = {}};
  for (const auto& span : hours.week)
    out.hours.week.push_back({from_wire(span.day), {minutes(span.from), minutes(span.to)}});
  for (const auto& holiday : hours.holidays)
    out.hours.holidays.push_back({date_of(holiday.date), holiday.name, from_wire(holiday.spans)});
  for (const auto& exception : hours.exceptions)
    out.hours.exceptions.push_back({date_of(exception.date), from_wire(exception.spans)});
  return out;
}

wire::HoursSetup to_wire(const routing::TeamHours& hours) {
  wire::HoursSetup out;
  out.zone = hours.zone;
  for (const auto& [day, span] : hours.hours.week)
    out.week.push_back({to_wire(day), span.from.count(), span.to.count()});
  for (const auto& holiday : hours.hours.holidays)
    out.holidays.push_back({text_of(holiday.date), holiday.name, to_wire(holiday.spans)});
  for (const auto& exception : hours.hours.exceptions)
    out.exceptions.push_back({text_of(exception.date), to_wire(exception.spans)});
  return out;
}

routing::Overflow from_wire(const wire::OverflowSetup& overflow) {
  routing::Overflow out{.to = from_wire<TeamId>(overflow.to), .after = {}, .beyond = {}};
  if (overflow.after_s) out.after = time_of(*overflow.after_s);
  if (overflow.beyond) out.beyond = static_cast<std::size_t>(*overflow.beyond);
  out.when_closed = overflow.when_closed.value_or(false);
  return out;
}

wire::OverflowSetup to_wire(const routing::Overflow& overflow) {
  wire::OverflowSetup out;
  out.to = to_wire(overflow.to);
  if (overflow.after) out.after_s = seconds_of(*overflow.after);
  if (overflow.beyond) out.beyond = static_cast<std::int64_t>(*overflow.beyond);
  if (overflow.when_closed) out.when_closed = true;
  return out;
}

routing::TeamSetup from_wire(const wire::TeamSetup& team) {
  routing::TeamSetup out;
  out.name = team.name;
  out.team.id = from_wire<TeamId>(team.id);
  out.team.mode = team.mode == wire::TeamMode::kPick ? routing::Mode::pick : routing::Mode::automatic;
  out.team.criteria.clear();
  for (const auto criterion : team.criteria)
    out.team.criteria.push_back(from_wire(criterion));
  out.team.ring_time = time_of(team.ring_s);
  if (team.queue_limit) out.team.queue_limit = static_cast<std::size_t>(*team.queue_limit);
  if (team.overflow) out.team.overflow = from_wire(*team.overflow);
  out.team.age_step = time_of(team.age_step_s);
  out.team.prefer_for = time_of(team.prefer_s);
  out.team.ways_out_after = time_of(team.ways_out_s);
  out.team.place_kept_for = time_of(team.place_kept_s);
  if (team.alert_s) out.alert_after = time_of(*team.alert_s);
  if (team.hours) out.hours = from_wire(*team.hours);
  return out;
}

wire::TeamSetup to_wire(const routing::TeamSetup& setup) {
  const auto& team = setup.team;
  wire::TeamSetup out;
  out.id = to_wire(team.id);
  out.name = setup.name;
  out.mode = team.mode == routing::Mode::pick ? wire::TeamMode::kPick : wire::TeamMode::kAutomatic;
  for (const auto criterion : team.criteria)
    out.criteria.push_back(to_wire(criterion));
  out.ring_s = seconds_of(team.ring_time);
  if (team.queue_limit) out.queue_limit = static_cast<std::int64_t>(*team.queue_limit);
  if (team.overflow) out.overflow = to_wire(*team.overflow);
  out.age_step_s = seconds_of(team.age_step);
  out.prefer_s = seconds_of(team.prefer_for);
  out.ways_out_s = seconds_of(team.ways_out_after);
  out.place_kept_s = seconds_of(team.place_kept_for);
  if (setup.alert_after) out.alert_s = seconds_of(*setup.alert_after);
  if (setup.hours) out.hours = to_wire(*setup.hours);
  return out;
}

routing::AgentSetup from_wire(const wire::AgentSetup& agent) {
  routing::AgentSetup out{.id = from_wire<UserId>(agent.agent), .capacity = static_cast<int>(agent.capacity)};
  for (const auto& team : agent.teams)
    out.teams.push_back(from_wire<TeamId>(team));
  out.skills = from_wire(std::optional(agent.skills));
  return out;
}

wire::AgentSetup to_wire(const routing::AgentSetup& agent) {
  wire::AgentSetup out;
  out.agent = to_wire(agent.id);
  out.capacity = agent.capacity;
  for (const auto team : agent.teams)
    out.teams.push_back(to_wire(team));
  for (const auto& skill : agent.skills)
    out.skills.push_back(to_wire(skill));
  return out;
}

routing::InboxSetup from_wire(const wire::InboxSetup& inbox) {
  routing::InboxSetup out{.inbox = from_wire<InboxId>(inbox.inbox), .team = std::nullopt};
  if (inbox.team) out.team = from_wire<TeamId>(*inbox.team);
  if (inbox.resolve_gone_s) out.resolve_gone_after = time_of(*inbox.resolve_gone_s);
  return out;
}

wire::InboxSetup to_wire(const routing::InboxSetup& setup) {
  wire::InboxSetup out;
  out.inbox = to_wire(setup.inbox);
  if (setup.team) out.team = to_wire(*setup.team);
  if (setup.resolve_gone_after) out.resolve_gone_s = seconds_of(*setup.resolve_gone_after);
  return out;
}

}  // namespace

routing::Setup from_wire(const wire::RoutingSetup& setup) {
  routing::Setup out;
  for (const auto& team : setup.teams)
    out.teams.push_back(from_wire(team));
  for (const auto& skill : setup.skills)
    out.skills.push_back({from_wire<SkillId>(skill.id), skill.name, skill.language});
  for (const auto& agent : setup.agents)
    out.agents.push_back(from_wire(agent));
  for (const auto& inbox : setup.inboxes)
    out.inboxes.push_back(from_wire(inbox));
  if (setup.rules) {
    for (const auto& rule : *setup.rules)
      out.rules.push_back(edge::from_wire(rule));
  }
  return out;
}

wire::RoutingSetup to_wire(const routing::Setup& setup) {
  wire::RoutingSetup out;
  for (const auto& team : setup.teams)
    out.teams.push_back(to_wire(team));
  for (const auto& skill : setup.skills)
    out.skills.push_back({to_wire(skill.id), skill.name, skill.language});
  for (const auto& agent : setup.agents)
    out.agents.push_back(to_wire(agent));
  for (const auto& inbox : setup.inboxes)
    out.inboxes.push_back(to_wire(inbox));
  if (!setup.rules.empty()) {
    auto& rules = out.rules.emplace();
    for (const auto& rule : setup.rules)
      rules.push_back(edge::to_wire(rule));
  }
  return out;
}

std::string document_of(const wire::RoutingSetup& setup) {
  return wire::encode_text(setup);
}

std::optional<routing::Setup> read_document(const ports::RoutingDocument& document) {
  wire::Parser parser(limits::kSetupBytesMax);
  const auto decoded = wire::decode_text<wire::RoutingSetup>(parser, document.text);
  if (!decoded) return std::nullopt;
  auto setup = from_wire(*decoded);
  setup.version = document.version;
  return setup;
}

std::vector<Skill> from_wire(const std::optional<std::vector<wire::SkillLevel>>& skills) {
  std::vector<Skill> out;
  if (!skills) return out;
  for (const auto& [skill, level] : *skills)
    out.push_back({from_wire<SkillId>(skill), static_cast<Level>(level)});
  return out;
}

wire::SkillLevel to_wire(const Skill& skill) {
  return {to_wire(skill.id), skill.level};
}

wire::Criterion to_wire(routing::Criterion criterion) {
  return kCriteria.at(static_cast<std::size_t>(criterion));
}

}  // namespace parlor::edge
