#include "parlor.h"

#include <stdexcept>

#include <fmt/format.h>

#include "scan.h"

namespace parlor::bench {
namespace {

// Ids of the calls that come before messages.
constexpr std::uint64_t kHello = 1;
constexpr std::uint64_t kStart = 2;
constexpr std::uint64_t kSubscribe = 3;
constexpr std::uint64_t kAccept = 4;
constexpr std::uint64_t kFirstPost = 10;

constexpr std::string_view kAnswer = R"({"jsonrpc":"2.0","id":)";
constexpr std::string_view kEvent = R"({"jsonrpc":"2.0","method":"event")";

std::string call(std::uint64_t id, std::string_view method, std::string_view params) {
  return fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{{{}}}}})", id, method, params);
}

}  // namespace

ParlorSeat::ParlorSeat(Reactor& reactor, Place place, Ticket ticket, SeatHooks hooks)
    : reactor_(reactor), place_(std::move(place)), ticket_(std::move(ticket)), hooks_(std::move(hooks)) {}

std::string ParlorSeat::hello() {
  next_id_ = kFirstPost;
  const std::string token = ticket_.token.empty() ? "" : fmt::format(R"("token":"{}",)", ticket_.token);
  return call(kHello, "session.hello", token + R"("client":{"name":"bench","version":"1"})" + resumed());
}

std::string ParlorSeat::resumed() const {
  if (seq_ == 0) return {};
  std::string list =
      fmt::format(R"({{"topic":"conversation:{}","epoch":"{}","seq":{}}})", place_.room->name, epoch_, seq_);
  if (!contact_.empty())
    list += fmt::format(R"(,{{"topic":"contact:{}","epoch":"{}","seq":{}}})", contact_, epoch_, contact_seq_);
  return R"(,"resume":[)" + list + "]";
}

void ParlorSeat::hear(std::string_view message) {
  if (message.starts_with(kAnswer)) return hear_answer(message);
  if (message.starts_with(kEvent)) return hear_event(message);
  if (message.find(R"("method":"heartbeat")") != std::string_view::npos)
    send(R"({"jsonrpc":"2.0","method":"heartbeat","params":{}})");
}

void ParlorSeat::hear_answer(std::string_view message) {
  const auto id = number_after(message, R"("id":)").value_or(0);
  const bool is_result = message.find(R"("result":)") != std::string_view::npos;
  if (!is_result) return hooks_.on_refused(std::string(message));
  if (id >= kFirstPost) {
    waiting_.pop_front();
    return hooks_.on_acknowledged();
  }
  if (id == kHello) return greeted(message);
  if (id == kStart) place_.room->name = text_after(message, R"("conversation":")");
  if (id == kSubscribe && place_.role == Role::agent) return;
  hooks_.on_ready();
}

void ParlorSeat::greeted(std::string_view message) {
  epoch_ = text_after(message, R"("epoch":")");
  contact_ = text_after(message, R"("contact":")");
  const bool comes_back = seq_ > 0;
  if (!comes_back && place_.role == Role::visitor) return start();
  if (!comes_back && place_.role != Role::passer_by) return join();
  if (comes_back && message.find(R"("recovered":true)") == std::string_view::npos)
    return hooks_.on_refused("not recovered: " + std::string(message));
  hooks_.on_ready();
}

void ParlorSeat::start() {
  send(call(kStart, "conversation.start",
            fmt::format(R"("client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"Hello"}}}})",
                        uuid_of(reactor_.random()), uuid_of(reactor_.random()))));
}

void ParlorSeat::join() {
  const auto& conversation = place_.room->name;
  send(call(kSubscribe, "topic.subscribe", fmt::format(R"("topic":"conversation:{}")", conversation)));
  if (place_.role != Role::agent) return;
  send(call(kAccept, "conversation.accept",
            fmt::format(R"("conversation":"{}","client_id":"{}")", conversation, uuid_of(reactor_.random()))));
}

void ParlorSeat::hear_event(std::string_view message) {
  const auto seq = number_after(message, R"("seq":)").value_or(0);
  if (message.substr(0, 100).find(R"("topic":"contact:)") != std::string_view::npos) {
    contact_seq_ = seq;
    return;
  }
  seq_ = seq;
  const auto text = text_after(message, R"("text":")");
  if (!text.empty()) hooks_.on_text(text);
}

void ParlorSeat::post(std::string_view text) {
  auto client_id = uuid_of(reactor_.random());
  const std::string after = waiting_.empty() ? "" : fmt::format(R"(,"after":"{}")", waiting_.back());
  send(fmt::format(
      R"({{"jsonrpc":"2.0","id":{},"method":"message.post","params":{{"conversation":"{}","client_id":"{}"{},"body":{{"type":"text","text":"{}"}}}}}})",
      next_id_++, place_.room->name, client_id, after, text));
  waiting_.push_back(std::move(client_id));
}

void ParlorSeat::lost(const std::string& why) {
  hooks_.on_lost(why);
}

ParlorWebSeat::ParlorWebSeat(Way way, Place place, Ticket ticket, SeatHooks hooks)
    : ParlorSeat(way.reactor, std::move(place), std::move(ticket), std::move(hooks)),
      server_(way.server),
      line_(way.reactor, way.server,
            {.on_open = [this] { line_.send(hello()); },
             .on_message = [this](std::string_view message) { hear(message); },
             .on_lost = [this](const std::string& why) { lost(why); }}) {}

void ParlorWebSeat::open() {
  std::string headers = "Sec-WebSocket-Protocol: parlor.v1\r\n";
  if (!ticket().cookie.empty()) headers += "Cookie: " + ticket().cookie + "\r\nOrigin: " + server_.origin() + "\r\n";
  line_.open({.target = "/realtime", .headers = std::move(headers)});
}

ParlorPollSeat::ParlorPollSeat(Way way, Place place, Ticket ticket, SeatHooks hooks)
    : ParlorSeat(way.reactor, std::move(place), std::move(ticket), std::move(hooks)),
      headers_("Content-Type: application/json\r\n"),
      posts_(way.reactor, way.server, [this](const std::string& why) { lost(why); }),
      polls_(way.reactor, way.server, [this](const std::string& why) { lost(why); }) {
  const auto& own = this->ticket();
  headers_ += own.cookie.empty() ? "Authorization: Bearer " + own.token + "\r\n"
                                 : "Cookie: " + own.cookie + "\r\nOrigin: " + way.server.origin() + "\r\n";
}

void ParlorPollSeat::open() {
  after_ = 0;
  posts_.ask({.target = "/realtime/sessions", .headers = headers_, .body = hello()}, [this](const Told& told) {
    if (told.status != 200) return lost("no session: " + std::string(told.body));
    path_ = "/realtime/sessions/" + std::string(text_after(told.body, R"("session":")"));
    poll();
    hear(told.body);
  });
}

void ParlorPollSeat::drop() {
  posts_.close();
  polls_.close();
}

void ParlorPollSeat::send(std::string frame) {
  posts_.ask({.target = path_, .headers = headers_, .body = std::move(frame)}, [this](const Told& told) {
    if (told.status >= 300) return lost("a post failed: " + std::string(told.body));
    if (!told.body.empty()) hear(told.body);
  });
}

void ParlorPollSeat::poll() {
  polls_.ask(
      {.target = path_ + "/poll", .headers = headers_, .body = fmt::format(R"({{"after":{},"wait_s":25}})", after_)},
      [this](const Told& told) {
        if (told.status != 200) return lost("a poll failed: " + std::string(told.body));
        take_units(told.body);
        poll();
      });
}

void ParlorPollSeat::take_units(std::string_view body) {
  constexpr std::string_view kUnit = R"({"n":)";
  constexpr std::string_view kMessage = R"("message":)";
  after_ = number_after(body.substr(body.rfind(R"("next":)")), R"("next":)").value_or(after_);
  for (auto at = body.find(kUnit); at != std::string_view::npos;) {
    const auto next = body.find(kUnit, at + 1);
    const auto unit = body.substr(at, next - at);
    hear(unit.substr(unit.find(kMessage) + kMessage.size()));
    at = next;
  }
}

void ParlorPeer::prepare(std::size_t visitors) {
  const auto on_lost = [](const std::string& why) { throw std::runtime_error(why); };
  HttpLine line(reactor_, server_, on_lost);
  const std::string headers = "Content-Type: application/json\r\nOrigin: " + server_.origin() + "\r\n";
  const auto cookie = ask_now(line, reactor_,
                              {.target = "/api/v1/session",
                               .headers = headers,
                               .body = R"({"email":"ada@casa.example","password":"casa-demo"})"});
  cookie_ = cookie.substr(0, cookie.find(';'));
  while (tokens_.size() < visitors) {
    const auto made =
        ask_now(line, reactor_, {.target = "/api/v1/visitors", .headers = headers, .body = R"({"inbox":"demo"})"});
    tokens_.emplace_back(text_after(made, R"("token":")"));
  }
}

std::unique_ptr<Seat> ParlorPeer::seat(Place place, SeatHooks hooks) {
  const bool is_visitor = place.role == Role::visitor || place.role == Role::passer_by;
  const Ticket ticket = is_visitor ? Ticket{.token = tokens_.at(place.number)} : Ticket{.cookie = cookie_};
  if (transport_ == Transport::poll)
    return std::make_unique<ParlorPollSeat>(Way{reactor_, server_}, std::move(place), ticket, std::move(hooks));
  return std::make_unique<ParlorWebSeat>(Way{reactor_, server_}, std::move(place), ticket, std::move(hooks));
}

}  // namespace parlor::bench
