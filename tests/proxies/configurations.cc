#include "tests/proxies/configurations.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace parlor::tests {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto found = text.find(from);
  if (found == std::string::npos) throw std::runtime_error(fmt::format("the configuration has no \"{}\"", from));
  for (; found != std::string::npos; found = text.find(from, found + to.size()))
    text.replace(found, from.size(), to);
  return text;
}

constexpr std::string_view kShortestNginx = R"(server {
    listen 443 ssl;
    ssl_certificate     /etc/ssl/chat.casa.example/fullchain.pem;
    ssl_certificate_key /etc/ssl/chat.casa.example/privkey.pem;
    location / {
        proxy_pass http://127.0.0.1:8080;
    }
}
)";

// With the timeouts that Debian's file has.
constexpr std::string_view kShortestHaproxy = R"(defaults
    mode http
    timeout connect 5000
    timeout client 50000
    timeout server 50000
frontend web
    bind :443 ssl crt /etc/haproxy/certs/chat.casa.example.pem
    default_backend parlor
backend parlor
    server parlor 127.0.0.1:8080
)";

// A site alone is no configuration; and nginx keeps temporary files in five folders unless told otherwise.
constexpr std::string_view kAroundNginx = R"(daemon off;
master_process off;
pid {0}/nginx.pid;
error_log {0}/error.log;
events {{ worker_connections 512; }}
http {{
access_log off;
client_body_temp_path {0}/body;
proxy_temp_path {0}/proxy;
fastcgi_temp_path {0}/fastcgi;
uwsgi_temp_path {0}/uwsgi;
scgi_temp_path {0}/scgi;
{1}
}}
)";

constexpr std::string_view kAroundSquid = R"({1}
pid_filename {0}/squid.pid
cache_log {0}/cache.log
access_log none
cache deny all
coredump_dir {0}
pinger_enable off
shutdown_lifetime 0 seconds
visible_hostname proxy.casa.example
)";

}  // namespace

std::string_view to_string(Proxy proxy) {
  switch (proxy) {
    case Proxy::nginx:
      return "nginx";
    case Proxy::haproxy:
      return "haproxy";
    case Proxy::squid:
      return "squid";
  }
  return "";
}

Configuration Configuration::recommended(Proxy proxy) {
  const std::string folder = PARLOR_SOURCE_DIR "/deploy/proxies/";
  const auto* const name = proxy == Proxy::nginx     ? "nginx.conf"
                           : proxy == Proxy::haproxy ? "haproxy.cfg"
                                                     : "squid.conf";
  return {proxy, read_file(folder + name)};
}

Configuration Configuration::shortest(Proxy proxy) {
  if (proxy == Proxy::squid) return {proxy, read_file("/etc/squid/squid.conf")};
  return {proxy, std::string(proxy == Proxy::nginx ? kShortestNginx : kShortestHaproxy)};
}

Configuration Configuration::with(std::string_view text, std::string_view other) const {
  return {proxy_, replaced(text_, text, other)};
}

std::string Configuration::text_for(const Places& places) const {
  const std::string folder = places.folder.string();
  auto text = text_;
  if (proxy_ == Proxy::squid) {
    text = replaced(text, "\nhttp_port 3128", fmt::format("\nhttp_port 127.0.0.1:{}", places.port));
    // The test's server stands on no well-known port.
    text = replaced(text, "acl SSL_ports port 443", fmt::format("acl SSL_ports port {}", places.parlor));
    return fmt::format(kAroundSquid, folder, text);
  }
  text = replaced(text, "127.0.0.1:8080", fmt::format("127.0.0.1:{}", places.parlor));
  if (proxy_ == Proxy::nginx) {
    text = replaced(text, "listen 443", fmt::format("listen 127.0.0.1:{}", places.port));
    text = replaced(text, "/etc/ssl/chat.casa.example/fullchain.pem", folder + "/chain.pem");
    text = replaced(text, "/etc/ssl/chat.casa.example/privkey.pem", folder + "/key.pem");
    return fmt::format(kAroundNginx, folder, text);
  }
  text = replaced(text, "bind :443", fmt::format("bind 127.0.0.1:{}", places.port));
  return replaced(text, "/etc/haproxy/certs/chat.casa.example.pem", folder + "/both.pem");
}

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

void add_extension(X509* certificate, int kind, const std::string& value) {
  auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

Certificate self_signed(EVP_PKEY* key, std::string_view name, int days) {
  Certificate certificate(X509_new(), &X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -10L * 24 * 3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * 24L * 3600);
  X509_set_pubkey(certificate.get(), key);
  auto* subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(subject, "O", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("Casa & Co"), -1, -1,
                             0);
  X509_set_issuer_name(certificate.get(), subject);
  add_extension(certificate.get(), NID_subject_alt_name, "DNS:" + std::string(name));
  add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

}  // namespace

void make_certificate(const std::filesystem::path& folder, std::string_view name, int days) {
  const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), &EVP_PKEY_free);
  const auto certificate = self_signed(key.get(), name, days);
  for (const auto* const file : {"chain.pem", "key.pem", "both.pem"}) {
    auto* out = BIO_new_file((folder / file).c_str(), "w");
    if (out == nullptr) throw std::runtime_error("cannot write a certificate");
    const std::string_view which = file;
    if (which != "key.pem") PEM_write_bio_X509(out, certificate.get());
    if (which != "chain.pem") PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    BIO_free(out);
  }
}

}  // namespace parlor::tests
