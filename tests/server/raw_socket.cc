#include "tests/server/raw_socket.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "wire/http/parser.h"
#include "wire/ws/encoder.h"

namespace parlor::tests {
namespace {

namespace http = wire::http;
namespace ws = wire::ws;
using Clock = std::chrono::steady_clock;

constexpr ws::Mask kMask = {0x12, 0x34, 0x56, 0x78};

std::chrono::milliseconds left_until(Clock::time_point deadline) {
  return std::max(std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()),
                  std::chrono::milliseconds(0));
}

}  // namespace

RawSocket::RawSocket(std::uint16_t port, int receive_buffer_bytes)
    : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer_bytes > 0)
    setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(descriptor_);
    throw std::runtime_error("cannot connect to the server under test");
  }
  const int on = 1;
  setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

RawSocket::RawSocket(std::uint16_t port, const TlsClient& client, SSL_SESSION* session) : RawSocket(port) {
  if (client) shake_hands(client, session);
}

void RawSocket::shake_hands(const TlsClient& client, SSL_SESSION* session) {
  const timeval patience{.tv_sec = kAnswerWait.count(), .tv_usec = 0};
  setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  tls_ = {SSL_new(client.get()), SSL_free};
  SSL_set_fd(tls_.get(), descriptor_);
  if (session != nullptr) SSL_set_session(tls_.get(), session);
  if (SSL_connect(tls_.get()) == 1) return;
  const char* reason = ERR_reason_error_string(ERR_get_error());
  throw std::runtime_error(std::string("no TLS: ") + (reason != nullptr ? reason : "the connection ended"));
}

RawSocket::~RawSocket() {
  close(descriptor_);
}

void RawSocket::send(std::string_view bytes) {
  while (!bytes.empty()) {
    if (tls_) {
      SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
      return;
    }
    const auto count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void RawSocket::end_sending() {
  if (tls_) SSL_shutdown(tls_.get());
  shutdown(descriptor_, SHUT_WR);
}

std::uint16_t RawSocket::port() const {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

std::string RawSocket::receive(std::chrono::milliseconds wait, std::size_t bytes_max) {
  if (!kept_.empty()) return std::exchange(kept_, {});
  if (tls_) return receive_tls(wait);
  pollfd ready{.fd = descriptor_, .events = POLLIN, .revents = 0};
  if (poll(&ready, 1, static_cast<int>(wait.count())) <= 0) return {};
  std::array<char, 16 * 1024> buffer{};
  const auto count = recv(descriptor_, buffer.data(), std::min(buffer.size(), bytes_max), 0);
  return count > 0 ? std::string(buffer.data(), static_cast<std::size_t>(count)) : std::string();
}

// A record without data, such as a new ticket, is no answer: reads on.
std::string RawSocket::receive_tls(std::chrono::milliseconds wait) {
  const auto deadline = Clock::now() + wait;
  std::array<char, 16 * 1024> buffer{};
  for (;;) {
    pollfd ready{.fd = descriptor_, .events = POLLIN, .revents = 0};
    const bool is_waiting = SSL_has_pending(tls_.get()) == 1;
    if (!is_waiting && poll(&ready, 1, static_cast<int>(left_until(deadline).count())) <= 0) return {};
    const int count = SSL_read(tls_.get(), buffer.data(), buffer.size());
    if (count > 0) return {buffer.data(), static_cast<std::size_t>(count)};
    if (SSL_get_error(tls_.get(), count) != SSL_ERROR_WANT_READ) return {};
  }
}

std::optional<http::Response> RawSocket::response(bool to_head) {
  http::ResponseParser parser({.body_bytes_max = 16UL * 1024 * 1024});
  if (to_head) parser.expect_no_body();
  const auto deadline = Clock::now() + kAnswerWait;
  for (;;) {
    const std::string piece = receive(left_until(deadline));
    if (piece.empty()) {
      return parser.finish() == http::ParseState::Complete ? std::optional(parser.take()) : std::nullopt;
    }
    std::string_view bytes = piece;
    http::Progress progress;
    do {
      progress = parser.feed(bytes);
      bytes.remove_prefix(progress.consumed);
    } while (progress.state == http::ParseState::HeadersDone);
    if (progress.state == http::ParseState::Error) return std::nullopt;
    if (progress.state != http::ParseState::Complete) continue;
    kept_ = bytes;
    return parser.take();
  }
}

bool RawSocket::is_closed(std::chrono::milliseconds wait) {
  const auto deadline = Clock::now() + wait;
  for (;;) {
    pollfd ready{.fd = descriptor_, .events = POLLIN, .revents = 0};
    if (poll(&ready, 1, static_cast<int>(left_until(deadline).count())) <= 0) return false;
    if (receive(std::chrono::milliseconds(0)).empty()) return true;
  }
}

std::string request_text(std::uint16_t port, const RawRequest& what) {
  std::string text =
      fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{}", what.method, what.target, port, what.headers);
  if (!what.body.empty()) text += fmt::format("Content-Length: {}\r\n", what.body.size());
  return text.append("\r\n").append(what.body);
}

std::optional<http::Response> request(std::uint16_t port, const RawRequest& what, const TlsClient& client) {
  RawSocket socket(port, client);
  socket.send(request_text(port, what));
  return socket.response();
}

RawWebSocket::RawWebSocket(std::uint16_t port, const std::string& headers, int receive_buffer_bytes,
                           std::string_view target)
    : socket_(port, receive_buffer_bytes) {
  upgrade(port, headers, target);
}

RawWebSocket::RawWebSocket(std::uint16_t port, const std::string& headers, const TlsClient& client)
    : socket_(port, client) {
  upgrade(port, headers, "/realtime");
}

void RawWebSocket::upgrade(std::uint16_t port, const std::string& headers, std::string_view target) {
  const std::string upgrading =
      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: parlor.v1\r\n";
  socket_.send(request_text(port, {.target = target, .headers = upgrading + headers}));
  const auto response = socket_.response();
  status_ = response ? response->status : 0;
  if (response) agreed_ = response->headers.get("Sec-WebSocket-Extensions");
}

void RawWebSocket::send_text(std::string_view text) {
  send_frame(ws::Opcode::Text, text);
}

void RawWebSocket::send_frame(ws::Opcode opcode, std::string_view payload, bool fin) {
  std::string bytes;
  ws::append_frame(bytes, {.opcode = opcode, .payload = payload, .fin = fin, .mask = kMask});
  socket_.send(bytes);
}

// A server's frames are bare, whole and, without deflate, plain.
std::optional<ReceivedFrame> RawWebSocket::parse_buffered() {
  const auto byte = [this](std::size_t index) { return static_cast<std::uint8_t>(buffer_[index]); };
  if (buffer_.size() < 2) return std::nullopt;
  std::size_t length = byte(1) & 0x7FU;
  const std::size_t length_bytes = length == 126 ? 2 : length == 127 ? 8 : 0;
  const std::size_t head = 2 + length_bytes;
  if (buffer_.size() < head) return std::nullopt;
  if (length_bytes > 0) length = 0;
  for (std::size_t index = 2; index < head; ++index)
    length = length << 8U | byte(index);
  if (buffer_.size() < head + length) return std::nullopt;
  ReceivedFrame frame{.opcode = static_cast<ws::Opcode>(byte(0) & 0x0FU), .payload = buffer_.substr(head, length)};
  frame.compressed = (byte(0) & 0x40U) != 0;
  if (frame.opcode == ws::Opcode::Close && length >= 2) {
    frame.close_code = static_cast<std::uint16_t>(byte(head) << 8U | byte(head + 1));
  }
  buffer_.erase(0, head + length);
  return frame;
}

std::optional<ReceivedFrame> RawWebSocket::receive(std::chrono::milliseconds wait) {
  const auto deadline = Clock::now() + wait;
  for (;;) {
    if (auto frame = parse_buffered()) return frame;
    const std::string piece = socket_.receive(left_until(deadline));
    if (piece.empty()) return std::nullopt;
    buffer_ += piece;
  }
}

std::optional<std::string> RawWebSocket::receive_with(std::string_view part, std::chrono::milliseconds wait) {
  const auto deadline = Clock::now() + wait;
  for (;;) {
    auto frame = receive(left_until(deadline));
    if (!frame || frame->opcode == ws::Opcode::Close) return std::nullopt;
    if (frame->opcode == ws::Opcode::Text && frame->payload.find(part) != std::string::npos)
      return std::move(frame->payload);
  }
}

std::string RawWebSocket::call(std::string_view method, std::string_view params) {
  const int id = next_id_++;
  send_text(fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{}}})", id, method, params));
  return receive_with(fmt::format(R"("id":{},)", id)).value_or("(no answer)");
}

std::optional<std::uint16_t> RawWebSocket::close_code(std::chrono::milliseconds wait) {
  const auto deadline = Clock::now() + wait;
  while (const auto frame = receive(left_until(deadline))) {
    if (frame->opcode == ws::Opcode::Close) return frame->close_code;
  }
  return Clock::now() < deadline ? std::optional<std::uint16_t>(0) : std::nullopt;
}

}  // namespace parlor::tests
