// nats-server as the swarm knows it: its line protocol inside WebSocket messages. Core NATS confirms that it took a
// message and stores none; JetStream confirms that it is in the stream's file.
#pragma once

#include "http_line.h"
#include "peer.h"
#include "web_line.h"

namespace parlor::bench {

enum class NatsKind : std::uint8_t { core, jetstream };

class NatsSeat final : public Seat {
 public:
  NatsSeat(NatsKind kind, Way way, Place place, SeatHooks hooks);
  void open() override;
  void post(std::string_view text) override;
  void drop() override { line_.close(); }

 private:
  void greet();
  void hear(std::string_view bytes);
  std::size_t take(std::string_view bytes);
  void take_message(std::string_view head, std::string_view payload);
  void take_line(std::string_view line);

  NatsKind kind_;
  Place place_;
  SeatHooks hooks_;
  std::string inbox_;
  bool is_ready_ = false;
  std::string half_;
  WebLine line_;
};

class NatsPeer final : public Peer {
 public:
  NatsPeer(NatsKind kind, Reactor& reactor, const Server& server) : kind_(kind), reactor_(reactor), server_(server) {}
  // With JetStream: makes the stream that keeps every message.
  void prepare(std::size_t visitors) override;
  std::unique_ptr<Seat> seat(Place place, SeatHooks hooks) override;

 private:
  NatsKind kind_;
  Reactor& reactor_;
  const Server& server_;
};

}  // namespace parlor::bench
