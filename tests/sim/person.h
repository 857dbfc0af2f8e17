// Person: a visitor or an agent with one or two tabs, an outbox that outlives them, and a will of their own. Messages
// go out in order and are sent again after every lost connection; other calls are asked again until they are answered.
#pragma once

#include <deque>
#include <memory>
#include <set>

#include "tab.h"

namespace parlor::sim {

// What is known before a person comes: who they are, and by which token.
struct Identity {
  std::string name;
  std::string token;
  access::Principal principal;
};

class Person {
 public:
  Person(World& world, Network& network, Identity identity);

  const std::string& name() const { return identity_.name; }
  const std::string& token() const { return identity_.token; }
  Audience audience() const { return identity_.principal.audience(); }
  const access::Principal& principal() const { return identity_.principal; }
  const std::vector<std::shared_ptr<Tab>>& tabs() const { return tabs_; }

  // Does something, then does something else a while later, for as long as the world is rough.
  void live();
  void open_tab();
  // Closes all tabs, for good.
  void vanish();
  // Whom an agent may hand a conversation to.
  void know(std::vector<UserId> colleagues) { colleagues_ = std::move(colleagues); }

  void went_live(Tab& tab);
  // A chat rings, at this agent or another.
  void rung(const wire::Offer& offer);
  // The event of a call of ours came.
  void confirmed(const wire::Uuid& client_id);
  bool is_settled() const;
  void check_true() const;

 private:
  // A message on its way. Without a conversation it waits for the one that a start makes.
  struct Unsent {
    wire::Uuid client_id;
    std::string text;
    std::optional<ConversationId> conversation;
    // This message begins a conversation, by this client id.
    std::optional<wire::Uuid> start;
    conversation::Seq head_when_written{};
    Tab* in_flight = nullptr;
    bool was_sent = false;
    Span paused_until{};
  };
  // A call that is asked again until it is answered.
  struct Errand {
    wire::Uuid client_id;
    ConversationId conversation;
    wire::Params params;
    Sent sent;
    Tab* in_flight = nullptr;
    bool was_sent = false;
    Span paused_until{};
  };

  wire::Uuid fresh_id();
  std::string words();
  Tab* any_live_tab();
  conversation::Seq head_of(const std::optional<ConversationId>& conversation) const;

  void act();
  void mind_tabs();
  void write();
  void begin();
  void act_as_visitor(ConversationId conversation);
  void act_as_agent(ConversationId conversation);
  void change_own_message(ConversationId conversation);
  void read_or_type(ConversationId conversation);
  std::optional<ConversationId> some_conversation();

  template <class Params>
  void run_errand(ConversationId conversation, Params params);
  void send_errands();
  void send(Errand& errand, Tab& tab);
  void errand_answered(const wire::Uuid& client_id, CallAnswer answer);

  void pump();
  bool may_send(const Unsent& unsent, std::size_t ahead) const;
  void send(Unsent& unsent, Tab& tab, std::optional<wire::Uuid> after);
  void answered(const wire::Uuid& client_id, std::optional<ConversationId> to, CallAnswer answer);
  void done(Unsent& unsent, ConversationId to, wire::Element result);
  void begun(Unsent& unsent, wire::Element result);
  void refused(Unsent& unsent, const wire::RpcError& error);
  void move_to_new(ConversationId conversation);
  void pump_later(Span wait);
  Unsent* find_unsent(const wire::Uuid& client_id);

  World& world_;
  Network& network_;
  Identity identity_;
  std::vector<std::shared_ptr<Tab>> tabs_;
  std::vector<UserId> colleagues_;
  std::deque<Unsent> unsent_;
  std::vector<Errand> errands_;
  std::uint64_t written_ = 0;
};

}  // namespace parlor::sim
