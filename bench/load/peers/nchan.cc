#include "nchan.h"

#include <fmt/format.h>

namespace parlor::bench {
namespace {

constexpr std::size_t kPublishingLines = 8;

void name_room(Reactor& reactor, const Place& place) {
  if (place.room && place.room->name.empty()) place.room->name = fmt::format("{:x}", reactor.random());
}

}  // namespace

NchanSubscriber::NchanSubscriber(Reactor& reactor, const Server& server, Place place, SeatHooks hooks)
    : place_(std::move(place)),
      hooks_(std::move(hooks)),
      line_(reactor, server,
            {.on_open = [this] { hooks_.on_ready(); },
             .on_message = [this](std::string_view message) { hooks_.on_text(message); },
             .on_lost = [this](const std::string& why) { hooks_.on_lost(why); }}) {
  name_room(reactor, place_);
}

void NchanSubscriber::open() {
  // Somebody who only passes by listens to a channel of their own: nchan knows no other connection.
  const auto channel = place_.room ? place_.room->name : fmt::format("own-{}", place_.number);
  line_.open({.target = "/sub?id=" + channel});
}

NchanPublisher::NchanPublisher(Reactor& reactor, const Server& server, Place place, SeatHooks hooks)
    : reactor_(reactor), place_(std::move(place)), hooks_(std::move(hooks)) {
  name_room(reactor, place_);
  for (std::size_t index = 0; index < kPublishingLines; ++index)
    lines_.push_back(
        std::make_unique<HttpLine>(reactor, server, [this](const std::string& why) { hooks_.on_lost(why); }));
}

void NchanPublisher::open() {
  reactor_.after({}, [this] { hooks_.on_ready(); });
}

void NchanPublisher::post(std::string_view text) {
  auto& line = *lines_[next_++ % lines_.size()];
  line.ask({.target = "/pub?id=" + place_.room->name, .body = std::string(text)}, [this](const Told& told) {
    if (told.status / 100 != 2) return hooks_.on_refused(fmt::format("status {}", told.status));
    hooks_.on_acknowledged();
  });
}

void NchanPublisher::drop() {
  for (const auto& line : lines_)
    line->close();
}

std::unique_ptr<Seat> NchanPeer::seat(Place place, SeatHooks hooks) {
  if (place.role == Role::visitor)
    return std::make_unique<NchanPublisher>(reactor_, server_, std::move(place), std::move(hooks));
  return std::make_unique<NchanSubscriber>(reactor_, server_, std::move(place), std::move(hooks));
}

}  // namespace parlor::bench
