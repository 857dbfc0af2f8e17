// The WebSocket opening handshake, both sides (RFC 6455 section 4, RFC 7692 section 7).
// Pure functions over parsed HTTP messages, safe on any thread.
// Never judges who may connect: Origin, cookies and paths are the edge's business.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "wire/http/message.h"
#include "wire/ws/deflate.h"

namespace parlor::wire::ws {

// Base64 of SHA-1 of the key and the protocol's constant.
std::string accept_key(std::string_view key);

// Whether a request asks to become a WebSocket at all, well formed or not.
bool wants_upgrade(const http::Request& request);

struct UpgradeOptions {
  std::string_view subprotocol;  // the one we speak, such as "parlor.v1"
  bool deflate = true;           // agree to permessage-deflate when offered
};

struct Upgrade {
  std::string accept;
  std::string subprotocol;  // empty when the client did not offer ours
  Deflation deflate;
};

// What a good request comes to, or the status to refuse it with (426 names the version we speak).
std::expected<Upgrade, http::Fault> check_upgrade(const http::Request& request, const UpgradeOptions& options);

// The whole "101 Switching Protocols".
std::string upgrade_response(const Upgrade& upgrade);

// The client's side. `key` is 16 random bytes in base64.
struct UpgradeRequest {
  std::string_view host;
  std::string_view target;
  std::string_view key;
  UpgradeOptions options;
  http::Headers headers = {};  // others, such as Origin and Cookie
};
std::string upgrade_request(const UpgradeRequest& request);
std::expected<Upgrade, http::Fault> check_upgrade_response(const http::Response& response,
                                                           const UpgradeRequest& request);

}  // namespace parlor::wire::ws
