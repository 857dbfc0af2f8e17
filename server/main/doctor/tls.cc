#include "main/doctor/tls.h"

#include <csignal>

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "wire/http/address.h"

namespace parlor::doctor {
namespace {

// An address is named in a certificate otherwise than a host.
void expect_name(SSL* ssl, const std::string& host) {
  const bool is_v6 = host.starts_with('[');
  const std::string bare = is_v6 ? host.substr(1, host.size() - 2) : host;
  if (wire::http::parse_address(bare)) {
    X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), bare.c_str());
    return;
  }
  SSL_set1_host(ssl, bare.c_str());
  SSL_set_tlsext_host_name(ssl, bare.c_str());
}

// OpenSSL writes to the socket as to any file: with the other side gone that is a signal, which would end the process.
void ignore_broken_pipes() {
  static const auto kBefore = std::signal(SIGPIPE, SIG_IGN);
  static_cast<void>(kBefore);
}

}  // namespace

Tls::Tls(const TlsOptions& options)
    : context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free), ssl_(nullptr, &SSL_free) {
  ignore_broken_pipes();
  SSL_CTX_set_min_proto_version(context_.get(), TLS1_2_VERSION);
  SSL_CTX_set_default_verify_paths(context_.get());
  if (!options.ca_file.empty()) SSL_CTX_load_verify_locations(context_.get(), options.ca_file.c_str(), nullptr);
  SSL_CTX_set_verify(context_.get(), options.verify ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nullptr);
  ssl_.reset(SSL_new(context_.get()));
  expect_name(ssl_.get(), options.host);
}

void Tls::attach(int descriptor) {
  SSL_set_fd(ssl_.get(), descriptor);
  SSL_set_connect_state(ssl_.get());
}

Tls::Step Tls::step_of(int result) const {
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_NONE:
      return Step::done;
    case SSL_ERROR_WANT_READ:
      return Step::wants_read;
    case SSL_ERROR_WANT_WRITE:
      return Step::wants_write;
    default:
      return Step::ended;
  }
}

Tls::Step Tls::handshake() {
  ERR_clear_error();
  return step_of(SSL_do_handshake(ssl_.get()));
}

TlsFault Tls::fault() const {
  switch (SSL_get_verify_result(ssl_.get())) {
    case X509_V_OK:
      return TlsFault::failed;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return TlsFault::expired;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return TlsFault::other_name;
    default:
      return TlsFault::untrusted;
  }
}

Tls::Step Tls::read(std::span<char> into, std::size_t& count) {
  ERR_clear_error();
  return step_of(SSL_read_ex(ssl_.get(), into.data(), into.size(), &count));
}

Tls::Step Tls::write(std::string_view bytes, std::size_t& count) {
  ERR_clear_error();
  return step_of(SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &count));
}

}  // namespace parlor::doctor
