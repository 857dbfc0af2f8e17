// CuttingProxy: a way to the server that breaks. It passes bytes on and, while it is told to, cuts each connection
// after a random number of them: in the middle of a handshake, of a frame, of an answer. One test's; it has a thread of
// its own. Never looks at what it carries.
#pragma once

#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <unordered_set>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace parlor::tests {

class CuttingProxy {
 public:
  CuttingProxy();
  ~CuttingProxy();
  CuttingProxy(const CuttingProxy&) = delete;
  CuttingProxy& operator=(const CuttingProxy&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  // For --public-url: whoever signs in comes from here.
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  // Any thread.
  void forward_to(std::uint16_t server_port) { server_port_ = server_port; }
  void cut_at_random(bool wanted) { cutting_ = wanted; }
  void cut_all();
  [[nodiscard]] std::size_t cuts() const { return cuts_; }
  // Among them: before the server had answered anything.
  [[nodiscard]] std::size_t early_cuts() const { return early_cuts_; }

 private:
  struct Pair;
  struct Way;

  void accept();
  void carry(const std::shared_ptr<Pair>& pair);
  void pump(std::shared_ptr<Pair> pair, Way way);
  void cut(Pair& pair);
  std::size_t new_allowance();

  boost::asio::io_context context_{1};
  boost::asio::ip::tcp::acceptor acceptor_;
  std::uint16_t port_;
  std::atomic<std::uint16_t> server_port_ = 0;
  std::unordered_set<std::shared_ptr<Pair>> pairs_;
  std::mt19937 random_{std::random_device{}()};
  std::atomic<bool> cutting_ = false;
  std::atomic<std::size_t> cuts_ = 0;
  std::atomic<std::size_t> early_cuts_ = 0;
  std::jthread thread_;
};

}  // namespace parlor::tests
