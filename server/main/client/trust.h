// Trust: which servers a client believes: those whose certificate bears their name and leads to an authority that the
// system knows, or that stands in a file. Immutable: any thread.
#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "edge/net/ssl.h"

namespace parlor::client {

class Trust {
 public:
  // Empty: the system's authorities, or what SSL_CERT_FILE and SSL_CERT_DIR name.
  static Result<std::shared_ptr<const Trust>> in(const std::string& ca_file);

  // The client's side of a new connection to a host, by name or address; none when memory is short.
  edge::SslPointer connect(int descriptor, const std::string& host) const;

 private:
  explicit Trust(edge::SslContextPointer context) : context_(std::move(context)) {}

  edge::SslContextPointer context_;
};

}  // namespace parlor::client
