#include "edge/net/tls_stream.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include <boost/asio/post.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include "edge/limits.h"
#include "edge/net/confirmed_bytes.h"

namespace parlor::edge {
namespace {

constexpr std::string_view kPlainHttpAnswer =
    "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 42\r\nConnection: close\r\n\r\n"
    "This port speaks HTTPS. Ask by https://.\r\n";
constexpr unsigned char kHandshakeRecord = 0x16;

// One record carries what many small pieces say: gathered here, sealed by OpenSSL, gone. One for each worker.
std::span<const char> gather(std::span<const iovec> pieces) {
  thread_local std::array<char, limits::kTlsRecordBytesMax> gathered;
  const std::span first(static_cast<const char*>(pieces.front().iov_base), pieces.front().iov_len);
  if (pieces.size() == 1 || first.size() >= gathered.size()) return first;
  std::size_t size = 0;
  for (const auto& piece : pieces) {
    const auto part = std::min(piece.iov_len, gathered.size() - size);
    std::memcpy(gathered.data() + size, piece.iov_base, part);
    size += part;
  }
  return std::span(gathered).first(size);
}

bool is_key_update(int type, const void* bytes, std::size_t size) {
  return type == SSL3_RT_HANDSHAKE && size > 0 && *static_cast<const unsigned char*>(bytes) == SSL3_MT_KEY_UPDATE;
}

// The attacker's move: to make us derive new keys for ever, at 30 bytes each.
void watch_key_updates(SSL& ssl) {
  SSL_set_msg_callback(&ssl, [](int is_sent, int, int type, const void* bytes, std::size_t size, SSL*, void* stream) {
    if (is_sent != 0 || stream == nullptr || !is_key_update(type, bytes, size)) return;
    static_cast<TlsStream*>(stream)->count_key_update();
  });
}

}  // namespace

TlsStream::TlsStream(StreamSocket socket, TlsServing serving)
    : socket_(std::move(socket)), serving_(std::move(serving)) {}

TlsStream::TlsStream(StreamSocket socket, SslPointer ssl)
    : socket_(std::move(socket)),
      ssl_(std::move(ssl)),
      stage_(SSL_is_init_finished(ssl_.get()) == 1 ? Stage::established : Stage::shaking) {
  SSL_set_msg_callback_arg(ssl_.get(), this);
}

TlsStream::~TlsStream() {
  close();
}

void TlsStream::wait(StreamSocket::wait_type what, Then then) {
  socket_.async_wait(what, [then = std::move(then)](const boost::system::error_code& error) mutable { then(!error); });
}

void TlsStream::when_readable(Then then) {
  if (stage_ == Stage::silent) return begin_serving(std::move(then));
  if (stage_ == Stage::shaking) return ask_turn(std::move(then));
  if (has_bytes_inside()) {
    return asio::post(socket_.get_executor(), [then = std::move(then)]() mutable { then(true); });
  }
  wait(reads_by_writing_ ? StreamSocket::wait_write : StreamSocket::wait_read, std::move(then));
}

bool TlsStream::has_bytes_inside() const {
  if (broken_ || peer_ended_ || !ssl_) return true;
  return !starved_ && SSL_has_pending(ssl_.get()) == 1;
}

void TlsStream::begin_serving(Then then) {
  wait(StreamSocket::wait_read, [this, then = std::move(then)](bool alive) mutable {
    if (!alive || !is_tls_ahead()) return then(false);
    ssl_ = serving_.identity->accept(socket_.native_handle());
    if (!ssl_) return then(false);
    serving_.identity.reset();
    watch_key_updates(*ssl_);
    SSL_set_msg_callback_arg(ssl_.get(), this);
    stage_ = Stage::shaking;
    ask_turn(std::move(then));
  });
}

bool TlsStream::is_tls_ahead() {
  unsigned char first = 0;
  const auto count = ::recv(socket_.native_handle(), &first, 1, MSG_PEEK | MSG_DONTWAIT);
  if (count == 1 && first >= 'A' && first <= 'Z') refuse_plain_http();
  return count == 1 && first == kHandshakeRecord;
}

// What it sent is read first: closing on unread bytes would take the answer away again.
void TlsStream::refuse_plain_http() {
  std::array<char, 4096> unread;
  for (int i = 0; i < 4 && ::recv(socket_.native_handle(), unread.data(), unread.size(), MSG_DONTWAIT) > 0; ++i) {
  }
  ::send(socket_.native_handle(), kPlainHttpAnswer.data(), kPlainHttpAnswer.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  boost::system::error_code ignored;
  socket_.shutdown(StreamSocket::shutdown_send, ignored);
}

void TlsStream::shake_hands(Then then) {
  wait(StreamSocket::wait_write, [this, then = std::move(then)](bool alive) mutable {
    if (!alive) return then(false);
    go_on_shaking(std::move(then));
  });
}

void TlsStream::ask_turn(Then then) {
  serving_.turns->ask([this, then = std::move(then)]() mutable { go_on_shaking(std::move(then)); });
}

void TlsStream::go_on_shaking(Then then) {
  if (!ssl_) return then(false);
  ERR_clear_error();
  const auto state = take_outcome(SSL_do_handshake(ssl_.get()));
  if (state == StreamState::ok) return become_established(std::move(then));
  if (state == StreamState::ended) return then(false);
  wait(reads_by_writing_ ? StreamSocket::wait_write : StreamSocket::wait_read,
       [this, then = std::move(then)](bool alive) mutable {
         if (!alive) return then(false);
         if (serving_.turns == nullptr) return go_on_shaking(std::move(then));
         ask_turn(std::move(then));
       });
}

void TlsStream::become_established(Then then) {
  stage_ = Stage::established;
  if (serving_.turns == nullptr) return then(true);
  when_readable(std::move(then));
}

StreamState TlsStream::take_outcome(int returned) {
  const int why = SSL_get_error(ssl_.get(), returned);
  starved_ = why == SSL_ERROR_WANT_READ;
  reads_by_writing_ = why == SSL_ERROR_WANT_WRITE;
  if (why == SSL_ERROR_NONE) return StreamState::ok;
  if (starved_ || reads_by_writing_) return StreamState::again;
  peer_ended_ = peer_ended_ || why == SSL_ERROR_ZERO_RETURN;
  broken_ = broken_ || why != SSL_ERROR_ZERO_RETURN;
  if (broken_) error_ = ERR_peek_error();
  ERR_clear_error();
  return StreamState::ended;
}

// Several small records in one go, but no more than the buffer takes: whoever sends without end waits for its next
// turn.
Transferred TlsStream::read_some(std::span<char> into) {
  if (broken_ || !is_established() || !ssl_) return {0, StreamState::ended};
  std::size_t filled = 0;
  auto state = StreamState::ok;
  ERR_clear_error();
  do {
    std::size_t bytes = 0;
    const int returned = SSL_read_ex(ssl_.get(), into.data() + filled, into.size() - filled, &bytes);
    state = take_outcome(returned);
    filled += bytes;
  } while (state == StreamState::ok && filled < into.size() && SSL_has_pending(ssl_.get()) == 1);
  // How it ended is told next time, which comes at once.
  return filled > 0 ? Transferred{filled, StreamState::ok} : Transferred{0, state};
}

Transferred TlsStream::write_some(std::span<const iovec> pieces) {
  if (broken_ || !is_established() || !ssl_) return {0, StreamState::ended};
  const auto bytes = gather(pieces);
  std::size_t written = 0;
  ERR_clear_error();
  const int returned = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &written);
  if (returned == 1) return {written, StreamState::ok};
  if (SSL_get_error(ssl_.get(), returned) == SSL_ERROR_WANT_WRITE) return {0, StreamState::again};
  broken_ = true;
  ERR_clear_error();
  return {0, StreamState::ended};
}

std::uint64_t TlsStream::confirmed_bytes() const {
  return confirmed_bytes_of(const_cast<StreamSocket&>(socket_).native_handle());
}

StreamState TlsStream::end_sending() {
  if (!broken_ && ssl_ && is_established()) {
    ERR_clear_error();
    const int returned = SSL_shutdown(ssl_.get());
    const int why = returned < 0 ? SSL_get_error(ssl_.get(), returned) : SSL_ERROR_NONE;
    ERR_clear_error();
    if (why == SSL_ERROR_WANT_WRITE) return StreamState::again;
  }
  boost::system::error_code ignored;
  socket_.shutdown(StreamSocket::shutdown_send, ignored);
  return StreamState::ok;
}

void TlsStream::close() {
  if (ssl_ && !broken_ && is_established() && (SSL_get_shutdown(ssl_.get()) & SSL_SENT_SHUTDOWN) == 0) {
    ERR_clear_error();
    SSL_shutdown(ssl_.get());
    ERR_clear_error();
  }
  ssl_.reset();
  boost::system::error_code ignored;
  socket_.close(ignored);
}

BareConnection TlsStream::release() {
  boost::system::error_code error;
  const int descriptor = socket_.release(error);
  if (error) return {};
  SSL_set_msg_callback_arg(ssl_.get(), nullptr);
  return {.descriptor = descriptor, .tls = std::move(ssl_)};
}

std::string TlsStream::trouble() const {
  if (ssl_ && SSL_get_verify_result(ssl_.get()) != X509_V_OK)
    return std::string("its certificate: ") + X509_verify_cert_error_string(SSL_get_verify_result(ssl_.get()));
  const char* reason = error_ == 0 ? nullptr : ERR_reason_error_string(error_);
  if (reason != nullptr) return reason;
  return broken_ ? "the connection ended" : "";
}

void TlsStream::count_key_update() {
  if (++key_updates_ > limits::kKeyUpdatesMax) broken_ = true;
}

}  // namespace parlor::edge
