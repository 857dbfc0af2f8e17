// nginx with nchan as the swarm knows it: who publishes posts over kept HTTP connections, who listens has a WebSocket.
#pragma once

#include <vector>

#include "http_line.h"
#include "peer.h"
#include "web_line.h"

namespace parlor::bench {

class NchanSubscriber final : public Seat {
 public:
  NchanSubscriber(Reactor& reactor, const Server& server, Place place, SeatHooks hooks);
  void open() override;
  void post(std::string_view) override {}
  void drop() override { line_.close(); }

 private:
  Place place_;
  SeatHooks hooks_;
  WebLine line_;
};

// Its messages are confirmed one by one over each connection: as many connections as it will have in flight.
class NchanPublisher final : public Seat {
 public:
  NchanPublisher(Reactor& reactor, const Server& server, Place place, SeatHooks hooks);
  void open() override;
  void post(std::string_view text) override;
  void drop() override;

 private:
  Reactor& reactor_;
  Place place_;
  SeatHooks hooks_;
  std::vector<std::unique_ptr<HttpLine>> lines_;
  std::size_t next_ = 0;
};

class NchanPeer final : public Peer {
 public:
  NchanPeer(Reactor& reactor, const Server& server) : reactor_(reactor), server_(server) {}
  void prepare(std::size_t) override {}
  std::unique_ptr<Seat> seat(Place place, SeatHooks hooks) override;
  [[nodiscard]] bool keeps_order() const override { return false; }

 private:
  Reactor& reactor_;
  const Server& server_;
};

}  // namespace parlor::bench
