// Parlor as the swarm knows it, over WebSocket or long-poll.
#pragma once

#include <deque>
#include <vector>

#include "http_line.h"
#include "peer.h"
#include "web_line.h"

namespace parlor::bench {

// Who a seat is to the server.
struct Ticket {
  std::string token;   // a visitor's
  std::string cookie;  // an agent's
};

// One session, whatever carries it: hello, what its role asks for, posts and their answers.
class ParlorSeat : public Seat {
 public:
  ParlorSeat(Reactor& reactor, Place place, Ticket ticket, SeatHooks hooks);
  void post(std::string_view text) override;

 protected:
  virtual void send(std::string frame) = 0;
  // What the connection calls.
  std::string hello();
  void hear(std::string_view message);
  void lost(const std::string& why);
  [[nodiscard]] const Ticket& ticket() const { return ticket_; }

 private:
  void hear_answer(std::string_view message);
  void hear_event(std::string_view message);
  void greeted(std::string_view message);
  void start();
  void join();
  std::string resumed() const;

  Reactor& reactor_;
  Place place_;
  Ticket ticket_;
  SeatHooks hooks_;
  std::uint64_t next_id_ = 0;
  std::string previous_;
  std::deque<std::string> waiting_;
  // Where it stands, for coming back.
  std::string epoch_;
  std::string contact_;
  std::uint64_t seq_ = 0;
  std::uint64_t contact_seq_ = 0;
};

class ParlorWebSeat final : public ParlorSeat {
 public:
  ParlorWebSeat(Way way, Place place, Ticket ticket, SeatHooks hooks);
  void open() override;
  void drop() override { line_.close(); }

 private:
  void send(std::string frame) override { line_.send(frame); }

  const Server& server_;
  WebLine line_;
};

class ParlorPollSeat final : public ParlorSeat {
 public:
  ParlorPollSeat(Way way, Place place, Ticket ticket, SeatHooks hooks);
  void open() override;
  void drop() override;

 private:
  void send(std::string frame) override;
  void poll();
  void take_units(std::string_view body);

  std::string headers_;
  std::string path_;
  std::uint64_t after_ = 0;
  HttpLine posts_;
  HttpLine polls_;
};

class ParlorPeer final : public Peer {
 public:
  ParlorPeer(Transport transport, Reactor& reactor, const Server& server)
      : transport_(transport), reactor_(reactor), server_(server) {}
  void prepare(std::size_t visitors) override;
  std::unique_ptr<Seat> seat(Place place, SeatHooks hooks) override;

 private:
  Transport transport_;
  Reactor& reactor_;
  const Server& server_;
  std::string cookie_;
  std::vector<std::string> tokens_;
};

}  // namespace parlor::bench
