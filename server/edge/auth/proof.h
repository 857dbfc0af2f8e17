// Proof: who a request speaks for. A bearer token comes before the cookie, and the cookie counts only under the Origin
// rules.
#pragma once

#include <optional>

#include "app/directory/accounts.h"
#include "edge/auth/public_origin.h"
#include "wire/generated/errors.h"
#include "wire/http/message.h"

namespace parlor::edge {

struct Credentials {
  enum class Kind : std::uint8_t { none, bearer, cookie };
  Kind kind = Kind::none;
  Secret token;
};

// Pure. A cookie that does not count is as good as none.
Credentials read_credentials(const wire::http::Request& request, const PublicOrigin& own);

struct Proof {
  std::optional<access::Principal> principal;
  // Of a user's token; none for visitors.
  std::optional<ports::TokenHash> credential;
  // Why there is no principal.
  wire::Reason refusal = wire::Reason::kNotSignedIn;

  bool is_user() const { return principal && principal->role != access::Role::visitor; }
};

runtime::Task<Proof> prove(app::Accounts* accounts, Credentials credentials);

wire::Reason reason_of(app::AccountRefusal refusal);

}  // namespace parlor::edge
