// Arrival: how a request reached the server, for its own sender to see. Pure.
//
// The attacker's move: asking for more than one sent. Only headers of the handshake are shown, never a credential, and
// of a proxy only whether there is one.
#pragma once

#include "edge/http/exchange.h"
#include "wire/generated/rest.h"

namespace parlor::edge {

wire::DoctorArrival arrival_of(const Exchange& exchange);

}  // namespace parlor::edge
