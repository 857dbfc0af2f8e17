// Ledger: what is true, written down at each commit and held against all that anybody is told. It knows the promises;
// whoever breaks one throws BrokenPromise with the words to look for.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/ports/conversation_store.h"
#include "tally.h"
#include "wire/generated/event.h"

namespace parlor::sim {

struct BrokenPromise : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] void broken(const std::string& text);
inline void promise(bool kept, const char* text) {
  if (!kept) broken(text);
}

// Content as the newest stored version has it.
struct TrueContent {
  conversation::Version version = 1;
  std::optional<std::string> text;
};

struct TrueConversation {
  WorkspaceId workspace;
  conversation::State state;
  std::vector<conversation::Event> events;
  std::map<MessageId, TrueContent> contents;
  // The number that each sender's newest message here carries in its text, for each conversation that they were written
  // for: what was meant for one that has ended comes here later than what was meant for this one.
  // By the conversation that it was written for, or by what it was moved with.
  std::map<std::pair<Actor, IdBytes>, std::uint64_t> newest_by;
};

// A call, and how its conversation stood when it was sent for the first time.
struct Sent {
  wire::Uuid client_id;
  conversation::Seq head{};
};

class Ledger {
 public:
  explicit Ledger(Tally& tally) : tally_(tally) {}

  // The store committed it.
  void committed(const ports::Append& append);

  // Somebody was told an event of a conversation.
  void check_told(ConversationId conversation, const wire::Event& event, Audience audience) const;
  // Somebody was told that their call is done: what it made is stored, each time the answer is the first one, and none
  // comes from a state that is older than the call.
  void check_answered(ConversationId conversation, const Sent& sent, std::int64_t seq);
  // A visitor was told that this conversation holds their message.
  void check_begun(ConversationId conversation, const wire::Uuid& message);
  // This message was written for a conversation that has ended for good, and goes to another together with others, of
  // which `first` is the first. Those keep their order; what is moved at another time comes when it comes.
  void moves(const wire::Uuid& message, const wire::Uuid& first) { moved_with_[ClientId{message.bytes}] = first.bytes; }
  // From now on this client id is known to wish a conversation for its sender, if nobody else has it.
  void expect_accept(const wire::Uuid& client_id) { accepts_.insert(ClientId{client_id.bytes}); }

  // This agent can have so many open conversations.
  void limit(UserId agent, std::size_t capacity) { capacities_[agent] = capacity; }
  std::vector<const conversation::State*> open_of(UserId agent) const;

  const TrueConversation* find(ConversationId conversation) const;
  const std::map<ConversationId, TrueConversation>& all() const { return conversations_; }
  const std::vector<ConversationId>& of_contact(ContactId contact) { return of_contact_[contact]; }

 private:
  void committed(WorkspaceId workspace, const ports::ConversationAppend& append);
  void take_requests(const std::vector<ports::RequestRecord>& requests);
  void take_event(TrueConversation& kept, const conversation::Event& event);
  void take_message(TrueConversation& kept, const conversation::Event& event, MessageId message);
  void check_assignee(const conversation::State& before, const conversation::Event& event) const;

  Tally& tally_;
  void check_capacity(const conversation::State& before, const conversation::State& after) const;

  std::map<UserId, std::size_t> capacities_;
  std::map<ConversationId, TrueConversation> conversations_;
  std::map<ContactId, std::vector<ConversationId>> of_contact_;
  // What each stored call was answered first.
  std::map<ClientId, ports::Receipt> receipts_;
  std::set<ClientId> accepts_;
  std::map<ClientId, IdBytes> moved_with_;
};

// Messages carry their sender's count at the end of the text: "Is it in stock? 17".
std::uint64_t number_in(const std::string& text);

}  // namespace parlor::sim
