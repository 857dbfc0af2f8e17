// The two Node servers of bench/peers as the swarm knows them, over WebSocket or long-poll.
#pragma once

#include <vector>

#include "http_line.h"
#include "peer.h"
#include "web_line.h"

namespace parlor::bench {

class NodeWebSeat final : public Seat {
 public:
  NodeWebSeat(Reactor& reactor, const Server& server, Place place, SeatHooks hooks);
  void open() override;
  void post(std::string_view text) override;
  void drop() override { line_.close(); }

 private:
  void hear(std::string_view message);

  Reactor& reactor_;
  Place place_;
  SeatHooks hooks_;
  std::uint64_t seq_ = 0;
  bool comes_back_ = false;
  WebLine line_;
};

class NodePollSeat final : public Seat {
 public:
  NodePollSeat(Reactor& reactor, const Server& server, Place place, SeatHooks hooks);
  void open() override;
  void post(std::string_view text) override;
  void drop() override;

 private:
  void poll();

  Reactor& reactor_;
  Place place_;
  SeatHooks hooks_;
  std::string path_;
  std::uint64_t after_ = 0;
  HttpLine posts_;
  HttpLine polls_;
};

class NodePeer final : public Peer {
 public:
  NodePeer(Transport transport, Reactor& reactor, const Server& server)
      : transport_(transport), reactor_(reactor), server_(server) {}
  void prepare(std::size_t) override {}
  std::unique_ptr<Seat> seat(Place place, SeatHooks hooks) override;

 private:
  Transport transport_;
  Reactor& reactor_;
  const Server& server_;
};

}  // namespace parlor::bench
