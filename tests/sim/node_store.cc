#include "node_store.h"

#include <algorithm>

namespace parlor::sim {

using namespace std::chrono_literals;
using ports::Callback;

template <class T, class Ask>
struct NodeStore::QuestionOf final : Question {
  QuestionOf(World& given, Callback<T> asker, Ask what) : world(given), done(std::move(asker)), ask(std::move(what)) {}

  void happen() override {
    const bool fails = world.strikes(150);
    // Failed before it happened, or after: an unknown outcome.
    const bool is_lost = fails && world.chance.one_in(2);
    if (fails) world.tally.add(is_append && !is_lost ? Count::unknown_outcomes : Count::store_failures);
    if (!is_lost) ask(Callback<T>([this](Result<T> answer) { result.emplace(std::move(answer)); }));
    if (fails) result.emplace(fail("the store is away"));
    if (fails && is_append) world.trace(is_lost ? "an append failed" : "an append failed, yet it is stored");
  }
  void answer() override {
    if (!done) return;
    std::exchange(done, nullptr)(std::move(*result));
    std::exchange(answered, nullptr)();
  }
  void forget_asker() override {
    done = nullptr;
    answered = nullptr;
  }

  World& world;
  Callback<T> done;
  Ask ask;
  std::optional<Result<T>> result;
};

template <class T, class Ask>
void NodeStore::ask(Callback<T> done, Ask ask, bool is_append) {
  auto question = std::make_shared<QuestionOf<T, Ask>>(world_, std::move(done), std::move(ask));
  question->is_append = is_append;
  question->answered = answered_;
  travel(question);
}

void NodeStore::travel(const std::shared_ptr<Question>& question) {
  std::erase_if(questions_, [](const auto& one) { return one.expired(); });
  questions_.push_back(question);
  const auto slow = world_.strikes(20) ? 200ms : 3ms;
  world_.timeline.after(world_.chance.between(20us, slow), [&world = world_, question, slow] {
    if (question->undone) return;
    question->happen();
    question->happened = true;
    world.timeline.after(world.chance.between(20us, slow), [question] { question->answer(); });
  });
}

void NodeStore::cut_off() {
  for (const auto& one : questions_) {
    const auto question = one.lock();
    if (!question) continue;
    question->forget_asker();
    if (question->happened) {
      if (question->is_append) world_.tally.add(Count::appends_cut_stored);
    } else if (question->is_append) {
      question->undone = world_.chance.one_in(2);
      world_.tally.add(question->undone ? Count::appends_cut_unstored : Count::appends_cut_stored);
    }
  }
  questions_.clear();
}

void NodeStore::append(ports::Append append, Callback<ports::AppendOutcome> done) {
  auto ask_it = [&world = world_, append = std::move(append)](Callback<ports::AppendOutcome> answer) mutable {
    world.store.append(std::move(append), std::move(answer));
  };
  ask<ports::AppendOutcome>(std::move(done), std::move(ask_it), true);
}

template <class T, class Method, class... Arguments>
void NodeStore::pass(Callback<T> done, Method method, Arguments... arguments) {
  ask<T>(std::move(done), [&world = world_, method, ... arguments = std::move(arguments)](Callback<T> answer) mutable {
    (world.store.memory().*method)(std::move(arguments)..., std::move(answer));
  });
}

void NodeStore::save_reads(WorkspaceId workspace, ConversationId conversation,
                           std::vector<conversation::ReadMark> marks, ports::Callback<ports::Appended> done) {
  pass(std::move(done), &store::MemoryStore::save_reads, workspace, conversation, std::move(marks));
}
void NodeStore::save_pages(WorkspaceId workspace, ContactId contact, std::vector<ports::PageView> pages,
                           ports::Callback<ports::Appended> done) {
  pass(std::move(done), &store::MemoryStore::save_pages, workspace, contact, std::move(pages));
}
void NodeStore::save_attributes(WorkspaceId workspace, ContactId contact, Attributes attributes,
                                ports::Callback<ports::Appended> done) {
  pass(std::move(done), &store::MemoryStore::save_attributes, workspace, contact, std::move(attributes));
}
void NodeStore::load(WorkspaceId workspace, ConversationId conversation,
                     ports::Callback<std::optional<ports::LoadedConversation>> done) {
  pass(std::move(done), &store::MemoryStore::load, workspace, conversation);
}
void NodeStore::events(ports::EventQuery query, ports::Callback<ports::EventPage> done) {
  pass(std::move(done), &store::MemoryStore::events, query);
}
void NodeStore::heads(std::vector<ports::Stream> streams, ports::Callback<std::vector<ports::Head>> done) {
  pass(std::move(done), &store::MemoryStore::heads, std::move(streams));
}
void NodeStore::message(WorkspaceId workspace, ConversationId conversation, MessageId message,
                        ports::Callback<std::optional<conversation::MessageFacts>> done) {
  pass(std::move(done), &store::MemoryStore::message, workspace, conversation, message);
}
void NodeStore::request(ports::RequestKey key, ports::Callback<std::optional<ports::RequestRecord>> done) {
  pass(std::move(done), &store::MemoryStore::request, key);
}
void NodeStore::list(ports::ListQuery query, ports::Callback<ports::ListPage> done) {
  pass(std::move(done), &store::MemoryStore::list, std::move(query));
}
void NodeStore::contact(WorkspaceId workspace, ContactId contact,
                        ports::Callback<std::optional<ports::StoredContact>> done) {
  pass(std::move(done), &store::MemoryStore::contact, workspace, contact);
}
void NodeStore::conversations_of(WorkspaceId workspace, ContactId contact, std::size_t limit,
                                 ports::Callback<std::vector<ports::LoadedConversation>> done) {
  pass(std::move(done), &store::MemoryStore::conversations_of, workspace, contact, limit);
}
void NodeStore::pages_of(WorkspaceId workspace, ContactId contact, ports::Callback<std::vector<ports::PageView>> done) {
  pass(std::move(done), &store::MemoryStore::pages_of, workspace, contact);
}
void NodeStore::snoozed_until(Time now, std::size_t limit,
                              ports::Callback<std::vector<std::pair<WorkspaceId, ConversationId>>> done) {
  pass(std::move(done), &store::MemoryStore::snoozed_until, now, limit);
}
void NodeStore::epoch(ports::Callback<std::string> done) {
  pass(std::move(done), &store::MemoryStore::epoch);
}
void NodeStore::renew_epoch(ports::Callback<std::string> done) {
  pass(std::move(done), &store::MemoryStore::renew_epoch);
}
void NodeStore::workspaces(ports::Callback<std::vector<ports::Workspace>> done) {
  pass(std::move(done), &store::MemoryStore::workspaces);
}
void NodeStore::inboxes(ports::Callback<std::vector<ports::Inbox>> done) {
  pass(std::move(done), &store::MemoryStore::inboxes);
}
void NodeStore::users(ports::Callback<std::vector<ports::User>> done) {
  pass(std::move(done), &store::MemoryStore::users);
}
void NodeStore::create_workspace(ports::NewWorkspace fresh, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::create_workspace, std::move(fresh));
}
void NodeStore::save_inbox(ports::Inbox inbox, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::save_inbox, std::move(inbox));
}
void NodeStore::routing_documents(ports::Callback<std::vector<ports::RoutingDocument>> done) {
  pass(std::move(done), &store::MemoryStore::routing_documents);
}
void NodeStore::save_routing_document(ports::RoutingDocument document, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::save_routing_document, std::move(document));
}
void NodeStore::create_user(ports::User user, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::create_user, std::move(user));
}
void NodeStore::user_by_email(std::string email, ports::Callback<std::optional<ports::User>> done) {
  pass(std::move(done), &store::MemoryStore::user_by_email, std::move(email));
}
void NodeStore::save_credential(ports::Credential credential, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::save_credential, credential);
}
void NodeStore::credential(ports::TokenHash hash, ports::Callback<std::optional<ports::Credential>> done) {
  pass(std::move(done), &store::MemoryStore::credential, hash);
}
void NodeStore::delete_credential(ports::TokenHash hash, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::delete_credential, hash);
}
void NodeStore::create_invitation(ports::Invitation invitation, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::create_invitation, std::move(invitation));
}
void NodeStore::invitation(ports::TokenHash hash, ports::Callback<std::optional<ports::Invitation>> done) {
  pass(std::move(done), &store::MemoryStore::invitation, hash);
}
void NodeStore::invitations(WorkspaceId workspace, ports::Callback<std::vector<ports::Invitation>> done) {
  pass(std::move(done), &store::MemoryStore::invitations, workspace);
}
void NodeStore::delete_invitation(WorkspaceId workspace, InvitationId id, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::delete_invitation, workspace, id);
}
void NodeStore::accept_invitation(ports::TokenHash hash, ports::User user, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::accept_invitation, hash, std::move(user));
}
void NodeStore::setup_token(ports::Callback<std::optional<ports::TokenHash>> done) {
  pass(std::move(done), &store::MemoryStore::setup_token);
}
void NodeStore::save_setup_token(ports::TokenHash hash, ports::Callback<ports::WriteOutcome> done) {
  pass(std::move(done), &store::MemoryStore::save_setup_token, hash);
}

}  // namespace parlor::sim
