// The few REST calls that come before a session: a new visitor, signing in. Tasks of their caller's thread.
#pragma once

#include <string>

#include "main/client/http_call.h"
#include "wire/generated/rest.h"

namespace parlor::client {

// What a session is opened with: a token for the hello, or a cookie for the upgrade.
struct Credentials {
  std::string token;
  std::string cookie;  // name=value
};

// Sends the request again when the server asks to wait, a few times.
runtime::Task<Result<wire::VisitorCreated>> create_visitor(Loop& loop, ServerAddress server, std::string inbox);
runtime::Task<Result<Credentials>> sign_in(Loop& loop, ServerAddress server, wire::SignIn who);

}  // namespace parlor::client
