// FileVault: seals by AES-256-GCM with a data key for each owner; the keys live, wrapped by the master key, in
// keys.sqlite in the data folder. Thread-safe: a mutex guards the keys, not the sealing. A key is durable before
// anything is sealed with it.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "store/vault/batch_vault.h"
#include "store/vault/key_file.h"

namespace parlor::store {

class FileVault final : public BatchVault {
 public:
  // Opens or makes keys.sqlite; an error if another master key made it.
  static Result<std::unique_ptr<FileVault>> open(const std::string& folder, const Key& master);

  Result<ports::Sealed> seal(const ports::KeyOwner& owner, const ports::SealedAt& at, std::string_view plain) override;
  Result<std::string> open(const ports::Sealed& sealed, const ports::SealedAt& at) override;
  ports::TokenHash keyed_hash(std::string_view purpose, std::string_view plain) override;
  void prepare(const std::vector<ports::KeyOwner>& owners) override;
  void distrust_disk() override;
  std::string sealing() const override;

 private:
  FileVault(const std::string& folder, const Key& master);
  Result<DataKey> key_of(const ports::KeyOwner& owner);
  Result<DataKey> key_by(const KeyId& id);
  // Under the lock.
  std::vector<DataKey> make(const std::vector<ports::KeyOwner>& owners);

  const Key master_;
  std::mutex mutex_;
  KeyFile file_;
  KeyCache cache_;
  std::unordered_map<std::string, Key> purposes_;
  bool broken_ = false;
};

}  // namespace parlor::store
