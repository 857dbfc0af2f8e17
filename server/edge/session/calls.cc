#include "edge/session/calls.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/directory/account_rules.h"
#include "app/presence/presence.h"
#include "app/routing/router.h"
#include "base/limits.h"
#include "edge/session/tasks.h"
#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

namespace asio = runtime::asio;

std::int64_t seq_of(const ports::Receipt& receipt) {
  return static_cast<std::int64_t>(receipt.seq);
}

// What each changing call is answered.
template <class Params>
struct AnswerOf {
  static wire::ConversationChangeResult from(const ports::Receipt& receipt) {
    return {to_wire(receipt.conversation), seq_of(receipt), to_wire(receipt.status), to_unix_ms(receipt.at)};
  }
};
template <>
struct AnswerOf<wire::MessagePostParams> {
  static wire::MessagePostResult from(const ports::Receipt& receipt) {
    return {to_wire(*receipt.message), seq_of(receipt), to_unix_ms(receipt.at)};
  }
};
template <>
struct AnswerOf<wire::NotePostParams> {
  static wire::NotePostResult from(const ports::Receipt& receipt) {
    return {to_wire(*receipt.message), seq_of(receipt), to_unix_ms(receipt.at)};
  }
};
struct AnswerOfMessageChange {
  static wire::MessageChangeResult from(const ports::Receipt& receipt) {
    return {to_wire(*receipt.message), receipt.version, seq_of(receipt), to_unix_ms(receipt.at)};
  }
};
template <>
struct AnswerOf<wire::MessageEditParams> : AnswerOfMessageChange {};
template <>
struct AnswerOf<wire::MessageDeleteParams> : AnswerOfMessageChange {};
template <>
struct AnswerOf<wire::ConversationStartParams> {
  static wire::ConversationStartResult from(const ports::Receipt& receipt) {
    return {to_wire(receipt.conversation), seq_of(receipt), to_wire(receipt.status)};
  }
};

template <class Params>
app::Reply<ports::Receipt> reply_to(runtime::Worker& worker, wire::RawId id, Answers::Slot slot) {
  return {worker, [id = std::move(id), slot = std::move(slot)](app::Answer<ports::Receipt> answer) mutable {
            if (!answer) return slot(wire::encode_error(to_wire(answer.error(), std::move(id))));
            slot(wire::encode_result(id, AnswerOf<Params>::from(*answer)));
          }};
}

wire::RpcError error_of(wire::Reason reason) {
  wire::RpcError error;
  error.reason = reason;
  return error;
}

bool is_of(wire::Who who, const access::Principal& principal) {
  if (who == wire::Who::kBoth) return true;
  return (who == wire::Who::kVisitor) == (principal.role == access::Role::visitor);
}

}  // namespace

void Calls::take(wire::Incoming message, Answers::Slot slot) {
  if (auto* error = std::get_if<wire::RpcError>(&message)) {
    if (error->wants_answer) slot(wire::encode_error(*error));
  } else if (auto* notification = std::get_if<wire::Notification>(&message)) {
    if (!refuse_early(notification->params)) take_notification(notification->params);
  } else {
    take_request(std::move(std::get<wire::Request>(message)), std::move(slot));
  }
}

std::optional<wire::RpcError> Calls::refuse_early(const wire::Params& params) {
  const bool is_hello = std::holds_alternative<wire::SessionHelloParams>(params);
  if (session_.state_ == Session::State::opened && !is_hello) return error_of(wire::Reason::kHelloRequired);
  if (session_.state_ == Session::State::greeting) return error_of(wire::Reason::kTryLater);
  if (session_.state_ == Session::State::live && is_hello) return error_of(wire::Reason::kAlreadySaidHello);
  if (session_.is_closed()) return error_of(wire::Reason::kSessionUnknown);
  if (session_.principal_ && !is_of(wire::method_kind(wire::method_of(params)).who, *session_.principal_)) {
    return error_of(wire::Reason::kNotPermitted);
  }
  if (std::holds_alternative<wire::HeartbeatParams>(params)) return std::nullopt;
  if (const auto wait = session_.budget_.take(session_.heard_at_)) {
    session_.services_.local.figures.rate_limited.add();
    auto error = error_of(wire::Reason::kRateLimited);
    error.retry_after_ms = wait->count();
    return error;
  }
  return std::nullopt;
}

// Enough to see a slip of the finger.
bool is_phone_number(std::string_view address) {
  constexpr std::ptrdiff_t kDigitsMin = 5;
  return std::ranges::count_if(address, [](char c) { return c >= '0' && c <= '9'; }) >= kDigitsMin &&
         address.find_first_not_of("0123456789 +-./()#*") == std::string_view::npos;
}

std::optional<wire::RpcError> refuse_way(const wire::AnswerAskParams& params) {
  const bool by_phone = params.by == wire::AnswerBy::kPhone;
  auto error = error_of(wire::Reason::kInvalidParams);
  if (by_phone != params.at.has_value()) {
    error.field = "params.at";
    error.message = "a call needs a time, an answer by mail has none";
    return error;
  }
  if (by_phone ? is_phone_number(params.address) : app::is_email(params.address)) return std::nullopt;
  error.field = "params.address";
  error.message = by_phone ? "this is no phone number" : "this is no mail address";
  return error;
}

// An overload for each method that changes or asks: a new method without one does not compile.
struct Calls::Take {
  Calls& calls;
  Asked asked;

  void operator()(wire::SessionHelloParams& params) { calls.hello(std::move(asked), std::move(params)); }
  void operator()(wire::SessionEndParams&) { calls.end(std::move(asked)); }
  void operator()(wire::ConversationStartParams& params) { calls.start(std::move(asked), std::move(params)); }
  void operator()(wire::ConversationReadParams& params) { calls.read(std::move(asked), params); }
  void operator()(wire::OfferAnswerParams& params) { calls.answer_offer(std::move(asked), params); }
  void operator()(wire::ConversationTransferParams& params) {
    const bool asks = params.how.value_or(wire::TransferHow::kNow) != wire::TransferHow::kNow;
    asks ? calls.ask_colleague(std::move(asked), params) : calls.change(std::move(asked), params);
  }
  void operator()(wire::AnswerAskParams& params) { calls.ask_answer(std::move(asked), params); }
  void operator()(wire::CallbackSlotsParams& params) { calls.tell_slots(std::move(asked), params); }
  void operator()(wire::VisitorInviteParams& params) { calls.invite(std::move(asked), std::move(params)); }
  void operator()(wire::AgentStatusParams& params) { calls.set_status(std::move(asked), params); }
  void operator()(wire::TopicUnsubscribeParams& params) {
    if (const auto topic = from_wire(params.topic, calls.session_.principal_->workspace))
      calls.session_.unfollow(*topic);
    asked.slot(wire::encode_result(asked.id, wire::Empty{}));
  }
  // What must be read first goes on as a Task.
  template <class Params>
    requires IsRead<Params>
  void operator()(Params& params) {
    auto task =
        read_task(calls.session_.shared_from_this(), std::move(asked.id), std::move(asked.slot), std::move(params));
    asio::co_spawn(calls.session_.services_.worker.executor(), std::move(task), asio::detached);
  }
  template <class Params>
    requires IsSignal<Params>
  void operator()(Params& params) {
    calls.take_notification(wire::Params(std::move(params)));
    asked.slot(wire::encode_result(asked.id, wire::Empty{}));
  }
  template <class Params>
  void operator()(Params& params) {
    calls.change(std::move(asked), params);
  }
};

void Calls::take_request(wire::Request request, Answers::Slot slot) {
  if (auto error = refuse_early(request.params)) {
    error->id = std::move(request.id);
    return slot(wire::encode_error(*error));
  }
  std::visit(Take{*this, {std::move(request.id), std::move(slot)}}, request.params);
}

void Calls::take_notification(const wire::Params& params) {
  const auto& principal = *session_.principal_;
  if (!std::holds_alternative<wire::HeartbeatParams>(params)) session_.note_act();
  if (const auto* typing = std::get_if<wire::TypingParams>(&params)) {
    const auto conversation = from_wire<ConversationId>(typing->conversation);
    session_.services_.conversations.type(principal, conversation, typing->state == wire::Switch::kOn);
  } else if (const auto* view = std::get_if<wire::PageViewParams>(&params)) {
    auto& node = session_.services_.node;
    node.presence.page_viewed(principal, {view->url, view->title, node.clock.now()});
    if (view->attributes) node.presence.described(principal, from_wire(*view->attributes));
  }
}

void Calls::hello(Asked asked, wire::SessionHelloParams params) {
  using Comer = Reception::Comer;
  session_.state_ = Session::State::greeting;
  const auto session = session_.shared_from_this();
  const auto comer = params.resume && !params.resume->empty() ? Comer::resuming : Comer::fresh;
  auto hello = std::make_shared<Hello>(std::move(asked.id), std::move(asked.slot), std::move(params));
  const auto stay_away = session_.services_.reception.enter(comer, [session, hello](Reception::Turn turn) {
    if (session->is_closed()) return;
    auto task = greet(session, std::move(*hello), std::move(turn));
    asio::co_spawn(session->services_.worker.executor(), std::move(task), asio::detached);
  });
  if (stay_away) send_away(*hello, *stay_away);
}

void Calls::send_away(Hello& hello, Millis stay_away) {
  auto error = error_of(wire::Reason::kTryLater);
  error.id = std::move(hello.id);
  error.retry_after_ms = stay_away.count();
  hello.slot(wire::encode_error(error));
  session_.close(wire::Closing::kTryLater, stay_away);
}

void Calls::end(Asked asked) {
  asked.slot(wire::encode_result(asked.id, wire::Empty{}));
  // After the answers of the same batch.
  session_.services_.worker.post([session = session_.shared_from_this()] { session->end(); });
}

template <class Params>
void Calls::change(Asked asked, const Params& params) {
  auto& services = session_.services_;
  const auto& principal = *session_.principal_;
  if constexpr (std::is_same_v<Params, wire::ConversationAssignParams>) {
    const auto* user = services.node.directory.snapshot()->user(from_wire<UserId>(params.assignee));
    if (!user || user->workspace != principal.workspace) {
      return asked.slot(wire::encode_error(asked.id, wire::Reason::kAgentUnknown));
    }
  }
  if constexpr (std::is_same_v<Params, wire::ConversationTransferParams>) {
    if (auto error = refuse_receiver(params)) return asked.refuse(std::move(*error));
  }
  session_.note_act();
  auto call = call_of(params, principal.actor());
  if (!call) {
    wire::RpcError error{
        std::move(asked.id), wire::Reason::kInvalidParams, "only text can be sent yet", "params.body.type", {}, {}};
    return asked.slot(wire::encode_error(error));
  }
  if constexpr (std::is_same_v<Params, wire::MessagePostParams>)
    session_.expect_own(from_wire<ClientId>(params.client_id));
  services.conversations.submit(principal, std::move(*call),
                                reply_to<Params>(services.worker, std::move(asked.id), std::move(asked.slot)));
}

void Calls::start(Asked asked, wire::ConversationStartParams params) {
  auto& services = session_.services_;
  app::StartRequest request;
  request.client_id = from_wire<ClientId>(params.client_id);
  if (params.message) {
    auto body = from_wire(params.message->body);
    if (!body) return asked.slot(wire::encode_error(asked.id, wire::Reason::kInvalidParams));
    request.message = app::PostFirst{from_wire<ClientId>(params.message->client_id), std::move(*body)};
  }
  if (params.form) {
    request.name = params.form->name;
    request.email = params.form->email;
  }
  if (params.page) {
    request.page = from_wire(*params.page, session_.services_.node.clock.now());
    if (params.page->attributes) request.attributes = from_wire(*params.page->attributes);
  }
  if (!session_.locale_.empty()) request.locale = session_.locale_;
  request.user_agent = session_.caller_.user_agent;
  request.token_hash = session_.token_hash_;
  if (params.invitation) request.invitation = from_wire<ClientId>(*params.invitation);
  services.conversations.start(
      *session_.principal_, std::move(request),
      reply_to<wire::ConversationStartParams>(services.worker, std::move(asked.id), std::move(asked.slot)));
}

void Calls::read(Asked asked, const wire::ConversationReadParams& params) {
  auto& services = session_.services_;
  auto answer = [asked = std::move(asked)](app::Answer<ports::Appended> marked) mutable {
    if (!marked) return asked.slot(wire::encode_error(to_wire(marked.error(), std::move(asked.id))));
    asked.slot(wire::encode_result(asked.id, wire::Empty{}));
  };
  services.conversations.read(*session_.principal_, from_wire<ConversationId>(params.conversation),
                              static_cast<ports::Seq>(params.seq),
                              app::Reply<ports::Appended>(services.worker, std::move(answer)));
}

std::optional<wire::RpcError> Calls::refuse_receiver(const wire::ConversationTransferParams& params) const {
  const auto directory = session_.services_.node.directory.snapshot();
  const auto workspace = session_.principal_->workspace;
  if (params.team.has_value() == params.agent.has_value()) {
    auto error = error_of(wire::Reason::kInvalidParams);
    error.field = "params.team";
    error.message = "either a team or an agent must be named";
    return error;
  }
  if (params.team && !directory->routing_of(workspace)->team(from_wire<TeamId>(*params.team)))
    return error_of(wire::Reason::kTeamUnknown);
  const auto* user = params.agent ? directory->user(from_wire<UserId>(*params.agent)) : nullptr;
  if (params.agent && (!user || user->workspace != workspace)) return error_of(wire::Reason::kAgentUnknown);
  return std::nullopt;
}

void Calls::answer_offer(Asked asked, const wire::OfferAnswerParams& params) {
  session_.note_act();
  auto& services = session_.services_;
  if (!services.node.router) return asked.slot(wire::encode_error(asked.id, wire::Reason::kOfferOver));
  auto answer = [asked = std::move(asked)](app::Answer<bool> answered) mutable {
    if (!answered) return asked.slot(wire::encode_error(to_wire(answered.error(), std::move(asked.id))));
    asked.slot(wire::encode_result(asked.id, wire::Empty{}));
  };
  services.node.router->answer_offer(*session_.principal_, from_wire<ConversationId>(params.conversation),
                                     params.accept, app::Reply<bool>(services.worker, std::move(answer)));
}

void Calls::ask_colleague(Asked asked, const wire::ConversationTransferParams& params) {
  auto error = refuse_receiver(params);
  if (!error && !params.agent) {
    error = error_of(wire::Reason::kInvalidParams);
    error->field = "params.how";
    error->message = "a team can only be given the conversation";
  }
  if (error) return asked.refuse(std::move(*error));
  session_.note_act();
  auto& services = session_.services_;
  if (!services.node.router) return asked.slot(wire::encode_error(asked.id, wire::Reason::kAgentUnavailable));
  const auto& principal = *session_.principal_;
  services.node.router->ask_colleague(
      principal, ask_of(params, principal.actor()),
      reply_to<wire::ConversationTransferParams>(services.worker, std::move(asked.id), std::move(asked.slot)));
}

void Calls::ask_answer(Asked asked, const wire::AnswerAskParams& params) {
  if (auto error = refuse_way(params)) return asked.refuse(std::move(*error));
  auto& services = session_.services_;
  const auto& principal = *session_.principal_;
  auto call = *call_of(params, principal.actor());
  auto reply = reply_to<wire::AnswerAskParams>(services.worker, std::move(asked.id), std::move(asked.slot));
  if (!services.node.router) return services.conversations.submit(principal, std::move(call), std::move(reply));
  services.node.router->ask_answer(principal, std::move(call), std::move(reply));
}

void Calls::tell_slots(Asked asked, const wire::CallbackSlotsParams& params) {
  auto& services = session_.services_;
  if (!services.node.router) return asked.slot(wire::encode_result(asked.id, wire::CallbackSlotsResult{}));
  auto answer = [asked = std::move(asked)](app::Answer<std::vector<Time>> slots) mutable {
    if (!slots) return asked.slot(wire::encode_error(to_wire(slots.error(), std::move(asked.id))));
    wire::CallbackSlotsResult result;
    for (const auto at : *slots)
      result.slots.push_back(to_unix_ms(at));
    asked.slot(wire::encode_result(asked.id, result));
  };
  services.node.router->callback_slots(*session_.principal_, from_wire<ConversationId>(params.conversation),
                                       app::Reply<std::vector<Time>>(services.worker, std::move(answer)));
}

void Calls::invite(Asked asked, wire::VisitorInviteParams params) {
  session_.note_act();
  auto& services = session_.services_;
  auto answer = [asked = std::move(asked)](app::Answer<ClientId> invited) mutable {
    if (!invited) return asked.slot(wire::encode_error(to_wire(invited.error(), std::move(asked.id))));
    asked.slot(wire::encode_result(asked.id, wire::VisitorInviteResult{to_wire(*invited)}));
  };
  services.node.presence.visitors().invite(*session_.principal_, from_wire<presence::VisitId>(params.visit),
                                           std::move(params.text),
                                           app::Reply<ClientId>(services.worker, std::move(answer)));
}

void Calls::set_status(Asked asked, const wire::AgentStatusParams& params) {
  session_.services_.node.presence.set_status(*session_.principal_, from_wire(params.status));
  asked.slot(wire::encode_result(asked.id, wire::AgentStatusResult{params.status}));
}

}  // namespace parlor::edge
