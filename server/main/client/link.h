// Link: one WebSocket connection to a server, client side. Text messages come out of read(), send() takes text and
// writes what has gathered in one go. Lives on its loop's thread; held by shared_ptr because a write may outlast its
// owner. Never knows JSON, never reconnects, and holds no read buffer while nothing comes.
//
//   fresh --open()--> open --read() returns--> ended
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "main/client/account_calls.h"
#include "main/client/connecting.h"
#include "main/client/loop.h"
#include "wire/ws/decoder.h"
#include "wire/ws/encoder.h"

namespace parlor::client {

struct LinkEnd {
  std::uint16_t code = 0;  // of the server's close frame; 0 when the connection just broke
  std::string reason;
};

class Link : public std::enable_shared_from_this<Link> {
 public:
  explicit Link(Loop& loop) : loop_(loop), decoder_({.role = wire::ws::Role::Client}) {}

  runtime::Task<Result<void>> open(ServerAddress server, Credentials credentials);
  // `on_text` is called for each message and must not keep the view. Returns when the connection has ended.
  runtime::Task<LinkEnd> read(std::function<void(std::string_view)> on_text);

  void send(std::string_view text) { append(wire::ws::Opcode::Text, text); }
  // Says goodbye; the server closes.
  void close();
  // Ends the connection without a word.
  void drop();

 private:
  enum class Step : std::uint8_t { more, ended };

  runtime::Task<Result<std::string>> upgrade(ServerAddress server, Credentials credentials);
  Step take(std::span<char> bytes, const std::function<void(std::string_view)>& on_text);
  Step take_event(const wire::ws::Event& event, const std::function<void(std::string_view)>& on_text);
  void append(wire::ws::Opcode opcode, std::string_view payload);
  void flush_soon();
  void flush();
  void wait_writable();

  Loop& loop_;
  OwnedStream stream_;  // none while fresh
  wire::ws::Decoder decoder_;
  std::string out_;
  std::string early_;  // what came together with the answer to the upgrade
  LinkEnd end_;
  bool flushing_ = false;
};

}  // namespace parlor::client
