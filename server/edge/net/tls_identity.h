// TlsIdentity: how this server proves who it is: certificate chain, private key, the versions it speaks, and the keys
// of its session tickets. Immutable once loaded: any thread. A renewed certificate is a new identity with new ticket
// keys; connections keep the one they began with.
#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "edge/net/ssl.h"
#include "edge/options.h"

namespace parlor::edge {

class TlsIdentity {
 public:
  // The error names the file and what is wrong with it.
  static Result<std::shared_ptr<const TlsIdentity>> load(const TlsOptions& options);

  // The server's side of a new connection on this socket; none when memory is short.
  SslPointer accept(int descriptor) const;
  // The last day of the certificate, as 2027-02-28.
  const std::string& last_day() const { return last_day_; }
  bool has_expired() const;

 private:
  TlsIdentity(SslContextPointer context, std::string last_day)
      : context_(std::move(context)), last_day_(std::move(last_day)) {}

  SslContextPointer context_;
  std::string last_day_;
};

}  // namespace parlor::edge
