#include "app/conversation/batch.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/conversation/evolve.h"
#include "domain/text.h"

namespace parlor::app {
Pending* Batch::find(Actor actor, ClientId client_id) {
  const auto found = std::ranges::find_if(decided_, [&](const Decided& decided) {
    return decided.pending.command.actor == actor && decided.pending.command.client_id == client_id;
  });
  return found == decided_.end() ? nullptr : &found->pending;
}

void Batch::add(Pending pending, conversation::Decision decision, Time now) {
  for (const auto& event : decision.events)
    conversation::evolve(provisional_, event);
  for (const auto& content : decision.contents)
    follow_last_message(content);
  ports::Receipt receipt{provisional_.id,  provisional_.seq, provisional_.status, now,
                         decision.message, decision.version};
  if (!decision.events.empty()) receipt.seq = decision.events[decision.answering].seq;
  std::ranges::move(decision.events, std::back_inserter(events_));
  std::ranges::move(decision.contents, std::back_inserter(contents_));
  decided_.push_back({std::move(pending), receipt});
}

void Batch::follow_last_message(const conversation::Content& content) {
  if (content.kind != conversation::ContentKind::message) return;
  if (!provisional_.last_message || provisional_.last_message->id != content.id) return;
  preview_ = content.body ? std::string(text::first_code_points(content.body->text, limits::kPreviewCodePointsMax))
                          : std::string();
}

ports::ConversationAppend Batch::to_append() const {
  ports::ConversationAppend append;
  append.conversation = provisional_.id;
  append.expected_seq = events_.front().seq - 1;
  append.events = events_;
  append.contents = contents_;
  append.after = provisional_;
  append.preview = preview_;
  append.requests = records();
  return append;
}

std::vector<ports::JoinedEvent> Batch::joined() const {
  std::vector<ports::JoinedEvent> joined;
  joined.reserve(events_.size());
  for (const auto& event : events_) {
    ports::JoinedEvent one{event, std::nullopt};
    if (const auto named = conversation::content_of(event.fact)) {
      // The newest version that this batch writes: what a reader would find by now.
      const auto content = std::ranges::find(contents_.rbegin(), contents_.rend(), *named, &conversation::Content::id);
      if (content != contents_.rend()) one.body = content->body;
    }
    joined.push_back(std::move(one));
  }
  return joined;
}

std::vector<Pending> Batch::take_pendings() && {
  std::vector<Pending> pendings;
  for (auto& decided : decided_)
    pendings.push_back(std::move(decided.pending));
  return pendings;
}

void Batch::answer_all() {
  for (auto& decided : decided_)
    decided.pending.answer(decided.receipt);
}

void Batch::refuse_all(Refusal reason) {
  for (auto& decided : decided_)
    decided.pending.answer(refuse(reason));
}

std::vector<ports::RequestRecord> Batch::records() const {
  std::vector<ports::RequestRecord> records;
  for (const auto& [pending, receipt] : decided_) {
    const auto& command = pending.command;
    if (command.client_id) records.push_back({command.actor, *command.client_id, pending.fingerprint, receipt});
  }
  return records;
}

}  // namespace parlor::app
