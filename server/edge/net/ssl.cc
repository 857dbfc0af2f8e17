#include "edge/net/ssl.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace parlor::edge {

void SslFree::operator()(SSL* ssl) const {
  SSL_free(ssl);
}

void SslFree::operator()(SSL_CTX* context) const {
  SSL_CTX_free(context);
}

void set_common_modes(SSL_CTX& context) {
  SSL_CTX_set_mode(&context,
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  // The attacker's move: records that carry no data (key updates), one after another, to keep one read going for ever.
  SSL_CTX_clear_mode(&context, SSL_MODE_AUTO_RETRY);
  SSL_CTX_set_options(&context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_IGNORE_UNEXPECTED_EOF);
  // One system call takes a record's head, its body and what follows.
  SSL_CTX_set_read_ahead(&context, 1);
}

std::string ssl_error_text() {
  const auto code = ERR_get_error();
  ERR_clear_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  return reason == nullptr ? "unknown reason" : reason;
}

}  // namespace parlor::edge
