// Protocol: who speaks on a connection after HTTP has handed it over (WebSocket, a stream of events). Belongs to its
// connection and to that connection's worker. It never keeps a view of the bytes it is given.
#pragma once

#include <span>

#include "base/time.h"

namespace parlor::edge {

class Protocol {
 public:
  virtual ~Protocol() = default;
  // The connection is ours from now on.
  virtual void begin() {}
  virtual void receive(std::span<char> bytes) = 0;
  // The connection is gone. The last call.
  virtual void gone() = 0;
  // About once a second.
  virtual void tick(Time now) = 0;
  // Please end, politely; the client should come back after this time.
  virtual void shut_down(Millis after) = 0;
};

}  // namespace parlor::edge
