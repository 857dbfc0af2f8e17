// ejabberd as the swarm knows it: XMPP over WebSocket (RFC 7395) with message archiving. It never confirms that a
// message is stored; the archive's id on what the other side receives is the nearest to it.
#pragma once

#include "peer.h"
#include "web_line.h"

namespace parlor::bench {

class EjabberdSeat final : public Seat {
 public:
  EjabberdSeat(Reactor& reactor, const Server& server, Place place, SeatHooks hooks);
  void open() override;
  void post(std::string_view text) override;
  void drop() override { line_.close(); }

 private:
  enum class State : std::uint8_t { greeting, proving, entering, binding, ready };

  void hear(std::string_view stanza);
  void greeted();
  void hear_ready(std::string_view stanza);

  Place place_;
  SeatHooks hooks_;
  State state_ = State::greeting;
  std::string own_;
  std::string other_;
  WebLine line_;
};

class EjabberdPeer final : public Peer {
 public:
  EjabberdPeer(Reactor& reactor, const Server& server) : reactor_(reactor), server_(server) {}
  void prepare(std::size_t) override {}
  std::unique_ptr<Seat> seat(Place place, SeatHooks hooks) override;
  [[nodiscard]] bool confirms() const override { return false; }

 private:
  Reactor& reactor_;
  const Server& server_;
};

}  // namespace parlor::bench
