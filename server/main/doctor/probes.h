// Probes: the experiments of the doctor, each on connections of its own, each coming to facts. Any thread; they share
// nothing.
#pragma once

#include "main/doctor/exchange.h"
#include "main/doctor/facts.h"

namespace parlor::doctor {

// Whether there is a connection at all; when only the certificate is wrong, `way` is changed so that the others can
// look further.
Facts probe_connection(Way& way);

// How an ordinary request arrives.
Facts probe_arrival(const Way& way);
// Whether session.ready comes over a WebSocket.
Facts probe_websocket(const Way& way);
// How a handshake arrives, and with patience whether a quiet WebSocket lives.
Facts probe_handshake(const Way& way, bool patient);
Facts probe_events(const Way& way);
Facts probe_posts(const Way& way);
Facts probe_quiet_events(const Way& way);
Facts probe_quiet_poll(const Way& way);

}  // namespace parlor::doctor
