#include "store/vault/key_file.h"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include "store/vault/additional.h"

namespace parlor::store {
namespace {

constexpr const char* kSchema =
    "CREATE TABLE IF NOT EXISTS identity (id BLOB PRIMARY KEY, proof BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS keys (workspace_id BLOB NOT NULL, owner_id BLOB NOT NULL, id BLOB NOT NULL,"
    " wrapped BLOB NOT NULL, PRIMARY KEY (workspace_id, owner_id)) WITHOUT ROWID;"
    "CREATE UNIQUE INDEX IF NOT EXISTS keys_id ON keys (id);";

std::string additional_of_key(const ports::KeyOwner& owner, const KeyId& id) {
  std::string bytes = additional_of({owner.workspace, "keys", owner.owner, 1});
  return bytes.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

}  // namespace

KeyFile::KeyFile(const std::string& file, Key master) : master_(master), connection_(file, {.cache_kib = 512}) {
  open_or_found();
}

// The proof is sealed by the master key, so that another one is noticed before it seals anything.
void KeyFile::open_or_found() {
  connection_.script(kSchema);
  Transaction transaction(connection_);
  auto found = connection_.query("SELECT id, proof FROM identity");
  if (found.step()) {
    const auto id = found.id<KeyId>(0);
    identity_ = id.str();
    if (!open_with(master_, identity_, found.bytes(1))) {
      throw Failure(SQLITE_AUTH, "the master key is not the one that keys.sqlite was made with");
    }
    return;
  }
  const auto id = random_key_id();
  identity_ = id.str();
  const auto proof = seal_with(master_, identity_, "parlor");
  connection_.run("INSERT INTO identity (id, proof) VALUES ($1, $2)", id, Blob{proof});
  transaction.commit();
}

DataKey KeyFile::unwrapped(const ports::KeyOwner& owner, const KeyId& id, std::string_view wrapped) const {
  auto key = open_with(master_, additional_of_key(owner, id), wrapped);
  if (!key || key->size() != Key::kBytes)
    throw Failure(SQLITE_CORRUPT, fmt::format("the data key {} is damaged", id.str()));
  DataKey opened{owner, id, Key(*key)};
  OPENSSL_cleanse(key->data(), key->size());
  return opened;
}

std::optional<DataKey> KeyFile::of_owner(const ports::KeyOwner& owner) {
  auto row = connection_.query("SELECT id, wrapped FROM keys WHERE workspace_id = $1 AND owner_id = $2",
                               owner.workspace, owner.owner);
  if (!row.step()) return std::nullopt;
  return unwrapped(owner, row.id<KeyId>(0), row.bytes(1));
}

std::optional<DataKey> KeyFile::by_id(const KeyId& id) {
  auto row = connection_.query("SELECT workspace_id, owner_id, wrapped FROM keys WHERE id = $1", id);
  if (!row.step()) return std::nullopt;
  return unwrapped({row.id<WorkspaceId>(0), row.array<16>(1)}, id, row.bytes(2));
}

std::vector<DataKey> KeyFile::make(const std::vector<ports::KeyOwner>& owners) {
  std::vector<DataKey> keys;
  Transaction transaction(connection_);
  for (const auto& owner : owners) {
    if (auto known = of_owner(owner)) {
      keys.push_back(*known);
      continue;
    }
    const DataKey made{owner, random_key_id(), Key::random()};
    const auto wrapped = seal_with(master_, additional_of_key(owner, made.id), made.key.view());
    connection_.run("INSERT INTO keys (workspace_id, owner_id, id, wrapped) VALUES ($1, $2, $3, $4)", owner.workspace,
                    owner.owner, made.id, Blob{wrapped});
    keys.push_back(made);
  }
  transaction.commit();
  return keys;
}

}  // namespace parlor::store
