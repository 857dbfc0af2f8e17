#include "nats.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "scan.h"

namespace parlor::bench {
namespace {

// Subscriptions of a seat: what is said to it, and what JetStream confirms.
constexpr char kRoom = '1';
constexpr char kConfirmed = '2';

std::string subject_of(const Place& place) {
  return fmt::format("chat.{}", place.room->name);
}

}  // namespace

NatsSeat::NatsSeat(NatsKind kind, Way way, Place place, SeatHooks hooks)
    : kind_(kind),
      place_(std::move(place)),
      hooks_(std::move(hooks)),
      inbox_(fmt::format("_INBOX.{:x}", way.reactor.random())),
      line_(way.reactor, way.server,
            {.on_open = [this] { greet(); },
             .on_message = [this](std::string_view message) { hear(message); },
             .on_lost = [this](const std::string& why) { hooks_.on_lost(why); }}) {
  if (place_.room && place_.room->name.empty()) place_.room->name = fmt::format("{:x}", way.reactor.random());
}

void NatsSeat::open() {
  is_ready_ = false;
  half_.clear();
  line_.open({.target = "/", .binary = true});
}

// Its PONG says that all before it was taken.
void NatsSeat::greet() {
  const bool confirms = kind_ == NatsKind::core;
  std::string text = fmt::format(
      "CONNECT {{\"verbose\":false,\"pedantic\":false,\"lang\":\"c++\",\"version\":\"1\",\"echo\":false}}\r\n");
  if (place_.room) text += fmt::format("SUB {} {}\r\n", subject_of(place_), kRoom);
  if (!confirms && place_.room) text += fmt::format("SUB {} {}\r\n", inbox_, kConfirmed);
  line_.send(text + "PING\r\n");
}

// With core NATS each message is followed by a PING, whose PONG confirms that the server has dealt with it.
void NatsSeat::post(std::string_view text) {
  if (kind_ == NatsKind::core)
    return line_.send(fmt::format("PUB {} {}\r\n{}\r\nPING\r\n", subject_of(place_), text.size(), text));
  line_.send(fmt::format("PUB {} {} {}\r\n{}\r\n", subject_of(place_), inbox_, text.size(), text));
}

void NatsSeat::hear(std::string_view bytes) {
  if (half_.empty()) {
    half_.assign(bytes.substr(take(bytes)));
    return;
  }
  half_.append(bytes);
  half_.erase(0, take(half_));
}

std::size_t NatsSeat::take(std::string_view bytes) {
  std::size_t taken = 0;
  for (;;) {
    const auto rest = bytes.substr(taken);
    const auto line_end = rest.find("\r\n");
    if (line_end == std::string_view::npos) return taken;
    const auto line = rest.substr(0, line_end);
    if (!line.starts_with("MSG ")) {
      taken += line_end + 2;
      take_line(line);
      continue;
    }
    const auto size = number_after(line.substr(line.rfind(' ')), " ").value_or(0);
    if (rest.size() < line_end + 2 + size + 2) return taken;
    taken += line_end + 2 + size + 2;
    take_message(line, rest.substr(line_end + 2, size));
  }
}

void NatsSeat::take_message(std::string_view head, std::string_view payload) {
  const auto subscription = head.substr(head.find(' ', 4) + 1).front();
  if (subscription == kRoom) return hooks_.on_text(payload);
  if (payload.find(R"("error")") != std::string_view::npos) return hooks_.on_refused(std::string(payload));
  hooks_.on_acknowledged();
}

void NatsSeat::take_line(std::string_view line) {
  if (line.starts_with("PING")) return line_.send("PONG\r\n");
  if (line.starts_with("-ERR")) return hooks_.on_refused(std::string(line));
  if (!line.starts_with("PONG")) return;
  if (is_ready_) return hooks_.on_acknowledged();
  is_ready_ = true;
  hooks_.on_ready();
}

void NatsPeer::prepare(std::size_t) {
  if (kind_ == NatsKind::core) return;
  std::optional<std::string> answer;
  const std::string inbox = fmt::format("_INBOX.{:x}", reactor_.random());
  const std::string make =
      R"({"name":"chat","subjects":["chat.>"],"storage":"file","retention":"limits","discard":"old","num_replicas":1,)"
      R"("max_msgs":-1,"max_bytes":-1,"max_age":0,"max_consumers":-1})";
  WebLine line(reactor_, server_,
               {.on_open =
                    [&] {
                      line.send(fmt::format(
                          "CONNECT {{\"verbose\":false}}\r\nSUB {} 1\r\nPUB $JS.API.STREAM.CREATE.chat {} {}\r\n{}\r\n",
                          inbox, inbox, make.size(), make));
                    },
                .on_message =
                    [&](std::string_view message) {
                      if (message.find("stream_create_response") != std::string_view::npos)
                        answer = std::string(message);
                    },
                .on_lost = [&](const std::string& why) { answer = "\"error\" " + why; }});
  line.open({.target = "/", .binary = true});
  reactor_.run_until([&] { return answer.has_value(); }, std::chrono::seconds(10));
  if (!answer || answer->find("\"error\"") != std::string::npos)
    throw std::runtime_error("no stream: " + answer.value_or("no answer"));
}

std::unique_ptr<Seat> NatsPeer::seat(Place place, SeatHooks hooks) {
  return std::make_unique<NatsSeat>(kind_, Way{reactor_, server_}, std::move(place), std::move(hooks));
}

}  // namespace parlor::bench
