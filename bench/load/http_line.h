// HttpLine: requests over one kept connection, one at a time; those asked meanwhile wait their turn. Belongs to its
// Seat.
#pragma once

#include <deque>
#include <functional>

#include "line.h"

namespace parlor::bench {

struct Ask {
  std::string method = "POST";
  std::string target;
  std::string headers = {};  // whole lines
  std::string body = {};
};

struct Told {
  unsigned status = 0;
  std::string_view head = {};
  std::string_view body = {};

  // The value of a header, or nothing.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

class HttpLine final : Speaker {
 public:
  using Then = std::function<void(const Told&)>;

  HttpLine(Reactor& reactor, const Server& server, std::function<void(const std::string&)> on_lost)
      : server_(server), on_lost_(std::move(on_lost)), line_(reactor, server, *this) {}

  // The views of what it is told end with the call.
  void ask(const Ask& ask, Then then);
  void close() { line_.close(); }

 private:
  struct Waiting {
    std::string request;
    Then then;
  };

  void connected() override;
  std::size_t take(std::string_view bytes) override;
  void lost() override { on_lost_("the server ended the connection"); }
  void send_next();

  const Server& server_;
  std::function<void(const std::string&)> on_lost_;
  std::deque<Waiting> waiting_;
  bool is_connected_ = false;
  bool is_asking_ = false;
  Line line_;
};

// For what comes before a run: asks, turns the reactor until the answer is there, and gives its body. Throws if it is
// not of the 200s.
std::string ask_now(HttpLine& line, Reactor& reactor, const Ask& ask);

}  // namespace parlor::bench
