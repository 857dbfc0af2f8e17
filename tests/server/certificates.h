// Certificates of a test: an authority of its own, what it vouches for, and TLS clients that believe it. One test's, on
// its thread; the files go with it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <openssl/ssl.h>

namespace parlor::tests {

// PEM files of one server.
struct CertificateFiles {
  std::filesystem::path chain;
  std::filesystem::path key;
};

class CertificateAuthority {
 public:
  CertificateAuthority();
  ~CertificateAuthority();
  CertificateAuthority(const CertificateAuthority&) = delete;
  CertificateAuthority& operator=(const CertificateAuthority&) = delete;

  // For localhost and 127.0.0.1, under this serial number, which tells one certificate from another.
  [[nodiscard]] CertificateFiles issue(long serial) const;
  [[nodiscard]] std::filesystem::path file(std::string_view name) const { return folder_ / name; }
  [[nodiscard]] std::filesystem::path ca_file() const { return file("ca.pem"); }

 private:
  struct Parts;
  std::filesystem::path folder_;
  std::unique_ptr<Parts> parts_;
};

// What a client offers. A context for RawSocket.
struct TlsClientSettings {
  int oldest = 0;
  int newest = 0;
};
using TlsClient = std::shared_ptr<SSL_CTX>;
TlsClient make_tls_client(const CertificateAuthority& authority, TlsClientSettings settings = {});

}  // namespace parlor::tests
