// One plain HTTP request on a connection of its own. A Task of its caller's thread.
// Never follows redirects, never keeps a connection.
#pragma once

#include <string>

#include "main/client/loop.h"
#include "main/client/server_address.h"
#include "wire/http/message.h"

namespace parlor::client {

struct HttpCall {
  wire::http::Method method = wire::http::Method::Get;
  std::string target = "/";
  wire::http::Headers headers = {};  // Host, Connection and the length are added
  std::string body = {};
};

runtime::Task<Result<wire::http::Response>> http_call(Loop& loop, ServerAddress server, HttpCall call);

}  // namespace parlor::client
