#include "domain/routing/rules.h"

#include <algorithm>

#include "base/assert.h"

namespace parlor::routing {
namespace {

using DecidedBy = std::optional<std::size_t>;

// Who put each thing of a list there; what the inbox said has no rule behind it.
template <class Thing>
struct Listed {
  Thing thing;
  DecidedBy by;
};

bool is_same(const Skill& one, const Skill& other) {
  return one.id == other.id;
}
bool is_same(const std::string& one, const std::string& other) {
  return one == other;
}

template <class Thing>
class List {
 public:
  List(std::vector<Thing> given, std::size_t limit) : limit_(limit) {
    for (auto& thing : given)
      listed_.push_back({std::move(thing), std::nullopt});
  }

  // A rule's word replaces the inbox's and yields to an earlier rule's.
  ActionTrace add(Thing thing, std::size_t rule) {
    const auto known =
        std::ranges::find_if(listed_, [&](const Listed<Thing>& one) { return is_same(one.thing, thing); });
    if (known != listed_.end()) {
      if (known->by) return {Effect::decided_before, known->by};
      *known = {std::move(thing), rule};
      return {};
    }
    if (listed_.size() >= limit_) return {Effect::too_many, std::nullopt};
    listed_.push_back({std::move(thing), rule});
    return {};
  }

  std::vector<Thing> take() {
    std::vector<Thing> things;
    things.reserve(listed_.size());
    for (auto& one : listed_)
      things.push_back(std::move(one.thing));
    return things;
  }

 private:
  std::size_t limit_;
  std::vector<Listed<Thing>> listed_;
};

class Applying {
 public:
  explicit Applying(Routing inbox)
      : routing_(std::move(inbox)),
        required_(std::move(routing_.required), limits::kRequiredSkillsMax),
        preferred_(std::move(routing_.preferred), limits::kPreferredSkillsMax),
        tags_(std::move(routing_.tags), limits::kTagsMax),
        messages_(std::move(routing_.messages), limits::kRuleMessagesMax) {}

  std::vector<ActionTrace> follow(const Rule& rule, std::size_t number) {
    rule_ = number;
    std::vector<ActionTrace> trace;
    trace.reserve(rule.actions.size());
    for (const auto& action : rule.actions)
      trace.push_back(std::visit([this](const auto& one) { return act(one); }, action));
    return trace;
  }

  Routing finish() && {
    routing_.required = required_.take();
    routing_.preferred = preferred_.take();
    routing_.tags = tags_.take();
    routing_.messages = messages_.take();
    return std::move(routing_);
  }

 private:
  template <class Value, class Word>
  ActionTrace decide(Value& value, DecidedBy& by, Word word) {
    if (by) return {Effect::decided_before, by};
    value = word;
    by = rule_;
    return {};
  }

  ActionTrace act(const ToTeam& action) { return decide(routing_.team, team_by_, action.team); }
  ActionTrace act(const SetPriority& action) { return decide(routing_.priority, priority_by_, action.priority); }
  ActionTrace act(const AskAssistant&) { return decide(routing_.asks_assistant, assistant_by_, true); }
  ActionTrace act(const RequireSkill& action) { return required_.add(action.skill, rule_); }
  ActionTrace act(const PreferSkill& action) { return preferred_.add(action.skill, rule_); }
  ActionTrace act(const AddTag& action) { return tags_.add(action.tag, rule_); }
  ActionTrace act(const SendMessage& action) { return messages_.add(action.text, rule_); }

  Routing routing_;
  std::size_t rule_ = 0;
  DecidedBy team_by_;
  DecidedBy priority_by_;
  DecidedBy assistant_by_;
  List<Skill> required_;
  List<Skill> preferred_;
  List<std::string> tags_;
  List<std::string> messages_;
};

}  // namespace

RulesApplied apply(std::span<const Rule> rules, const std::vector<bool>& holds, Routing inbox) {
  PARLOR_ASSERT(rules.size() == holds.size());
  std::vector<RuleTrace> trace(rules.size());
  Applying applying(std::move(inbox));
  for (std::size_t number = 0; number < rules.size(); ++number) {
    trace[number].reached = true;
    trace[number].held = holds[number];
    if (!holds[number]) continue;
    trace[number].actions = applying.follow(rules[number], number);
    if (rules[number].stop) break;
  }
  return {std::move(applying).finish(), std::move(trace)};
}

}  // namespace parlor::routing
