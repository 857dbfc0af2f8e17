// Listener: accepts connections on one address and hands their descriptors on. Lives on one worker. Out of descriptors
// it waits a moment instead of spinning, and those that are open live on.
#pragma once

#include <functional>
#include <string>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "base/error.h"
#include "runtime/worker.h"
#include "wire/http/address.h"

namespace parlor::edge {

namespace asio = runtime::asio;

struct Accepted {
  int descriptor = -1;
  bool is_v6 = false;
  wire::http::IpAddress peer;
};

class Listener {
 public:
  using Take = std::function<void(Accepted)>;

  Listener(runtime::Worker& worker, Take take);

  // Before the workers start, or on the worker. Port 0: the system chooses; port() then tells.
  Result<bool> bind(const std::string& host, std::uint16_t port);
  std::uint16_t port() const { return port_; }
  // On the worker.
  void start();
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, runtime::Executor>;

  Result<bool> try_bind(const asio::ip::tcp::endpoint& endpoint);
  void accept_some();
  void pause();

  asio::basic_socket_acceptor<asio::ip::tcp, runtime::Executor> acceptor_;
  Timer timer_;
  Take take_;
  std::uint16_t port_ = 0;
};

}  // namespace parlor::edge
