#include "store/sqlite/sealing.h"

namespace parlor::store {

ports::Sealed seal_or_throw(ports::Vault& vault, const ports::KeyOwner& owner, const ports::SealedAt& at,
                            std::string_view plain) {
  auto sealed = vault.seal(owner, at, plain);
  if (!sealed) throw Failure(SQLITE_AUTH, sealed.error().text);
  return *std::move(sealed);
}

std::string open_column(ports::Vault& vault, const Query& query, int column, const ports::SealedAt& at) {
  if (query.is_null(column + 1)) return "";
  auto opened = vault.open({query.id<KeyId>(column), query.text(column + 1)}, at);
  if (!opened) throw Failure(SQLITE_AUTH, opened.error().text);
  return *std::move(opened);
}

}  // namespace parlor::store
