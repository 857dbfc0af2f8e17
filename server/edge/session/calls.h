// Calls: what each method of the protocol does in a session. A short-lived view of one session, on its worker.
#pragma once

#include "edge/session/answers.h"
#include "edge/session/from_wire.h"
#include "edge/session/session.h"
#include "edge/session/tasks.h"

namespace parlor::edge {

class Calls {
 public:
  explicit Calls(Session& session) : session_(session) {}

  void take(wire::Incoming message, Answers::Slot slot);

 private:
  struct Take;
  // A request with its place for the answer.
  struct Asked {
    wire::RawId id;
    Answers::Slot slot;

    void refuse(wire::RpcError error) {
      error.id = std::move(id);
      slot(wire::encode_error(error));
    }
  };

  void take_request(wire::Request request, Answers::Slot slot);
  void take_notification(const wire::Params& params);
  std::optional<wire::RpcError> refuse_early(const wire::Params& params);

  void hello(Asked asked, wire::SessionHelloParams params);
  void send_away(Hello& hello, Millis stay_away);
  void start(Asked asked, wire::ConversationStartParams params);
  void read(Asked asked, const wire::ConversationReadParams& params);
  void set_status(Asked asked, const wire::AgentStatusParams& params);
  void answer_offer(Asked asked, const wire::OfferAnswerParams& params);
  void ask_colleague(Asked asked, const wire::ConversationTransferParams& params);
  void ask_answer(Asked asked, const wire::AnswerAskParams& params);
  void invite(Asked asked, wire::VisitorInviteParams params);
  void tell_slots(Asked asked, const wire::CallbackSlotsParams& params);
  std::optional<wire::RpcError> refuse_receiver(const wire::ConversationTransferParams& params) const;
  void end(Asked asked);
  template <class Params>
  void change(Asked asked, const Params& params);

  Session& session_;
};

}  // namespace parlor::edge
