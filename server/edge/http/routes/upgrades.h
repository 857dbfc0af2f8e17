// What a request hears that cannot become a WebSocket. Pure.
#pragma once

#include "edge/http/answer.h"
#include "wire/http/message.h"

namespace parlor::edge {

// With the headers that tell a client how to ask rightly (RFC 6455 section 4.4, RFC 9110 section 15.5.22).
Answer upgrade_refusal(const wire::http::Fault& fault);

}  // namespace parlor::edge
