// What the account tasks share: asking a port, refusing, and how long a sign-in lasts.
#pragma once

#include <expected>
#include <utility>

#include "app/directory/accounts.h"
#include "runtime/resume.h"

namespace parlor::app {

inline constexpr Millis kCookieLifetime = std::chrono::days(30);

inline std::unexpected<AccountRefusal> no(AccountRefusal refusal) {
  return std::unexpected(refusal);
}

inline bool may(const access::Principal& principal, access::Action action) {
  return access::allowed(principal, action, {principal.workspace, std::nullopt});
}

// `begin` receives the callback that the port will call.
template <class T, class Begin>
runtime::Task<Result<T>> ask(Begin begin) {
  auto result = co_await runtime::await_callback<Result<T>>(std::move(begin));
  co_return result;
}

}  // namespace parlor::app
