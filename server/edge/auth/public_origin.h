// PublicOrigin: under which scheme and name people reach this server, and what follows from it for cookies and pages.
// Pure.
//
// The attacker's move: a page of another site makes its visitor's browser send the agent's cookie along.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/http/message.h"
#include "wire/http/origin.h"

namespace parlor::edge {

class PublicOrigin {
 public:
  static std::optional<PublicOrigin> parse(std::string_view url);

  bool is_https() const { return origin_.scheme == "https"; }
  bool is_loopback() const { return wire::http::is_loopback(origin_); }
  // Off loopback a password never travels in the clear.
  bool may_sign_in() const { return is_https() || is_loopback(); }
  // `__Host-` wants Secure, which browsers do not grant on plain loopback everywhere.
  std::string_view cookie_name() const { return is_https() ? "__Host-parlor" : "parlor"; }
  // Loopback by any of its names is one place.
  bool is_own(std::string_view origin) const;
  // Sources for connect-src beside 'self', which older browsers do not stretch to WebSocket.
  std::string websocket_sources() const;
  std::string text() const { return wire::http::to_text(origin_); }

 private:
  explicit PublicOrigin(wire::http::Origin origin) : origin_(std::move(origin)) {}

  wire::http::Origin origin_;
};

// Whether a cookie on this request was sent by one of our own pages.
bool cookie_counts(const wire::http::Request& request, const PublicOrigin& own);
// A request that changes something without a cookie (signing in): a foreign page may not make a browser send it.
bool origin_is_ours_or_absent(const wire::http::Request& request, const PublicOrigin& own);

}  // namespace parlor::edge
