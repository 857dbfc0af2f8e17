// Poll: one long-poll of a session, waiting for units or for its time to be over. Held by the request that waits.
#pragma once

#include <functional>
#include <memory>

#include "edge/transports/http_session.h"
#include "runtime/task.h"

namespace parlor::edge {

struct PollResult {
  // {units:[{n, message}], next}; none: what comes next is gone.
  std::optional<std::string> body;
};

// At once when there is something; after `wait` with nothing.
runtime::Task<PollResult> poll(std::shared_ptr<HttpSession> session, std::uint64_t after, std::chrono::seconds wait);

// The body with the units after this one, cut by bytes.
std::string poll_body(HttpSession& session, std::uint64_t after);

}  // namespace parlor::edge
