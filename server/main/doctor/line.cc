#include "main/doctor/line.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parlor::doctor {
namespace {

using namespace std::chrono_literals;

constexpr auto kOpenWait = 10s;
constexpr std::size_t kReadBytes = 16 * 1024;

bool is_own_port(const wire::http::Origin& origin) {
  return origin.port == (origin.scheme == "https" ? 443 : 80);
}

std::string with_port(const wire::http::Origin& origin) {
  return origin.host + ":" + std::to_string(origin.port);
}

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Addresses find_addresses(const wire::http::Origin& to) {
  const bool is_v6 = to.host.starts_with('[');
  const std::string host = is_v6 ? to.host.substr(1, to.host.size() - 2) : to.host;
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), std::to_string(to.port).c_str(), &hints, &found) != 0) found = nullptr;
  return {found, &freeaddrinfo};
}

// A connected socket that does not block, or the reason why there is none.
std::expected<int, LineFault> connect_to(const addrinfo& address) {
  const int descriptor = socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return std::unexpected(LineFault::refused);
  int error = ::connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
  pollfd ready{.fd = descriptor, .events = POLLOUT, .revents = 0};
  const auto wait = static_cast<int>(std::chrono::milliseconds(kOpenWait).count());
  const bool late = error == EINPROGRESS && poll(&ready, 1, wait) <= 0;
  socklen_t size = sizeof error;
  if (!late) getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error == 0) {
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
  }
  close(descriptor);
  return std::unexpected(late ? LineFault::silent : LineFault::refused);
}

}  // namespace

std::string Way::authority() const {
  return is_own_port(server) ? server.host : with_port(server);
}

Line::~Line() {
  close(descriptor_);
}

Line::Opened Line::open(const Way& way) {
  return open_by(way, way.is_https());
}

Line::Opened Line::open_tunnel(const Way& way) {
  return open_by(way, true);
}

Line::Opened Line::connect(const wire::http::Origin& to) {
  const auto addresses = find_addresses(to);
  Fault fault{LineFault::unknown_name};
  for (const auto* address = addresses.get(); address != nullptr; address = address->ai_next) {
    const auto descriptor = connect_to(*address);
    if (descriptor) return std::unique_ptr<Line>(new Line(*descriptor));
    fault = {descriptor.error()};
  }
  return std::unexpected(fault);
}

Line::Opened Line::open_by(const Way& way, bool tunnel) {
  auto opened = connect(way.forward_proxy.value_or(way.server));
  if (!opened) return opened;
  auto& line = **opened;
  if (way.forward_proxy && !tunnel) line.target_prefix_ = "http://" + way.authority();
  if (way.forward_proxy && tunnel && !line.ask_tunnel(with_port(way.server)))
    return std::unexpected(Fault{LineFault::tunnel_refused});
  if (!way.is_https()) return opened;
  if (const auto fault = line.begin_tls(way)) return std::unexpected(*fault);
  return opened;
}

bool Line::ask_tunnel(const std::string& authority) {
  send("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n");
  const auto deadline = Clock::now() + kOpenWait;
  std::string head;
  while (head.find("\r\n\r\n") == std::string::npos) {
    const auto piece = receive(deadline);
    if (piece.empty() || head.size() > kReadBytes) return false;
    head += piece;
  }
  const auto end = head.find("\r\n\r\n") + 4;
  put_back(std::string_view(head).substr(end));
  return head.starts_with("HTTP/1.1 200") || head.starts_with("HTTP/1.0 200");
}

std::optional<Line::Fault> Line::begin_tls(const Way& way) {
  auto tls = std::make_unique<Tls>(TlsOptions{way.server.host, way.ca_file, way.verify});
  tls->attach(descriptor_);
  const auto deadline = Clock::now() + kOpenWait;
  auto step = tls->handshake();
  while (step == Tls::Step::wants_read || step == Tls::Step::wants_write) {
    if (!wait_for(step, deadline)) return Fault{LineFault::silent};
    step = tls->handshake();
  }
  if (step == Tls::Step::ended) return Fault{LineFault::tls, tls->fault()};
  tls_ = std::move(tls);
  return std::nullopt;
}

bool Line::wait(short events, Clock::time_point deadline) const {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  pollfd ready{.fd = descriptor_, .events = events, .revents = 0};
  return poll(&ready, 1, static_cast<int>(std::max(left, 0ms).count())) > 0;
}

bool Line::wait_for(Tls::Step step, Clock::time_point deadline) const {
  return wait(step == Tls::Step::wants_write ? POLLOUT : POLLIN, deadline);
}

void Line::send(std::string_view bytes) {
  const auto deadline = Clock::now() + kOpenWait;
  while (!bytes.empty()) {
    std::size_t count = 0;
    auto step = Tls::Step::wants_write;
    if (tls_) {
      step = tls_->write(bytes, count);
    } else {
      const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno != EAGAIN && errno != EINTR) return;
      count = sent > 0 ? static_cast<std::size_t>(sent) : 0;
    }
    if (step == Tls::Step::ended) return;
    bytes.remove_prefix(count);
    if (count == 0 && !wait_for(step, deadline)) return;
  }
}

std::string Line::receive(Clock::time_point deadline) {
  if (!kept_.empty()) return std::exchange(kept_, {});
  if (ended_) return {};
  return tls_ ? receive_tls(deadline) : receive_plain(deadline);
}

std::string Line::receive_plain(Clock::time_point deadline) {
  std::array<char, kReadBytes> buffer{};
  while (wait(POLLIN, deadline)) {
    const auto count = recv(descriptor_, buffer.data(), buffer.size(), 0);
    if (count > 0) return {buffer.data(), static_cast<std::size_t>(count)};
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    ended_ = true;
    break;
  }
  return {};
}

std::string Line::receive_tls(Clock::time_point deadline) {
  std::array<char, kReadBytes> buffer{};
  for (;;) {
    std::size_t count = 0;
    const auto step = tls_->read(buffer, count);
    if (step == Tls::Step::done) return {buffer.data(), count};
    if (step == Tls::Step::ended) ended_ = true;
    if (step == Tls::Step::ended || !wait_for(step, deadline)) return {};
  }
}

}  // namespace parlor::doctor
