// The row of a conversation: how its lists are packed, and the row as a value. Throws Failure for damaged rows.
#pragma once

#include <string>
#include <vector>

#include "app/ports/conversation_store.h"
#include "store/connection/connection.h"
#include "store/vault/batch_vault.h"

namespace parlor::store {

std::string pack_agents(const std::vector<UserId>& agents);
std::string pack_tags(const std::vector<std::string>& tags);
// None for the place of what waits in nobody's queue in particular.
std::optional<std::string> pack_place(const Place& place);
std::string pack_reads(const std::vector<conversation::ReadMark>& reads);
std::string pack_recent(const std::vector<conversation::MessageMark>& recent);
std::vector<conversation::ReadMark> unpack_reads(std::string_view bytes);
std::vector<conversation::MessageMark> unpack_recent(std::string_view bytes);

// Two texts under one seal.
std::string pack_page(std::string_view url, std::string_view title);
std::pair<std::string, std::string> unpack_page(std::string_view bytes);

struct ContactProfile {
  std::string name;
  std::string email;
  std::string user_agent;
  Attributes attributes;
};
std::string pack_profile(const ContactProfile& profile);
ContactProfile unpack_profile(std::string_view bytes);

// Column list and joins of a whole conversation, with its contact's name and where it started; `source` follows FROM
// and must call the conversation `c`.
std::string select_conversations(const std::string& source);
ports::LoadedConversation read_conversation(const Query& query, ports::Vault& vault, WorkspaceId workspace);

}  // namespace parlor::store
