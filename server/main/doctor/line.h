// Line: one blocking connection to a server, plain or TLS, perhaps through a forward proxy. One thread's. Every wait
// has a deadline. It hides nothing: whoever uses it sees each byte, and when the other side ended.
#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "main/doctor/tls.h"
#include "wire/http/origin.h"

namespace parlor::doctor {

using Clock = std::chrono::steady_clock;

enum class LineFault : std::uint8_t { unknown_name, refused, silent, tunnel_refused, tls };

// Where to, and how.
struct Way {
  wire::http::Origin server;
  std::optional<wire::http::Origin> forward_proxy = {};
  std::string ca_file = {};
  bool verify = true;

  [[nodiscard]] bool is_https() const { return server.scheme == "https"; }
  // As a browser writes it: no port when it is the scheme's own.
  [[nodiscard]] std::string authority() const;
};

class Line {
 public:
  struct Fault {
    LineFault what{};
    TlsFault tls = TlsFault::failed;
  };
  using Opened = std::expected<std::unique_ptr<Line>, Fault>;

  // For requests. Through a forward proxy, plain http is asked of the proxy itself.
  static Opened open(const Way& way);
  // For whatever is not a request and its answer: through a forward proxy by CONNECT, as browsers do for WebSockets.
  static Opened open_tunnel(const Way& way);
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  // Stands before the path of a request's target; empty unless a forward proxy is to be asked.
  [[nodiscard]] const std::string& target_prefix() const { return target_prefix_; }
  // What the other side does not take any more is dropped.
  void send(std::string_view bytes);
  // The next bytes; empty when the other side has ended, or nothing came in time.
  std::string receive(Clock::time_point deadline);
  // What receive() gave too much of; it comes again first.
  void put_back(std::string_view bytes) { kept_.insert(0, bytes); }
  [[nodiscard]] bool has_ended() const { return ended_; }

 private:
  explicit Line(int descriptor) : descriptor_(descriptor) {}

  static Opened connect(const wire::http::Origin& to);
  static Opened open_by(const Way& way, bool tunnel);
  bool ask_tunnel(const std::string& authority);
  std::optional<Fault> begin_tls(const Way& way);
  // False when the deadline has passed.
  bool wait(short events, Clock::time_point deadline) const;
  bool wait_for(Tls::Step step, Clock::time_point deadline) const;
  std::string receive_plain(Clock::time_point deadline);
  std::string receive_tls(Clock::time_point deadline);

  int descriptor_;
  std::unique_ptr<Tls> tls_;
  std::string kept_;
  std::string target_prefix_;
  bool ended_ = false;
};

}  // namespace parlor::doctor
