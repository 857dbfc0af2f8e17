// Batch: the commands of one conversation that are decided one after another on provisional state and appended
// together. Lives on the shard's worker between two appends; if the append fails its commands go back to the queue in
// their order.
#pragma once

#include <optional>
#include <vector>

#include "app/conversation/pending.h"
#include "app/ports/conversation_store.h"
#include "domain/conversation/decide.h"

namespace parlor::app {

class Batch {
 public:
  explicit Batch(const conversation::State& state) : provisional_(state) {}

  bool empty() const { return decided_.empty(); }
  bool has_events() const { return !events_.empty(); }
  std::size_t event_count() const { return events_.size(); }
  const conversation::State& provisional() const { return provisional_; }
  // The newest message's text as lists show it; none: no message changed it.
  const std::optional<std::string>& preview() const { return preview_; }

  // The decided command with this actor and client id, if there is one.
  Pending* find(Actor actor, ClientId client_id);
  // Evolves the provisional state and remembers whom to answer what.
  void add(Pending pending, conversation::Decision decision, Time now);

  ports::ConversationAppend to_append() const;
  // The events with the content that they name.
  std::vector<ports::JoinedEvent> joined() const;

  std::vector<Pending> take_pendings() &&;
  // Answers every command with its receipt.
  void answer_all();
  // Answers every command that it was not done.
  void refuse_all(Refusal reason);
  std::vector<ports::RequestRecord> records() const;

 private:
  struct Decided {
    Pending pending;
    ports::Receipt receipt;
  };

  void follow_last_message(const conversation::Content& content);

  conversation::State provisional_;
  std::vector<conversation::Event> events_;
  std::vector<conversation::Content> contents_;
  std::optional<std::string> preview_;
  std::vector<Decided> decided_;
};

}  // namespace parlor::app
