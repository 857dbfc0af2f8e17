#include "node.h"

#include <utility>

#include <fmt/format.h>

#include "scan.h"

namespace parlor::bench {
namespace {

constexpr std::string_view kHeaders = "Content-Type: application/json\r\n";

std::string_view word_of(Role role) {
  return role == Role::visitor ? "visitor" : role == Role::agent ? "agent" : "watcher";
}

// The first seat of a room names it.
void name_room(Place& place, std::uint64_t random) {
  if (place.room && place.room->name.empty()) place.room->name = uuid_of(random);
}

}  // namespace

NodeWebSeat::NodeWebSeat(Reactor& reactor, const Server& server, Place place, SeatHooks hooks)
    : reactor_(reactor),
      place_(std::move(place)),
      hooks_(std::move(hooks)),
      line_(reactor, server,
            {.on_open = [] {},
             .on_message = [this](std::string_view message) { hear(message); },
             .on_lost = [this](const std::string& why) { hooks_.on_lost(why); }}) {}

void NodeWebSeat::open() {
  name_room(place_, reactor_.random());
  std::string target = "/chat";
  if (place_.room) target += fmt::format("?conversation={}&role={}", place_.room->name, word_of(place_.role));
  if (std::exchange(comes_back_, true)) target += fmt::format("&after={}", seq_);
  line_.open({.target = std::move(target)});
}

void NodeWebSeat::hear(std::string_view message) {
  if (message.starts_with(R"({"type":"stored")")) return hooks_.on_acknowledged();
  if (message.starts_with(R"({"type":"message")")) {
    seq_ = number_after(message, R"("seq":)").value_or(seq_);
    return hooks_.on_text(text_after(message, R"("text":")"));
  }
  if (message.starts_with(R"({"type":"joined")")) return hooks_.on_ready();
  hooks_.on_refused(std::string(message));
}

void NodeWebSeat::post(std::string_view text) {
  line_.send(fmt::format(R"({{"type":"post","clientId":"{}","text":"{}"}})", uuid_of(reactor_.random()), text));
}

NodePollSeat::NodePollSeat(Reactor& reactor, const Server& server, Place place, SeatHooks hooks)
    : reactor_(reactor),
      place_(std::move(place)),
      hooks_(std::move(hooks)),
      posts_(reactor, server, [this](const std::string& why) { hooks_.on_lost(why); }),
      polls_(reactor, server, [this](const std::string& why) { hooks_.on_lost(why); }) {}

void NodePollSeat::open() {
  name_room(place_, reactor_.random());
  const auto body = fmt::format(R"({{"conversation":"{}","role":"{}"}})", place_.room->name, word_of(place_.role));
  posts_.ask({.target = "/sessions", .headers = std::string(kHeaders), .body = body}, [this](const Told& told) {
    path_ = fmt::format("/sessions/{}", text_after(told.body, R"("session":")"));
    after_ = 0;
    poll();
    hooks_.on_ready();
  });
}

void NodePollSeat::post(std::string_view text) {
  auto body = fmt::format(R"({{"clientId":"{}","text":"{}"}})", uuid_of(reactor_.random()), text);
  posts_.ask({.target = path_ + "/messages", .headers = std::string(kHeaders), .body = std::move(body)},
             [this](const Told& told) {
               if (told.status != 200) return hooks_.on_refused(std::string(told.body));
               hooks_.on_acknowledged();
             });
}

void NodePollSeat::poll() {
  const auto body = fmt::format(R"({{"after":{},"wait":25}})", after_);
  polls_.ask({.target = path_ + "/poll", .headers = std::string(kHeaders), .body = body}, [this](const Told& told) {
    if (told.status != 200) return hooks_.on_lost("a poll failed: " + std::string(told.body));
    constexpr std::string_view kMessage = R"({"type":"message")";
    after_ = number_after(told.body, R"("next":)").value_or(after_);
    for (auto at = told.body.find(kMessage); at != std::string_view::npos; at = told.body.find(kMessage, at + 1))
      hooks_.on_text(text_after(told.body.substr(at), R"("text":")"));
    poll();
  });
}

void NodePollSeat::drop() {
  posts_.close();
  polls_.close();
}

std::unique_ptr<Seat> NodePeer::seat(Place place, SeatHooks hooks) {
  if (transport_ == Transport::poll)
    return std::make_unique<NodePollSeat>(reactor_, server_, std::move(place), std::move(hooks));
  return std::make_unique<NodeWebSeat>(reactor_, server_, std::move(place), std::move(hooks));
}

}  // namespace parlor::bench
