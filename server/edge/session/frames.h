// FrameCache: encodes a publication once for each audience, however many sessions of the worker receive it. Lives on
// one worker; remembers the last publication only, since the hub tells all followers of one before it takes up the
// next.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "app/directory/directory.h"
#include "app/topics/publication.h"
#include "edge/session/frame.h"

namespace parlor::edge {

struct EventFrame {
  ports::Seq seq{};
  // The seq before it that the same audience may see.
  ports::Seq prev{};
  SharedFrame frame;
  // The call that made it.
  std::optional<ClientId> client_id;
};

class FrameCache {
 public:
  // The events that this audience may see, in order. Empty for publications that are no events.
  const std::vector<EventFrame>& events(const app::SharedPublication& publication, Audience audience,
                                        const app::Directory& directory);
  // A signal or rows; none if this audience is not told.
  const SharedFrame& notice(const app::SharedPublication& publication, Audience audience);

 private:
  struct Slot {
    std::weak_ptr<const app::Publication> of;
    std::vector<EventFrame> events;
    SharedFrame notice;
  };

  std::array<Slot, 2> events_;
  std::array<Slot, 2> notices_;
};

// A contact's own topic, told of one conversation.
EventFrame encode_started(const app::Topic& topic, const app::ContactConversationStarted& started,
                          const std::string& epoch);

// Events read from the store for one session.
std::vector<EventFrame> encode_events(const app::Topic& topic, const std::vector<app::NamedEvent>& events,
                                      Audience audience, const std::string& epoch);

}  // namespace parlor::edge
