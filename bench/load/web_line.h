// WebLine: a WebSocket over a Line, client side. Frames are read where they lie. It trusts the server to be right: the
// conformance tests are elsewhere. Belongs to its Seat.
#pragma once

#include <functional>

#include "line.h"

namespace parlor::bench {

struct WebLineHooks {
  std::function<void()> on_open;
  // A whole message. The view ends with the call.
  std::function<void(std::string_view)> on_message;
  std::function<void(const std::string&)> on_lost;
};

struct Upgrade {
  std::string target;
  std::string headers;  // whole lines
  bool binary = false;
};

class WebLine final : Speaker {
 public:
  WebLine(Reactor& reactor, const Server& server, WebLineHooks hooks)
      : server_(server), hooks_(std::move(hooks)), line_(reactor, server, *this) {}

  void open(Upgrade upgrade);
  void send(std::string_view message);
  void close() { line_.close(); }
  [[nodiscard]] bool is_open() const { return is_upgraded_ && line_.is_open(); }

 private:
  void connected() override;
  std::size_t take(std::string_view bytes) override;
  void lost() override;
  std::size_t take_head(std::string_view bytes);
  void append(unsigned opcode, std::string_view payload);
  void take_frame(unsigned opcode, std::string_view payload);
  void end(const std::string& why);

  const Server& server_;
  WebLineHooks hooks_;
  Upgrade upgrade_;
  bool is_upgraded_ = false;
  std::string parts_;  // of a message that comes in several frames
  Line line_;
};

}  // namespace parlor::bench
