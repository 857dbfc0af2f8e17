// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/routing.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(TeamMode value) {
  static constexpr std::array<std::string_view, 2> names = {
      "automatic",
      "pick",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, TeamMode value) { out.text(to_string(value)); }

std::string_view to_string(Criterion value) {
  static constexpr std::array<std::string_view, 5> names = {
      "last_agent",
      "language",
      "preferred_skills",
      "least_busy",
      "round_robin",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Criterion value) { out.text(to_string(value)); }

void encode(Writer& out, const SkillLevel& value) {
  out.begin_object();
  out.field("skill", value.skill);
  out.field("level", value.level);
  out.end_object();
}

void encode(Writer& out, const OverflowSetup& value) {
  out.begin_object();
  out.field("to", value.to);
  out.field("after_s", value.after_s);
  out.field("beyond", value.beyond);
  out.field("when_closed", value.when_closed);
  out.end_object();
}

std::string_view to_string(Weekday value) {
  static constexpr std::array<std::string_view, 7> names = {
      "monday",
      "tuesday",
      "wednesday",
      "thursday",
      "friday",
      "saturday",
      "sunday",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Weekday value) { out.text(to_string(value)); }

void encode(Writer& out, const Span& value) {
  out.begin_object();
  out.field("from", value.from);
  out.field("to", value.to);
  out.end_object();
}

void encode(Writer& out, const WeeklySpan& value) {
  out.begin_object();
  out.field("day", value.day);
  out.field("from", value.from);
  out.field("to", value.to);
  out.end_object();
}

void encode(Writer& out, const Holiday& value) {
  out.begin_object();
  out.field("date", value.date);
  out.field("name", value.name);
  out.field("spans", value.spans);
  out.end_object();
}

void encode(Writer& out, const HoursException& value) {
  out.begin_object();
  out.field("date", value.date);
  out.field("spans", value.spans);
  out.end_object();
}

void encode(Writer& out, const HoursSetup& value) {
  out.begin_object();
  out.field("zone", value.zone);
  out.field("week", value.week);
  out.field("holidays", value.holidays);
  out.field("exceptions", value.exceptions);
  out.end_object();
}

void encode(Writer& out, const TeamSetup& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("mode", value.mode);
  out.field("criteria", value.criteria);
  out.field("ring_s", value.ring_s);
  out.field("queue_limit", value.queue_limit);
  out.field("overflow", value.overflow);
  out.field("age_step_s", value.age_step_s);
  out.field("prefer_s", value.prefer_s);
  out.field("ways_out_s", value.ways_out_s);
  out.field("place_kept_s", value.place_kept_s);
  out.field("alert_s", value.alert_s);
  out.field("hours", value.hours);
  out.end_object();
}

void encode(Writer& out, const SkillSetup& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("language", value.language);
  out.end_object();
}

void encode(Writer& out, const AgentSetup& value) {
  out.begin_object();
  out.field("agent", value.agent);
  out.field("capacity", value.capacity);
  out.field("teams", value.teams);
  out.field("skills", value.skills);
  out.end_object();
}

void encode(Writer& out, const InboxSetup& value) {
  out.begin_object();
  out.field("inbox", value.inbox);
  out.field("team", value.team);
  out.field("resolve_gone_s", value.resolve_gone_s);
  out.end_object();
}

void encode(Writer& out, const ConditionClause& value) {
  out.begin_object();
  out.field("field", value.field);
  out.field("op", value.op);
  out.field("values", value.values);
  out.end_object();
}

std::string_view to_string(Match value) {
  static constexpr std::array<std::string_view, 3> names = {
      "all",
      "any",
      "none",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Match value) { out.text(to_string(value)); }

void encode(Writer& out, const ConditionGroup& value) {
  out.begin_object();
  out.field("match", value.match);
  out.field("clauses", value.clauses);
  out.end_object();
}

std::string_view to_string(RuleActionKind value) {
  static constexpr std::array<std::string_view, 6> names = {
      "team",
      "priority",
      "require_skill",
      "prefer_skill",
      "tag",
      "message",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, RuleActionKind value) { out.text(to_string(value)); }

void encode(Writer& out, const RuleAction& value) {
  out.begin_object();
  out.field("kind", value.kind);
  out.field("team", value.team);
  out.field("priority", value.priority);
  out.field("skill", value.skill);
  out.field("level", value.level);
  out.field("tag", value.tag);
  out.field("message", value.message);
  out.end_object();
}

void encode(Writer& out, const RuleSetup& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("when", value.when);
  out.field("then", value.then);
  out.field("stop", value.stop);
  out.end_object();
}

void encode(Writer& out, const RoutingSetup& value) {
  out.begin_object();
  out.field("teams", value.teams);
  out.field("skills", value.skills);
  out.field("agents", value.agents);
  out.field("rules", value.rules);
  out.field("inboxes", value.inboxes);
  out.end_object();
}

void encode(Writer& out, const VersionedSetup& value) {
  out.begin_object();
  out.field("version", value.version);
  out.field("setup", value.setup);
  out.end_object();
}

void encode(Writer& out, const SetupFault& value) {
  out.begin_object();
  out.field("flaw", value.flaw);
  out.field("text", value.text);
  out.field("team", value.team);
  out.field("skill", value.skill);
  out.field("agent", value.agent);
  out.field("inbox", value.inbox);
  out.field("rule", value.rule);
  out.field("path", value.path);
  out.end_object();
}

void encode(Writer& out, const SetupSaved& value) {
  out.begin_object();
  out.field("version", value.version);
  out.field("faults", value.faults);
  out.end_object();
}

void encode(Writer& out, const DryRun& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("team", value.team);
  out.field("priority", value.priority);
  out.field("language", value.language);
  out.field("inbox", value.inbox);
  out.field("message", value.message);
  out.field("page_url", value.page_url);
  out.field("page_title", value.page_title);
  out.field("returning", value.returning);
  out.field("attributes", value.attributes);
  out.field("required", value.required);
  out.field("preferred", value.preferred);
  out.end_object();
}

std::string_view to_string(RoutingOutcome value) {
  static constexpr std::array<std::string_view, 6> names = {
      "offered",
      "waits",
      "waits_to_be_picked",
      "already_offered",
      "visitor_away",
      "team_unknown",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, RoutingOutcome value) { out.text(to_string(value)); }

std::string_view to_string(LeftOutReason value) {
  static constexpr std::array<std::string_view, 10> names = {
      "not_in_team",
      "offline",
      "away",
      "busy",
      "lacks_skill",
      "has_passed",
      "has_offer",
      "no_room",
      "taken_by_one_ahead",
      "waits_for_preferred",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, LeftOutReason value) { out.text(to_string(value)); }

void encode(Writer& out, const LeftOut& value) {
  out.begin_object();
  out.field("agent", value.agent);
  out.field("reason", value.reason);
  out.field("skill", value.skill);
  out.end_object();
}

void encode(Writer& out, const Weighed& value) {
  out.begin_object();
  out.field("agent", value.agent);
  out.field("figure", value.figure);
  out.field("stays", value.stays);
  out.end_object();
}

void encode(Writer& out, const RoutingStep& value) {
  out.begin_object();
  out.field("criterion", value.criterion);
  out.field("agents", value.agents);
  out.end_object();
}

void encode(Writer& out, const RuleStep& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("reached", value.reached);
  out.field("held", value.held);
  out.end_object();
}

void encode(Writer& out, const Explanation& value) {
  out.begin_object();
  out.field("outcome", value.outcome);
  out.field("team", value.team);
  out.field("agent", value.agent);
  out.field("position", value.position);
  out.field("left_out", value.left_out);
  out.field("may_take", value.may_take);
  out.field("steps", value.steps);
  out.field("rules", value.rules);
  out.field("priority", value.priority);
  out.end_object();
}

std::string_view to_string(WaitBand value) {
  static constexpr std::array<std::string_view, 4> names = {
      "under_1_min",
      "about_2_min",
      "about_5_min",
      "over_10_min",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, WaitBand value) { out.text(to_string(value)); }

std::string_view to_string(OfferState value) {
  static constexpr std::array<std::string_view, 5> names = {
      "ringing",
      "accepted",
      "passed",
      "expired",
      "withdrawn",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, OfferState value) { out.text(to_string(value)); }

void encode(Writer& out, const Offer& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("agent", value.agent);
  out.field("state", value.state);
  out.field("from", value.from);
  out.field("joins", value.joins);
  out.field("ring_ms", value.ring_ms);
  out.field("left_ms", value.left_ms);
  out.end_object();
}

void encode(Writer& out, const QueueEntry& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("team", value.team);
  out.field("position", value.position);
  out.field("priority", value.priority);
  out.time_field("since", value.since);
  out.field("estimate_s", value.estimate_s);
  out.end_object();
}

void encode(Writer& out, const TeamFloor& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("waiting", value.waiting);
  out.field("online", value.online);
  out.field("open", value.open);
  out.field("estimate_s", value.estimate_s);
  out.field("error_percent", value.error_percent);
  out.end_object();
}

void encode(Writer& out, const AgentFloor& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("status", value.status);
  out.field("chats", value.chats);
  out.field("capacity", value.capacity);
  out.field("teams", value.teams);
  out.field("skills", value.skills);
  out.time_field("longest_wait", value.longest_wait);
  out.end_object();
}

void encode(Writer& out, const SilenceAlert& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("agent", value.agent);
  out.time_field("since", value.since);
  out.end_object();
}

void encode(Writer& out, const OfferAnswerParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("accept", value.accept);
  out.end_object();
}

void encode(Writer& out, const QueuePositionSignal& value) {
  out.begin_object();
  out.field("position", value.position);
  out.field("wait", value.wait);
  out.field("team", value.team);
  out.field("ways_out", value.ways_out);
  out.end_object();
}

}  // namespace parlor::wire
