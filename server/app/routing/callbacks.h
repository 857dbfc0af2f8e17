// Callbacks: whom the teams of one workspace have promised to call, and when. No team promises more calls at a time
// than it has people. No clock: time is a value. Owned by the router, on its worker; what is booked is read again from
// the conversations after a restart.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "app/floor_watch.h"
#include "app/ports/zones.h"
#include "domain/routing/setup.h"

namespace parlor::app {

struct Booking {
  TeamId team;
  ContactId contact;
  Time at{};
};

class Callbacks {
 public:
  // `zones` may be null: then nobody calls.
  explicit Callbacks(const ports::Zones* zones) : zones_(zones) {}

  void see(const Glance& glance);

  // Null: no time is booked for it.
  const Booking* booking(ConversationId conversation) const;
  // The times that this conversation may book, ascending; at most limits::kCallbackSlotsShown.
  std::vector<Time> slots(const routing::Setup& setup, TeamId team, ConversationId conversation, Time now) const;
  // Until it is seen to be stored, or released.
  void reserve(ConversationId conversation, Booking booking);
  // It came to nothing: what was booked before is.
  void release(ConversationId conversation);

 private:
  struct Known {
    // What is stored, and what is about to be.
    std::optional<Booking> kept;
    std::optional<Booking> reserved;

    const Booking& newest() const { return reserved ? *reserved : *kept; }
  };
  std::size_t booked_at(TeamId team, Time at, ConversationId but) const;

  const ports::Zones* zones_;
  std::unordered_map<ConversationId, Known> booked_;
};

}  // namespace parlor::app
