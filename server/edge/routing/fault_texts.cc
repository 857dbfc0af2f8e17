#include "edge/routing/fault_texts.h"

#include <fmt/format.h>

#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

using routing::Flaw;

struct Names {
  const routing::Setup& setup;
  const app::DirectorySnapshot& directory;

  std::string team(std::optional<TeamId> id) const {
    const auto* found = id ? setup.team(*id) : nullptr;
    return found ? "“" + found->name + "”" : "a team that does not exist";
  }
  std::string skill(std::optional<SkillId> id) const {
    const auto* found = id ? setup.skill(*id) : nullptr;
    return found ? "“" + found->name + "”" : "a skill that does not exist";
  }
  std::string agent(std::optional<UserId> id) const {
    const auto& name = directory.name_of(id.value_or(UserId{}));
    return name.empty() ? "an agent who does not exist" : name;
  }
  std::string rule(std::optional<std::size_t> number) const {
    const bool is_known = number && *number < setup.rules.size();
    return is_known ? "the rule “" + setup.rules[*number].name + "”" : "a rule that does not exist";
  }
  std::string loop(const std::vector<TeamId>& path) const {
    std::string text;
    for (const auto id : path)
      text += (text.empty() ? "" : " → ") + team(id);
    return text;
  }
};

struct Words {
  std::string flaw;
  std::string text;
};

// Each flaw as a stable word and as a sentence.
Words words_of_team(const routing::Fault& fault, const Names& names) {
  const auto team = names.team(fault.team);
  switch (fault.flaw) {
    case Flaw::team_without_members:
      return {"team_without_members", fmt::format("Nobody is in the team {}.", team)};
    case Flaw::criterion_twice:
      return {"criterion_twice", fmt::format("The team {} names a criterion twice.", team)};
    case Flaw::ring_time_out_of_range:
      return {"ring_time_out_of_range", fmt::format("A chat rings for 5 to 120 seconds, also in {}.", team)};
    case Flaw::queue_limit_out_of_range:
      return {"queue_limit_out_of_range", fmt::format("The queue of {} can hold 1 to 10,000 chats.", team)};
    case Flaw::age_step_out_of_range:
      return {"age_step_out_of_range", fmt::format("The ageing step of {} is 10 seconds to 24 hours.", team)};
    case Flaw::prefer_time_out_of_range:
      return {"prefer_time_out_of_range", fmt::format("{} waits for preferred skills for at most an hour.", team)};
    case Flaw::place_time_out_of_range:
      return {"place_time_out_of_range", fmt::format("{} keeps a place for at most an hour.", team)};
    case Flaw::overflow_to_unknown_team:
      return {"overflow_to_unknown_team",
              fmt::format("The queue of {} runs over to a team that does not exist.", team)};
    case Flaw::overflow_without_reason:
      return {"overflow_without_reason",
              fmt::format(
                  "Say after which wait, beyond which length, or that outside of its hours the queue of {} runs over.",
                  team)};
    case Flaw::overflow_time_out_of_range:
      return {"overflow_time_out_of_range",
              fmt::format("The queue of {} can run over after 10 seconds to 24 hours.", team)};
    case Flaw::overflow_length_out_of_range:
      return {"overflow_length_out_of_range",
              fmt::format("The queue of {} never gets so long that it could run over.", team)};
    case Flaw::overflow_loop:
      return {"overflow_loop", fmt::format("Queues run over in a circle: {}.", names.loop(fault.path))};
    case Flaw::team_twice:
      return {"team_twice", "A team is there twice."};
    default:
      return {};
  }
}

Words words_of_agent(const routing::Fault& fault, const Names& names) {
  const auto agent = names.agent(fault.agent);
  switch (fault.flaw) {
    case Flaw::agent_twice:
      return {"agent_twice", fmt::format("{} is there twice.", agent)};
    case Flaw::capacity_out_of_range:
      return {"capacity_out_of_range", fmt::format("{} can have 1 to 20 chats at once.", agent)};
    case Flaw::agent_in_unknown_team:
      return {"agent_in_unknown_team", fmt::format("{} is in a team that does not exist.", agent)};
    case Flaw::agent_in_team_twice:
      return {"agent_in_team_twice", fmt::format("{} is in {} twice.", agent, names.team(fault.team))};
    case Flaw::agent_has_unknown_skill:
      return {"agent_has_unknown_skill", fmt::format("{} has a skill that does not exist.", agent)};
    case Flaw::agent_has_skill_twice:
      return {"agent_has_skill_twice", fmt::format("{} has {} twice.", agent, names.skill(fault.skill))};
    case Flaw::agent_has_too_many_skills:
      return {"agent_has_too_many_skills", fmt::format("{} has too many skills.", agent)};
    case Flaw::agent_level_out_of_range:
      return {"agent_level_out_of_range",
              fmt::format("A level is 1 to 5, also of {} at {}.", names.skill(fault.skill), agent)};
    default:
      return {};
  }
}

Words words_of_rule(const routing::Fault& fault, const Names& names) {
  const auto rule = names.rule(fault.rule);
  switch (fault.flaw) {
    case Flaw::rule_without_action:
      return {"rule_without_action", fmt::format("Say what {} does.", rule)};
    case Flaw::too_many_actions:
      return {"too_many_actions", fmt::format("{} does too much.", rule)};
    case Flaw::rule_names_unknown_team:
      return {"rule_names_unknown_team", fmt::format("{} names a team that does not exist.", rule)};
    case Flaw::rule_names_unknown_skill:
      return {"rule_names_unknown_skill", fmt::format("{} names a skill that does not exist.", rule)};
    case Flaw::rule_level_out_of_range:
      return {"rule_level_out_of_range", fmt::format("A level is 1 to 5, also in {}.", rule)};
    case Flaw::rule_tag_invalid:
      return {"rule_tag_invalid", fmt::format("A tag has 1 to 40 characters, also in {}.", rule)};
    case Flaw::rule_message_invalid:
      return {"rule_message_invalid", fmt::format("A message has 1 to 1,000 characters, also in {}.", rule)};
    case Flaw::no_member_has_skill:
      return {"no_member_has_skill",
              fmt::format("{} asks for {}, which nobody has who could get the chat.", rule, names.skill(fault.skill))};
    case Flaw::no_member_has_all_skills:
      return {"no_member_has_all_skills", fmt::format("{} asks for skills that nobody has together.", rule)};
    default:
      return {};
  }
}

Words words_of(const routing::Fault& fault, const Names& names) {
  if (auto words = words_of_team(fault, names); !words.flaw.empty()) return words;
  if (auto words = words_of_agent(fault, names); !words.flaw.empty()) return words;
  if (auto words = words_of_rule(fault, names); !words.flaw.empty()) return words;
  if (fault.flaw == Flaw::skill_twice) return {"skill_twice", "A skill is there twice."};
  return {"too_many", "There are too many of them."};
}

// An overload for each kind: a new one without its words does not compile.
struct Say {
  const Names& names;

  wire::SetupFault operator()(const routing::Fault& fault) const {
    auto [flaw, text] = words_of(fault, names);
    wire::SetupFault out{.flaw = std::move(flaw), .text = std::move(text)};
    if (fault.team) out.team = to_wire(*fault.team);
    if (fault.skill) out.skill = to_wire(*fault.skill);
    if (fault.agent) out.agent = to_wire(*fault.agent);
    if (fault.rule) out.rule = static_cast<std::int64_t>(*fault.rule);
    return out;
  }
  wire::SetupFault operator()(const routing::HoursFault& hours) const {
    wire::SetupFault out{.flaw = std::string(to_string(hours.fault.reason))};
    out.text = fmt::format("The hours of {} are not right at {}.", names.team(hours.team), hours.fault.path);
    out.team = to_wire(hours.team);
    out.path = hours.fault.path;
    return out;
  }
  wire::SetupFault operator()(const routing::UnknownZone& zone) const {
    wire::SetupFault out{.flaw = "zone_unknown"};
    out.text = fmt::format("The time zone of {} does not exist.", names.team(zone.team));
    out.team = to_wire(zone.team);
    out.path = "zone";
    return out;
  }
  wire::SetupFault operator()(const routing::AlertTimeOutOfRange& alert) const {
    wire::SetupFault out{.flaw = "alert_time_out_of_range"};
    out.text = fmt::format("{} can be reminded after 10 seconds to 7 days.", names.team(alert.team));
    out.team = to_wire(alert.team);
    return out;
  }
  wire::SetupFault operator()(const routing::UnknownAgent& unknown) const {
    wire::SetupFault out{.flaw = "agent_unknown", .text = "Somebody is named who is no agent here."};
    out.agent = to_wire(unknown.agent);
    return out;
  }
  wire::SetupFault operator()(const routing::UnknownInbox& unknown) const {
    return of_inbox(unknown.inbox, "inbox_unknown", "An inbox is named that does not exist.");
  }
  wire::SetupFault operator()(const routing::InboxToUnknownTeam& wrong) const {
    return of_inbox(wrong.inbox, "inbox_to_unknown_team", "An inbox sends its visitors to a team that does not exist.");
  }
  wire::SetupFault operator()(const routing::InboxTwice& twice) const {
    return of_inbox(twice.inbox, "inbox_twice", "An inbox is there twice.");
  }
  wire::SetupFault operator()(const routing::GoneTimeOutOfRange& wrong) const {
    return of_inbox(wrong.inbox, "gone_time_out_of_range",
                    "A visitor can be gone for good after 10 seconds to 7 days.");
  }
  wire::SetupFault operator()(const routing::RuleConditionFault& wrong) const {
    auto out = of_rule(wrong.rule, fmt::format("condition_{}", to_string(wrong.fault.reason)));
    out.text = fmt::format("The condition of {} {}.", names.rule(wrong.rule), why(wrong.fault.reason));
    out.path = wrong.fault.path;
    return out;
  }
  wire::SetupFault operator()(const routing::RuleAsksUnknownFact& wrong) const {
    auto out = of_rule(wrong.rule, "condition_field_not_known_here");
    out.text =
        fmt::format("{} asks about {}, which is not known when a chat begins.", names.rule(wrong.rule), wrong.field);
    return out;
  }
  wire::SetupFault operator()(const routing::RuleNamesUnknownInbox& wrong) const {
    auto out = of_rule(wrong.rule, "rule_names_unknown_inbox");
    out.text = fmt::format("{} asks about an inbox that does not exist.", names.rule(wrong.rule));
    return out;
  }
  wire::SetupFault operator()(const routing::RuleActionIncomplete& wrong) const {
    auto out = of_rule(wrong.rule, "rule_action_incomplete");
    out.text = fmt::format("Say which team, priority, skill or tag {} gives.", names.rule(wrong.rule));
    return out;
  }

 private:
  static wire::SetupFault of_inbox(InboxId inbox, std::string flaw, std::string text) {
    wire::SetupFault out{.flaw = std::move(flaw), .text = std::move(text)};
    out.inbox = to_wire(inbox);
    return out;
  }
  static wire::SetupFault of_rule(std::size_t rule, std::string flaw) {
    return {.flaw = std::move(flaw), .rule = static_cast<std::int64_t>(rule)};
  }
  static std::string_view why(condition::Reason reason) {
    switch (reason) {
      case condition::Reason::unknown_field:
        return "asks about something that does not exist";
      case condition::Reason::operator_unfit:
        return "compares something in a way that it cannot be compared";
      case condition::Reason::value_unfit:
        return "compares with a value that does not fit";
      case condition::Reason::text_too_long:
        return "has a text that is too long";
      case condition::Reason::list_too_long:
        return "has a list that is too long";
      case condition::Reason::empty_group:
        return "has a group in which nothing stands";
      case condition::Reason::too_deep:
        return "is too deep";
      case condition::Reason::too_many:
        return "asks too much";
    }
    return {};
  }
};

}  // namespace

wire::SetupFault to_wire(const routing::SetupFault& fault, const routing::Setup& setup,
                         const app::DirectorySnapshot& directory) {
  const Names names{setup, directory};
  auto said = std::visit(Say{names}, fault);
  // Many a sentence begins with a name that may stand in the middle of others too.
  char& first = said.text.front();
  if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
  return said;
}

}  // namespace parlor::edge
