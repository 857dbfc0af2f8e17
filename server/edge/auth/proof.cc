#include "edge/auth/proof.h"

#include "wire/http/cookies.h"
#include "wire/http/syntax.h"

namespace parlor::edge {
namespace {

constexpr std::string_view kBearer = "bearer ";
constexpr std::string_view kVisitorTokenPrefix = "pv1.";

Proof prove_visitor(const app::Accounts& accounts, const Secret& token) {
  const auto visitor = accounts.visitor(token);
  if (!visitor) return {std::nullopt, std::nullopt, reason_of(visitor.error())};
  return {*visitor, std::nullopt, {}};
}

}  // namespace

Credentials read_credentials(const wire::http::Request& request, const PublicOrigin& own) {
  const auto authorization = request.headers.get("authorization");
  if (authorization.size() > kBearer.size() &&
      wire::http::equal_ignoring_case(authorization.substr(0, kBearer.size()), kBearer)) {
    return {Credentials::Kind::bearer, Secret(std::string(wire::http::trim(authorization.substr(kBearer.size()))))};
  }
  const auto cookie = wire::http::find_cookie(request.headers, own.cookie_name());
  if (!cookie || cookie->empty() || !cookie_counts(request, own)) return {};
  return {Credentials::Kind::cookie, Secret(std::string(*cookie))};
}

runtime::Task<Proof> prove(app::Accounts* accounts, Credentials credentials) {
  if (credentials.kind == Credentials::Kind::none) co_return Proof{};
  const bool is_bearer = credentials.kind == Credentials::Kind::bearer;
  if (is_bearer && credentials.token.reveal().starts_with(kVisitorTokenPrefix)) {
    co_return prove_visitor(*accounts, credentials.token);
  }
  const auto kind = is_bearer ? ports::Credential::Kind::bearer : ports::Credential::Kind::cookie;
  const auto hash = accounts->token_hash(credentials.token);
  auto user = co_await accounts->user(std::move(credentials.token), kind);
  if (!user) co_return Proof{std::nullopt, std::nullopt, reason_of(user.error())};
  co_return Proof{*user, hash, {}};
}

wire::Reason reason_of(app::AccountRefusal refusal) {
  using enum app::AccountRefusal;
  switch (refusal) {
    case bad_credentials:
      return wire::Reason::kBadCredentials;
    case token_invalid:
      return wire::Reason::kTokenInvalid;
    case token_expired:
      return wire::Reason::kTokenExpired;
    case not_permitted:
      return wire::Reason::kNotPermitted;
    case inbox_unknown:
      return wire::Reason::kInboxUnknown;
    case inbox_exists:
      return wire::Reason::kInboxExists;
    case email_taken:
      return wire::Reason::kEmailTaken;
    case setup_done:
      return wire::Reason::kSetupDone;
    case setup_token_invalid:
      return wire::Reason::kSetupTokenInvalid;
    case invitation_invalid:
      return wire::Reason::kInvitationInvalid;
    case conflict:
      return wire::Reason::kConflict;
    case try_later:
      return wire::Reason::kTryLater;
    case invalid_password:
    case invalid_email:
    case invalid_name:
    case invalid_origin:
      return wire::Reason::kInvalidParams;
  }
  return wire::Reason::kInternal;
}

}  // namespace parlor::edge
