#include "store/vault/file_vault.h"

#include <fmt/format.h>

#include "store/vault/additional.h"

namespace parlor::store {
namespace {

// About 100 bytes each.
constexpr std::size_t kKeysCachedMax = 20'000;

}  // namespace

Result<std::unique_ptr<FileVault>> FileVault::open(const std::string& folder, const Key& master) {
  try {
    return std::unique_ptr<FileVault>(new FileVault(folder, master));
  } catch (const Failure& failure) {
    return fail(fmt::format("{}/keys.sqlite: {}", folder, failure.what()));
  }
}

FileVault::FileVault(const std::string& folder, const Key& master)
    : master_(derive(master, "parlor keyed hash")),
      file_(folder + "/keys.sqlite", derive(master, "parlor key wrapping")),
      cache_(kKeysCachedMax) {}

Result<ports::Sealed> FileVault::seal(const ports::KeyOwner& owner, const ports::SealedAt& at, std::string_view plain) {
  const auto key = key_of(owner);
  if (!key) return std::unexpected(key.error());
  return ports::Sealed{key->id, seal_with(key->key, additional_of(at), plain)};
}

Result<std::string> FileVault::open(const ports::Sealed& sealed, const ports::SealedAt& at) {
  const auto key = key_by(sealed.key);
  if (!key) return std::unexpected(key.error());
  auto plain = open_with(key->key, additional_of(at), sealed.bytes);
  if (!plain) return fail(fmt::format("a sealed row of {} does not open: {}", at.table, KeyId{at.row}.str()));
  return *std::move(plain);
}

ports::TokenHash FileVault::keyed_hash(std::string_view purpose, std::string_view plain) {
  std::unique_lock lock(mutex_);
  auto known = purposes_.find(std::string(purpose));
  if (known == purposes_.end()) known = purposes_.emplace(purpose, derive(master_, purpose)).first;
  const Key key = known->second;
  lock.unlock();
  return hmac(key, plain);
}

void FileVault::prepare(const std::vector<ports::KeyOwner>& owners) {
  const std::scoped_lock lock(mutex_);
  std::vector<ports::KeyOwner> missing;
  for (const auto& owner : owners) {
    if (!cache_.of_owner(owner)) missing.push_back(owner);
  }
  if (!missing.empty()) make(missing);
}

std::vector<DataKey> FileVault::make(const std::vector<ports::KeyOwner>& owners) {
  if (broken_) throw Failure(SQLITE_IOERR, "keys.sqlite: an earlier write to the disk failed");
  try {
    auto made = file_.make(owners);
    for (const auto& key : made)
      cache_.add(key);
    return made;
  } catch (const Failure& failure) {
    // The next to prepare tells the store, if this one does not.
    if (failure.is_breakage()) broken_ = true;
    throw failure.within("keys.sqlite");
  }
}

void FileVault::distrust_disk() {
  const std::scoped_lock lock(mutex_);
  broken_ = true;
  file_.distrust();
}

std::string FileVault::sealing() const {
  return "aes-256-gcm " + file_.identity();
}

Result<DataKey> FileVault::key_of(const ports::KeyOwner& owner) {
  const std::scoped_lock lock(mutex_);
  if (auto known = cache_.of_owner(owner)) return *known;
  try {
    return make({owner}).front();
  } catch (const Failure& failure) {
    return std::unexpected(failure.error());
  }
}

Result<DataKey> FileVault::key_by(const KeyId& id) {
  const std::scoped_lock lock(mutex_);
  if (auto known = cache_.by_id(id)) return *known;
  try {
    auto kept = file_.by_id(id);
    if (!kept) return fail(fmt::format("the data key {} does not exist", id.str()));
    cache_.add(*kept);
    return *kept;
  } catch (const Failure& failure) {
    return fail(fmt::format("keys.sqlite: {}", failure.what()));
  }
}

}  // namespace parlor::store
