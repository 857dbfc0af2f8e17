// Peer: a server that the swarm can speak to, and the seats at it. A Seat is one participant with its connection; what
// it says and hears is the same for every server, so that each mode of the bench is written once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "reactor.h"

namespace parlor::bench {

class Server;

// What two seats of one conversation know of it: its number for the bench, its name at the server.
struct Room {
  std::size_t number = 0;
  std::string name;
};

struct SeatHooks {
  // Connected, known, and following its conversation. Also after coming back.
  std::function<void()> on_ready;
  // The oldest message that was posted and not yet acknowledged.
  std::function<void()> on_acknowledged;
  // The text of a message of the conversation, its own too where the server tells them.
  std::function<void(std::string_view)> on_text;
  std::function<void(const std::string&)> on_refused;
  std::function<void(const std::string&)> on_lost;
};

class Seat {
 public:
  Seat() = default;
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;
  virtual ~Seat() = default;
  // Again after a loss: comes back to where it was.
  virtual void open() = 0;
  virtual void post(std::string_view text) = 0;
  // Cuts the connection without a word.
  virtual void drop() = 0;
};

enum class Role : std::uint8_t {
  visitor,     // begins the conversation of its room, or comes back to it
  agent,       // joins it
  subscriber,  // only listens to it
  passer_by,   // connected and known, and nothing more
};

struct Place {
  Role role = Role::visitor;
  std::size_t number = 0;  // among those of its role
  std::shared_ptr<Room> room = {};
};

enum class Transport : std::uint8_t { websocket, poll };

struct PeerPlan {
  std::string name;
  Transport transport = Transport::websocket;
};

class Peer {
 public:
  Peer() = default;
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  virtual ~Peer() = default;
  // What must exist at the server before this many visitors come. Takes its time; throws when it cannot.
  virtual void prepare(std::size_t visitors) = 0;
  virtual std::unique_ptr<Seat> seat(Place place, SeatHooks hooks) = 0;
  // Whether it ever says that it took a message. If not, that the other side has it must do.
  [[nodiscard]] virtual bool confirms() const { return true; }
  // Whether messages of one sender are heard in the order in which they were posted.
  [[nodiscard]] virtual bool keeps_order() const { return true; }
};

// Throws for a name that is none.
std::unique_ptr<Peer> make_peer(const PeerPlan& plan, Reactor& reactor, const Server& server);

}  // namespace parlor::bench
