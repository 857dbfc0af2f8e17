// Tls: a client's TLS over a socket that somebody else owns, and why it did not come about. One connection's, on its
// thread. Never opens or closes the socket.
#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string>

#include <openssl/ssl.h>

namespace parlor::doctor {

enum class TlsFault : std::uint8_t { expired, other_name, untrusted, failed };

struct TlsOptions {
  std::string host;
  // Authorities to trust beside the system's; empty: none.
  std::string ca_file = {};
  // Off to look further after the certificate has been found wanting.
  bool verify = true;
};

class Tls {
 public:
  // Whether the socket must become readable or writable before the call is made again.
  enum class Step : std::uint8_t { done, wants_read, wants_write, ended };

  explicit Tls(const TlsOptions& options);
  // Before anything else; the descriptor does not block.
  void attach(int descriptor);
  Step handshake();
  // After the handshake has ended.
  [[nodiscard]] TlsFault fault() const;
  Step read(std::span<char> into, std::size_t& count);
  Step write(std::string_view bytes, std::size_t& count);

 private:
  [[nodiscard]] Step step_of(int result) const;

  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
};

}  // namespace parlor::doctor
