// The visitor's token: self-contained, signed by the vault, so that nothing is stored for somebody who only looks at a
// page. Pure.
//
// pv1.<base64url of workspace, inbox, visitor, contact, milliseconds of issue>.<base64url of the first 16 bytes of its
// keyed hash>
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "app/ports/secrets.h"
#include "app/ports/vault.h"

namespace parlor::app {

inline constexpr auto kVisitorTokenLifetime = std::chrono::days(400);

struct VisitorClaims {
  WorkspaceId workspace;
  InboxId inbox;
  VisitorId visitor;
  ContactId contact;
  Time issued_at{};
  bool operator==(const VisitorClaims&) const = default;
};

Secret sign_visitor(ports::Vault& vault, const ports::Secrets& secrets, const VisitorClaims& claims);
// None: not ours, or changed on the way. Whether it is too old is the caller's question.
std::optional<VisitorClaims> verify_visitor(ports::Vault& vault, const ports::Secrets& secrets, const Secret& token);

}  // namespace parlor::app
