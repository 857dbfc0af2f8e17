// What rings, and what becomes of it: from the queue, or because a colleague asks.
#include "app/routing/router.h"
#include "base/limits.h"

namespace parlor::app {
namespace {

// Nothing: nobody asked for it, or it was answered or taken back.
std::optional<conversation::DeclineReason> decline_of(const routing::Offer& offer, AgentStatus status) {
  using conversation::DeclineReason;
  using routing::OfferStatus;
  if (!offer.from) return std::nullopt;
  if (offer.status == OfferStatus::passed) return DeclineReason::passed;
  if (offer.status == OfferStatus::expired) return DeclineReason::expired;
  const bool has_left = offer.status == OfferStatus::withdrawn && status == AgentStatus::offline;
  return has_left ? std::optional(DeclineReason::left) : std::nullopt;
}

// What the agent wishes who says yes to it.
conversation::Wish yes_to(const routing::Offer& offer) {
  if (!offer.from) return conversation::Accept{};
  if (offer.joins) return conversation::Join{};
  return conversation::TakeOver{*offer.from};
}

}  // namespace

void Router::offer_over(WorkspaceId workspace, const routing::Offer& offer) {
  publish_offer(workspace, offer);
  const auto reason = decline_of(offer, floor_of(workspace).desk.status_of(offer.agent));
  if (!reason) return;
  const conversation::TransferDeclined declined{offer.agent, *reason, offer.joins};
  submit_for_system(workspace, offer.conversation, conversation::DeclineTransfer{*offer.from, declined});
}

void Router::publish_offer(WorkspaceId workspace, const routing::Offer& offer) {
  OfferChanged change{view_of(offer, *node_.directory.snapshot(), node_.clock.now())};
  node_.bus.publish(std::make_shared<const Publication>(Topic::queue(workspace), std::move(change)));
}

void Router::answer_offer(access::Principal agent, ConversationId conversation, bool accepts, Reply<bool> reply) {
  worker_.dispatch([this, agent, conversation, accepts, reply = std::move(reply)]() mutable {
    if (!access::allowed(agent, access::Action::answer_offer, {agent.workspace, std::nullopt}))
      return reply(refuse(Refusal::not_permitted));
    auto& floor = floor_of(agent.workspace);
    if (const auto refused = floor.desk.refuse_answer(conversation, id_cast<UserId>(agent.id)))
      return reply(refuse(*refused));
    if (accepts) return accept(agent, conversation, std::move(reply));
    if (const auto over = floor.desk.settle(conversation, routing::OfferStatus::passed))
      offer_over(agent.workspace, *over);
    step_soon(floor);
    reply(true);
  });
}

// The append decides; that the conversation is theirs then ends the offer. Whoever only joins has it no more than
// before.
void Router::accept(access::Principal agent, ConversationId conversation, Reply<bool> reply) {
  const auto offer = *floor_of(agent.workspace).desk.offer(conversation);
  Call call{conversation, {agent.actor(), node_.ids.make<ClientId>(), std::nullopt, yes_to(offer)}, std::nullopt};
  Reply<ports::Receipt> stored(
      worker_, [this, agent, offer, reply = std::move(reply)](Answer<ports::Receipt> answer) mutable {
        auto& floor = floor_of(agent.workspace);
        const auto how = answer ? routing::OfferStatus::accepted : routing::OfferStatus::withdrawn;
        const bool is_over = !answer || offer.joins;
        if (const auto over = is_over ? floor.desk.settle(offer.conversation, how) : std::nullopt)
          publish_offer(agent.workspace, *over);
        step_soon(floor);
        answer ? reply(true) : reply(refuse(answer.error().reason));
      });
  conversations_.submit(agent, std::move(call), std::move(stored));
}

void Router::ask_colleague(access::Principal agent, Call call, Reply<ports::Receipt> reply) {
  worker_.dispatch([this, agent, call = std::move(call), reply = std::move(reply)]() mutable {
    const auto& wish = std::get<conversation::AskColleague>(call.command.wish);
    routing::Offer ask{.conversation = call.conversation, .agent = wish.agent, .from = id_cast<UserId>(agent.id)};
    ask.joins = wish.joins;
    ask.weight = wish.joins ? 0 : routing::kChatWeight;
    ask.ring_time = limits::kAskRingTime;
    if (const auto refused = floor_of(agent.workspace).desk.refuse_ask(ask)) return reply(refuse(*refused));
    Reply<ports::Receipt> stored(
        worker_, [this, workspace = agent.workspace, ask, reply = std::move(reply)](auto answer) mutable {
          if (!answer) return reply(std::move(answer));
          auto& floor = floor_of(workspace);
          // Something else may ring at them by now.
          if (const auto refused = floor.desk.refuse_ask(ask)) return reply(refuse(*refused));
          ask.rang_at = node_.clock.now();
          for (const auto& offer : floor.desk.ask(ask))
            publish_offer(workspace, offer);
          step_soon(floor);
          reply(std::move(answer));
        });
    conversations_.submit(agent, std::move(call), std::move(stored));
  });
}

}  // namespace parlor::app
