// ClearVault: no sealing at all. Only the positive control of the byte scan uses it: with it, the scan must find what
// was written. A database that it wrote opens with no other vault, and it opens no database that another one wrote.
// Thread-safe, holds nothing.
#pragma once

#include "store/vault/batch_vault.h"

namespace parlor::store {

class ClearVault final : public BatchVault {
 public:
  Result<ports::Sealed> seal(const ports::KeyOwner& owner, const ports::SealedAt& at, std::string_view plain) override;
  Result<std::string> open(const ports::Sealed& sealed, const ports::SealedAt& at) override;
  ports::TokenHash keyed_hash(std::string_view purpose, std::string_view plain) override;
  void prepare(const std::vector<ports::KeyOwner>& owners) override;
  void distrust_disk() override {}
  std::string sealing() const override { return "clear"; }
};

}  // namespace parlor::store
