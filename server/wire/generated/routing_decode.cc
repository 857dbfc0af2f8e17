// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/routing.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, TeamMode& out) {
  if (text == "automatic") return out = TeamMode::kAutomatic, true;
  if (text == "pick") return out = TeamMode::kPick, true;
  return false;
}

bool decode(Reader& reader, Element element, TeamMode& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of automatic, pick");
}

bool parse(std::string_view text, Criterion& out) {
  if (text == "last_agent") return out = Criterion::kLastAgent, true;
  if (text == "language") return out = Criterion::kLanguage, true;
  if (text == "preferred_skills") return out = Criterion::kPreferredSkills, true;
  if (text == "least_busy") return out = Criterion::kLeastBusy, true;
  if (text == "round_robin") return out = Criterion::kRoundRobin, true;
  return false;
}

bool decode(Reader& reader, Element element, Criterion& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of last_agent, language, preferred_skills, least_busy, round_robin");
}

bool decode(Reader& reader, Element element, SkillLevel& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "skill", "level"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("skill", out.skill) &&
         fields.required("level", out.level, IntegerRule{.min = 1, .max = 5});
}

bool decode(Reader& reader, Element element, OverflowSetup& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "to", "after_s", "beyond", "when_closed"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("to", out.to) &&
         fields.optional("after_s", out.after_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.optional("beyond", out.beyond, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.optional("when_closed", out.when_closed);
}

bool parse(std::string_view text, Weekday& out) {
  if (text == "monday") return out = Weekday::kMonday, true;
  if (text == "tuesday") return out = Weekday::kTuesday, true;
  if (text == "wednesday") return out = Weekday::kWednesday, true;
  if (text == "thursday") return out = Weekday::kThursday, true;
  if (text == "friday") return out = Weekday::kFriday, true;
  if (text == "saturday") return out = Weekday::kSaturday, true;
  if (text == "sunday") return out = Weekday::kSunday, true;
  return false;
}

bool decode(Reader& reader, Element element, Weekday& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of monday, tuesday, wednesday, thursday, friday, saturday, sunday");
}

bool decode(Reader& reader, Element element, Span& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "from", "to"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("from", out.from, IntegerRule{.min = 0, .max = 1440}) &&
         fields.required("to", out.to, IntegerRule{.min = 0, .max = 1440});
}

bool decode(Reader& reader, Element element, WeeklySpan& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "day", "from", "to"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("day", out.day) &&
         fields.required("from", out.from, IntegerRule{.min = 0, .max = 1440}) &&
         fields.required("to", out.to, IntegerRule{.min = 0, .max = 1440});
}

bool decode(Reader& reader, Element element, Holiday& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "date", "name", "spans"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("date", out.date, TextRule{.chars_min = 10, .chars_max = 10}) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("spans", out.spans, ListRule<>{.max = 12});
}

bool decode(Reader& reader, Element element, HoursException& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "date", "spans"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("date", out.date, TextRule{.chars_min = 10, .chars_max = 10}) &&
         fields.required("spans", out.spans, ListRule<>{.max = 12});
}

bool decode(Reader& reader, Element element, HoursSetup& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "zone", "week", "holidays", "exceptions"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("zone", out.zone, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("week", out.week, ListRule<>{.max = 84}) &&
         fields.required("holidays", out.holidays, ListRule<>{.max = 200}) &&
         fields.required("exceptions", out.exceptions, ListRule<>{.max = 200});
}

bool decode(Reader& reader, Element element, TeamSetup& out) {
  static constexpr std::array<std::string_view, 13> known = {
      "id", "name", "mode", "criteria", "ring_s", "queue_limit", "overflow", "age_step_s", "prefer_s", "ways_out_s", "place_kept_s", "alert_s", "hours"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("mode", out.mode) &&
         fields.required("criteria", out.criteria, ListRule<>{.max = 5}) &&
         fields.required("ring_s", out.ring_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.optional("queue_limit", out.queue_limit, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.optional("overflow", out.overflow) &&
         fields.required("age_step_s", out.age_step_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.required("prefer_s", out.prefer_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.required("ways_out_s", out.ways_out_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.required("place_kept_s", out.place_kept_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.optional("alert_s", out.alert_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.optional("hours", out.hours);
}

bool decode(Reader& reader, Element element, SkillSetup& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "id", "name", "language"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("language", out.language, TextRule{.chars_min = 2, .chars_max = 8});
}

bool decode(Reader& reader, Element element, AgentSetup& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "agent", "capacity", "teams", "skills"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("agent", out.agent) &&
         fields.required("capacity", out.capacity, IntegerRule{.min = 0, .max = 1000}) &&
         fields.required("teams", out.teams, ListRule<>{.max = 200}) &&
         fields.required("skills", out.skills, ListRule<>{.max = 100});
}

bool decode(Reader& reader, Element element, InboxSetup& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "inbox", "team", "resolve_gone_s"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("inbox", out.inbox) &&
         fields.optional("team", out.team) &&
         fields.optional("resolve_gone_s", out.resolve_gone_s, IntegerRule{.min = 0, .max = 604800});
}

bool decode(Reader& reader, Element element, ConditionClause& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "field", "op", "values"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("field", out.field, TextRule{.chars_min = 1, .chars_max = 120}) &&
         fields.required("op", out.op, TextRule{.chars_min = 1, .chars_max = 32}) &&
         fields.required("values", out.values, ListRule<TextRule>{.max = 50, .item = TextRule{.chars_max = 300}});
}

bool parse(std::string_view text, Match& out) {
  if (text == "all") return out = Match::kAll, true;
  if (text == "any") return out = Match::kAny, true;
  if (text == "none") return out = Match::kNone, true;
  return false;
}

bool decode(Reader& reader, Element element, Match& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of all, any, none");
}

bool decode(Reader& reader, Element element, ConditionGroup& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "match", "clauses"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("match", out.match) &&
         fields.required("clauses", out.clauses, ListRule<>{.max = 20});
}

bool parse(std::string_view text, RuleActionKind& out) {
  if (text == "team") return out = RuleActionKind::kTeam, true;
  if (text == "priority") return out = RuleActionKind::kPriority, true;
  if (text == "require_skill") return out = RuleActionKind::kRequireSkill, true;
  if (text == "prefer_skill") return out = RuleActionKind::kPreferSkill, true;
  if (text == "tag") return out = RuleActionKind::kTag, true;
  if (text == "message") return out = RuleActionKind::kMessage, true;
  return false;
}

bool decode(Reader& reader, Element element, RuleActionKind& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of team, priority, require_skill, prefer_skill, tag, message");
}

bool decode(Reader& reader, Element element, RuleAction& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "kind", "team", "priority", "skill", "level", "tag", "message"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("kind", out.kind) &&
         fields.optional("team", out.team) &&
         fields.optional("priority", out.priority) &&
         fields.optional("skill", out.skill) &&
         fields.optional("level", out.level, IntegerRule{.min = 1, .max = 5}) &&
         fields.optional("tag", out.tag, TextRule{.chars_min = 1, .chars_max = 40}) &&
         fields.optional("message", out.message, TextRule{.chars_min = 1, .chars_max = 1000});
}

bool decode(Reader& reader, Element element, RuleSetup& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "name", "when", "then", "stop"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("when", out.when, ListRule<>{.max = 5}) &&
         fields.required("then", out.then, ListRule<>{.max = 10}) &&
         fields.required("stop", out.stop);
}

bool decode(Reader& reader, Element element, RoutingSetup& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "teams", "skills", "agents", "rules", "inboxes"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("teams", out.teams, ListRule<>{.max = 200}) &&
         fields.required("skills", out.skills, ListRule<>{.max = 200}) &&
         fields.required("agents", out.agents, ListRule<>{.max = 1000}) &&
         fields.optional("rules", out.rules, ListRule<>{.max = 100}) &&
         fields.required("inboxes", out.inboxes, ListRule<>{.max = 200});
}

bool decode(Reader& reader, Element element, VersionedSetup& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "version", "setup"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("version", out.version, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("setup", out.setup);
}

bool decode(Reader& reader, Element element, SetupFault& out) {
  static constexpr std::array<std::string_view, 8> known = {
      "flaw", "text", "team", "skill", "agent", "inbox", "rule", "path"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("flaw", out.flaw, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("text", out.text, TextRule{.chars_min = 1, .chars_max = 300}) &&
         fields.optional("team", out.team) &&
         fields.optional("skill", out.skill) &&
         fields.optional("agent", out.agent) &&
         fields.optional("inbox", out.inbox) &&
         fields.optional("rule", out.rule, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.optional("path", out.path, TextRule{.chars_max = 64});
}

bool decode(Reader& reader, Element element, SetupSaved& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "version", "faults"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("version", out.version, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("faults", out.faults, ListRule<>{.max = 200});
}

bool decode(Reader& reader, Element element, DryRun& out) {
  static constexpr std::array<std::string_view, 12> known = {
      "conversation", "team", "priority", "language", "inbox", "message", "page_url", "page_title", "returning", "attributes", "required", "preferred"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.optional("conversation", out.conversation) &&
         fields.optional("team", out.team) &&
         fields.optional("priority", out.priority) &&
         fields.optional("language", out.language, TextRule{.chars_min = 2, .chars_max = 35}) &&
         fields.optional("inbox", out.inbox) &&
         fields.optional("message", out.message, TextRule{.chars_min = 1, .chars_max = 4000, .bytes_max = 16384}) &&
         fields.optional("page_url", out.page_url, TextRule{.chars_min = 1, .chars_max = 2048}) &&
         fields.optional("page_title", out.page_title, TextRule{.chars_max = 300}) &&
         fields.optional("returning", out.returning) &&
         fields.optional("attributes", out.attributes, ListRule<>{.max = 30}) &&
         fields.optional("required", out.required, ListRule<>{.max = 20}) &&
         fields.optional("preferred", out.preferred, ListRule<>{.max = 20});
}

bool parse(std::string_view text, RoutingOutcome& out) {
  if (text == "offered") return out = RoutingOutcome::kOffered, true;
  if (text == "waits") return out = RoutingOutcome::kWaits, true;
  if (text == "waits_to_be_picked") return out = RoutingOutcome::kWaitsToBePicked, true;
  if (text == "already_offered") return out = RoutingOutcome::kAlreadyOffered, true;
  if (text == "visitor_away") return out = RoutingOutcome::kVisitorAway, true;
  if (text == "team_unknown") return out = RoutingOutcome::kTeamUnknown, true;
  return false;
}

bool decode(Reader& reader, Element element, RoutingOutcome& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of offered, waits, waits_to_be_picked, already_offered, visitor_away, team_unknown");
}

bool parse(std::string_view text, LeftOutReason& out) {
  if (text == "not_in_team") return out = LeftOutReason::kNotInTeam, true;
  if (text == "offline") return out = LeftOutReason::kOffline, true;
  if (text == "away") return out = LeftOutReason::kAway, true;
  if (text == "busy") return out = LeftOutReason::kBusy, true;
  if (text == "lacks_skill") return out = LeftOutReason::kLacksSkill, true;
  if (text == "has_passed") return out = LeftOutReason::kHasPassed, true;
  if (text == "has_offer") return out = LeftOutReason::kHasOffer, true;
  if (text == "no_room") return out = LeftOutReason::kNoRoom, true;
  if (text == "taken_by_one_ahead") return out = LeftOutReason::kTakenByOneAhead, true;
  if (text == "waits_for_preferred") return out = LeftOutReason::kWaitsForPreferred, true;
  return false;
}

bool decode(Reader& reader, Element element, LeftOutReason& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of not_in_team, offline, away, busy, lacks_skill, has_passed, has_offer, no_room, taken_by_one_ahead, waits_for_preferred");
}

bool decode(Reader& reader, Element element, LeftOut& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "agent", "reason", "skill"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("agent", out.agent) &&
         fields.required("reason", out.reason) &&
         fields.optional("skill", out.skill);
}

bool decode(Reader& reader, Element element, Weighed& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "agent", "figure", "stays"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("agent", out.agent) &&
         fields.required("figure", out.figure, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("stays", out.stays);
}

bool decode(Reader& reader, Element element, RoutingStep& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "criterion", "agents"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("criterion", out.criterion) &&
         fields.required("agents", out.agents, ListRule<>{});
}

bool decode(Reader& reader, Element element, RuleStep& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "name", "reached", "held"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("reached", out.reached) &&
         fields.required("held", out.held);
}

bool decode(Reader& reader, Element element, Explanation& out) {
  static constexpr std::array<std::string_view, 9> known = {
      "outcome", "team", "agent", "position", "left_out", "may_take", "steps", "rules", "priority"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("outcome", out.outcome) &&
         fields.optional("team", out.team) &&
         fields.optional("agent", out.agent) &&
         fields.required("position", out.position, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("left_out", out.left_out, ListRule<>{}) &&
         fields.required("may_take", out.may_take, ListRule<>{}) &&
         fields.required("steps", out.steps, ListRule<>{}) &&
         fields.required("rules", out.rules, ListRule<>{}) &&
         fields.required("priority", out.priority);
}

bool parse(std::string_view text, WaitBand& out) {
  if (text == "under_1_min") return out = WaitBand::kUnder1Min, true;
  if (text == "about_2_min") return out = WaitBand::kAbout2Min, true;
  if (text == "about_5_min") return out = WaitBand::kAbout5Min, true;
  if (text == "over_10_min") return out = WaitBand::kOver10Min, true;
  return false;
}

bool decode(Reader& reader, Element element, WaitBand& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of under_1_min, about_2_min, about_5_min, over_10_min");
}

bool parse(std::string_view text, OfferState& out) {
  if (text == "ringing") return out = OfferState::kRinging, true;
  if (text == "accepted") return out = OfferState::kAccepted, true;
  if (text == "passed") return out = OfferState::kPassed, true;
  if (text == "expired") return out = OfferState::kExpired, true;
  if (text == "withdrawn") return out = OfferState::kWithdrawn, true;
  return false;
}

bool decode(Reader& reader, Element element, OfferState& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of ringing, accepted, passed, expired, withdrawn");
}

bool decode(Reader& reader, Element element, Offer& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "conversation", "agent", "state", "from", "joins", "ring_ms", "left_ms"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("agent", out.agent) &&
         fields.required("state", out.state) &&
         fields.optional("from", out.from) &&
         fields.optional("joins", out.joins) &&
         fields.required("ring_ms", out.ring_ms, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("left_ms", out.left_ms, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, QueueEntry& out) {
  static constexpr std::array<std::string_view, 6> known = {
      "conversation", "team", "position", "priority", "since", "estimate_s"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.optional("team", out.team) &&
         fields.required("position", out.position, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("priority", out.priority) &&
         fields.required("since", out.since, TimeRule{}) &&
         fields.optional("estimate_s", out.estimate_s, IntegerRule{.min = 0, .max = 604800});
}

bool decode(Reader& reader, Element element, TeamFloor& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "id", "name", "waiting", "online", "open", "estimate_s", "error_percent"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("waiting", out.waiting, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("online", out.online, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("open", out.open) &&
         fields.optional("estimate_s", out.estimate_s, IntegerRule{.min = 0, .max = 604800}) &&
         fields.optional("error_percent", out.error_percent, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, AgentFloor& out) {
  static constexpr std::array<std::string_view, 8> known = {
      "id", "name", "status", "chats", "capacity", "teams", "skills", "longest_wait"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("status", out.status) &&
         fields.required("chats", out.chats, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.optional("capacity", out.capacity, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("teams", out.teams, ListRule<>{.max = 200}) &&
         fields.required("skills", out.skills, ListRule<TextRule>{.max = 100, .item = TextRule{.chars_min = 1, .chars_max = 80}}) &&
         fields.optional("longest_wait", out.longest_wait, TimeRule{});
}

bool decode(Reader& reader, Element element, SilenceAlert& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "agent", "since"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("agent", out.agent) &&
         fields.required("since", out.since, TimeRule{});
}

bool decode(Reader& reader, Element element, OfferAnswerParams& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "conversation", "accept"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("accept", out.accept);
}

bool decode(Reader& reader, Element element, QueuePositionSignal& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "position", "wait", "team", "ways_out"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("position", out.position, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.optional("wait", out.wait) &&
         fields.optional("team", out.team, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("ways_out", out.ways_out);
}

}  // namespace parlor::wire
