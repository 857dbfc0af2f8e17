#include "line.h"

#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parlor::bench {
namespace {

constexpr std::string_view kPlain = "http://";
constexpr std::string_view kSecure = "https://";

SSL_CTX* make_tls() {
  auto* context = SSL_CTX_new(TLS_client_method());
  if (context == nullptr) throw std::runtime_error("no TLS");
  SSL_CTX_set_mode(context,
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
  return context;
}

}  // namespace

Server::Server(const std::string& url) {
  const bool is_secure = url.starts_with(kSecure);
  if (!is_secure && !url.starts_with(kPlain)) throw std::runtime_error("--server needs http:// or https://");
  authority_ = url.substr(is_secure ? kSecure.size() : kPlain.size());
  authority_ = authority_.substr(0, authority_.find('/'));
  const auto colon = authority_.rfind(':');
  std::uint16_t port = is_secure ? 443 : 80;
  if (colon != std::string::npos)
    std::from_chars(authority_.data() + colon + 1, authority_.data() + authority_.size(), port);
  address_.sin_family = AF_INET;
  address_.sin_port = htons(port);
  if (inet_pton(AF_INET, authority_.substr(0, colon).c_str(), &address_.sin_addr) != 1)
    throw std::runtime_error("--server needs an IPv4 address");
  if (is_secure) tls_ = make_tls();
}

Server::~Server() {
  SSL_CTX_free(tls_);
}

void Line::open() {
  state_ = State::connecting;
  descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor_ < 0) throw std::runtime_error("no more descriptors for the swarm");
  const int on = 1;
  ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const auto& address = server_.address();
  const int begun = ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  const bool is_refused = begun < 0 && errno != EINPROGRESS;
  waits_writable_ = true;
  reactor_.watch(descriptor_, *this, true);
  if (is_refused) reactor_.after({}, [this] { fail(); });
}

void Line::close() {
  if (descriptor_ < 0) return;
  reactor_.forget(descriptor_, *this);
  flush_asked_ = false;
  SSL_free(std::exchange(tls_, nullptr));
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(std::exchange(descriptor_, -1));
  out_ = {};
  half_ = {};
}

void Line::fail() {
  if (descriptor_ < 0) return;
  close();
  speaker_.lost();
}

void Line::send(std::string_view bytes) {
  gathering().append(bytes);
}

std::string& Line::gathering() {
  if (!std::exchange(flush_asked_, true)) reactor_.flush_soon(*this);
  return out_;
}

void Line::flush() {
  flush_asked_ = false;
  if (state_ != State::open) return;
  while (!out_.empty()) {
    std::size_t count = 0;
    const auto moved = write_some(count);
    if (moved == Moved::ended) return fail();
    if (moved == Moved::later) return want_writable(true);
    out_.erase(0, count);
  }
  want_writable(false);
  if (out_.capacity() > 4096) out_ = {};
}

void Line::writable() {
  if (state_ == State::connecting) return connected();
  if (state_ == State::shaking_hands) return shake_hands();
  flush();
}

void Line::connected() {
  int error = 0;
  socklen_t size = sizeof error;
  ::getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error != 0) return fail();
  want_writable(false);
  if (server_.tls() == nullptr) {
    state_ = State::open;
    return speaker_.connected();
  }
  tls_ = SSL_new(server_.tls());
  SSL_set_fd(tls_, descriptor_);
  SSL_set_connect_state(tls_);
  state_ = State::shaking_hands;
  shake_hands();
}

void Line::shake_hands() {
  const int done = SSL_do_handshake(tls_);
  if (done == 1) {
    state_ = State::open;
    want_writable(false);
    return speaker_.connected();
  }
  const int why = SSL_get_error(tls_, done);
  if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) return fail();
  want_writable(why == SSL_ERROR_WANT_WRITE);
}

void Line::readable() {
  if (state_ == State::connecting) return connected();
  if (state_ == State::shaking_hands) return shake_hands();
  for (;;) {
    std::size_t count = 0;
    const auto moved = read_some(count);
    if (moved == Moved::later) return;
    if (moved == Moved::ended) return fail();
    hear({reactor_.read_buffer().data(), count});
    // TLS may hold more than the descriptor tells.
    if (descriptor_ < 0 || tls_ == nullptr) return;
  }
}

void Line::hear(std::string_view bytes) {
  if (half_.empty()) {
    const auto taken = speaker_.take(bytes);
    if (descriptor_ >= 0 && taken < bytes.size()) half_.assign(bytes.substr(taken));
    return;
  }
  std::string all = std::exchange(half_, {});
  all.append(bytes);
  const auto taken = speaker_.take(all);
  if (descriptor_ >= 0 && taken < all.size()) half_.assign(all, taken);
}

Line::Moved Line::read_some(std::size_t& count) {
  const auto buffer = reactor_.read_buffer();
  const auto result = tls_ == nullptr ? static_cast<int>(::recv(descriptor_, buffer.data(), buffer.size(), 0))
                                      : SSL_read(tls_, buffer.data(), static_cast<int>(buffer.size()));
  count = result > 0 ? static_cast<std::size_t>(result) : 0;
  return outcome(result);
}

Line::Moved Line::write_some(std::size_t& count) {
  const auto result = tls_ == nullptr ? static_cast<int>(::send(descriptor_, out_.data(), out_.size(), MSG_NOSIGNAL))
                                      : SSL_write(tls_, out_.data(), static_cast<int>(out_.size()));
  count = result > 0 ? static_cast<std::size_t>(result) : 0;
  return outcome(result);
}

Line::Moved Line::outcome(int result) const {
  if (result > 0) return Moved::some;
  if (tls_ != nullptr) {
    const int why = SSL_get_error(tls_, result);
    return why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE ? Moved::later : Moved::ended;
  }
  return result < 0 && (errno == EAGAIN || errno == EINTR) ? Moved::later : Moved::ended;
}

void Line::want_writable(bool wanted) {
  if (std::exchange(waits_writable_, wanted) != wanted) reactor_.change(descriptor_, *this, wanted);
}

}  // namespace parlor::bench
