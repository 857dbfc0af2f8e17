// Answer: what a route says to a request, before it becomes bytes. A plain value.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "edge/http/protocol.h"
#include "wire/generated/errors.h"
#include "wire/http/headers.h"
#include "wire/json/writer.h"

namespace parlor::edge {

class Connection;

// Speaks on the connection from now on.
using Successor = std::move_only_function<std::unique_ptr<Protocol>(Connection*)>;

struct Answer {
  unsigned status = 200;
  wire::http::Headers headers = {};
  std::string body = {};
  // A body that lives as long as the program; counts when `body` is empty.
  std::string_view constant = {};
  // False: a page of a foreign origin may not read it.
  bool readable = true;
  // Instead of a response: the connection's last HTTP bytes, and who takes over.
  std::string raw = {};
  Successor successor = {};
  // Instead of a response: the connection goes, with its request, to this worker.
  std::optional<std::size_t> move_to = {};
};

Answer json_answer(unsigned status, std::string body);

template <class T>
Answer answer_with(unsigned status, const T& value) {
  return json_answer(status, wire::encode_text(value));
}

Answer no_content();

// application/problem+json (RFC 9457) with a reason of protocol/errors.json.
struct Trouble {
  wire::Reason reason{};
  std::string detail = {};
  std::string field = {};
  std::optional<std::int64_t> retry_after_ms = {};
};
Answer problem(const Trouble& trouble);
inline Answer problem(wire::Reason reason) {
  return problem(Trouble{reason});
}

}  // namespace parlor::edge
