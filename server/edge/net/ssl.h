// OpenSSL's objects as owned values, and its errors as text. Each belongs to whoever holds it; a context, once made,
// may be used from any thread.
#pragma once

#include <memory>
#include <string>

#include <openssl/types.h>

namespace parlor::edge {

struct SslFree {
  void operator()(SSL* ssl) const;
  void operator()(SSL_CTX* context) const;
};

// The TLS state of one connection.
using SslPointer = std::unique_ptr<SSL, SslFree>;
// What connections have in common: certificate, trust, versions.
using SslContextPointer = std::unique_ptr<SSL_CTX, SslFree>;

// Modes that every connection of ours wants: no buffer while idle, partial writes, no loops inside OpenSSL.
void set_common_modes(SSL_CTX& context);
// Why OpenSSL's last call on this thread failed. Empties its queue of errors.
std::string ssl_error_text();

}  // namespace parlor::edge
