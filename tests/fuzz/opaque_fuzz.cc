// Fuzzes what clients hand back without understanding it: list cursors and visitors' tokens. One that is understood
// says the same again, and a token that was not made here is never believed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "app/directory/visitor_token.h"
#include "store/rules/list_order.h"
#include "store/secrets/sodium_secrets.h"
#include "store/vault/clear_vault.h"

namespace {

using namespace parlor;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_cursor(std::string_view text) {
  const auto place = store::parse_cursor(text);
  if (place) require(store::parse_cursor(store::format_cursor(*place)) == place);
}

template <class IdType>
void fill(IdType& id, std::string_view bytes) {
  std::memcpy(id.bytes.data(), bytes.data(), std::min(bytes.size(), id.bytes.size()));
}

app::VisitorClaims claims_of(std::string_view bytes) {
  app::VisitorClaims claims;
  fill(claims.workspace, bytes);
  fill(claims.inbox, bytes.substr(std::min<std::size_t>(16, bytes.size())));
  fill(claims.visitor, bytes.substr(std::min<std::size_t>(32, bytes.size())));
  fill(claims.contact, bytes.substr(std::min<std::size_t>(48, bytes.size())));
  claims.issued_at = from_unix_ms(static_cast<std::int64_t>(bytes.size()));
  return claims;
}

void check_token(const std::string& text) {
  static store::ClearVault vault;
  static store::SodiumSecrets secrets;
  const auto believed = app::verify_visitor(vault, secrets, Secret(text));
  if (believed) require(app::sign_visitor(vault, secrets, *believed).reveal() == text);

  const auto claims = claims_of(text);
  std::string token = app::sign_visitor(vault, secrets, claims).reveal();
  require(app::verify_visitor(vault, secrets, Secret(token)) == claims);
  // Another character anywhere, and it is nobody's.
  const std::size_t place = text.size() % token.size();
  token[place] = token[place] == 'A' ? 'B' : 'A';
  require(!app::verify_visitor(vault, secrets, Secret(token)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  check_cursor(text);
  check_token(text);
  return 0;
}
