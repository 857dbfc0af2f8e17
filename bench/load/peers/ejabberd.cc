#include "ejabberd.h"

#include <fmt/format.h>
#include <openssl/evp.h>

namespace parlor::bench {
namespace {

constexpr std::string_view kOpen =
    R"(<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="localhost" version="1.0"/>)";

std::string base64(std::string_view text) {
  std::string out(4 * ((text.size() + 2) / 3) + 1, '\0');
  const auto size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                    reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

bool has(std::string_view stanza, std::string_view what) {
  return stanza.find(what) != std::string_view::npos;
}

std::string name_of(const Place& place) {
  if (!place.room) return fmt::format("passer-by-{}", place.number);
  return fmt::format("{}-{}", place.role == Role::visitor ? "visitor" : "agent", place.room->number);
}

}  // namespace

EjabberdSeat::EjabberdSeat(Reactor& reactor, const Server& server, Place place, SeatHooks hooks)
    : place_(std::move(place)),
      hooks_(std::move(hooks)),
      own_(name_of(place_)),
      line_(reactor, server,
            {.on_open = [this] { line_.send(kOpen); },
             .on_message = [this](std::string_view message) { hear(message); },
             .on_lost = [this](const std::string& why) { hooks_.on_lost(why); }}) {
  if (!place_.room) return;
  auto across = place_;
  across.role = place_.role == Role::visitor ? Role::agent : Role::visitor;
  other_ = name_of(across);
}

void EjabberdSeat::open() {
  state_ = State::greeting;
  line_.open({.target = "/ws", .headers = "Sec-WebSocket-Protocol: xmpp\r\n"});
}

void EjabberdSeat::hear(std::string_view stanza) {
  if (has(stanza, "<failure") || has(stanza, R"(type='error')")) return hooks_.on_refused(std::string(stanza));
  switch (state_) {
    case State::greeting:
    case State::entering:
      if (has(stanza, "features")) greeted();
      return;
    case State::proving:
      if (!has(stanza, "<success")) return;
      state_ = State::entering;
      return line_.send(kOpen);
    case State::binding:
      if (!has(stanza, "<iq")) return;
      state_ = State::ready;
      line_.send(R"(<presence xmlns="jabber:client"/>)");
      return hooks_.on_ready();
    case State::ready:
      return hear_ready(stanza);
  }
}

// Both times that the server offered what it can: before and after it knew us.
void EjabberdSeat::greeted() {
  if (state_ == State::entering) {
    state_ = State::binding;
    return line_.send(
        R"(<iq xmlns="jabber:client" type="set" id="b"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>r</resource></bind></iq>)");
  }
  state_ = State::proving;
  const auto proof = base64(std::string(1, '\0') + own_ + std::string(1, '\0') + "secret");
  line_.send(fmt::format(R"(<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">{}</auth>)", proof));
}

void EjabberdSeat::hear_ready(std::string_view stanza) {
  if (!stanza.starts_with("<message")) return;
  const auto body = stanza.find("<body>");
  if (body == std::string_view::npos) return;
  const auto text = stanza.substr(body + 6);
  hooks_.on_text(text.substr(0, text.find('<')));
}

void EjabberdSeat::post(std::string_view text) {
  line_.send(
      fmt::format(R"(<message xmlns="jabber:client" type="chat" to="{}@localhost" id="m"><body>{}</body></message>)",
                  other_, text));
}

std::unique_ptr<Seat> EjabberdPeer::seat(Place place, SeatHooks hooks) {
  return std::make_unique<EjabberdSeat>(reactor_, server_, std::move(place), std::move(hooks));
}

}  // namespace parlor::bench
