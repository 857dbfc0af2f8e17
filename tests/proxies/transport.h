// Transport: a visitor's session over one transport, written out byte by byte for tests: what a browser's engine does,
// without its patience. One thread's.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "main/doctor/exchange.h"

namespace parlor::tests {

enum class TransportKind : std::uint8_t { websocket, events, poll };
inline constexpr std::array kTransports = {TransportKind::websocket, TransportKind::events, TransportKind::poll};
std::string_view to_string(TransportKind kind);

// How to get there, and for WebSocket whether a forward proxy is asked to tunnel, as browsers do.
struct Passage {
  doctor::Way way;
  bool tunnel = true;
};

class Transport {
 public:
  virtual ~Transport() = default;

  // Opens and waits for session.ready; false when it does not come in time.
  virtual bool open(std::string token, doctor::Clock::time_point deadline) = 0;
  // A call's answer; empty when none came.
  virtual std::string call(std::string_view method, std::string_view params) = 0;
  // Reads on; false when the session has broken. Whatever came is in heard().
  virtual bool listen(doctor::Clock::time_point deadline) = 0;

  // Everything that was told to this session, one after another.
  const std::string& heard() const { return heard_; }

 protected:
  std::string heard_;
};

std::unique_ptr<Transport> make_transport(TransportKind kind, Passage passage);

}  // namespace parlor::tests
