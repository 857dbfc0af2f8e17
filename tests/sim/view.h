// View: what a tab shows of one conversation: an old snapshot and the events since. A value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger.h"
#include "wire/generated/topic.h"

namespace parlor::sim {

struct View {
  struct Item {
    std::int64_t seq{};
    wire::EventType type{};
    // Of a message or a note.
    std::optional<wire::Uuid> content;
    std::optional<wire::Uuid> client_id;
    std::optional<std::string> text;
  };

  std::int64_t seq = 0;
  wire::ConversationStatus status{};
  std::optional<wire::Uuid> assignee;
  std::vector<std::string> tags;
  std::optional<std::int64_t> rating;
  std::vector<Item> items;

  static View of(const wire::ConversationState& state, std::int64_t seq);
  void take(const wire::Event& event);

 private:
  void take_fact(const wire::Event& event);
  void show(const wire::Event& event);
  void change(const wire::Uuid& message, const std::optional<wire::Body>& body);
};

// Both at one seq. What one of them shows must be what the other shows, as far back as both go; words may be newer in
// one, since they are joined as they are now.
void promise_equal(const View& old_and_events, const View& fresh);
// All of it is what is stored, words too.
void promise_true(const View& view, const TrueConversation& stored, Audience audience);

}  // namespace parlor::sim
