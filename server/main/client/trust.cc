#include "main/client/trust.h"

#include <array>
#include <csignal>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace parlor::client {
namespace {

constexpr std::array<unsigned char, 9> kProtocols = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

// Servers with several certificates choose by name; an address is no name.
bool expect_host(SSL& ssl, const std::string& host) {
  if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(&ssl), host.c_str()) == 1) return true;
  std::string name = host;
  return SSL_set1_host(&ssl, name.c_str()) == 1 &&
         SSL_ctrl(&ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) == 1;
}

}  // namespace

Result<std::shared_ptr<const Trust>> Trust::in(const std::string& ca_file) {
  // OpenSSL writes to a connection that has ended as to any other; that must not end the program.
  std::signal(SIGPIPE, SIG_IGN);
  ERR_clear_error();
  edge::SslContextPointer context(SSL_CTX_new(TLS_client_method()));
  if (!context) return fail("cannot prepare TLS: " + edge::ssl_error_text());
  edge::set_common_modes(*context);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_alpn_protos(context.get(), kProtocols.data(), kProtocols.size());
  const int known = ca_file.empty() ? SSL_CTX_set_default_verify_paths(context.get())
                                    : SSL_CTX_load_verify_file(context.get(), ca_file.c_str());
  if (known != 1) return fail("authorities in " + ca_file + ": " + edge::ssl_error_text());
  return std::shared_ptr<const Trust>(new Trust(std::move(context)));
}

edge::SslPointer Trust::connect(int descriptor, const std::string& host) const {
  edge::SslPointer ssl(SSL_new(context_.get()));
  if (!ssl || !expect_host(*ssl, host) || SSL_set_fd(ssl.get(), descriptor) != 1) return nullptr;
  SSL_set_connect_state(ssl.get());
  return ssl;
}

}  // namespace parlor::client
