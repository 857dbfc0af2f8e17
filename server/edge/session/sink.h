// Sink: the way from a session to its client, whatever the transport. Belongs to the session's worker.
#pragma once

#include "edge/session/frame.h"
#include "wire/generated/close_codes.h"

namespace parlor::edge {

class Sink {
 public:
  virtual ~Sink() = default;
  // Takes the frame now or keeps it until the client can take it. When more than limits::kOutboxBytesMax would wait,
  // the sink calls Session::close(slow_consumer) instead.
  virtual void send(const SharedFrame& frame) = 0;
  // The client knows already what this tells: it may wait up to a second for company, where a word of its own is dear.
  virtual void send_with_next(const SharedFrame& frame) { send(frame); }
  // Flushes what it can, ends the transport with this code, and lets go of the session. The last call.
  virtual void end(wire::Closing why) = 0;
};

}  // namespace parlor::edge
