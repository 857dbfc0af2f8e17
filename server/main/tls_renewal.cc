#include "main/tls_renewal.h"

#include <fmt/core.h>

#include "edge/limits.h"

namespace parlor::main {

std::string describe(const edge::Certificate& certificate) {
  return fmt::format("TLS certificate {} {}", certificate.has_expired ? "HAS EXPIRED on" : "is valid until",
                     certificate.last_day);
}

TlsRenewal::TlsRenewal(edge::Edge& edge, const ServeOptions& options)
    : edge_(edge), files_(options.tls_cert, options.tls_key) {}

void TlsRenewal::look() {
  if (files_.changed()) return renew("the files changed");
  if (Clock::now() - renewed_at_ > limits::kTicketTime) renew("new keys for session tickets");
}

void TlsRenewal::renew(std::string_view why) {
  renewed_at_ = Clock::now();
  const auto renewed = edge_.renew_tls();
  if (renewed) {
    fmt::print(stderr, "parlor: TLS renewed ({}): {}\n", why, describe(*renewed));
  } else {
    fmt::print(stderr, "parlor: TLS stays as it was ({}): {}\n", why, renewed.error().text);
  }
}

}  // namespace parlor::main
