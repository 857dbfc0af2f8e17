// Who gets which conversation: teams, skills, agents, hours, and a dry run.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/json/value.h"

namespace parlor::wire {

// automatic: offered to agents. pick: agents take from the queue.
enum class TeamMode : std::uint8_t {
  kAutomatic,
  kPick,
};

enum class Criterion : std::uint8_t {
  kLastAgent,
  kLanguage,
  kPreferredSkills,
  kLeastBusy,
  kRoundRobin,
};

struct SkillLevel {
  Uuid skill{};
  std::int64_t level{};

  bool operator==(const SkillLevel&) const = default;
};

// After so long, when so many wait before it, or outside of the team's hours.
struct OverflowSetup {
  Uuid to{};
  std::optional<std::int64_t> after_s{};
  std::optional<std::int64_t> beyond{};
  std::optional<bool> when_closed{};

  bool operator==(const OverflowSetup&) const = default;
};

enum class Weekday : std::uint8_t {
  kMonday,
  kTuesday,
  kWednesday,
  kThursday,
  kFriday,
  kSaturday,
  kSunday,
};

// One that ends before it begins ends on the next day.
struct Span {
  std::int64_t from{};
  std::int64_t to{};

  bool operator==(const Span&) const = default;
};

struct WeeklySpan {
  Weekday day{};
  std::int64_t from{};
  std::int64_t to{};

  bool operator==(const WeeklySpan&) const = default;
};

// Without spans: closed all day.
struct Holiday {
  std::string date{};
  std::string name{};
  std::vector<Span> spans{};

  bool operator==(const Holiday&) const = default;
};

// Without spans: closed all day.
struct HoursException {
  std::string date{};
  std::vector<Span> spans{};

  bool operator==(const HoursException&) const = default;
};

struct HoursSetup {
  std::string zone{};
  std::vector<WeeklySpan> week{};
  std::vector<Holiday> holidays{};
  std::vector<HoursException> exceptions{};

  bool operator==(const HoursSetup&) const = default;
};

// Without hours the team is always there.
struct TeamSetup {
  Uuid id{};
  std::string name{};
  TeamMode mode{};
  std::vector<Criterion> criteria{};
  std::int64_t ring_s{};
  std::optional<std::int64_t> queue_limit{};
  std::optional<OverflowSetup> overflow{};
  std::int64_t age_step_s{};
  std::int64_t prefer_s{};
  std::int64_t ways_out_s{};
  std::int64_t place_kept_s{};
  std::optional<std::int64_t> alert_s{};
  std::optional<HoursSetup> hours{};

  bool operator==(const TeamSetup&) const = default;
};

struct SkillSetup {
  Uuid id{};
  std::string name{};
  std::optional<std::string> language{};

  bool operator==(const SkillSetup&) const = default;
};

struct AgentSetup {
  Uuid agent{};
  std::int64_t capacity{};
  std::vector<Uuid> teams{};
  std::vector<SkillLevel> skills{};

  bool operator==(const AgentSetup&) const = default;
};

// Without a team its visitors wait for the first one. A visitor who has been gone for resolve_gone_s does not come back, and their conversation is resolved; without it none ever is.
struct InboxSetup {
  Uuid inbox{};
  std::optional<Uuid> team{};
  std::optional<std::int64_t> resolve_gone_s{};

  bool operator==(const InboxSetup&) const = default;
};

// Numbers, true and false are written as text; a range has two values, a choice any number.
struct ConditionClause {
  std::string field{};
  std::string op{};
  std::vector<std::string> values{};

  bool operator==(const ConditionClause&) const = default;
};

enum class Match : std::uint8_t {
  kAll,
  kAny,
  kNone,
};

struct ConditionGroup {
  Match match{};
  std::vector<ConditionClause> clauses{};

  bool operator==(const ConditionGroup&) const = default;
};

enum class RuleActionKind : std::uint8_t {
  kTeam,
  kPriority,
  kRequireSkill,
  kPreferSkill,
  kTag,
  kMessage,
};

// Each kind has the field of its name; a skill has a level too.
struct RuleAction {
  RuleActionKind kind{};
  std::optional<Uuid> team{};
  std::optional<Priority> priority{};
  std::optional<Uuid> skill{};
  std::optional<std::int64_t> level{};
  std::optional<std::string> tag{};
  std::optional<std::string> message{};

  bool operator==(const RuleAction&) const = default;
};

// If all groups hold (without any: always), then all actions. stop: no rule after it is asked.
struct RuleSetup {
  std::string name{};
  std::vector<ConditionGroup> when{};
  std::vector<RuleAction> then{};
  bool stop{};

  bool operator==(const RuleSetup&) const = default;
};

// All of it, replaced as a whole. An inbox that is not named sends its visitors to the first team.
struct RoutingSetup {
  std::vector<TeamSetup> teams{};
  std::vector<SkillSetup> skills{};
  std::vector<AgentSetup> agents{};
  std::optional<std::vector<RuleSetup>> rules{};
  std::vector<InboxSetup> inboxes{};

  bool operator==(const RoutingSetup&) const = default;
};

// version 0: nothing was set up yet.
struct VersionedSetup {
  std::int64_t version{};
  RoutingSetup setup{};

  bool operator==(const VersionedSetup&) const = default;
};

// What is wrong, in a stable word and for people, and where.
struct SetupFault {
  std::string flaw{};
  std::string text{};
  std::optional<Uuid> team{};
  std::optional<Uuid> skill{};
  std::optional<Uuid> agent{};
  std::optional<Uuid> inbox{};
  std::optional<std::int64_t> rule{};
  std::optional<std::string> path{};

  bool operator==(const SetupFault&) const = default;
};

// With faults nothing was saved.
struct SetupSaved {
  std::int64_t version{};
  std::vector<SetupFault> faults{};

  bool operator==(const SetupSaved&) const = default;
};

// A conversation that somebody only thinks of, or one that waits.
struct DryRun {
  std::optional<Uuid> conversation{};
  std::optional<Uuid> team{};
  std::optional<Priority> priority{};
  std::optional<std::string> language{};
  std::optional<Uuid> inbox{};
  std::optional<std::string> message{};
  std::optional<std::string> page_url{};
  std::optional<std::string> page_title{};
  std::optional<bool> returning{};
  std::optional<std::vector<Attribute>> attributes{};
  std::optional<std::vector<SkillLevel>> required{};
  std::optional<std::vector<SkillLevel>> preferred{};

  bool operator==(const DryRun&) const = default;
};

enum class RoutingOutcome : std::uint8_t {
  kOffered,
  kWaits,
  kWaitsToBePicked,
  kAlreadyOffered,
  kVisitorAway,
  kTeamUnknown,
};

enum class LeftOutReason : std::uint8_t {
  kNotInTeam,
  kOffline,
  kAway,
  kBusy,
  kLacksSkill,
  kHasPassed,
  kHasOffer,
  kNoRoom,
  kTakenByOneAhead,
  kWaitsForPreferred,
};

struct LeftOut {
  Person agent{};
  LeftOutReason reason{};
  std::optional<SkillLevel> skill{};

  bool operator==(const LeftOut&) const = default;
};

// last_agent: 1 or 0. language: the level. preferred_skills: how many. least_busy: load in ten-thousandths of the capacity. round_robin: the last offer in ms since 1970, 0 for none.
struct Weighed {
  Person agent{};
  std::int64_t figure{};
  bool stays{};

  bool operator==(const Weighed&) const = default;
};

struct RoutingStep {
  Criterion criterion{};
  std::vector<Weighed> agents{};

  bool operator==(const RoutingStep&) const = default;
};

// Not reached: one before it said that no other is asked.
struct RuleStep {
  std::string name{};
  bool reached{};
  bool held{};

  bool operator==(const RuleStep&) const = default;
};

struct Explanation {
  RoutingOutcome outcome{};
  std::optional<Person> team{};
  std::optional<Person> agent{};
  std::int64_t position{};
  std::vector<LeftOut> left_out{};
  std::vector<Person> may_take{};
  std::vector<RoutingStep> steps{};
  std::vector<RuleStep> rules{};
  Priority priority{};

  bool operator==(const Explanation&) const = default;
};

enum class WaitBand : std::uint8_t {
  kUnder1Min,
  kAbout2Min,
  kAbout5Min,
  kOver10Min,
};

enum class OfferState : std::uint8_t {
  kRinging,
  kAccepted,
  kPassed,
  kExpired,
  kWithdrawn,
};

// A chat that rings at one agent. from: the colleague who has it and asks; joins: to join them.
struct Offer {
  Uuid conversation{};
  Person agent{};
  OfferState state{};
  std::optional<Person> from{};
  std::optional<bool> joins{};
  std::int64_t ring_ms{};
  std::int64_t left_ms{};

  bool operator==(const Offer&) const = default;
};

struct QueueEntry {
  Uuid conversation{};
  std::optional<Uuid> team{};
  std::int64_t position{};
  Priority priority{};
  std::int64_t since{};  // milliseconds since the Unix epoch
  std::optional<std::int64_t> estimate_s{};

  bool operator==(const QueueEntry&) const = default;
};

struct TeamFloor {
  Uuid id{};
  std::string name{};
  std::int64_t waiting{};
  std::int64_t online{};
  bool open{};
  std::optional<std::int64_t> estimate_s{};
  std::optional<std::int64_t> error_percent{};

  bool operator==(const TeamFloor&) const = default;
};

struct AgentFloor {
  Uuid id{};
  std::string name{};
  AgentStatus status{};
  std::int64_t chats{};
  std::optional<std::int64_t> capacity{};
  std::vector<Uuid> teams{};
  std::vector<std::string> skills{};
  std::optional<std::int64_t> longest_wait{};  // milliseconds since the Unix epoch

  bool operator==(const AgentFloor&) const = default;
};

// Its visitor has waited for this agent longer than the team allows; soon somebody else gets it.
struct SilenceAlert {
  Uuid conversation{};
  Person agent{};
  std::int64_t since{};  // milliseconds since the Unix epoch

  bool operator==(const SilenceAlert&) const = default;
};

struct OfferAnswerParams {
  Uuid conversation{};
  bool accept{};

  bool operator==(const OfferAnswerParams&) const = default;
};

// Position 0: it waits no more. Without a wait nobody can say how long.
struct QueuePositionSignal {
  std::int64_t position{};
  std::optional<WaitBand> wait{};
  std::optional<std::string> team{};
  bool ways_out{};

  bool operator==(const QueuePositionSignal&) const = default;
};

std::string_view to_string(TeamMode value);
bool parse(std::string_view text, TeamMode& out);
bool decode(Reader& reader, Element element, TeamMode& out);
void encode(Writer& out, TeamMode value);
std::string_view to_string(Criterion value);
bool parse(std::string_view text, Criterion& out);
bool decode(Reader& reader, Element element, Criterion& out);
void encode(Writer& out, Criterion value);
bool decode(Reader& reader, Element element, SkillLevel& out);
void encode(Writer& out, const SkillLevel& value);
bool decode(Reader& reader, Element element, OverflowSetup& out);
void encode(Writer& out, const OverflowSetup& value);
std::string_view to_string(Weekday value);
bool parse(std::string_view text, Weekday& out);
bool decode(Reader& reader, Element element, Weekday& out);
void encode(Writer& out, Weekday value);
bool decode(Reader& reader, Element element, Span& out);
void encode(Writer& out, const Span& value);
bool decode(Reader& reader, Element element, WeeklySpan& out);
void encode(Writer& out, const WeeklySpan& value);
bool decode(Reader& reader, Element element, Holiday& out);
void encode(Writer& out, const Holiday& value);
bool decode(Reader& reader, Element element, HoursException& out);
void encode(Writer& out, const HoursException& value);
bool decode(Reader& reader, Element element, HoursSetup& out);
void encode(Writer& out, const HoursSetup& value);
bool decode(Reader& reader, Element element, TeamSetup& out);
void encode(Writer& out, const TeamSetup& value);
bool decode(Reader& reader, Element element, SkillSetup& out);
void encode(Writer& out, const SkillSetup& value);
bool decode(Reader& reader, Element element, AgentSetup& out);
void encode(Writer& out, const AgentSetup& value);
bool decode(Reader& reader, Element element, InboxSetup& out);
void encode(Writer& out, const InboxSetup& value);
bool decode(Reader& reader, Element element, ConditionClause& out);
void encode(Writer& out, const ConditionClause& value);
std::string_view to_string(Match value);
bool parse(std::string_view text, Match& out);
bool decode(Reader& reader, Element element, Match& out);
void encode(Writer& out, Match value);
bool decode(Reader& reader, Element element, ConditionGroup& out);
void encode(Writer& out, const ConditionGroup& value);
std::string_view to_string(RuleActionKind value);
bool parse(std::string_view text, RuleActionKind& out);
bool decode(Reader& reader, Element element, RuleActionKind& out);
void encode(Writer& out, RuleActionKind value);
bool decode(Reader& reader, Element element, RuleAction& out);
void encode(Writer& out, const RuleAction& value);
bool decode(Reader& reader, Element element, RuleSetup& out);
void encode(Writer& out, const RuleSetup& value);
bool decode(Reader& reader, Element element, RoutingSetup& out);
void encode(Writer& out, const RoutingSetup& value);
bool decode(Reader& reader, Element element, VersionedSetup& out);
void encode(Writer& out, const VersionedSetup& value);
bool decode(Reader& reader, Element element, SetupFault& out);
void encode(Writer& out, const SetupFault& value);
bool decode(Reader& reader, Element element, SetupSaved& out);
void encode(Writer& out, const SetupSaved& value);
bool decode(Reader& reader, Element element, DryRun& out);
void encode(Writer& out, const DryRun& value);
std::string_view to_string(RoutingOutcome value);
bool parse(std::string_view text, RoutingOutcome& out);
bool decode(Reader& reader, Element element, RoutingOutcome& out);
void encode(Writer& out, RoutingOutcome value);
std::string_view to_string(LeftOutReason value);
bool parse(std::string_view text, LeftOutReason& out);
bool decode(Reader& reader, Element element, LeftOutReason& out);
void encode(Writer& out, LeftOutReason value);
bool decode(Reader& reader, Element element, LeftOut& out);
void encode(Writer& out, const LeftOut& value);
bool decode(Reader& reader, Element element, Weighed& out);
void encode(Writer& out, const Weighed& value);
bool decode(Reader& reader, Element element, RoutingStep& out);
void encode(Writer& out, const RoutingStep& value);
bool decode(Reader& reader, Element element, RuleStep& out);
void encode(Writer& out, const RuleStep& value);
bool decode(Reader& reader, Element element, Explanation& out);
void encode(Writer& out, const Explanation& value);
std::string_view to_string(WaitBand value);
bool parse(std::string_view text, WaitBand& out);
bool decode(Reader& reader, Element element, WaitBand& out);
void encode(Writer& out, WaitBand value);
std::string_view to_string(OfferState value);
bool parse(std::string_view text, OfferState& out);
bool decode(Reader& reader, Element element, OfferState& out);
void encode(Writer& out, OfferState value);
bool decode(Reader& reader, Element element, Offer& out);
void encode(Writer& out, const Offer& value);
bool decode(Reader& reader, Element element, QueueEntry& out);
void encode(Writer& out, const QueueEntry& value);
bool decode(Reader& reader, Element element, TeamFloor& out);
void encode(Writer& out, const TeamFloor& value);
bool decode(Reader& reader, Element element, AgentFloor& out);
void encode(Writer& out, const AgentFloor& value);
bool decode(Reader& reader, Element element, SilenceAlert& out);
void encode(Writer& out, const SilenceAlert& value);
bool decode(Reader& reader, Element element, OfferAnswerParams& out);
void encode(Writer& out, const OfferAnswerParams& value);
bool decode(Reader& reader, Element element, QueuePositionSignal& out);
void encode(Writer& out, const QueuePositionSignal& value);

}  // namespace parlor::wire
