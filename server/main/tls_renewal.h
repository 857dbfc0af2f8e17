// TlsRenewal: when the server takes its certificate anew: asked to by SIGHUP, because the files changed, and now and
// then so that the keys of session tickets do not live for ever. Says what came of it in one line. On the main thread.
#pragma once

#include <chrono>

#include "edge/edge.h"
#include "main/options.h"
#include "main/tls_files.h"

namespace parlor::main {

class TlsRenewal {
 public:
  TlsRenewal(edge::Edge& edge, const ServeOptions& options);

  // Every second or so.
  void look();
  void renew(std::string_view why);

 private:
  using Clock = std::chrono::steady_clock;

  edge::Edge& edge_;
  TlsFiles files_;
  Clock::time_point renewed_at_ = Clock::now();
};

// What the operator reads about a certificate.
std::string describe(const edge::Certificate& certificate);

}  // namespace parlor::main
