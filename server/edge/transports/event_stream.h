// EventStream: a session's units as server-sent events on one connection, which owns it. A client that reads too slowly
// leaves the units with the session.
#pragma once

#include <memory>

#include "edge/http/connection.h"
#include "edge/http/protocol.h"
#include "edge/transports/http_session.h"

namespace parlor::edge {

class EventStream final : public Protocol, public UnitReader {
 public:
  EventStream(Connection& connection, std::shared_ptr<HttpSession> session, std::uint64_t after, bool chunked);
  ~EventStream() override;

  void begin() override;
  void receive(std::span<char> bytes) override;
  void gone() override;
  void tick(Time now) override;
  void shut_down(Millis after) override;

  void units_came() override;
  void over() override;
  wire::Transport transport() const override { return wire::Transport::kSse; }
  Time heard_at() const override { return heard_at_; }

 private:
  void write(std::string event);
  void listen(Time now);

  Connection& connection_;
  std::shared_ptr<HttpSession> session_;
  std::uint64_t sent_;
  Time written_at_;
  std::uint64_t confirmed_bytes_ = 0;
  Time heard_at_{};
  bool chunked_;
};

}  // namespace parlor::edge
