#include "store/vault/clear_vault.h"

#include "store/vault/aead.h"

namespace parlor::store {

Result<ports::Sealed> ClearVault::seal(const ports::KeyOwner&, const ports::SealedAt&, std::string_view plain) {
  return ports::Sealed{KeyId{}, std::string(plain)};
}

Result<std::string> ClearVault::open(const ports::Sealed& sealed, const ports::SealedAt&) {
  return sealed.bytes;
}

ports::TokenHash ClearVault::keyed_hash(std::string_view purpose, std::string_view plain) {
  return hmac(derive(Key(), purpose), plain);
}

void ClearVault::prepare(const std::vector<ports::KeyOwner>&) {}

}  // namespace parlor::store
