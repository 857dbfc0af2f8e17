// Exchange: one request and all that its handler needs. Shared by the connection and the handler; belongs to one
// worker.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "edge/auth/proof.h"
#include "edge/http/worker_edge.h"
#include "wire/http/message.h"
#include "wire/json/reader.h"

namespace parlor::edge {

struct Exchange {
  WorkerEdge& edge;
  wire::http::Request request;
  // Of the client, as far as trusted proxies tell.
  wire::http::IpAddress client = {};
  // On this machine, and no proxy in between.
  bool is_local = false;
  // It came through a proxy that we were told to believe.
  bool peer_is_trusted = false;
  std::vector<std::string> captured = {};
  // What the connection does with it: asks the handler, or sends what is ready.
  const Route* route = nullptr;
  std::optional<Answer> ready = {};
  Cors cors = Cors::none;
  // Read with the request, but after it.
  std::string leftover = {};

  Services& services() const { return edge.services; }
  const Site& site() const { return edge.site; }
  Time now() const { return edge.services.node.clock.now(); }
  std::optional<std::string> header(std::string_view name) const {
    const auto value = request.headers.find(name);
    return value ? std::optional<std::string>(*value) : std::nullopt;
  }
  runtime::Task<Proof> prove() const {
    return edge::prove(&edge.services.accounts, read_credentials(request, edge.site.origin));
  }
};

// A JSON body under the strict rules of REST: unknown fields are refused.
template <class T>
std::expected<T, Trouble> read_body(const SharedExchange& exchange) {
  auto decoded = wire::decode_text<T>(exchange->edge.parser, exchange->request.body, wire::Unknown::kRefused);
  if (decoded) return std::move(*decoded);
  auto& error = decoded.error();
  return std::unexpected(Trouble{error.reason, std::move(error.message), std::move(error.field)});
}

}  // namespace parlor::edge
