// ProbeStream: an event stream of two events, one at once and one at its end, with a session's comments in between.
// Belongs to its connection. Never holds a session.
#pragma once

#include <string>

#include "edge/http/connection.h"
#include "edge/http/protocol.h"

namespace parlor::edge {

class ProbeStream final : public Protocol {
 public:
  struct Plan {
    std::string event;
    // From the first event to the second.
    Millis hold{};
    // To HTTP/1.0 a stream ends with its connection.
    bool chunked = true;
  };

  ProbeStream(Connection& connection, Plan plan);

  void begin() override { write_event(1); }
  // Whoever reads events has nothing to say on this connection.
  void receive(std::span<char>) override { end(); }
  void gone() override {}
  void tick(Time now) override;
  void shut_down(Millis) override { end(); }

 private:
  void write_event(std::uint64_t number);
  void write(std::string bytes);
  void end();

  Connection& connection_;
  Plan plan_;
  Time since_;
  Time written_at_;
};

}  // namespace parlor::edge
