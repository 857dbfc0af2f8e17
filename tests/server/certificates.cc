#include "tests/server/certificates.h"

#include <cstdio>
#include <stdexcept>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace parlor::tests {
namespace {

namespace fs = std::filesystem;

constexpr long kDay = 24L * 60 * 60;

struct Free {
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(FILE* file) const { std::fclose(file); }
};
using Certificate = std::unique_ptr<X509, Free>;
using Key = std::unique_ptr<EVP_PKEY, Free>;
using File = std::unique_ptr<FILE, Free>;

void demand(bool right, const char* what) {
  if (!right) throw std::runtime_error(std::string("certificates of the test: ") + what);
}

fs::path folder_for_certificates() {
  std::string pattern = (fs::temp_directory_path() / "parlor-tls-XXXXXX").string();
  demand(mkdtemp(pattern.data()) != nullptr, "no temporary folder");
  return pattern;
}

Key new_key() {
  return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

void add(X509& certificate, X509& issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  demand(extension != nullptr && X509_add_ext(&certificate, extension, -1) == 1, value);
  X509_EXTENSION_free(extension);
}

Certificate certificate_for(const char* name, long serial, EVP_PKEY& key) {
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kDay);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 30 * kDay);
  X509_set_pubkey(certificate.get(), &key);
  const auto* text = reinterpret_cast<const unsigned char*>(name);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC, text, -1, -1, 0);
  return certificate;
}

File open_file(const fs::path& path) {
  File file(std::fopen(path.c_str(), "we"));
  demand(file != nullptr, path.c_str());
  return file;
}

}  // namespace

struct CertificateAuthority::Parts {
  Key key = new_key();
  Certificate certificate = certificate_for("Authority of a test", 1, *key);
};

CertificateAuthority::CertificateAuthority() : folder_(folder_for_certificates()), parts_(std::make_unique<Parts>()) {
  auto& own = *parts_->certificate;
  X509_set_issuer_name(&own, X509_get_subject_name(&own));
  add(own, own, NID_basic_constraints, "critical,CA:TRUE");
  add(own, own, NID_subject_key_identifier, "hash");
  demand(X509_sign(&own, parts_->key.get(), EVP_sha256()) > 0, "not signed");
  demand(PEM_write_X509(open_file(ca_file()).get(), &own) == 1, "not written");
}

CertificateAuthority::~CertificateAuthority() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

CertificateFiles CertificateAuthority::issue(long serial) const {
  const auto key = new_key();
  const auto certificate = certificate_for("localhost", serial, *key);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(parts_->certificate.get()));
  add(*certificate, *parts_->certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
  demand(X509_sign(certificate.get(), parts_->key.get(), EVP_sha256()) > 0, "not signed");
  const auto number = std::to_string(serial);
  CertificateFiles files{file("chain" + number + ".pem"), file("key" + number + ".pem")};
  const auto chain = open_file(files.chain);
  demand(PEM_write_X509(chain.get(), certificate.get()) == 1, "not written");
  demand(PEM_write_X509(chain.get(), parts_->certificate.get()) == 1, "not written");
  const auto secret = open_file(files.key);
  demand(PEM_write_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1, "not written");
  return files;
}

TlsClient make_tls_client(const CertificateAuthority& authority, TlsClientSettings settings) {
  TlsClient client(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
  demand(SSL_CTX_load_verify_file(client.get(), authority.ca_file().c_str()) == 1, "no authority");
  SSL_CTX_set_verify(client.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_min_proto_version(client.get(), settings.oldest);
  SSL_CTX_set_max_proto_version(client.get(), settings.newest);
  SSL_CTX_clear_mode(client.get(), SSL_MODE_AUTO_RETRY);
  X509_VERIFY_PARAM_set1_ip_asc(SSL_CTX_get0_param(client.get()), "127.0.0.1");
  return client;
}

}  // namespace parlor::tests
