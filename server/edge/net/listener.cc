#include "edge/net/listener.h"

#include <algorithm>
#include <cerrno>

#include <boost/asio/ip/tcp.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "edge/limits.h"

namespace parlor::edge {
namespace {

using Protocol = asio::ip::tcp;

Accepted describe(int descriptor, const sockaddr_storage& from) {
  Accepted accepted{descriptor, from.ss_family == AF_INET6, {}};
  auto& bytes = accepted.peer.bytes;
  if (accepted.is_v6) {
    std::ranges::copy(reinterpret_cast<const sockaddr_in6&>(from).sin6_addr.s6_addr, bytes.begin());
  } else {
    bytes[10] = bytes[11] = 0xFF;
    const auto* v4 = reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in&>(from).sin_addr);
    std::copy_n(v4, 4, bytes.begin() + 12);
  }
  return accepted;
}

void tune(int descriptor) {
  const int on = 1;
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const auto unconfirmed_ms = static_cast<unsigned>(std::chrono::milliseconds(limits::kUnconfirmedTime).count());
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &unconfirmed_ms, sizeof unconfirmed_ms);
}

bool is_out_of_descriptors(int error) {
  return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

}  // namespace

Listener::Listener(runtime::Worker& worker, Take take)
    : acceptor_(worker.executor()), timer_(worker.executor()), take_(std::move(take)) {}

Result<bool> Listener::bind(const std::string& host, std::uint16_t port) {
  boost::system::error_code error;
  asio::ip::basic_resolver<Protocol, runtime::Executor> resolver(acceptor_.get_executor());
  const auto found = resolver.resolve(host, std::to_string(port), asio::ip::resolver_base::passive, error);
  if (error) return fail("cannot listen on " + host + ": " + error.message());
  Result<bool> bound = fail("cannot listen on " + host + ": no such address");
  for (const auto& entry : found) {
    bound = try_bind(entry.endpoint());
    if (bound) break;
  }
  return bound;
}

Result<bool> Listener::try_bind(const Protocol::endpoint& endpoint) {
  boost::system::error_code error;
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(Protocol::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(limits::kAcceptBacklog, error);
  if (!error) acceptor_.native_non_blocking(true, error);
  if (!error) {
    port_ = acceptor_.local_endpoint(error).port();
    return true;
  }
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  return fail("cannot listen on " + endpoint.address().to_string() + ":" + std::to_string(endpoint.port()) + ": " +
              error.message());
}

void Listener::start() {
  acceptor_.async_wait(Protocol::acceptor::wait_read, [this](const boost::system::error_code& error) {
    if (!error) accept_some();
  });
}

void Listener::stop() {
  boost::system::error_code ignored;
  timer_.cancel();
  acceptor_.close(ignored);
}

void Listener::accept_some() {
  for (std::size_t i = 0; i < limits::kAcceptsPerWakeUp; ++i) {
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    const int descriptor =
        ::accept4(acceptor_.native_handle(), reinterpret_cast<sockaddr*>(&from), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
      if (is_out_of_descriptors(errno)) return pause();
      if (errno == EAGAIN || errno == EWOULDBLOCK) break;
      continue;
    }
    tune(descriptor);
    take_(describe(descriptor, from));
  }
  start();
}

void Listener::pause() {
  timer_.expires_after(limits::kAcceptPause);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) start();
  });
}

}  // namespace parlor::edge
