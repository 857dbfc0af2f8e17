#include "store/sqlite/contact_tables.h"

#include <algorithm>

#include "base/limits.h"
#include "store/rules/appending.h"
#include "store/sqlite/conversation_row.h"
#include "store/sqlite/sealing.h"

namespace parlor::store {
namespace {

ports::SealedAt profile_at(WorkspaceId workspace, ContactId contact, std::int64_t version) {
  return {workspace, "contacts", contact.bytes, static_cast<std::uint32_t>(version)};
}

ports::SealedAt page_at(WorkspaceId workspace, ContactId contact, std::int64_t number) {
  return {workspace, "contact_pages", contact.bytes, static_cast<std::uint32_t>(number)};
}

}  // namespace

conversation::Seq ContactTables::seq_of(WorkspaceId workspace, ContactId contact) {
  auto query = db_.query("SELECT seq FROM contacts WHERE workspace_id = $1 AND id = $2", workspace, contact);
  return query.step() ? static_cast<conversation::Seq>(query.number(0)) : 0;
}

void ContactTables::write(WorkspaceId workspace, const ports::ContactAppend& append) {
  if (append.expected_seq == 0) {
    insert(workspace, append);
  } else {
    update(workspace, append);
  }
}

void ContactTables::insert(WorkspaceId workspace, const ports::ContactAppend& append) {
  const auto profile = pack_profile({append.name.value_or(""), append.email.value_or(""),
                                     append.user_agent.value_or(""), append.attributes.value_or(Attributes())});
  const auto sealed =
      seal_or_throw(vault_, owned_by(workspace, append.contact), profile_at(workspace, append.contact, 1), profile);
  const auto locale = append.locale.value_or("");
  db_.run(
      "INSERT INTO contacts (workspace_id, id, seq, inbox_id, visitor_id, token_hash, locale, first_seen, last_seen, "
      "visits, version,"
      " key_id, sealed) VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $7, 1, 1, $8, $9)",
      workspace, append.contact, append.inbox, append.visitor, append.token_hash, locale, append.at, sealed.key,
      Blob{sealed.bytes});
}

void ContactTables::update(WorkspaceId workspace, const ports::ContactAppend& append) {
  db_.run(
      "UPDATE contacts SET seq = seq + 1, token_hash = coalesce($3, token_hash), locale = coalesce($4, locale)"
      " WHERE workspace_id = $1 AND id = $2",
      workspace, append.contact, append.token_hash, append.locale);
  if (append.name || append.email || append.user_agent || append.attributes) update_profile(workspace, append);
}

void ContactTables::update_profile(WorkspaceId workspace, const ports::ContactAppend& append) {
  ContactProfile profile;
  std::int64_t version = 0;
  {
    auto query = db_.query("SELECT version, key_id, sealed FROM contacts WHERE workspace_id = $1 AND id = $2",
                           workspace, append.contact);
    if (!query.step()) return;
    version = query.number(0);
    profile = unpack_profile(open_column(vault_, query, 1, profile_at(workspace, append.contact, version)));
  }
  if (append.name) profile.name = *append.name;
  if (append.email) profile.email = *append.email;
  if (append.user_agent) profile.user_agent = *append.user_agent;
  if (append.attributes) profile.attributes = *append.attributes;
  const auto sealed = seal_or_throw(vault_, owned_by(workspace, append.contact),
                                    profile_at(workspace, append.contact, ++version), pack_profile(profile));
  db_.run("UPDATE contacts SET version = $3, key_id = $4, sealed = $5 WHERE workspace_id = $1 AND id = $2", workspace,
          append.contact, version, sealed.key, Blob{sealed.bytes});
}

void ContactTables::save_pages(WorkspaceId workspace, ContactId contact, const std::vector<ports::PageView>& pages) {
  if (pages.empty() || seq_of(workspace, contact) == 0) return;
  count_visits(workspace, contact, pages);
  std::int64_t number = 0;
  {
    auto query =
        db_.query("SELECT coalesce(max(number), 0) FROM contact_pages WHERE workspace_id = $1 AND contact_id = $2",
                  workspace, contact);
    if (query.step()) number = query.number(0);
  }
  for (const auto& page : pages) {
    const auto sealed = seal_or_throw(vault_, owned_by(workspace, contact), page_at(workspace, contact, ++number),
                                      pack_page(page.url, page.title));
    db_.run(
        "INSERT INTO contact_pages (workspace_id, contact_id, number, at, key_id, sealed) VALUES ($1, $2, $3, $4, $5, "
        "$6)",
        workspace, contact, number, page.at, sealed.key, Blob{sealed.bytes});
  }
  db_.run(
      "DELETE FROM contact_pages WHERE workspace_id = $1 AND contact_id = $2 AND number NOT IN (SELECT number FROM "
      "contact_pages"
      " WHERE workspace_id = $1 AND contact_id = $2 ORDER BY at DESC, number DESC LIMIT $3)",
      workspace, contact, limits::kContactPagesMax);
}

void ContactTables::save_attributes(WorkspaceId workspace, ContactId contact, const Attributes& attributes) {
  ports::ContactAppend change{.contact = contact, .inbox = {}, .visitor = {}};
  change.attributes = attributes;
  update_profile(workspace, change);
}

void ContactTables::count_visits(WorkspaceId workspace, ContactId contact, const std::vector<ports::PageView>& pages) {
  Time last_seen{};
  {
    auto query = db_.query("SELECT last_seen FROM contacts WHERE workspace_id = $1 AND id = $2", workspace, contact);
    if (query.step()) last_seen = query.time(0);
  }
  std::int64_t visits = 0;
  for (const auto& page : pages) {
    if (starts_a_visit(last_seen, page.at)) ++visits;
    last_seen = std::max(last_seen, page.at);
  }
  db_.run("UPDATE contacts SET last_seen = $3, visits = visits + $4 WHERE workspace_id = $1 AND id = $2", workspace,
          contact, last_seen, visits);
}

std::optional<ports::StoredContact> ContactTables::find(WorkspaceId workspace, ContactId contact) {
  auto query = db_.query(
      "SELECT seq, inbox_id, visitor_id, token_hash, locale, first_seen, visits, version, key_id, sealed FROM contacts"
      " WHERE workspace_id = $1 AND id = $2",
      workspace, contact);
  if (!query.step()) return std::nullopt;
  ports::StoredContact found;
  found.id = contact;
  found.seq = static_cast<conversation::Seq>(query.number(0));
  found.inbox = query.id<InboxId>(1);
  found.visitor = query.id<VisitorId>(2);
  if (!query.is_null(3)) found.token_hash = query.array<16>(3);
  found.locale = query.text(4);
  found.first_seen = query.time(5);
  found.visits = static_cast<std::uint32_t>(query.number(6));
  auto profile = unpack_profile(open_column(vault_, query, 8, profile_at(workspace, contact, query.number(7))));
  found.name = std::move(profile.name);
  found.email = std::move(profile.email);
  found.user_agent = std::move(profile.user_agent);
  found.attributes = std::move(profile.attributes);
  return found;
}

std::vector<ports::PageView> ContactTables::pages_of(WorkspaceId workspace, ContactId contact) {
  std::vector<ports::PageView> pages;
  auto query = db_.query(
      "SELECT number, at, key_id, sealed FROM contact_pages WHERE workspace_id = $1 AND contact_id = $2"
      " ORDER BY at DESC, number DESC",
      workspace, contact);
  while (query.step()) {
    auto [url, title] = unpack_page(open_column(vault_, query, 2, page_at(workspace, contact, query.number(0))));
    pages.push_back({std::move(url), std::move(title), query.time(1)});
  }
  return pages;
}

}  // namespace parlor::store
