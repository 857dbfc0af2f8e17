// Draft: the decision as it grows, numbering its events. Lives for one call of decide.
#pragma once

#include <utility>

#include "domain/conversation/decide.h"

namespace parlor::conversation {

class Draft {
 public:
  Draft(const State& state, const Command& command, const Context& context)
      : state_(state), command_(command), context_(context), seq_(state.seq), visitor_seq_(state.visitor_seq) {}

  const State& state() const { return state_; }
  const Context& context() const { return context_; }
  Actor actor() const { return command_.actor; }

  void add(Fact fact) { add_by(command_.actor, command_.client_id, std::move(fact)); }
  // What a rule says on the occasion of somebody's wish.
  void say(const AutomaticMessage& message) {
    add_by(Actor::system(), std::nullopt, MessagePosted{message.id});
    keep({ContentKind::message, message.id, 1, Body{message.text}});
  }
  // Joins the agent unless they have joined before.
  void join(UserId agent) {
    if (!has_joined(state_, agent)) add(ParticipantJoined{Actor::agent(agent)});
  }
  // Visitors see no assignment. Who waits learns that somebody is there by their joining, even if they were there
  // before.
  void assign(UserId agent) {
    const bool waits = state_.status == Status::queued || state_.status == Status::assistant || is_booked(state_);
    add(Assigned{agent});
    waits ? add(ParticipantJoined{Actor::agent(agent)}) : join(agent);
  }
  // The last event added is the one whose seq answers the call.
  void answer_with(MessageId message, Version version) {
    decision_.message = message;
    decision_.version = version;
    decision_.answering = decision_.events.size() - 1;
    answered_ = true;
  }
  void keep(Content content) { decision_.contents.push_back(std::move(content)); }

  Decision finish() && {
    if (!answered_ && !decision_.events.empty()) decision_.answering = decision_.events.size() - 1;
    return std::move(decision_);
  }

 private:
  void add_by(Actor actor, std::optional<ClientId> client_id, Fact fact) {
    Event event{++seq_, visitor_seq_, context_.now, actor, client_id, std::move(fact)};
    if (visible_to(event.fact, Audience::visitor)) visitor_seq_ = seq_;
    decision_.events.push_back(std::move(event));
  }

  const State& state_;
  const Command& command_;
  const Context& context_;
  Seq seq_;
  Seq visitor_seq_;
  bool answered_ = false;
  Decision decision_;
};

using Refused = std::optional<Refusal>;

// One function for each wish: adds what follows to the draft, or says why nothing does.
Refused decide_wish(Draft& draft, const Start& wish);
Refused decide_wish(Draft& draft, const PostMessage& wish);
Refused decide_wish(Draft& draft, const EditMessage& wish);
Refused decide_wish(Draft& draft, const DeleteMessage& wish);
Refused decide_wish(Draft& draft, const PostNote& wish);
Refused decide_wish(Draft& draft, const Accept& wish);
Refused decide_wish(Draft& draft, const Assign& wish);
Refused decide_wish(Draft& draft, const Snooze& wish);
Refused decide_wish(Draft& draft, const Wake& wish);
Refused decide_wish(Draft& draft, const Resolve& wish);
Refused decide_wish(Draft& draft, const Reopen& wish);
Refused decide_wish(Draft& draft, const End& wish);
Refused decide_wish(Draft& draft, const Rate& wish);
Refused decide_wish(Draft& draft, const Tag& wish);
Refused decide_wish(Draft& draft, const Transfer& wish);
Refused decide_wish(Draft& draft, const Requeue& wish);
Refused decide_wish(Draft& draft, const Abandon& wish);
Refused decide_wish(Draft& draft, const ResolveGone& wish);
Refused decide_wish(Draft& draft, const AskAnswer& wish);
Refused decide_wish(Draft& draft, const AskColleague& wish);
Refused decide_wish(Draft& draft, const TakeOver& wish);
Refused decide_wish(Draft& draft, const Join& wish);
Refused decide_wish(Draft& draft, const DeclineTransfer& wish);

}  // namespace parlor::conversation
