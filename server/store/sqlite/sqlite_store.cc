#include "store/sqlite/sqlite_store.h"

#include <filesystem>

#include <fmt/format.h>

#include "store/rules/appending.h"
#include "store/sqlite/calls.h"
#include "store/sqlite/contact_tables.h"
#include "store/sqlite/conversation_reader.h"
#include "store/sqlite/conversation_writer.h"
#include "store/sqlite/sealing.h"

namespace parlor::store {
namespace {

std::string file_of(const SqliteOptions& options) {
  return options.folder + "/parlor.sqlite";
}

ConnectionOptions connection_of(const SqliteOptions& options) {
  return {.synchronous = options.synchronous, .vfs = options.vfs};
}

std::vector<ports::KeyOwner> owners_of(const ports::Append& append) {
  std::vector<ports::KeyOwner> owners;
  owners.reserve(1 + append.conversations.size());
  if (append.contact) owners.push_back(owned_by(append.workspace, append.contact->contact));
  for (const auto& part : append.conversations)
    owners.push_back(owned_by(append.workspace, part.after.contact));
  return owners;
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const SqliteOptions& options, BatchVault& vault) {
  try {
    return std::unique_ptr<SqliteStore>(new SqliteStore(options, vault));
  } catch (const Failure& failure) {
    return fail(fmt::format("{}: {}", file_of(options), failure.what()));
  }
}

SqliteStore::SqliteStore(const SqliteOptions& options, BatchVault& vault)
    : vault_(vault),
      writer_({file_of(options), connection_of(options), options.answer_before_commit}, vault, tallies_),
      readers_(file_of(options), connection_of(options), options.readers) {}

void SqliteStore::close() {
  // Readers first: the writer then is the last one out and can empty the WAL.
  readers_.close();
  writer_.close();
}

void SqliteStore::append(ports::Append append, ports::Callback<ports::AppendOutcome> done) {
  if (auto shape = check_shape(append); !shape) return done(std::unexpected(shape.error()));
  auto owners = owners_of(append);
  write_with<ports::AppendOutcome>(
      writer_, std::move(owners), std::move(done),
      [append = std::move(append)](Writing& writing) { return ConversationWriter(writing).append(append); });
}

void SqliteStore::save_reads(WorkspaceId workspace, ConversationId conversation,
                             std::vector<conversation::ReadMark> marks, ports::Callback<ports::Appended> done) {
  write_with<ports::Appended>(writer_, {}, std::move(done),
                              [workspace, conversation, marks = std::move(marks)](Writing& writing) {
                                ConversationWriter(writing).save_reads(workspace, conversation, marks);
                                return ports::Appended{};
                              });
}

void SqliteStore::save_pages(WorkspaceId workspace, ContactId contact, std::vector<ports::PageView> pages,
                             ports::Callback<ports::Appended> done) {
  // No key is made for a contact that does not exist.
  write_with<ports::Appended>(writer_, {}, std::move(done),
                              [workspace, contact, pages = std::move(pages)](Writing& writing) {
                                ContactTables(writing.connection, writing.vault).save_pages(workspace, contact, pages);
                                return ports::Appended{};
                              });
}

void SqliteStore::save_attributes(WorkspaceId workspace, ContactId contact, Attributes attributes,
                                  ports::Callback<ports::Appended> done) {
  write_with<ports::Appended>(
      writer_, {}, std::move(done), [workspace, contact, attributes = std::move(attributes)](Writing& writing) {
        ContactTables(writing.connection, writing.vault).save_attributes(workspace, contact, attributes);
        return ports::Appended{};
      });
}

void SqliteStore::load(WorkspaceId workspace, ConversationId conversation,
                       ports::Callback<std::optional<ports::LoadedConversation>> done) {
  read_with<std::optional<ports::LoadedConversation>>(
      readers_, std::move(done), [this, workspace, conversation](Connection& db) {
        return ConversationReader(db, vault_).load(workspace, conversation);
      });
}

void SqliteStore::events(ports::EventQuery query, ports::Callback<ports::EventPage> done) {
  read_with<ports::EventPage>(readers_, std::move(done),
                              [this, query](Connection& db) { return ConversationReader(db, vault_).events(query); });
}

void SqliteStore::heads(std::vector<ports::Stream> streams, ports::Callback<std::vector<ports::Head>> done) {
  read_with<std::vector<ports::Head>>(readers_, std::move(done), [this, streams = std::move(streams)](Connection& db) {
    return ConversationReader(db, vault_).heads(streams);
  });
}

void SqliteStore::message(WorkspaceId workspace, ConversationId conversation, MessageId message,
                          ports::Callback<std::optional<conversation::MessageFacts>> done) {
  read_with<std::optional<conversation::MessageFacts>>(
      readers_, std::move(done), [this, workspace, conversation, message](Connection& db) {
        return ConversationReader(db, vault_).message(workspace, conversation, message);
      });
}

void SqliteStore::request(ports::RequestKey key, ports::Callback<std::optional<ports::RequestRecord>> done) {
  read_with<std::optional<ports::RequestRecord>>(readers_, std::move(done),
                                                 [key](Connection& db) { return find_request(db, key); });
}

void SqliteStore::list(ports::ListQuery query, ports::Callback<ports::ListPage> done) {
  read_with<ports::ListPage>(readers_, std::move(done), [this, query = std::move(query)](Connection& db) {
    auto page = ConversationReader(db, vault_).list(query);
    page.counts = tallies_.counts(query.workspace, query.agent);
    return page;
  });
}

void SqliteStore::contact(WorkspaceId workspace, ContactId contact,
                          ports::Callback<std::optional<ports::StoredContact>> done) {
  read_with<std::optional<ports::StoredContact>>(readers_, std::move(done), [this, workspace, contact](Connection& db) {
    return ContactTables(db, vault_).find(workspace, contact);
  });
}

void SqliteStore::conversations_of(WorkspaceId workspace, ContactId contact, std::size_t limit,
                                   ports::Callback<std::vector<ports::LoadedConversation>> done) {
  read_with<std::vector<ports::LoadedConversation>>(
      readers_, std::move(done), [this, workspace, contact, limit](Connection& db) {
        return ConversationReader(db, vault_).conversations_of(workspace, contact, limit);
      });
}

void SqliteStore::pages_of(WorkspaceId workspace, ContactId contact,
                           ports::Callback<std::vector<ports::PageView>> done) {
  read_with<std::vector<ports::PageView>>(readers_, std::move(done), [this, workspace, contact](Connection& db) {
    return ContactTables(db, vault_).pages_of(workspace, contact);
  });
}

void SqliteStore::snoozed_until(Time now, std::size_t limit,
                                ports::Callback<std::vector<std::pair<WorkspaceId, ConversationId>>> done) {
  read_with<std::vector<std::pair<WorkspaceId, ConversationId>>>(
      readers_, std::move(done),
      [this, now, limit](Connection& db) { return ConversationReader(db, vault_).snoozed_until(now, limit); });
}

}  // namespace parlor::store
