#include "edge/net/tls_identity.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <span>
#include <string_view>
#include <system_error>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include "base/secret.h"
#include "edge/limits.h"

namespace parlor::edge {
namespace {

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(FILE* file) const { std::fclose(file); }
};

using Bio = std::unique_ptr<BIO, Free>;
using Certificate = std::unique_ptr<X509, Free>;
using Key = std::unique_ptr<EVP_PKEY, Free>;

// Forward secrecy and authenticated encryption only.
constexpr auto kCiphersOfTls12 = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr std::array kGroups = {NID_X25519, NID_X9_62_prime256v1, NID_secp384r1};
constexpr std::string_view kProtocol = "\x08http/1.1";

// Each names the file first.
std::unexpected<Error> certificate_trouble(const TlsOptions& options, std::string_view what) {
  return fail("TLS certificate " + options.certificate_file + ": " + std::string(what));
}

std::unexpected<Error> key_trouble(const TlsOptions& options, std::string_view what) {
  return fail("TLS key " + options.key_file + ": " + std::string(what));
}

Result<Secret> read_file(const std::string& path) {
  errno = 0;
  const std::unique_ptr<FILE, Free> file(std::fopen(path.c_str(), "re"));
  std::string text(limits::kPemBytesMax, '\0');
  if (file) text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  if (!file || std::ferror(file.get()) != 0) return fail(std::generic_category().message(errno));
  return Secret(std::move(text));
}

Bio memory_of(const Secret& text) {
  return Bio(BIO_new_mem_buf(text.reveal().data(), static_cast<int>(text.reveal().size())));
}

int no_passphrase(char*, int, int, void*) {
  return -1;
}

std::string last_day_of(const X509& certificate) {
  std::tm time{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(&certificate), &time) != 1) return "?";
  std::array<char, 16> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%F", &time)};
}

// Clients that offer protocols must offer ours.
int choose_protocol(std::span<const unsigned char> offered, const unsigned char** chosen, unsigned char* size) {
  const auto* ours = reinterpret_cast<const unsigned char*>(kProtocol.data());
  unsigned char* found = nullptr;
  const int outcome = SSL_select_next_proto(&found, size, ours, kProtocol.size(), offered.data(),
                                            static_cast<unsigned>(offered.size()));
  *chosen = found;
  return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

SslContextPointer make_context(bool allow_tls_1_2) {
  SslContextPointer context(SSL_CTX_new(TLS_server_method()));
  if (!context) return nullptr;
  set_common_modes(*context);
  SSL_CTX_set_min_proto_version(context.get(), allow_tls_1_2 ? TLS1_2_VERSION : TLS1_3_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
  SSL_CTX_set_cipher_list(context.get(), kCiphersOfTls12);
  auto groups = kGroups;
  SSL_CTX_set1_groups(context.get(), groups.data(), groups.size());
  SSL_CTX_set_alpn_select_cb(
      context.get(),
      [](SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered, unsigned count, void*) {
        return choose_protocol({offered, count}, chosen, size);
      },
      nullptr);
  SSL_CTX_set_default_passwd_cb(context.get(), no_passphrase);
  // A session is resumed from the ticket that the client keeps; here nothing is remembered.
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_timeout(context.get(), limits::kTicketTime.count());
  return context;
}

// The server's own certificate first, then those that lead from it to a root. Answers with the last day of the first.
Result<std::string> use_chain(SSL_CTX& context, const TlsOptions& options) {
  const auto text = read_file(options.certificate_file);
  if (!text) return certificate_trouble(options, text.error().text);
  const auto bio = memory_of(*text);
  const Certificate own(PEM_read_bio_X509_AUX(bio.get(), nullptr, no_passphrase, nullptr));
  if (!own) return certificate_trouble(options, "holds no certificate in PEM");
  if (SSL_CTX_use_certificate(&context, own.get()) != 1) return certificate_trouble(options, ssl_error_text());
  while (Certificate next{PEM_read_bio_X509(bio.get(), nullptr, no_passphrase, nullptr)}) {
    if (SSL_CTX_add0_chain_cert(&context, next.get()) != 1) return certificate_trouble(options, ssl_error_text());
    static_cast<void>(next.release());
  }
  if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
    return certificate_trouble(options, "holds a broken certificate after the first");
  return last_day_of(*own);
}

Result<bool> use_key(SSL_CTX& context, const TlsOptions& options) {
  const auto text = read_file(options.key_file);
  if (!text) return key_trouble(options, text.error().text);
  const Key key(PEM_read_bio_PrivateKey(memory_of(*text).get(), nullptr, no_passphrase, nullptr));
  if (!key && ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_BAD_PASSWORD_READ)
    return key_trouble(options, "is locked by a passphrase");
  if (!key) return key_trouble(options, "holds no private key in PEM");
  if (SSL_CTX_use_PrivateKey(&context, key.get()) != 1 || SSL_CTX_check_private_key(&context) != 1)
    return key_trouble(options, "does not belong to the certificate in " + options.certificate_file);
  return true;
}

}  // namespace

Result<std::shared_ptr<const TlsIdentity>> TlsIdentity::load(const TlsOptions& options) {
  ERR_clear_error();
  auto context = make_context(options.allow_tls_1_2);
  if (!context) return fail("cannot prepare TLS: " + ssl_error_text());
  auto last_day = use_chain(*context, options);
  const auto with_key = last_day ? use_key(*context, options) : std::unexpected(last_day.error());
  ERR_clear_error();
  if (!with_key) return std::unexpected(with_key.error());
  return std::shared_ptr<const TlsIdentity>(new TlsIdentity(std::move(context), std::move(*last_day)));
}

bool TlsIdentity::has_expired() const {
  return X509_cmp_current_time(X509_get0_notAfter(SSL_CTX_get0_certificate(context_.get()))) < 0;
}

SslPointer TlsIdentity::accept(int descriptor) const {
  SslPointer ssl(SSL_new(context_.get()));
  if (!ssl || SSL_set_fd(ssl.get(), descriptor) != 1) return nullptr;
  SSL_set_accept_state(ssl.get());
  return ssl;
}

}  // namespace parlor::edge
