// Beginning a conversation: one transaction, keyed by (contact, client id). The contact's seq guards two beginnings at
// once, so that a contact has one unresolved conversation in an inbox; a second wish to begin becomes a message there.
#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/conversation/batch.h"
#include "app/conversation/beginning.h"
#include "app/conversation/conversations.h"
#include "app/conversation/fingerprint.h"
#include "app/conversation/load_guard.h"
#include "app/conversation/shard.h"
#include "app/conversation/views.h"
#include "domain/conversation/decide.h"
#include "domain/text.h"
#include "runtime/resume.h"

namespace parlor::app {

// A conversation that is decided, and then stored.
struct Begun {
  Batch batch;
  ports::Append append;
  ports::LoadedConversation loaded;
};

namespace {

constexpr int kAttemptsMax = 8;

// What stands before a conversation begins.
struct Before {
  std::optional<ports::StoredContact> contact;
  std::optional<ports::RequestRecord> earlier;
  // The contact's unresolved conversation in this inbox.
  std::optional<conversation::State> unresolved;
  // Where the message of this start was stored already: in a conversation that another one may have replaced since, for
  // an agent's reply reopens a resolved one beside the newest.
  std::optional<ports::RequestRecord> posted;
  // The agent's words that the visitor answers.
  std::optional<presence::Invitation> invited;
};

ContactId contact_of(const access::Principal& visitor) {
  return id_cast<ContactId>(visitor.id);
}

ports::Fingerprint fingerprint_of(ports::Vault& vault, const access::Principal& visitor, const StartRequest& request) {
  // With a message the two calls are one: the same start with another text is another call.
  if (request.message) return fingerprint(vault, conversation::PostMessage{request.message->body});
  return fingerprint(vault, conversation::Start{visitor.inbox, contact_of(visitor)});
}

using Rows = std::vector<ports::LoadedConversation>;
using FoundRequest = std::optional<ports::RequestRecord>;

// What stands before one visitor's wish to begin. Lives in the frame of the Task that asks.
class Looking {
 public:
  Looking(Node& node, access::Principal visitor) : node_(node), visitor_(visitor) {}

  runtime::Task<Result<Before>> look(ClientId client_id, std::optional<ClientId> message) {
    Before before;
    auto stored = co_await runtime::await_callback<Result<std::optional<ports::StoredContact>>>(
        [this](auto done) { node_.store.contact(visitor_.workspace, contact_of(visitor_), std::move(done)); });
    if (!stored) co_return std::unexpected(stored.error());
    if (!*stored) co_return before;
    before.contact = std::move(*stored);
    const auto earlier = co_await find_request(visitor_.id.bytes, client_id);
    if (!earlier) co_return std::unexpected(earlier.error());
    before.earlier = *earlier;
    if (before.earlier) co_return before;
    const auto rows = co_await newest_conversations();
    if (!rows) co_return std::unexpected(rows.error());
    const auto found = std::ranges::find_if(*rows, [&](const ports::LoadedConversation& row) {
      return row.state.inbox == visitor_.inbox && row.state.status != conversation::Status::resolved;
    });
    if (found != rows->end()) before.unresolved = found->state;
    if (!message) co_return before;
    const auto posted = co_await find_posted(*rows, *message);
    if (!posted) co_return std::unexpected(posted.error());
    before.posted = *posted;
    co_return before;
  }

 private:
  runtime::Task<Result<FoundRequest>> find_request(IdBytes stream, ClientId client_id) {
    auto found = co_await runtime::await_callback<Result<FoundRequest>>([this, stream, client_id](auto done) {
      node_.store.request({visitor_.workspace, stream, visitor_.actor(), client_id}, std::move(done));
    });
    co_return found;
  }

  runtime::Task<Result<Rows>> newest_conversations() {
    auto rows = co_await runtime::await_callback<Result<Rows>>([this](auto done) {
      constexpr std::size_t kNewestLookedAt = 20;
      node_.store.conversations_of(visitor_.workspace, contact_of(visitor_), kNewestLookedAt, std::move(done));
    });
    co_return rows;
  }

  runtime::Task<Result<FoundRequest>> find_posted(Rows rows, ClientId client_id) {
    for (const auto& row : rows) {
      auto found = co_await find_request(row.state.id.bytes, client_id);
      if (!found || *found) co_return found;
    }
    co_return FoundRequest();
  }

  Node& node_;
  access::Principal visitor_;
};

Pending pending_of(Node& node, const access::Principal& who, conversation::Wish wish, ClientId client_id) {
  const auto print = fingerprint(node.vault, wish);
  conversation::Command command{who.actor(), client_id, std::nullopt, std::move(wish)};
  return {who, std::move(command), print, std::nullopt, Reply<ports::Receipt>(node.workers[0], [](auto) {}), {}};
}

Pending pending_of(Node& node, WorkspaceId workspace, const presence::Invitation& invitation) {
  const access::Principal agent{access::Role::agent, workspace, id_cast<ActorId>(invitation.agent), {}, {}, false};
  return pending_of(node, agent, conversation::PostMessage{{invitation.text}}, invitation.id);
}

Beginning beginning_of(Node& node, const access::Principal& visitor, const StartRequest& request,
                       const Before& before) {
  Beginning beginning{.inbox = visitor.inbox, .returning = before.contact.has_value(), .at = node.clock.now()};
  const auto setup = node.directory.snapshot()->routing_of(visitor.workspace);
  beginning.queue = queue_before(node.floor, visitor.workspace, visitor.inbox, *setup);
  if (before.contact) beginning.attributes = before.contact->attributes;
  if (request.attributes) beginning.attributes = *request.attributes;
  if (request.message) beginning.message = request.message->body.text;
  if (request.page) {
    beginning.page_url = request.page->url;
    beginning.page_title = request.page->title;
  }
  beginning.locale = request.locale.value_or(before.contact ? before.contact->locale : std::string());
  return beginning;
}

std::optional<Refusal> decide_into(Batch& batch, Node& node, Pending pending, const Beginning& beginning) {
  conversation::Context context;
  context.now = node.clock.now();
  context.fresh_id = node.ids.make<MessageId>();
  const auto setup = node.directory.snapshot()->routing_of(pending.caller.workspace);
  route(context, beginning, {*setup, node.zones, node.ids});
  auto decided = conversation::decide(batch.provisional(), pending.command, context);
  if (!decided) return decided.error();
  batch.add(std::move(pending), std::move(*decided), context.now);
  return std::nullopt;
}

ports::ContactAppend contact_append(Node& node, const access::Principal& visitor, const StartRequest& request,
                                    const Before& before) {
  ports::ContactAppend contact;
  contact.contact = contact_of(visitor);
  contact.expected_seq = before.contact ? before.contact->seq : 0;
  contact.inbox = visitor.inbox;
  contact.visitor = visitor.visitor;
  contact.token_hash = request.token_hash;
  contact.name = request.name;
  contact.email = request.email;
  contact.locale = request.locale;
  contact.user_agent = request.user_agent;
  contact.attributes = request.attributes;
  contact.at = node.clock.now();
  return contact;
}

ports::LoadedConversation loaded_after(const Batch& batch, const ports::ConversationAppend& append,
                                       const StartRequest& request, const Before& before) {
  ports::LoadedConversation loaded;
  loaded.state = batch.provisional();
  loaded.preview = append.preview.value_or(std::string());
  loaded.page_url = append.page_url.value_or(std::string());
  loaded.page_title = append.page_title.value_or(std::string());
  loaded.contact_name = request.name.value_or(before.contact ? before.contact->name : std::string());
  loaded.locale = request.locale.value_or(before.contact ? before.contact->locale : std::string());
  loaded.attributes = request.attributes.value_or(before.contact ? before.contact->attributes : Attributes());
  return loaded;
}

// The agent's words first, which make the chat theirs.
Answer<Begun> decide_begin(Node& node, const access::Principal& visitor, const StartRequest& request,
                           const Before& before) {
  conversation::State fresh;
  fresh.id = node.ids.make<ConversationId>();
  Batch batch(fresh);
  conversation::Start start{visitor.inbox, contact_of(visitor)};
  const auto beginning = beginning_of(node, visitor, request, before);
  if (const auto refused = decide_into(batch, node, pending_of(node, visitor, start, request.client_id), beginning))
    return refuse(*refused);
  if (before.invited) {
    auto pending = pending_of(node, visitor.workspace, *before.invited);
    if (const auto refused = decide_into(batch, node, std::move(pending), beginning)) return refuse(*refused);
  }
  if (request.message) {
    conversation::PostMessage post{request.message->body};
    auto pending = pending_of(node, visitor, std::move(post), request.message->client_id);
    if (const auto refused = decide_into(batch, node, std::move(pending), beginning)) return refuse(*refused);
  }
  auto conversation = batch.to_append();
  const auto setup = node.directory.snapshot()->routing_of(visitor.workspace);
  conversation.guard = load_guard(*setup, fresh, batch.provisional());
  if (request.page) {
    conversation.page_url = text::page_address(request.page->url);
    conversation.page_title = request.page->title;
  }
  auto contact = contact_append(node, visitor, request, before);
  // The beginning is keyed by the contact; the conversation keeps the message's record alone.
  auto record = conversation.requests.front();
  conversation.requests.erase(conversation.requests.begin());
  record.fingerprint = fingerprint_of(node.vault, visitor, request);
  record.receipt.seq = batch.provisional().visitor_seq;
  record.receipt.status = batch.provisional().status;
  contact.requests.push_back(record);
  auto loaded = loaded_after(batch, conversation, request, before);
  ports::Append append{visitor.workspace, std::move(contact), {}};
  append.conversations.push_back(std::move(conversation));
  return Begun{std::move(batch), std::move(append), std::move(loaded)};
}

void publish_begun(Node& node, Shard& shard, const access::Principal& visitor, Begun begun) {
  const auto workspace = visitor.workspace;
  auto joined = begun.batch.joined();
  shard.worker().dispatch([&shard, workspace, loaded = begun.loaded, joined = std::move(joined)]() mutable {
    shard.adopt(workspace, std::move(loaded), std::move(joined));
  });
  node.presence.contact_stored(workspace, contact_of(visitor));
  ContactConversationStarted started;
  started.seq = begun.append.contact->expected_seq + 1;
  started.at = begun.loaded.state.started_at;
  started.client_id = begun.append.contact->requests.front().client_id;
  started.conversation = view_of(std::move(begun.loaded), *node.directory.snapshot(), Roster());
  started.conversation.contact_online = true;
  node.bus.publish(
      std::make_shared<const Publication>(Topic::contact(workspace, contact_of(visitor)), std::move(started)));
}

void publish_head(Node& node, const access::Principal& visitor, const ports::StoredContact& contact) {
  const auto topic = Topic::contact(visitor.workspace, contact.id);
  node.bus.publish(std::make_shared<const Publication>(topic, HeadSeen{{contact.seq, contact.seq}}));
}

ports::Receipt receipt_of(const conversation::State& unresolved) {
  return {unresolved.id, unresolved.visitor_seq, unresolved.status, unresolved.updated_at, std::nullopt, 1};
}

Call post_into(const conversation::State& unresolved, const access::Principal& visitor, PostFirst message) {
  conversation::PostMessage post{std::move(message.body)};
  // Only while it is as it was looked at: a message must not land here once another attempt at the same start found the
  // conversation resolved and began a new one with it.
  return {unresolved.id, {visitor.actor(), message.client_id, unresolved.seq, std::move(post)}, std::nullopt};
}

}  // namespace

runtime::Task<Answer<ports::Receipt>> Conversations::submit_and_wait(access::Principal caller, Call call) {
  auto& worker = shard_of(caller.id.bytes).worker();
  auto answer =
      co_await runtime::await_callback<Answer<ports::Receipt>>([this, &worker, caller, call](auto done) mutable {
        Reply<ports::Receipt> reply(
            worker, [done = std::move(done)](Answer<ports::Receipt> result) mutable { done(std::move(result)); });
        submit(caller, std::move(call), std::move(reply));
      });
  co_return answer;
}

runtime::Task<Conversations::Invited> Conversations::invited_by(access::Principal visitor,
                                                                std::optional<ClientId> invitation) {
  if (!invitation) co_return std::nullopt;
  auto& worker = shard_of(visitor.id.bytes).worker();
  const auto found =
      co_await runtime::await_callback<Answer<Invited>>([this, &worker, visitor, invitation](auto done) mutable {
        Reply<Invited> reply(worker, [done = std::move(done)](auto answer) mutable { done(std::move(answer)); });
        node_.presence.visitors().invitation(visitor, *invitation, std::move(reply));
      });
  if (!found || !*found) co_return std::nullopt;
  const auto& roster = node_.locals[worker.index()]->roster;
  // Whoever has left since brings nobody in: the visitor waits for those who are there.
  co_return roster.is_reachable((*found)->agent) ? *found : std::nullopt;
}

runtime::Task<Conversations::Attempt> Conversations::begin_once(access::Principal visitor, StartRequest request,
                                                                Invited invited) {
  const auto message = request.message ? std::optional(request.message->client_id) : std::nullopt;
  Looking looking(node_, visitor);
  auto before = co_await looking.look(request.client_id, message);
  if (!before) co_return refuse(Refusal::try_later);
  if (before->earlier) {
    // Whoever made it may have been cut off between storing and telling.
    publish_head(node_, visitor, *before->contact);
    co_return answer_again(*before->earlier, fingerprint_of(node_.vault, visitor, request));
  }
  if (before->posted) co_return answer_again(*before->posted, fingerprint_of(node_.vault, visitor, request));
  if (before->unresolved) {
    if (!request.message) co_return receipt_of(*before->unresolved);
    auto call = post_into(*before->unresolved, visitor, std::move(*request.message));
    auto posted = co_await submit_and_wait(visitor, std::move(call));
    // Something happened there a moment ago, perhaps its end.
    const bool has_changed = !posted && (posted.error().reason == Refusal::conversation_resolved ||
                                         posted.error().reason == Refusal::conflict);
    if (has_changed) co_return Again::as_before;
    co_return posted;
  }
  before->invited = std::move(invited);
  auto begun = decide_begin(node_, visitor, request, *before);
  if (!begun) co_return std::unexpected(begun.error());
  co_return co_await append_begun(visitor, std::make_shared<Begun>(std::move(*begun)));
}

runtime::Task<Conversations::Attempt> Conversations::append_begun(access::Principal visitor,
                                                                  std::shared_ptr<Begun> begun) {
  auto outcome = co_await runtime::await_callback<Result<ports::AppendOutcome>>(
      [this, append = begun->append](auto done) mutable { node_.store.append(std::move(append), std::move(done)); });
  if (!outcome) {
    if (node_.floor) node_.floor->in_doubt(visitor.workspace);
    co_return refuse(refusal_of(outcome.error()));
  }
  if (std::holds_alternative<ports::AgentFull>(*outcome)) co_return Again::uninvited;
  if (!std::holds_alternative<ports::Appended>(*outcome)) co_return Again::as_before;
  const auto receipt = begun->append.contact->requests.front().receipt;
  contacts_of(visitor.id.bytes)
      .begun({visitor.workspace, contact_of(visitor)}, receipt.conversation, begun->append.contact->expected_seq);
  auto& shard = shard_of(begun->loaded.state.id.bytes);
  shard_of(visitor.id.bytes).worker().post([this, &shard, visitor, begun] {
    publish_begun(node_, shard, visitor, std::move(*begun));
  });
  co_return receipt;
}

runtime::Task<> Conversations::begin(access::Principal visitor, StartRequest request, Reply<ports::Receipt> reply) {
  auto invited = co_await invited_by(visitor, request.invitation);
  for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
    auto answer = co_await begin_once(visitor, request, invited);
    if (auto* told = std::get_if<Answer<ports::Receipt>>(&answer)) {
      reply(std::move(*told));
      co_return;
    }
    if (std::get<Again>(answer) == Again::uninvited) invited.reset();
  }
}

void Conversations::start(access::Principal visitor, StartRequest request, Reply<ports::Receipt> reply) {
  const access::Object own{visitor.workspace, contact_of(visitor)};
  if (!access::allowed(visitor, access::Action::start_conversation, own)) return reply(refuse(Refusal::not_permitted));
  auto& worker = shard_of(visitor.id.bytes).worker();
  asio::co_spawn(worker.executor(), begin(visitor, std::move(request), std::move(reply)), asio::detached);
}

}  // namespace parlor::app
